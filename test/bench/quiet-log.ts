import { createLog, type Log } from '../../lambda/src/telemetry/log';

/** The product's log with its real work, written to nowhere: a bench pays for each line without printing it. */
export function unprintedLog(now: () => number): Log {
  return createLog(now, { write: () => undefined });
}
