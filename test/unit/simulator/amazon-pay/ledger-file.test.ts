import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLedger } from '../../../simulator/amazon-pay/ledger';
import { CorruptLedgerError, openLedger } from '../../../simulator/amazon-pay/ledger-file';
import { findScenario } from '../../../simulator/amazon-pay/scenario';
import { authorizeAttributes, openCounter, setupDirective } from './counter';

const REFERENCE = '5f1c0e6b9a7d4c2e8b3f6a1d0c9e7b42';

describe('durable books', () => {
  let folder = '';
  let file = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'koemise-ledger-'));
    file = join(folder, 'data', 'amazon-pay.jsonl');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('are the same after reopening', async () => {
    const counter = openCounter({ ledger: openLedger({ file }) });
    await counter.charge();
    await counter.charge({
      paymentAction: 'Authorize',
      authorizeAttributes: authorizeAttributes({ authorizationReferenceId: 'two' }),
    });
    const before = counter.pay.ledger;

    const after = openLedger({ file });

    expect([...after.buyers]).toEqual([...before.buyers]);
    expect([...after.billingAgreements]).toEqual([...before.billingAgreements]);
    expect([...after.orderReferences]).toEqual([...before.orderReferences]);
    expect([...after.authorizations]).toEqual([...before.authorizations]);
    expect(after.judge.captures()).toEqual(before.judge.captures());
    expect(after.requests).toEqual(before.requests);
    expect(after.judge.capturedYen(REFERENCE)).toBe(3980);
    expect(after.authorizations.size).toBe(2);
  });

  it('replay a first answer after a restart, and charge nothing', async () => {
    const paid = await openCounter({ ledger: openLedger({ file }) }).charge();

    const counter = openCounter({ ledger: openLedger({ file }), seed: 99 });
    const again = await counter.charge();

    expect(again).toEqual(paid);
    expect(counter.pay.ledger.judge.captures()).toHaveLength(1);
  });

  it('let time pass over a restart', async () => {
    const counter = openCounter({ ledger: openLedger({ file }) });
    await counter.charge({ authorizeAttributes: authorizeAttributes({ transactionTimeout: 5 }) });

    const reopened = openCounter({ ledger: openLedger({ file }), seed: 99 });
    reopened.clock.nowMs = Date.parse('2026-11-22T03:01:00Z');
    reopened.pay.passTime();

    expect(openLedger({ file }).judge.capturedYen(REFERENCE)).toBe(3980);
  });

  it('keep the new agreement as the current one after the old was closed', async () => {
    const counter = openCounter({ ledger: openLedger({ file }) });
    counter.merchant.closeBillingAgreement(await counter.setUp());
    const current = await counter.setUp();

    const reopened = openCounter({ ledger: openLedger({ file }), seed: 99 });

    expect(await reopened.setUp()).toBe(current);
  });

  it('lose only the commit that was being written when the process died', async () => {
    const counter = openCounter({ ledger: openLedger({ file }) });
    await counter.charge();
    appendFileSync(file, '[{"kind":"capture","record":{"amazonCaptu');

    const after = openLedger({ file });

    expect(after.judge.captures()).toHaveLength(1);
    expect(readFileSync(file, 'utf8').endsWith('\n')).toBe(true);
  });

  it.each([
    ['half a line', '[{"kind":"capture"\n'],
    ['a record without its amount', '[{"kind":"capture","record":{"amazonCaptureId":"x"}}]\n'],
    ['a kind that nobody knows', '[{"kind":"refund","record":{}}]\n'],
    ['another file', 'Hello\n'],
    ['a negative amount', negativeCapture()],
  ])('say which file and line is corrupt: %s', async (_what, line) => {
    await openCounter({ ledger: openLedger({ file }) }).setUp();
    appendFileSync(file, line);
    const content = readFileSync(file, 'utf8');

    expect(() => openLedger({ file })).toThrow(CorruptLedgerError);
    expect(() => openLedger({ file })).toThrow(`Amazon Pay's ledger ${file} is corrupt in line 2`);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('are rewritten in short form when the journal has grown long', async () => {
    const counter = openCounter({ ledger: openLedger({ file }) });
    const paid = await counter.charge();
    const [line] = readFileSync(file, 'utf8').split('\n');
    appendFileSync(file, `${line ?? ''}\n`.repeat(5_000));

    openLedger({ file });

    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThan(1_100);
    expect(existsSync(`${file}.new`)).toBe(false);
    expect(await openCounter({ ledger: openLedger({ file }) }).charge()).toEqual(paid);
    expect(openLedger({ file }).judge.capturedYen(REFERENCE)).toBe(3980);
  });

  it('begin empty where there is no file, and with an empty file', () => {
    expect(openLedger({ file }).requests).toEqual([]);
    writeFileSync(file, '');
    expect(openLedger({ file }).requests).toEqual([]);
  });
});

describe('a journal that cannot be written', () => {
  it('is a 500 before processing: nothing moves, the defect is heard, and a repetition works', async () => {
    let isFull = false;
    const counter = openCounter({
      ledger: createLedger(() => {
        if (isFull) throw new Error('disk full');
      }),
    });
    await counter.setUp();
    isFull = true;
    const failed = await counter.ask(setupDirective());
    isFull = false;

    expect(failed.status).toEqual({ code: '500', message: 'InternalServerError' });
    expect(counter.defects.map(String)).toEqual(['Error: disk full']);
    expect((await counter.charge()).status.code).toBe('200');
  });

  it('never moves money that is not written', async () => {
    let isFull = false;
    const counter = openCounter({
      ledger: createLedger((changes) => {
        if (isFull && changes.some(({ kind }) => kind === 'capture')) throw new Error('disk full');
      }),
    });
    isFull = true;
    const failed = await counter.charge();

    expect(failed.status.code).toBe('500');
    expect(counter.pay.ledger.judge.captures()).toEqual([]);
    expect(counter.pay.ledger.authorizations.size).toBe(0);
  });
});

describe('the list of requests', () => {
  it('keeps at least the last 10,000', async () => {
    const counter = openCounter();
    counter.pay.force(findScenario('Setup/InvalidSellerId'));
    await counter.ask(setupDirective());
    for (let count = 1; count < 20_000; count += 1) await counter.pay.connect(null, counter.context);

    expect(counter.pay.ledger.requests).toHaveLength(10_000);
    expect(counter.pay.ledger.requests.every(({ outcome }) => outcome === '400 validation')).toBe(true);
  });
});

function negativeCapture(): string {
  const record = {
    amazonCaptureId: 'S03-1234567-1234567-C123456',
    amazonAuthorizationId: 'S03-1234567-1234567-A123456',
    authorizationReferenceId: 'one',
    environment: 'SANDBOX',
    amountYen: -1,
    capturedAtMs: 1,
  };
  return `${JSON.stringify([{ kind: 'capture', record }])}\n`;
}
