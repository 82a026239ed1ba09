/** What a shop's page hands to renderJSButton. @see amazon-pay-server-apis.md, section 13 (Buy Now) */
import type { AmazonAddress } from './addresses-table';

/** What a handler hears. Absent parts of the purchase are null. */
export interface SheetEvent {
  readonly amazonCheckoutSessionId?: string;
  readonly shippingAddress: AmazonAddress | null;
  readonly billingAddress: AmazonAddress | null;
  readonly deliveryOptions: { readonly id: string } | null;
  readonly buyer: null;
}

/** A handler that gives totals; it may take its time. */
export type CartHandler = (event: SheetEvent) => unknown;

/** Configuration and handlers; the server judges the values. */
export interface ButtonOptions {
  readonly merchantId: string;
  readonly ledgerCurrency: string;
  readonly sandbox: boolean;
  readonly productType: 'PayAndShip' | 'PayOnly';
  readonly estimatedOrderAmount?: unknown;
  readonly checkoutSessionConfig: {
    readonly storeId: string;
    readonly scopes?: readonly string[];
    readonly chargePermissionType?: string;
    readonly recurringMetadata?: unknown;
    readonly paymentDetails: {
      readonly paymentIntent: string;
      readonly canHandlePendingAuthorization?: boolean;
    };
    readonly merchantMetadata?: {
      readonly merchantReferenceId?: string;
      readonly merchantStoreName?: string;
    };
    /** Not enforced here, on purpose: the shop has to refuse by itself what it does not deliver to. */
    readonly deliverySpecifications?: unknown;
  };
  readonly onInitCheckout: CartHandler;
  readonly onShippingAddressSelection?: CartHandler;
  readonly onDeliveryOptionSelection?: CartHandler;
  readonly onCompleteCheckout: (event: SheetEvent) => unknown;
  readonly onCancel: (event: SheetEvent) => void;
  readonly onError?: (error: Error) => void;
}

/** The error that a page's onError hears: `reasonCode` names it. */
export function amazonError(reasonCode: string): Error {
  return Object.assign(new Error(`The simulated Amazon Pay: ${reasonCode}`), { reasonCode });
}
