import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashEverywhere, type CrashReport, type Story } from '../simulator/crash/crash-story';
import { openOutside, type Outside } from '../simulator/crash/outside';
import { bundleServer, type ServerBundle } from '../simulator/crash/server-process';

const PATIENCE_MS = 900_000;
const BUYERS = 20;

let bundle: ServerBundle;
let folder: string;
let outsides: readonly Outside[] = [];

beforeAll(async () => {
  bundle = await bundleServer();
  folder = mkdtempSync(join(tmpdir(), 'koemise-crash-store-'));
  outsides = await Promise.all(['one', 'two'].map((name) => openOutside({ folder: join(folder, name) })));
}, PATIENCE_MS);

afterAll(async () => {
  await Promise.all(outsides.map((outside) => outside.close()));
  bundle.remove();
  rmSync(folder, { recursive: true });
}, PATIENCE_MS);

const run = (story: Story): Promise<CrashReport> =>
  crashEverywhere({ bundle, story, buyersPerBoundary: BUYERS, outsides });

describe('a shop whose process is killed', () => {
  it(
    'keeps every promise to twenty buyers who stand at the same boundary, at each boundary of a purchase in turn',
    async () => {
      const report = await run({ name: 'purchase' });

      expect(report.findings).toEqual([]);
      expect(report.killedAt).toEqual(report.boundaries.map((_, index) => index + 1));
      expect(report.orders).toBeGreaterThanOrEqual(report.killedAt.length * BUYERS);
      expect(report.boundaries).toContain('yes: after readOrder, before replaceOrder CONSENTED');
      expect(report.boundaries).toContain(
        'yes: after replaceOrder CONSENTED, before replaceOrder CHARGE_SENT',
      );
      expect(report.boundaries).toContain('yes: after the answer leaves, before anything else');
      expect(report.boundaries).toContain('background: after the mail, before replaceOrder PAID');
    },
    PATIENCE_MS,
  );

  it(
    'keeps every promise when Amazon Pay has charged and answers with server errors, and the background asks',
    async () => {
      const report = await run({
        name: 'server-errors',
        scenario: 'Charge/InternalServerError.after.twice',
        fromStep: 'Charge answer',
        until: 'background: after the question to Amazon Pay, before replaceOrder PAID',
      });

      expect(report.findings).toEqual([]);
      expect(report.killedAt[0]).toBe(report.boundaries.indexOf('Charge answer: before readOrder') + 1);
      expect(report.killedAt.at(-1)).toBe(
        report.boundaries.indexOf('background: after the question to Amazon Pay, before replaceOrder PAID') +
          1,
      );
      expect(report.killedAt.length).toBe(report.killedAt.at(-1)! - report.killedAt[0]! + 1);
    },
    PATIENCE_MS,
  );

  it(
    'would be caught losing paid orders, if it forgot that the Charge was sent',
    async () => {
      const report = await run({
        name: 'forgetful',
        defect: 'forgetsChargeSent',
        fromStep: 'yes',
        until: 'yes: after the answer leaves, before anything else',
      });

      const found = report.findings.join('\n');
      expect(found).toMatch(
        /boundary 24 \(yes: after the answer leaves, before anything else\), \S+ \(walks away, answers lost\): order [\d-]+ is captured and nobody knows: ABANDONED/,
      );
    },
    PATIENCE_MS,
  );
});
