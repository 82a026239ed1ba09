/** The product's log as the judge reads it: an error that no injected fault explains is a violation. */
import type { Log, LogFields } from '../../../lambda/src/telemetry/log';
import type { Judge } from './judge';
import type { Trace } from './trace';

/** Errors that the injected faults explain. */
const EXPLAINED = ['storeUnavailable', 'conflict', 'storeItem'];

/** Makes the log of every process of a world. */
export function judgingLog(judge: Pick<Judge, 'report'>, trace: Trace): Log {
  const look = (fields: LogFields): void => {
    const { step, code = '', frames = '', orderId = '-' } = fields;
    trace.note('log', () => JSON.stringify({ ...fields, frames: undefined, action: undefined }));
    const isFailure = step === 'turnFailed' || step === 'workFailed';
    if (isFailure && !EXPLAINED.includes(code))
      judge.report(
        'unexpectedError',
        orderId,
        `${step} ${code} ${frames.split(' | ').slice(0, 3).join(' ')}`,
      );
  };
  return { info: () => undefined, warn: look, alert: look };
}
