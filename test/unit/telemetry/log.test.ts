import { errorFields } from '../../../lambda/src/telemetry/error-fields';
import { createLog } from '../../../lambda/src/telemetry/log';
import { memoryStream } from './memory-stream';

const NOW = () => Date.parse('2026-11-22T03:00:00Z');

describe('the log', () => {
  it('writes one JSON line per step, with level and time and nothing of the machine', () => {
    const stream = memoryStream();

    createLog(NOW, stream).info({
      step: 'chargeSent',
      orderId: '261122-482109',
      attempt: 1,
      amountYen: 3192,
    });

    expect(stream.text()).toMatch(/^[^\n]+\n$/);
    expect(stream.lines()).toEqual([
      {
        level: 'info',
        time: '2026-11-22T03:00:00.000Z',
        step: 'chargeSent',
        orderId: '261122-482109',
        attempt: 1,
        amountYen: 3192,
      },
    ]);
  });

  it('marks an alert for the merchant, and nothing else', () => {
    const stream = memoryStream();
    const log = createLog(NOW, stream);

    log.alert({
      step: 'merchantAlert',
      action: 'Set the seller ID.',
      code: 'InvalidSellerId',
      parameters: ['sellerId'],
    });
    log.warn({ step: 'countedEvent' });
    log.info({ step: 'turn' });

    expect(stream.lines().map(({ level, alert }) => [level, alert])).toEqual([
      ['error', true],
      ['warn', undefined],
      ['info', undefined],
    ]);
    expect(stream.lines()[0]).toMatchObject({
      step: 'merchantAlert',
      action: 'Set the seller ID.',
      code: 'InvalidSellerId',
      parameters: ['sellerId'],
    });
  });

  it('keeps a line a line, whatever a field holds', () => {
    const stream = memoryStream();

    createLog(NOW, stream).warn({ step: 'x', reason: 'first\nsecond\u2028"third"', code: undefined });

    expect(stream.text().split('\n')).toHaveLength(2);
    expect(stream.lines()[0]).toMatchObject({ reason: 'first\nsecond\u2028"third"' });
    expect(stream.lines()[0]).not.toHaveProperty('code');
  });
});

describe('what the log tells of an error', () => {
  class ShopError extends Error {
    readonly code = 'shopError';
  }

  it('is its code or name, its cause and where it was, never its message', () => {
    const fields = errorFields(new ShopError('見本 太郎 did not pay', { cause: new TypeError('secret') }));

    expect(fields.code).toBe('shopError');
    expect(fields.causeName).toBe('TypeError');
    expect(fields.frames).toContain('log.test.ts');
    expect(JSON.stringify(fields)).not.toMatch(/見本|did not pay|secret/);
  });

  it('is the name without a code of its own', () => {
    expect(errorFields(new RangeError('x'))).toMatchObject({ code: 'RangeError', causeName: undefined });
    expect(errorFields(Object.assign(new Error('x'), { code: 7 })).code).toBe('Error');
    expect(errorFields(new Error('x', { cause: 'text' })).causeName).toBeUndefined();
  });

  it('is at most six frames', () => {
    expect(errorFields(new Error('x')).frames?.split(' | ')).toHaveLength(6);
  });

  it('is little without a stack', () => {
    const error = new Error('x');
    Reflect.deleteProperty(error, 'stack');

    expect(errorFields(error)).toEqual({ code: 'Error', causeName: undefined, frames: '' });
  });

  it.each([['a text'], [undefined], [null], [7], [{ message: 'x' }]])(
    'is nothing of a thrown %j',
    (thrown) => {
      expect(errorFields(thrown)).toEqual({ code: 'thrownValue' });
    },
  );
});
