import { type Answer } from '../alexa/respond';
import { type Order } from '../orders/order';
import { type CodeRow, type Operation } from '../payment/code-row';
import { type Decision } from '../payment/decide';
import { errorFields } from '../telemetry/error-fields';
import { line } from '../voice/line';
import { type Visit } from './handler';

/** What an alert is about. `parameters`: field names Amazon Pay or our own check complained about, never values. */
export interface AnswerEvent {
  readonly row: CodeRow;
  readonly reason: string;
  readonly errorCode: string | undefined;
  readonly statusCode: string | undefined;
  readonly parameters: readonly string[];
}

/**
 * Tells the merchant: an alert line with code, corrective action and order id, or a counted event.
 * @see outcome-table.md, section 1 (alert)
 */
export function reportAnswer(
  visit: Visit,
  order: Order,
  { event, alert }: { event: AnswerEvent; alert: Decision['alert'] },
): void {
  const { log } = visit.deps;
  const fields = {
    requestId: visit.turn.requestId,
    orderId: order.orderId,
    row: event.row.row,
    code: loggableCode(event.errorCode) ?? event.row.code,
    reason: event.reason,
    statusCode: loggableStatus(event.statusCode),
    ...(event.parameters.length === 0 ? {} : { parameters: event.parameters }),
  };
  if (alert === 'now') log.alert({ step: 'merchantAlert', action: event.row.action, ...fields });
  if (alert === 'counted') log.warn({ step: 'countedEvent', ...fields });
}

/** Our own payload breaks a documented limit: nothing is sent, the merchant is told which fields. */
export function alertPayloadFaults(
  visit: Visit,
  { orderId }: Order,
  { operation, faults }: { operation: Operation; faults: readonly string[] },
): Answer {
  visit.deps.log.alert({
    step: 'payloadRefused',
    requestId: visit.turn.requestId,
    orderId,
    operation,
    parameters: faults,
    action:
      'Correct the fields named in parameters (shop.json or the environment): they break a limit of Amazon Pay.',
  });
  return { speech: [line('genericApology'), line('orderNotPlaced')] };
}

/**
 * An answer that belongs to no directive of ours: no order changes, the merchant is told, and the alert waits on the
 * follow-up list. When even that cannot be written, the log line is what is left.
 */
export async function alertRefusedAnswer(visit: Visit, reason: string, orderId?: string): Promise<void> {
  const { log, store, now } = visit.deps;
  const { requestId } = visit.turn;
  const step = 'answerRefused';
  log.alert({
    step,
    requestId,
    orderId,
    reason,
    action:
      'An answer of Amazon Pay came with a token that leads to no open directive: compare the order with Seller Central.',
  });
  const alert = {
    alertId: requestId,
    version: 1,
    openedAtMs: now(),
    step,
    reason: `${reason} ${orderId ?? ''}`.trim(),
  };
  await store.replaceAlert(alert).catch((error: unknown) => {
    log.warn({ step: 'alertNotStored', requestId, ...errorFields(error) });
  });
}

function loggableStatus(statusCode: string | undefined): string | undefined {
  return statusCode !== undefined && /^\d{3}$/.test(statusCode) ? statusCode : undefined;
}

/** A code may come from anywhere: only what looks like one gets into the log. */
function loggableCode(code: string | undefined): string | undefined {
  return code !== undefined && /^[A-Za-z_]{3,64}$/.test(code) ? code : undefined;
}
