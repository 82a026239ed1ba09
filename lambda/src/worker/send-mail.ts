import { hasOpenLink } from '../checkout/issue-link';
import { isOpen } from '../orders/change-order';
import { withFollowUp } from '../orders/follow-up';
import { type Mail, type Order } from '../orders/order';
import { addressAfter } from '../orders/outcome-changes';
import { type OrderState } from '../orders/state-table';
import { mailFor } from './compose-mail';
import { type WorkerDeps } from './worker-deps';
import { type WorkResult, writeStep } from './write-step';

/** A mail that was not taken goes again after these, then it is given up and a person is told. */
const MAIL_DELAYS_MS = [60_000, 5 * 60_000, 30 * 60_000] as const;

/**
 * Sends one mail of a leased order and notes what became of it. SMTP delivers at least once: when the note is lost the
 * mail goes again under the same Message-ID. The address is dropped with the last mail that may have to go out.
 * @see money-safety.md, section 8
 */
export async function sendMail(deps: WorkerDeps, order: Order, mail: Mail): Promise<WorkResult> {
  if (isOutdated(order, mail.kind, deps.now())) return withdraw(deps, order, mail);
  const isSent = await trySend(deps, order, mail);
  const tried = isSent ? sent(mail) : notSent(deps, mail);
  const mails = order.mails.map((other) => (other.kind === mail.kind ? tried : other));
  const isGivenUp = tried.state === 'givenUp';
  if (isGivenUp) alertGivenUp(deps, order, mail);
  const changes = {
    mails,
    email: addressAfter({ ...order, mails }),
    ...(isGivenUp
      ? {
          followUps: withFollowUp(order, { kind: 'merchantAlert', reason: 'mailGivenUp', nowMs: deps.now() }),
        }
      : {}),
  };
  return writeStep(deps, order, {
    state: order.state,
    changes,
    step: isSent ? 'mailSent' : 'mailNotSent',
    reason: mail.kind,
  });
}

/** States in which an order is taken and not paid, as a mail of the kind `accepted` says. */
const ACCEPTED: readonly OrderState[] = ['AUTHORIZED', 'CHARGEABLE'];

/**
 * Whether a mail would no longer be true. A buyer who consented again must not read that nothing was paid and to order
 * once more; a link that was closed, used or is over must not go out; an order that is paid meanwhile is not "not yet".
 */
function isOutdated(order: Order, kind: Mail['kind'], nowMs: number): boolean {
  switch (kind) {
    case 'paid':
      return false;
    case 'notPaid':
      return !isOpen(order);
    case 'accepted':
      return !ACCEPTED.includes(order.state);
    case 'payLink':
      return !hasOpenLink(order, nowMs);
  }
}

function withdraw(deps: WorkerDeps, order: Order, mail: Mail): Promise<WorkResult> {
  const mails = order.mails.filter(({ kind }) => kind !== mail.kind);
  return writeStep(deps, order, {
    state: order.state,
    changes: { mails, email: addressAfter({ ...order, mails }) },
    step: 'mailWithdrawn',
    reason: mail.kind,
  });
}

async function trySend(deps: WorkerDeps, order: Order, { kind }: Mail): Promise<boolean> {
  const { mailer } = deps;
  const outgoing = mailFor(order, kind, deps);
  if (mailer === undefined || outgoing === undefined) return false;
  return mailer.send(outgoing).then(
    () => true,
    () => false,
  );
}

function sent(mail: Mail): Mail {
  return { ...mail, state: 'sent', tries: mail.tries + 1 };
}

function notSent({ mailer, now }: WorkerDeps, mail: Mail): Mail {
  const delayMs = mailer === undefined ? undefined : MAIL_DELAYS_MS[mail.tries];
  const tries = mail.tries + 1;
  if (delayMs === undefined) return { ...mail, state: 'givenUp', tries };
  return { ...mail, tries, nextAtMs: now() + delayMs };
}

function alertGivenUp({ log }: WorkerDeps, { orderId }: Order, { kind }: Mail): void {
  log.alert({
    step: 'mailGivenUp',
    orderId,
    reason: kind,
    action: 'The mail was not taken (check SMTP_URL and MAIL_FROM): tell the buyer another way.',
  });
}
