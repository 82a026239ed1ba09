/** A checkout session as it is now: what its age has made of it. */
import type { CheckoutSession, ReleaseEnvironment } from '../amazon-pay/ledger-records';
import type { World } from './world';

const THIRTY_DAYS_MS = 2_592_000_000;
const ONE_DAY_MS = 86_400_000;

/**
 * The session under this id; undefined when there is none in this environment, or none any more: it is deleted after
 * thirty days. One that was not finalized within 24 hours is over, and is written down so.
 * @see seed 002 (ResourceNotFound); amazon-pay-server-apis.md, section 6
 */
export function presentSession(
  { ledger, effects }: World,
  id: string,
  environment: ReleaseEnvironment,
): CheckoutSession | undefined {
  const session = ledger.checkoutSessions.get(id);
  if (session?.environment !== environment) return undefined;
  const ageMs = effects.now() - session.createdAtMs;
  if (ageMs > THIRTY_DAYS_MS) return undefined;
  if (session.state !== 'Open' || ageMs <= ONE_DAY_MS) return session;
  const expired: CheckoutSession = { ...session, state: 'Canceled', reasonCode: 'Expired' };
  ledger.books.commit([{ kind: 'checkoutSession', record: expired }]);
  return expired;
}

/** Ends a session without a purchase. */
export function cancelSession({ ledger }: World, session: CheckoutSession, reasonCode: string): void {
  const record: CheckoutSession = { ...session, state: 'Canceled', reasonCode };
  ledger.books.commit([{ kind: 'checkoutSession', record }]);
}
