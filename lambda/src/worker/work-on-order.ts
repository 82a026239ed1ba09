import { askAboutCheckout } from '../checkout/ask-about';
import { type Order } from '../orders/order';
import { type Question, questionFor, type Reconciled, reconciled, toPerson } from './reconcile';
import { isPaidByCheckout, mayRepeatFinalize, reconciledCheckout } from './reconcile-checkout';
import { sendMail } from './send-mail';
import { nextWork } from './work';
import { type Reading, type WorkerDeps } from './worker-deps';
import { underLease, type WorkResult, writeStep } from './write-step';

/**
 * Does the next due work of an order, if any. Work with an effect outside (a question to Amazon Pay, a mail) is done
 * under a lease, written first; every result is one conditional write. Whoever loses a write leaves the order alone.
 * @throws StoreUnavailableError, StoreItemError as the store does
 */
export async function workOnOrder(deps: WorkerDeps, orderId: string): Promise<WorkResult> {
  const order = await deps.store.readOrder(orderId);
  if (order === undefined) return 'nothingDue';
  const work = nextWork(order, deps.now());
  switch (work.kind) {
    case 'none':
      return 'nothingDue';
    case 'expireQuote': {
      const quote = order.quote === undefined ? undefined : { ...order.quote, asked: false };
      return writeStep(deps, order, {
        state: 'CART',
        changes: { quote, email: undefined },
        step: 'quoteExpired',
      });
    }
    case 'abandon':
      return writeStep(deps, order, {
        state: 'ABANDONED',
        changes: { untold: true, email: undefined },
        step: 'orderAbandoned',
      });
    case 'expireLink':
      // The goods stay: the next visit offers them again.
      return writeStep(deps, order, {
        state: 'ABANDONED',
        changes: { untold: true, email: undefined, mails: withoutLinkMail(order) },
        step: 'linkExpired',
      });
    case 'giveUpWaiting':
      return writeStep(deps, order, { state: 'UNKNOWN', changes: {}, step: 'answerMissing' });
    case 'confirm':
      return writeStep(deps, order, {
        state: 'CONFIRMED',
        changes: { email: undefined },
        step: 'orderConfirmed',
      });
    case 'reconcile':
      return underLease(deps, order, (leased) => reconcile(deps, leased));
    case 'sendMail':
      return underLease(deps, order, (leased) => sendMail(deps, leased, work.mail));
  }
}

/** A link that is over must not be mailed any more. */
function withoutLinkMail({ mails }: Order): Order['mails'] {
  return mails.filter(({ kind, state }) => kind !== 'payLink' || state !== 'due');
}

async function reconcile(deps: WorkerDeps, order: Order): Promise<WorkResult> {
  const next = isPaidByCheckout(order) ? await askByCheckout(deps, order) : await askByCharge(deps, order);
  const { state, reason, isLadderOver } = next;
  const result = await writeStep(deps, order, { ...next, step: 'reconciled' });
  // A line of its own, which the stack's alarm counts.
  if (result === 'done' && isLadderOver === true)
    deps.log.warn({ step: 'ladderExhausted', orderId: order.orderId, state, reason });
  return result;
}

async function askByCharge(deps: WorkerDeps, order: Order): Promise<Reconciled> {
  const question = questionFor(order, deps);
  return question.kind === 'none'
    ? toPerson(order, 'noWayToAsk', deps.now())
    : reconciled(order, await ask(deps, question), deps.now());
}

async function askByCheckout({ checkoutCalls, now }: WorkerDeps, order: Order): Promise<Reconciled> {
  if (checkoutCalls === undefined) return toPerson(order, 'noWayToAsk', now());
  const mayRepeat = mayRepeatFinalize(order, now());
  return reconciledCheckout(order, await askAboutCheckout(checkoutCalls, order, { mayRepeat }), now());
}

async function ask(
  { chargeReader }: WorkerDeps,
  question: Exclude<Question, { kind: 'none' }>,
): Promise<Reading> {
  if (chargeReader === undefined) return { type: 'noAnswer', reason: 'noReader' };
  return question.kind === 'read'
    ? chargeReader.readAuthorization(question.amazonAuthorizationId)
    : chargeReader.repeatCharge(question.attempt.content);
}
