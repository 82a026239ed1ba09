/** `npm run docs`: writes every page, and every part of a page, that is made from the code. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED_PAGES } from './docs/pages';
import { READMES, withTranscript } from './docs/readme-block';
import { purchaseTranscript } from './docs/transcript';
import { endQuietly } from './output/end-quietly';

// The AWS SDK would print a note about future versions of Node.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const root = join(__dirname, '../..');

async function main(): Promise<void> {
  mkdirSync(join(root, 'docs'), { recursive: true });
  for (const [name, page] of Object.entries(GENERATED_PAGES)) write(`docs/${name}`, page());
  const transcript = await purchaseTranscript();
  for (const name of READMES) write(name, withTranscript(readFileSync(join(root, name), 'utf8'), transcript));
}

function write(name: string, text: string): void {
  writeFileSync(join(root, name), text);
  console.log(name);
}

endQuietly();
void main();
