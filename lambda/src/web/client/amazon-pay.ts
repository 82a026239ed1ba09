/// <reference lib="dom" />

/** An amount as Amazon writes it. */
interface Amount {
  readonly amount: string;
  readonly currencyCode: 'JPY';
}

/** What an event of Amazon's sheet holds, as far as the shop uses it. Each part may be missing. */
export interface SheetEvent {
  readonly shippingAddress?: unknown;
  readonly billingAddress?: unknown;
  readonly amazonCheckoutSessionId?: unknown;
}

/** What the handlers of totals give back: the server's cart details, untouched, or that there are none. */
type CartAnswer = object;

/** What Amazon's sheet is told after "pay". */
export interface CompleteAnswer {
  readonly status: 'success' | 'decline' | 'error';
}

/**
 * Configuration and handlers of Amazon's button.
 * @see amazon-pay-server-apis.md, section 13 (Buy Now)
 */
export interface ButtonOptions {
  readonly merchantId: string;
  readonly ledgerCurrency: 'JPY';
  readonly sandbox: boolean;
  readonly checkoutLanguage: 'ja_JP';
  readonly productType: string;
  readonly placement: 'Checkout';
  readonly buttonColor: 'Gold';
  readonly estimatedOrderAmount: Amount;
  readonly checkoutSessionConfig: object;
  readonly onInitCheckout: (event: SheetEvent) => Promise<CartAnswer>;
  readonly onShippingAddressSelection: (event: SheetEvent) => Promise<CartAnswer>;
  readonly onDeliveryOptionSelection: (event: SheetEvent) => Promise<CartAnswer>;
  readonly onCompleteCheckout: (event: SheetEvent) => Promise<CompleteAnswer>;
  readonly onCancel: (event: SheetEvent) => void;
  readonly onError: (error: unknown) => void;
}

/** What Amazon's script puts into the page. */
export interface AmazonPay {
  readonly renderJSButton: (selector: string, options: ButtonOptions) => unknown;
}

declare global {
  /** What Amazon's scripts put into the page under their own name; each script adds its part. */
  interface AmazonScripts {
    readonly Pay?: AmazonPay;
  }
  interface Window {
    readonly amazon?: AmazonScripts;
  }
}

const LOAD_MS = 15_000;

/**
 * Loads Amazon's script. Resolves to what it offers, or to undefined when it does not come: blocked, unreachable, late, or
 * not what was expected.
 */
export function loadAmazonPay(address: string): Promise<AmazonPay | undefined> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    const end = (): void => {
      resolve(window.amazon?.Pay);
    };
    script.addEventListener('load', end);
    script.addEventListener('error', end);
    setTimeout(end, LOAD_MS);
    script.src = address;
    document.head.append(script);
  });
}
