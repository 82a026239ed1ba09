import { type CodeRow, type OrderEffect } from './code-row';

/** Where the goods go, as Setup reports it; every field may be absent. @see alexa-amazon-pay.md, section 4.1 */
export interface Destination {
  readonly name?: string | undefined;
  readonly companyName?: string | undefined;
  readonly addressLine1?: string | undefined;
  readonly addressLine2?: string | undefined;
  readonly addressLine3?: string | undefined;
  readonly city?: string | undefined;
  readonly stateOrRegion?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly countryCode?: string | undefined;
  readonly phone?: string | undefined;
}

/** The BillingAgreement of a Setup answer. The status word never gates a Charge. */
interface BillingAgreement {
  readonly billingAgreementId: string;
  readonly billingAgreementStatus: string | undefined;
  readonly destination: Destination | undefined;
}

/** What a Charge answer says about the authorization; ids may be absent. */
export interface AuthorizationFacts {
  readonly amazonOrderReferenceId: string | undefined;
  readonly amazonAuthorizationId: string | undefined;
  readonly captureIds: readonly string[];
}

/**
 * What one answer about money means. Every answer becomes exactly one of these.
 * `agreement`: Setup worked. `authorization`: Charge was carried out; `effect` says with what result.
 * `error`: refused, unknown or not understood; `effect` says whether money may have moved.
 * `reason`: why the classifier chose the row, for the log; never spoken.
 */
export type PaymentOutcome =
  | {
      readonly type: 'agreement';
      readonly row: CodeRow;
      readonly effect: 'none';
      readonly reason: string;
      readonly agreement: BillingAgreement;
    }
  | {
      readonly type: 'authorization';
      readonly row: CodeRow;
      readonly effect: OrderEffect;
      readonly reason: string;
      readonly authorization: AuthorizationFacts;
    }
  | { readonly type: 'error'; readonly row: CodeRow; readonly effect: OrderEffect; readonly reason: string };
