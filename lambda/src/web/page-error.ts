import { type Log } from '../telemetry/log';

/** An error that Amazon's script in the page told, as far as it may be logged. */
export interface PageError {
  readonly source: string;
  readonly code: string;
}

/** Writes down an error of the page: where and which, nothing about the person. */
export function pageError(log: Log, orderId: string, { source, code }: PageError): void {
  log.warn({ step: 'pageError', orderId, operation: source, code });
}
