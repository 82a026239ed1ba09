import { type ConnectionsDirective } from '../alexa/directive';
import { type Answer } from '../alexa/respond';
import { type ChargeTerms, withNextAttempt } from '../orders/attempt';
import { type Change, changeOrder, moveTo } from '../orders/change-order';
import { type Order, type SentDirective } from '../orders/order';
import { type VoiceQuote } from '../orders/quote';
import { chargePayload, chargePayloadFaults } from '../payment/charge-payload';
import { line } from '../voice/line';
import { renderText } from '../voice/render';
import { statusLines } from '../voice/replies/status';
import { alertPayloadFaults } from './alerts';
import { type Visit } from './handler';
import { dropUnsentConsent, tokenFor } from './present-order';
import { nextDirective } from './send-setup';

/** The order with the buyer's consent to this quote, and with the attempt that will be sent. Nothing has left yet. */
export function consented(visit: Visit, order: Order, quote: VoiceQuote): Order {
  const nowMs = visit.deps.now();
  const settled = dropUnsentConsent(order, nowMs);
  const attempts = withNextAttempt(settled.attempts, chargeTerms(visit, order.orderId, quote), nowMs);
  return moveTo(order, 'CONSENTED', { attempts, quote: { ...quote, asked: false }, nowMs });
}

function chargeTerms({ deps: { config, shop } }: Visit, orderId: string, quote: VoiceQuote): ChargeTerms {
  return {
    sellerId: config.sellerId,
    storeName: shop.merchantName,
    orderId,
    billingAgreementId: quote.billingAgreementId,
    amountYen: quote.totalYen,
    sellerNote: renderText([line('sellerNote')], shop),
    sellerAuthorizationNote: config.sellerAuthorizationNote,
    ...(quote.ships ? {} : { inheritShippingAddress: false }),
  };
}

/**
 * Sends Charge for an order whose consent is stored. Writes `CHARGE_SENT` first: from then on the directive may have
 * left. When somebody else moved the order on, nothing is sent and the buyer hears where it stands.
 * @see money-safety.md, sections 2 (8), 3 and 5
 */
export async function sendCharge(
  visit: Visit,
  order: Order,
  { setUpAgain }: { setUpAgain: boolean },
): Promise<Answer> {
  const { store, now, log } = visit.deps;
  const answer = await changeOrder(store, order, (current): Change<Answer> => {
    const isOurs = current.state === 'CONSENTED' && current.version === order.version;
    if (!isOurs) return { result: { speech: statusLines(current) } };
    const awaiting = nextDirective(current, { operation: 'Charge', resent: false, setUpAgain });
    const directive = chargeDirective(visit, current, awaiting);
    const faults = directive === undefined ? ['attempts'] : chargePayloadFaults(directive.payload);
    if (faults.length > 0)
      return { result: alertPayloadFaults(visit, current, { operation: 'Charge', faults }) };
    return {
      order: moveTo(current, 'CHARGE_SENT', {
        ...sentFields(current, awaiting),
        chargedOn: 'billingAgreement',
        nowMs: now(),
      }),
      result: { speech: [line('chargeStarting')], directive },
    };
  });
  if (answer.directive !== undefined) logCharge(visit, order, log);
  return answer;
}

/** After a repeated Setup the Charge is part of that answer's reply: a second copy of the answer gets it again. */
function sentFields(
  order: Order,
  awaiting: SentDirective,
): Pick<Order, 'awaiting' | 'directivesSent' | 'answered'> {
  const { answered } = order;
  const fields = { awaiting, directivesSent: awaiting.no };
  return awaiting.setUpAgain && answered !== undefined
    ? { ...fields, answered: { ...answered, again: awaiting } }
    : fields;
}

/** The Charge directive of the order's last attempt: byte-identical in each repetition but for the token. */
export function chargeDirective(
  visit: Visit,
  { orderId, attempts }: Order,
  { no }: SentDirective,
): Extract<ConnectionsDirective, { name: 'Charge' }> | undefined {
  const attempt = attempts.at(-1);
  if (attempt === undefined) return undefined;
  const token = tokenFor(visit, { orderId, use: 'charge', no });
  return { type: 'Connections.SendRequest', name: 'Charge', payload: chargePayload(attempt.content), token };
}

function logCharge({ turn }: Visit, { orderId, attempts }: Order, log: Visit['deps']['log']): void {
  const attempt = attempts.at(-1);
  log.info({
    step: 'chargeSent',
    requestId: turn.requestId,
    orderId,
    attempt: attempt?.n,
    authorizationReferenceId: attempt?.content.authorizationReferenceId,
    amountYen: attempt?.content.amountYen,
  });
}
