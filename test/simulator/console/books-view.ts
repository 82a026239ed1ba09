import type { Ledger } from '../amazon-pay/ledger';
import type { Authorization } from '../amazon-pay/ledger-records';
import type { AuthorizationView, BooksView } from './wire';

const SHOWN_AUTHORIZATIONS = 20;
const SHOWN_REQUESTS = 30;

/** Whose books are shown. `orderIds`: the buyer's orders; what was paid for them on the web is known by them alone. */
export interface BooksOwner {
  readonly userId: string;
  readonly orderIds: readonly string[];
}

/** Shows Amazon Pay's books for one buyer, newest first. */
export function viewBooks(ledger: Ledger, { userId, orderIds }: BooksOwner): BooksView {
  const agreements = [...ledger.billingAgreements.values()].filter(
    (one) => one.userId === userId || orderIds.includes(one.merchantReferenceId ?? ''),
  );
  const ids = new Set(agreements.map(({ billingAgreementId }) => billingAgreementId));
  const authorizations = [...ledger.authorizations.values()].filter((one) => ids.has(one.billingAgreementId));
  return {
    capturedYen: authorizations.reduce((sum, { capturedYen }) => sum + capturedYen, 0),
    agreements: agreements
      .map(({ billingAgreementId, status, periodMonth, periodYen }) => ({
        billingAgreementId,
        status,
        periodMonth,
        periodYen,
      }))
      .reverse(),
    authorizations: authorizations
      .slice(-SHOWN_AUTHORIZATIONS)
      .map((one) => viewAuthorization(one, ledger))
      .reverse(),
    requests: ledger.requests
      .filter((seen) => seen.userId === userId)
      .slice(-SHOWN_REQUESTS)
      .map(({ atMs, name, outcome, scenario }) => ({ atMs, name, outcome, ...(scenario && { scenario }) }))
      .reverse(),
  };
}

function viewAuthorization(authorization: Authorization, ledger: Ledger): AuthorizationView {
  const { amazonOrderReferenceId, planned, reasonCode } = authorization;
  const sellerOrderId = ledger.orderReferences.get(amazonOrderReferenceId)?.sellerOrderId;
  return {
    amazonAuthorizationId: authorization.amazonAuthorizationId,
    reference: authorization.authorizationReferenceId,
    ...(sellerOrderId && { sellerOrderId }),
    state: authorization.state,
    ...(reasonCode && { reasonCode }),
    softDecline: authorization.softDecline,
    amountYen: authorization.amountYen,
    capturedYen: authorization.capturedYen,
    captureIds: authorization.captureIds,
    createdAtMs: authorization.createdAtMs,
    ...(planned && authorization.state === 'Pending' && { decidedAtMs: planned.atMs }),
  };
}

/** Whether an authorization waits for a time that has come at `nowMs` (epoch milliseconds). */
export function isAnythingDue(ledger: Ledger, nowMs: number): boolean {
  return [...ledger.authorizations.values()].some(
    ({ planned }) => planned !== undefined && planned.atMs <= nowMs,
  );
}

/** Whole yen of each capture on this buyer's agreements, oldest first. */
export function capturesOf(ledger: Ledger, userId: string): readonly number[] {
  return ledger.judge.captures().flatMap(({ amazonAuthorizationId, amountYen }) => {
    const agreementId = ledger.authorizations.get(amazonAuthorizationId)?.billingAgreementId ?? '';
    return ledger.billingAgreements.get(agreementId)?.userId === userId ? [amountYen] : [];
  });
}
