import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
/** What a deploy reads. */
const PARTS = ['ask-resources.json', 'build/skill-package', 'build/lambda', 'lambda/infrastructure'] as const;

/** A throw-away copy of what a deploy reads and writes; the caller removes it. */
export function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'koemise-deploy-'));
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  return copy;
}

/** The settings of a merchant who tries the sandbox; what he would write into ask-resources.json. */
export const MERCHANT_SETTINGS = {
  AmazonPaySellerId: 'A1SIMULATEDSELLER',
  AmazonPaySandboxEmail: 'buyer@simulated.jp',
  AmazonPayStoreId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
  AmazonPayPublicKeyId: 'SANDBOX-SIMULATEDKEY',
} as const;

/** Replaces texts of a file of the copy; `ask-resources.json` as a merchant would with an editor. */
export function editJson(file: string, edit: (content: unknown) => unknown): void {
  writeFileSync(file, JSON.stringify(edit(JSON.parse(readFileSync(file, 'utf8'))), null, 2));
}
