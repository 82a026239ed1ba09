import { type Changes, moveTo } from '../orders/change-order';
import { type Order } from '../orders/order';
import { type OrderState } from '../orders/state-table';
import { mailFor } from './compose-mail';
import { questionFor, reconciled, toPerson } from './reconcile';
import { nextWork, type Work } from './work';
import { type Reading, type WorkerDeps } from './worker-deps';

/** What became of one order in one pass. */
export type WorkResult = 'nothingDue' | 'done' | 'takenByAnother';

/** Long enough for one question to Amazon Pay or one mail; a worker that died loses its lease after it. */
const LEASE_MS = 30_000;

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
    case 'expireQuote':
      return write(deps, order, {
        state: 'CART',
        changes: order.quote === undefined ? {} : { quote: { ...order.quote, asked: false } },
        step: 'quoteExpired',
      });
    case 'abandon':
      return write(deps, order, {
        state: 'ABANDONED',
        changes: { lease: undefined, untold: true, email: undefined },
        step: 'orderAbandoned',
      });
    case 'giveUpWaiting':
      return write(deps, order, { state: 'UNKNOWN', changes: {}, step: 'answerMissing' });
    case 'confirm':
      return write(deps, order, {
        state: 'CONFIRMED',
        changes: { email: undefined, lease: undefined },
        step: 'orderConfirmed',
      });
    case 'reconcile':
      return underLease(deps, order, (leased) => reconcile(deps, leased));
    case 'sendMail':
      return underLease(deps, order, (leased) => sendMail(deps, leased, work.mail));
  }
}

interface Step {
  readonly state: OrderState;
  readonly changes: Changes;
  readonly step: string;
  readonly reason?: string;
}

async function write(
  { store, log, now }: WorkerDeps,
  order: Order,
  { state, changes, step, reason }: Step,
): Promise<WorkResult> {
  const nowMs = now();
  const isWritten = await store.replaceOrder(moveTo(order, state, { ...changes, nowMs }));
  if (!isWritten) return 'takenByAnother';
  const attempt = order.attempts.at(-1);
  const fields = {
    orderId: order.orderId,
    state,
    reason,
    attempt: attempt?.n,
    authorizationReferenceId: attempt?.content.authorizationReferenceId,
  };
  if (state === 'NEEDS_HUMAN') log.alert({ step: 'needsHuman', action: NEEDS_HUMAN_ACTION, ...fields });
  else log.info({ step, ...fields });
  return 'done';
}

const NEEDS_HUMAN_ACTION =
  'The result of this charge is not known. Look the order up in Seller Central by its number, then: npm run follow-up -- resolve.';

async function underLease(
  deps: WorkerDeps,
  order: Order,
  act: (leased: Order) => Promise<WorkResult>,
): Promise<WorkResult> {
  const lease = { owner: deps.owner, untilMs: deps.now() + LEASE_MS };
  // `updatedAtMs` stays: a lease is no news about the order, and waiting times count from it.
  const leased = { ...order, lease, version: order.version + 1 };
  return (await deps.store.replaceOrder(leased)) ? act(leased) : 'takenByAnother';
}

async function reconcile(deps: WorkerDeps, order: Order): Promise<WorkResult> {
  const question = questionFor(order, deps);
  const nowMs = deps.now();
  if (question.kind === 'none') {
    const { state, changes, reason } = toPerson(order, 'noWayToAsk', nowMs);
    return write(deps, order, {
      state,
      changes: { ...changes, lease: undefined },
      step: 'reconciled',
      reason,
    });
  }
  const reading = await ask(deps, question);
  const { state, changes, reason } = reconciled(order, reading, deps.now());
  return write(deps, order, { state, changes: { ...changes, lease: undefined }, step: 'reconciled', reason });
}

async function ask(
  { chargeReader }: WorkerDeps,
  question: Exclude<ReturnType<typeof questionFor>, { kind: 'none' }>,
): Promise<Reading> {
  if (chargeReader === undefined) return { type: 'noAnswer', reason: 'noReader' };
  return question.kind === 'read'
    ? chargeReader.readAuthorization(question.amazonAuthorizationId)
    : chargeReader.repeatCharge(question.attempt.content);
}

/** A mail that was not taken goes again after these, then it is given up and a person is told. */
const MAIL_DELAYS_MS = [60_000, 5 * 60_000, 30 * 60_000] as const;

async function sendMail(
  deps: WorkerDeps,
  order: Order,
  mail: Extract<Work, { kind: 'sendMail' }>['mail'],
): Promise<WorkResult> {
  const outgoing = mailFor(order, mail.kind, deps.shop);
  const isSent =
    outgoing !== undefined &&
    deps.mailer !== undefined &&
    (await deps.mailer.send(outgoing).then(
      () => true,
      () => false,
    ));
  const delayMs =
    deps.mailer === undefined || outgoing === undefined ? undefined : MAIL_DELAYS_MS[mail.tries];
  const state = isSent ? 'sent' : delayMs === undefined ? 'givenUp' : 'due';
  const tried = { ...mail, state, tries: mail.tries + 1, nextAtMs: deps.now() + (delayMs ?? 0) } as const;
  const mails = order.mails.map((other) => (other.kind === mail.kind ? tried : other));
  if (state === 'givenUp') {
    deps.log.alert({
      step: 'mailGivenUp',
      orderId: order.orderId,
      reason: mail.kind,
      action: 'The mail server did not take the mail (SMTP_URL, MAIL_FROM): tell the buyer another way.',
    });
  }
  const email =
    mails.some((other) => other.state === 'due') || order.state === 'PAID' ? order.email : undefined;
  return write(deps, order, {
    state: order.state,
    changes: { mails, email, lease: undefined },
    step: isSent ? 'mailSent' : 'mailNotSent',
    reason: mail.kind,
  });
}
