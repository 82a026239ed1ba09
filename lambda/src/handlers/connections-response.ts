import { type Answer } from '../alexa/respond';
import { changeOrder } from '../orders/change-order';
import { verifyToken } from '../orders/token';
import { type Operation } from '../payment/code-row';
import { parseConnectionsResponse } from '../payment/parse-connections-response';
import { line } from '../voice/line';
import { alertRefusedAnswer, reportAnswer } from './alerts';
import { applyAnswer, type Applied } from './apply-answer';
import { forRequestType, type Handler, type Visit } from './handler';
import { tokenKey } from './present-order';
import { readEmail } from './read-email';
import { sendCharge } from './send-charge';
import { offerWebCheckout } from './web-checkout';

/**
 * Takes every answer of Amazon Pay, Setup and Charge alike: the signed token leads to the order and the directive, the
 * classifier says what the answer means, the decision what is said and done.
 */
export const connectionsResponseHandler: Handler = {
  name: 'Connections.Response',
  canHandle: forRequestType('Connections.Response'),
  handle: (visit) => takeAnswer(visit),
};

const OPERATION = { setup: 'Setup', charge: 'Charge' } as const satisfies Record<string, Operation>;

async function takeAnswer(visit: Visit): Promise<Answer> {
  const { store, now } = visit.deps;
  const response = parseConnectionsResponse(visit.turn.request);
  const claim = verifyToken(response.token, tokenKey(visit));
  if (claim === undefined || (claim.use !== 'setup' && claim.use !== 'charge'))
    return refuse(visit, 'tokenNotOurs');
  const operation = OPERATION[claim.use];
  if (response.name !== operation) {
    const apology = await refuse(visit, 'otherOperation', claim.orderId);
    // The token is genuine: a charge is under way, whatever this answer calls itself.
    return operation === 'Charge' ? { speech: [...apology.speech, line('resultBeingChecked')] } : apology;
  }
  const order = await store.readOrder(claim.orderId);
  if (order === undefined) return refuse(visit, 'orderUnknown', claim.orderId);
  const email =
    operation === 'Setup' && response.agreement !== undefined ? await readEmail(visit) : undefined;
  const applied = await changeOrder(store, order, (current) =>
    applyAnswer(visit, current, { no: claim.no, operation, response, email, nowMs: now() }),
  );
  return finish(visit, applied);
}

async function finish(visit: Visit, applied: Applied): Promise<Answer> {
  switch (applied.type) {
    case 'refused':
      return refuse(visit, applied.reason, applied.order.orderId);
    case 'overtaken':
      return applied.answer;
    case 'repeated':
      return withOffer(visit, applied);
    case 'answered':
      report(visit, applied);
      return withOffer(visit, applied);
    case 'chargeNext':
      report(visit, applied);
      return sendCharge(visit, applied.order, { setUpAgain: true });
  }
}

/** The link is made only now, after the voice result was written: whatever becomes of it, the result stands. */
async function withOffer(
  visit: Visit,
  { answer, order, offersWeb }: Extract<Applied, { type: 'answered' | 'repeated' }>,
): Promise<Answer> {
  return offersWeb ? offerWebCheckout(visit, order, answer) : answer;
}

function report(visit: Visit, applied: Extract<Applied, { type: 'answered' | 'chargeNext' }>): void {
  const { order, event, alert } = applied;
  visit.deps.log.info({
    step: 'answerApplied',
    requestId: visit.turn.requestId,
    orderId: order.orderId,
    state: order.state,
    row: event.row.row,
    reason: event.reason,
    statusCode: /^\d{3}$/.test(event.statusCode ?? '') ? event.statusCode : undefined,
    attempt: order.attempts.at(-1)?.n,
    authorizationReferenceId: order.attempts.at(-1)?.content.authorizationReferenceId,
  });
  reportAnswer(visit, order, { event, alert });
}

async function refuse(visit: Visit, reason: string, orderId?: string): Promise<Answer> {
  await alertRefusedAnswer(visit, reason, orderId);
  return { speech: [line('genericApology')] };
}
