/// <reference lib="dom" />
/**
 * The widgets of CV1: address book, wallet and consent. What is chosen is written into the billing agreement at the
 * simulated Amazon Pay, where the merchant's server finds it. Their own controls are `data-simulated="widget-address"`,
 * `"widget-card"` (selects) and `"widget-consent"` (a checkbox).
 * @see seed 001; amazon-pay-server-apis.md, section 14
 */
import { el } from '../console/client/dom';
import { ADDRESS_NAMES, addressOf, ADDRESSES } from './addresses-table';
import type { AmazonAnswer, AskAmazon } from './ask-amazon';
import { isSignedIn } from './sign-in';
import { openWidget, type WidgetFailure, type WidgetFrame, type WidgetName } from './widget-frame';
import { CARDS, WIDGET_WORDS } from './widget-words';

/** Whom the widgets ask, and in which environment their script was loaded. */
export interface WidgetWorld {
  readonly ask: AskAmazon;
  readonly sandbox: boolean;
}

/** The agreement, as a page gets it. */
interface AgreementHandle {
  getAmazonBillingAgreementId(): string;
}

/** Whether the buyer has consented, as text: `true` or `false`. */
interface ConsentHandle {
  getConsentStatus(): string;
}

interface CommonOptions {
  readonly sellerId?: string;
  readonly amazonBillingAgreementId?: string;
  readonly onError?: (error: WidgetFailure) => void;
}

/** What a page hands to the address book. */
export interface AddressBookOptions extends CommonOptions {
  readonly agreementType?: string;
  readonly onReady?: (agreement: AgreementHandle) => void;
  readonly onAddressSelect?: (agreement: AgreementHandle) => void;
}

/** What a page hands to the wallet. */
export interface WalletOptions extends CommonOptions {
  readonly onPaymentSelect?: () => void;
}

/** What a page hands to the consent widget. */
export interface ConsentOptions extends CommonOptions {
  readonly onReady?: (status: ConsentHandle) => void;
  readonly onConsent?: (status: ConsentHandle) => void;
}

interface Bound {
  readonly name: Exclude<WidgetName, 'button'>;
  readonly options: CommonOptions;
  readonly containerId: string;
  /** Draws the widget of an agreement that may be shown. */
  readonly draw: (frame: WidgetFrame, agreement: Readonly<Record<string, unknown>>) => void;
}

/** Nobody sees a widget who has not signed in. @see seed 001 (BuyerSessionExpired) */
function bindWidget({ ask, sandbox }: WidgetWorld, { name, options, containerId, draw }: Bound): void {
  let billingAgreementId = options.amazonBillingAgreementId;
  openWidget({
    name,
    containerId,
    onError: options.onError,
    start: async (frame) => {
      if (!isSignedIn()) {
        frame.fail('BuyerSessionExpired');
        return;
      }
      const sellerId = options.sellerId ?? '';
      const opened = await ask('POST', 'widgets', { widget: name, sellerId, sandbox, billingAgreementId });
      if (!opened.ok) {
        frame.fail(opened.code);
        return;
      }
      billingAgreementId = String(opened.json['billingAgreementId']);
      draw(frame, opened.json);
    },
  });
}

/** Writes a choice into the agreement; a refusal is the widget's error, a success is told to the page. */
async function choose(
  world: WidgetWorld,
  { id, choice, frame }: { readonly id: string; readonly choice: object; readonly frame: WidgetFrame },
  told: () => void,
): Promise<void> {
  const written: AmazonAnswer = await world.ask('PATCH', `billingAgreements/${id}`, choice);
  if (written.ok) told();
  else frame.fail(written.code);
}

/** Makes the three classes for a page. */
export function createWidgets(world: WidgetWorld): Readonly<Record<string, unknown>> {
  class AddressBook {
    constructor(private readonly options: AddressBookOptions) {}

    bind(containerId: string): this {
      const { options } = this;
      bindWidget(world, {
        name: 'addressBook',
        options,
        containerId,
        draw: (frame, { billingAgreementId }) => {
          if (options.agreementType !== 'BillingAgreement') {
            frame.fail('InvalidParameterValue');
            return;
          }
          const id = String(billingAgreementId);
          const agreement = { getAmazonBillingAgreementId: () => id };
          const select = drawSelect(
            'widget-address',
            WIDGET_WORDS.addressBook,
            ADDRESS_NAMES.map((name) => [name, ADDRESSES[name].label]),
          );
          const write = (): void =>
            void choose(world, { id, choice: { destination: destinationOf(select.value) }, frame }, () => {
              options.onAddressSelect?.(agreement);
            });
          select.addEventListener('change', write);
          frame.draw(select);
          options.onReady?.(agreement);
          write();
        },
      });
      return this;
    }
  }

  class Wallet {
    constructor(private readonly options: WalletOptions) {}

    bind(containerId: string): this {
      const { options } = this;
      bindWidget(world, {
        name: 'wallet',
        options,
        containerId,
        draw: (frame, { billingAgreementId }) => {
          const id = String(billingAgreementId);
          const select = drawSelect('widget-card', WIDGET_WORDS.wallet, CARDS);
          const write = (): void =>
            void choose(world, { id, choice: { paymentMethod: select.value }, frame }, () => {
              options.onPaymentSelect?.();
            });
          select.addEventListener('change', write);
          frame.draw(select);
          write();
        },
      });
      return this;
    }
  }

  class Consent {
    constructor(private readonly options: ConsentOptions) {}

    bind(containerId: string): this {
      const { options } = this;
      bindWidget(world, {
        name: 'consent',
        options,
        containerId,
        draw: (frame, { billingAgreementId, consent }) => {
          const id = String(billingAgreementId);
          const box = el('input', { type: 'checkbox', 'data-simulated': 'widget-consent' });
          box.checked = consent === true;
          const status = { getConsentStatus: () => String(box.checked) };
          box.addEventListener('change', () => {
            void choose(world, { id, choice: { consent: box.checked }, frame }, () => {
              options.onConsent?.(status);
            });
          });
          frame.draw(el('label', { class: 'choice' }, box, el('span', {}, WIDGET_WORDS.consentLabel)));
          options.onReady?.(status);
        },
      });
      return this;
    }
  }

  return { AddressBook, Wallet, Consent };
}

function drawSelect(
  name: string,
  label: string,
  entries: readonly (readonly [string, string])[],
): HTMLSelectElement {
  const options = entries.map(([value, words]) => el('option', { value }, words));
  return el('select', { 'data-simulated': name, 'aria-label': label }, ...options);
}

const DESTINATION_PARTS = [
  'name',
  'addressLine1',
  'addressLine2',
  'city',
  'stateOrRegion',
  'postalCode',
  'countryCode',
] as const;

/** The address in the form of CV1, which has no nulls and another name for the phone number. */
function destinationOf(value: string): object {
  const address = addressOf(value);
  const parts = [
    ...DESTINATION_PARTS.map((name) => [name, address[name]] as const),
    ['phone', address['phoneNumber']] as const,
  ];
  return Object.fromEntries(parts.filter(([, text]) => typeof text === 'string'));
}
