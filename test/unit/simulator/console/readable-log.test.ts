import { createReadableLog } from '../../../simulator/console/readable-log';

function openLog() {
  const lines: string[] = [];
  return { log: createReadableLog((line) => void lines.push(line)), lines };
}

describe('the lines a merchant reads in the terminal', () => {
  it('says of an alert what it is about and what to do', () => {
    const { log, lines } = openLog();

    log.alert({
      step: 'merchantAlert',
      row: 'a26',
      code: 'InvalidSellerId',
      orderId: '261122-000001',
      action: 'Check the configured seller ID.',
    });

    expect(lines).toEqual([
      '⚠ ALERT    InvalidSellerId (row a26) order 261122-000001',
      '           → Check the configured seller ID.',
    ]);
  });

  it('says of a defect where it happened', () => {
    const { log, lines } = openLog();

    log.alert({
      step: 'turnFailed',
      code: 'TypeError',
      frames: 'at one (x.ts:1:1)',
      action: 'Read the frames.',
    });

    expect(lines).toEqual([
      '⚠ ALERT    turnFailed TypeError',
      '           → Read the frames.',
      'at one (x.ts:1:1)',
    ]);
  });

  it('shows counted events and other warnings apart', () => {
    const { log, lines } = openLog();

    log.warn({ step: 'countedEvent', row: 'a37', code: 'InternalServerError', orderId: '261122-000002' });
    log.warn({ step: 'requestRefused', reason: 'notJson' });

    expect(lines).toEqual([
      '· counted  InternalServerError (row a37) order 261122-000002',
      '! warning  requestRefused notJson',
    ]);
  });

  it('keeps quiet about ordinary steps', () => {
    const { log, lines } = openLog();

    log.info({ step: 'turn', elapsedMs: 12 });

    expect(lines).toEqual([]);
  });
});
