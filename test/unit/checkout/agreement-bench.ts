import { type AgreementCalls, type AgreementDeps } from '../../../lambda/src/checkout/agreement-deps';
import { type AgreementPayment, payByAgreement } from '../../../lambda/src/checkout/pay-by-agreement';
import { type WorkerDeps } from '../../../lambda/src/worker/worker-deps';
import { createMwsChargeReader } from '../../../lambda/src/worker/mws-charge-reader';
import { runPass } from '../../../lambda/src/worker/run-worker';
import { type BillingAgreement } from '../../simulator/amazon-pay/ledger-records';
import { type ForcedAnswer } from '../../simulator/amazon-pay-server/forced-answer';
import { TOKYO_DESTINATION } from '../../simulator/amazon-pay-server/open-objects';
import { type CheckoutBench, type CheckoutBenchOptions, openCheckoutBench } from './checkout-bench';

type Widgets = NonNullable<BillingAgreement['widgets']>;

/** A waiting order before the simulated CV1 API, with a page that has Amazon's widgets. */
export interface AgreementBench extends CheckoutBench {
  readonly deps: AgreementDeps;
  readonly worker: WorkerDeps;
  /** A draft as the widgets leave it, with address, payment method and consent; any part changed. */
  draft(widgets?: Partial<Widgets>, agreement?: Partial<BillingAgreement>): string;
  /** Changes an agreement behind everybody's back. */
  change(billingAgreementId: string, changes: Partial<BillingAgreement>): void;
  agreement(billingAgreementId: string): BillingAgreement | undefined;
  /** A buyer's "pay" with the total that the page showed. */
  pay(billingAgreementId: string, shownTotalYen?: number): Promise<AgreementPayment>;
  /** The next authorizations are answered so, and nothing is done. */
  answerAuthorize(forced: ForcedAnswer, times?: number): void;
  /** Names of the calls that arrived, in their order. */
  operations(): readonly string[];
  /** AuthorizationReferenceIds that arrived. */
  references(): readonly (string | undefined)[];
}

/** Puts something in the place of calls of the CV1 API. */
type WrapMws = (mws: AgreementCalls) => AgreementCalls;

/** Opens one; `bench.close()` closes it. */
export async function openAgreementBench(
  options: CheckoutBenchOptions & { readonly wrapMws?: WrapMws } = {},
): Promise<AgreementBench> {
  const shop = await openCheckoutBench(options);
  const { server, mws } = shop.bench;
  const deps: AgreementDeps = { ...shop.deps, mws: options.wrapMws?.(mws) ?? mws };
  const worker: WorkerDeps = { ...shop.worker, chargeReader: createMwsChargeReader(mws) };
  const agreement = (id: string): BillingAgreement | undefined => server.ledger.billingAgreements.get(id);
  const change = (id: string, changes: Partial<BillingAgreement>): void => {
    const present = agreement(id);
    if (present === undefined) throw new Error('the agreement is gone');
    server.ledger.books.commit([{ kind: 'billingAgreement', record: { ...present, ...changes } }]);
  };
  return {
    ...shop,
    deps,
    worker,
    agreement,
    change,
    draft: (widgets = {}, changes = {}) => {
      const id = server.openPermission({ status: 'DRAFT' });
      const whole = {
        destination: TOKYO_DESTINATION,
        needsAddress: true,
        hasPaymentMethod: true,
        hasConsent: true,
      };
      change(id, { widgets: { ...whole, ...widgets }, ...changes });
      return id;
    },
    pay: async (billingAgreementId, shownTotalYen = 3192) =>
      payByAgreement(deps, await shop.order(), { billingAgreementId, shownTotalYen }),
    answerAuthorize: (forced, times) => {
      server.force('AuthorizeOnBillingAgreement', forced, times);
    },
    operations: () => server.calls.map(({ operation }) => operation),
    references: () =>
      server.calls
        .filter(({ operation }) => operation === 'AuthorizeOnBillingAgreement')
        .map(({ key }) => key),
    after: async (elapsedMs) => {
      shop.bench.passTime(elapsedMs);
      await runPass(worker);
    },
  };
}
