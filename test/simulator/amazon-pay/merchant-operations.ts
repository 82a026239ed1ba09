/**
 * What the merchant's server may read and do by Amazon's own ids: the ground of the later server APIs.
 * There is no search by AuthorizationReferenceId, as there is none in reality.
 * @see seed 003 (operations by state); money-safety.md section 7
 */
import type { SimulatorEffects } from '../contract';
import { isAllowed } from './authorization-states-table';
import { advance, move, recordsOf } from './clock';
import type { Ledger } from './ledger';
import type { Authorization, BillingAgreement, Capture, Change, OrderReference } from './ledger-records';
import { changesOf, type ChargeRecords } from './settle';
import type { Verdict } from './verdict';

/** Done with a value, or refused with the code of the server API. */
type OperationResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly code: OperationError };

/** Codes of refused operations. */
type OperationError =
  | 'InvalidAuthorizationId'
  | 'InvalidOrderReferenceId'
  | 'InvalidBillingAgreementId'
  | 'InvalidAuthorizationStatus'
  | 'InvalidOrderReferenceStatus'
  | 'InvalidBillingAgreementStatus'
  | 'InvalidParameterValue';

/** Reads give `undefined` for an unknown id; time is brought up to date before each call. */
export interface MerchantOperations {
  getBillingAgreement(billingAgreementId: string): BillingAgreement | undefined;
  getOrderReference(amazonOrderReferenceId: string): OrderReference | undefined;
  getAuthorization(amazonAuthorizationId: string): Authorization | undefined;
  getCapture(amazonCaptureId: string): Capture | undefined;
  /** Captures whole yen, 1 up to the authorized amount, once; the rest is credited back. */
  capture(amazonAuthorizationId: string, amountYen: number): OperationResult<Authorization>;
  closeAuthorization(amazonAuthorizationId: string): OperationResult<Authorization>;
  /** Cancels an order reference without captures, and closes its authorizations. */
  cancelOrderReference(amazonOrderReferenceId: string): OperationResult<OrderReference>;
  closeBillingAgreement(billingAgreementId: string): OperationResult<BillingAgreement>;
  /** Not the merchant's own act: Amazon closes an authorization because of a problem with the account. */
  amazonCloses(amazonAuthorizationId: string): OperationResult<Authorization>;
}

/** Makes the operations on one ledger. */
export function createMerchantOperations(ledger: Ledger, effects: SimulatorEffects): MerchantOperations {
  const moment = () => ({ nowMs: effects.now(), random: effects.random });
  const upToDate = (): Ledger => {
    advance(ledger, moment());
    return ledger;
  };
  const carryOut = (records: ChargeRecords, verdict: Verdict): OperationResult<Authorization> => {
    const after = move(records, verdict, moment());
    ledger.books.commit(changesOf(after));
    return { ok: true, value: after.authorization };
  };

  return {
    getBillingAgreement: (id) => upToDate().billingAgreements.get(id),
    getOrderReference: (id) => upToDate().orderReferences.get(id),
    getAuthorization: (id) => upToDate().authorizations.get(id),
    getCapture: (id) => upToDate().captures.get(id),

    capture: (id, amountYen) => {
      const records = recordsOf(upToDate(), id);
      if (records === undefined) return { ok: false, code: 'InvalidAuthorizationId' };
      if (!isAllowed(records.authorization.state, 'Capture'))
        return { ok: false, code: 'InvalidAuthorizationStatus' };
      if (!Number.isInteger(amountYen) || amountYen < 1 || amountYen > records.authorization.amountYen) {
        return { ok: false, code: 'InvalidParameterValue' };
      }
      return carryOut(records, {
        state: 'Closed',
        reasonCode: 'MaxCapturesProcessed',
        capturedYen: amountYen,
      });
    },

    closeAuthorization: (id) => closeFor(id, 'SellerClosed'),
    amazonCloses: (id) => closeFor(id, 'AmazonClosed'),

    cancelOrderReference: (id) => {
      const orderReference = upToDate().orderReferences.get(id);
      if (orderReference === undefined) return { ok: false, code: 'InvalidOrderReferenceId' };
      if (orderReference.state !== 'Open' && orderReference.state !== 'Suspended') {
        return { ok: false, code: 'InvalidOrderReferenceStatus' };
      }
      const canceled: OrderReference = { ...orderReference, state: 'Canceled', reasonCode: 'SellerCanceled' };
      ledger.books.commit([...closingsWith(orderReference), { kind: 'orderReference', record: canceled }]);
      return { ok: true, value: canceled };
    },

    closeBillingAgreement: (id) => {
      const agreement = upToDate().billingAgreements.get(id);
      if (agreement === undefined) return { ok: false, code: 'InvalidBillingAgreementId' };
      if (agreement.status !== 'OPEN' && agreement.status !== 'SUSPENDED') {
        return { ok: false, code: 'InvalidBillingAgreementStatus' };
      }
      const closed: BillingAgreement = { ...agreement, status: 'CLOSED' };
      ledger.books.commit([{ kind: 'billingAgreement', record: closed }]);
      return { ok: true, value: closed };
    },
  };

  function closeFor(id: string, reasonCode: 'SellerClosed' | 'AmazonClosed'): OperationResult<Authorization> {
    const records = recordsOf(upToDate(), id);
    if (records === undefined) return { ok: false, code: 'InvalidAuthorizationId' };
    if (!isAllowed(records.authorization.state, 'CloseAuthorization')) {
      return { ok: false, code: 'InvalidAuthorizationStatus' };
    }
    return carryOut(records, { state: 'Closed', reasonCode });
  }

  /** Open authorizations end with their order reference; a Suspended one takes its declined ones along (d13). */
  function closingsWith({ amazonOrderReferenceId, state }: OrderReference): readonly Change[] {
    const reasonCode = state === 'Suspended' ? 'InvalidPaymentMethod' : 'OrderReferenceCanceled';
    const ending = state === 'Suspended' ? ['Declined'] : ['Pending', 'Open'];
    return [...ledger.authorizations.values()]
      .filter((one) => one.amazonOrderReferenceId === amazonOrderReferenceId && ending.includes(one.state))
      .flatMap((one) => recordsOf(ledger, one.amazonAuthorizationId) ?? [])
      .flatMap((records) => changesOf(move(records, { state: 'Closed', reasonCode }, moment())));
  }
}
