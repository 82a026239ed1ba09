/** The books of the simulated Amazon Pay, in memory: what really happened to the money. */
import type { SimulatedBuyer } from './account';
import type {
  Authorization,
  BillingAgreement,
  Capture,
  Change,
  CheckoutSession,
  FirstAnswer,
  OrderReference,
  Refund,
  ReleaseEnvironment,
  SeenRequest,
} from './ledger-records';

/** What only a judge may know (tests, simulation): the merchant has no such question. */
interface LedgerJudge {
  /** Whole yen captured under one AuthorizationReferenceId, in both environments; 0 when there is none. */
  capturedYen(authorizationReferenceId: string): number;
  /** Whole yen captured per AuthorizationReferenceId; references without a capture are left out. */
  capturedYenByReference(): ReadonlyMap<string, number>;
  /** Every capture in the order in which it happened. */
  captures(): readonly Capture[];
}

/**
 * The books. The maps may be read freely (console, tests); a merchant's code gets only what
 * `merchant-operations.ts` offers, because no documented operation finds an authorization by the merchant's
 * own reference id.
 */
export interface Ledger {
  readonly buyers: ReadonlyMap<string, SimulatedBuyer>;
  readonly billingAgreements: ReadonlyMap<string, BillingAgreement>;
  readonly orderReferences: ReadonlyMap<string, OrderReference>;
  readonly authorizations: ReadonlyMap<string, Authorization>;
  readonly captures: ReadonlyMap<string, Capture>;
  readonly refunds: ReadonlyMap<string, Refund>;
  readonly checkoutSessions: ReadonlyMap<string, CheckoutSession>;
  /** The latest requests, oldest first; at least the last 10,000 are kept. */
  readonly requests: readonly SeenRequest[];
  readonly judge: LedgerJudge;
  /** Amazon Pay's own indexes and its pen; nothing outside `amazon-pay/` uses it. */
  readonly books: LedgerBooks;
}

/** Amazon Pay's inner side of the books. */
interface LedgerBooks {
  /** Writes changes that belong together: all of them or, when the journal cannot be written, none. */
  commit(changes: readonly Change[]): void;
  agreementOf(environment: ReleaseEnvironment, userId: string): BillingAgreement | undefined;
  firstAnswer(environment: ReleaseEnvironment, authorizationReferenceId: string): FirstAnswer | undefined;
  /** Authorizations whose planned change is due at `nowMs` (epoch milliseconds), in the order of their time. */
  due(nowMs: number): readonly Authorization[];
}

const KEPT_REQUESTS = 10_000;

/**
 * Opens empty books in memory.
 * `record` is called with each group of changes before they take effect; when it throws, nothing changes.
 */
export function createLedger(record: (changes: readonly Change[]) => void = () => undefined): Ledger {
  const buyers = new Map<string, SimulatedBuyer>();
  const billingAgreements = new Map<string, BillingAgreement>();
  const orderReferences = new Map<string, OrderReference>();
  const authorizations = new Map<string, Authorization>();
  const captures = new Map<string, Capture>();
  const refunds = new Map<string, Refund>();
  const checkoutSessions = new Map<string, CheckoutSession>();
  const firstAnswers = new Map<string, FirstAnswer>();
  const capturedYen = new Map<string, number>();
  const agreementByBuyer = new Map<string, string>();
  const planned = new Set<string>();
  const requests: SeenRequest[] = [];
  let nextDueMs = Number.POSITIVE_INFINITY;

  const put = (change: Change): void => {
    switch (change.kind) {
      case 'buyer':
        buyers.set(change.record.userId, change.record);
        return;
      case 'billingAgreement':
        putAgreement(change.record);
        return;
      case 'orderReference':
        orderReferences.set(change.record.amazonOrderReferenceId, change.record);
        return;
      case 'authorization':
        putAuthorization(change.record);
        return;
      case 'capture':
        putCapture(change.record);
        return;
      case 'refund':
        refunds.set(change.record.amazonRefundId, change.record);
        return;
      case 'checkoutSession':
        checkoutSessions.set(change.record.checkoutSessionId, change.record);
        return;
      case 'firstAnswer':
        firstAnswers.set(change.record.key, change.record);
        return;
      case 'request':
        requests.push(change.record);
        // Cut in large steps: shifting the array once per request would cost a copy each time.
        if (requests.length >= 2 * KEPT_REQUESTS) requests.splice(0, KEPT_REQUESTS);
        return;
    }
  };

  const putAgreement = (agreement: BillingAgreement): void => {
    // Only a new agreement becomes the buyer's current one: a late change of a closed one must not take its place.
    if (!billingAgreements.has(agreement.billingAgreementId)) {
      agreementByBuyer.set(buyerKey(agreement.environment, agreement.userId), agreement.billingAgreementId);
    }
    billingAgreements.set(agreement.billingAgreementId, agreement);
  };

  const putAuthorization = (authorization: Authorization): void => {
    authorizations.set(authorization.amazonAuthorizationId, authorization);
    if (authorization.planned === undefined) {
      planned.delete(authorization.amazonAuthorizationId);
      return;
    }
    planned.add(authorization.amazonAuthorizationId);
    nextDueMs = Math.min(nextDueMs, authorization.planned.atMs);
  };

  const putCapture = (capture: Capture): void => {
    captures.set(capture.amazonCaptureId, capture);
    const before = capturedYen.get(capture.authorizationReferenceId) ?? 0;
    capturedYen.set(capture.authorizationReferenceId, before + capture.amountYen);
  };

  const due = (nowMs: number): readonly Authorization[] => {
    if (nowMs < nextDueMs) return [];
    const waiting = [...planned].flatMap((id) => authorizations.get(id) ?? []);
    nextDueMs = waiting.reduce(
      (earliest, authorization) => Math.min(earliest, dueAtMs(authorization)),
      Infinity,
    );
    return waiting
      .filter((authorization) => dueAtMs(authorization) <= nowMs)
      .sort((one, other) => dueAtMs(one) - dueAtMs(other));
  };

  return {
    buyers,
    billingAgreements,
    orderReferences,
    authorizations,
    captures,
    refunds,
    checkoutSessions,
    requests,
    judge: {
      capturedYen: (authorizationReferenceId) => capturedYen.get(authorizationReferenceId) ?? 0,
      capturedYenByReference: () => capturedYen,
      captures: () => [...captures.values()],
    },
    books: {
      commit: (changes) => {
        record(changes);
        changes.forEach(put);
      },
      agreementOf: (environment, userId) =>
        billingAgreements.get(agreementByBuyer.get(buyerKey(environment, userId)) ?? ''),
      firstAnswer: (environment, reference) => firstAnswers.get(firstAnswerKey(environment, reference)),
      due,
    },
  };
}

/** Key under which the first answer to a reference id is kept: ids are unique per seller and environment. */
export function firstAnswerKey(environment: ReleaseEnvironment, authorizationReferenceId: string): string {
  return `${environment}/${authorizationReferenceId}`;
}

function buyerKey(environment: ReleaseEnvironment, userId: string): string {
  return `${environment}/${userId}`;
}

function dueAtMs(authorization: Authorization): number {
  return authorization.planned?.atMs ?? Number.POSITIVE_INFINITY;
}
