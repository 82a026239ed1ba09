import { type Log, type LogFields } from '../../lambda/src/telemetry/log';

/** A log that keeps what it is told. */
export interface RecordingLog extends Log {
  readonly alerts: LogFields[];
  readonly warnings: LogFields[];
  readonly lines: LogFields[];
  clear(): void;
}

/** Makes a log whose lines a test can look at. */
export function recordingLog(): RecordingLog {
  const alerts: LogFields[] = [];
  const warnings: LogFields[] = [];
  const lines: LogFields[] = [];
  return {
    alerts,
    warnings,
    lines,
    info: (fields) => lines.push(fields),
    warn: (fields) => {
      warnings.push(fields);
      lines.push(fields);
    },
    alert: (fields) => {
      alerts.push(fields);
      lines.push(fields);
    },
    clear() {
      alerts.length = 0;
      warnings.length = 0;
      lines.length = 0;
    },
  };
}
