import { askAboutCheckout } from '../checkout/ask-about';
import { type Order } from '../orders/order';
import { questionFor, reconciled, toPerson, type Question } from './reconcile';
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
  if (isPaidByCheckout(order)) return reconcileCheckout(deps, order);
  const question = questionFor(order, deps);
  const next =
    question.kind === 'none'
      ? toPerson(order, 'noWayToAsk', deps.now())
      : reconciled(order, await ask(deps, question), deps.now());
  return writeStep(deps, order, { ...next, step: 'reconciled' });
}

async function reconcileCheckout(deps: WorkerDeps, order: Order): Promise<WorkResult> {
  const { checkoutCalls, now } = deps;
  const next =
    checkoutCalls === undefined
      ? toPerson(order, 'noWayToAsk', now())
      : reconciledCheckout(
          order,
          await askAboutCheckout(checkoutCalls, order, { mayRepeat: mayRepeatFinalize(order, now()) }),
          now(),
        );
  return writeStep(deps, order, { ...next, step: 'reconciled' });
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
