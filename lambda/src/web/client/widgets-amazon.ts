/// <reference lib="dom" />

/** An error of a widget, as Amazon hands it over. */
export interface WidgetErrorObject {
  readonly getErrorCode: () => unknown;
  readonly getErrorMessage: () => unknown;
}

/** What every widget is made with. */
interface CommonOptions {
  readonly sellerId: string;
  readonly design: { readonly designMode: 'responsive' };
  readonly onError: (error: WidgetErrorObject) => void;
}

/** The agreement that a widget began. */
export interface BegunAgreement {
  readonly getAmazonBillingAgreementId: () => unknown;
}

/** A widget that begins an agreement, or shows the one that is there. `displayMode`: `Read` shows without choosing. */
type AgreementOptions =
  | { readonly agreementType: 'BillingAgreement'; readonly onReady: (agreement: BegunAgreement) => void }
  | { readonly amazonBillingAgreementId: string; readonly displayMode?: 'Read' };

/** Whether the buyer agreed to later charges; the text or the flag `true`. */
export interface ConsentStatus {
  readonly getConsentStatus: () => unknown;
}

interface Widget {
  readonly bind: (elementId: string) => void;
}

/**
 * The widgets of the CV1 page script.
 * @see seed 001 (sample of the address book); issue "web checkout", item 4
 */
export interface OffAmazonPayments {
  readonly Button: new (
    elementId: string,
    sellerId: string,
    options: {
      readonly type: 'PwA';
      readonly color: 'Gold';
      readonly size: 'large';
      readonly language: 'ja-JP';
      readonly authorization: () => void;
      readonly onError: (error: WidgetErrorObject) => void;
    },
  ) => unknown;
  readonly Widgets: {
    readonly AddressBook: new (
      options: CommonOptions & AgreementOptions & { readonly onAddressSelect: () => void },
    ) => Widget;
    readonly Wallet: new (
      options: CommonOptions & AgreementOptions & { readonly onPaymentSelect: () => void },
    ) => Widget;
    readonly Consent: new (
      options: CommonOptions & {
        readonly amazonBillingAgreementId: string;
        readonly onReady: (status: ConsentStatus) => void;
        readonly onConsent: (status: ConsentStatus) => void;
      },
    ) => Widget;
  };
}

/** Amazon's sign-in. */
interface AmazonLogin {
  readonly setClientId: (clientId: string) => void;
  readonly authorize: (
    options: { readonly scope: string; readonly popup: true },
    then: (answer: unknown) => void,
  ) => void;
}

declare global {
  interface AmazonScripts {
    readonly Login?: AmazonLogin;
  }
  interface Window {
    readonly OffAmazonPayments?: OffAmazonPayments;
    onAmazonLoginReady?: () => void;
    onAmazonPaymentsReady?: () => void;
  }
}

const LOAD_MS = 15_000;

/**
 * Loads Amazon's widgets and names the shop's store to its sign-in. Resolves to the widgets, or to undefined when they do
 * not come: blocked, unreachable, late, or not what was expected.
 */
export function loadWidgets(address: string, storeId: string): Promise<OffAmazonPayments | undefined> {
  return new Promise((resolve) => {
    const end = (): void => {
      resolve(window.OffAmazonPayments);
    };
    window.onAmazonLoginReady = (): void => {
      window.amazon?.Login?.setClientId(storeId);
    };
    window.onAmazonPaymentsReady = end;
    const script = document.createElement('script');
    script.addEventListener('error', end);
    setTimeout(end, LOAD_MS);
    script.src = address;
    document.head.append(script);
  });
}
