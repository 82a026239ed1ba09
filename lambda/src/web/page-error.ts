import { type Log } from '../telemetry/log';
import { widgetErrorEvent } from './widgets/widget-error-event';

/** An error that Amazon's script in the page told, as far as it may be logged. */
export interface PageError {
  readonly source: string;
  readonly code: string;
}

/** Writes down an error of the page: where and which, nothing about the person. */
export function pageError(log: Log, orderId: string, error: PageError): void {
  const event = widgetErrorEvent(error);
  const fields = event?.fields ?? { step: 'pageError', operation: error.source, code: error.code };
  if (event?.action === undefined) log.warn({ ...fields, orderId });
  else log.alert({ ...fields, orderId, action: event.action });
}
