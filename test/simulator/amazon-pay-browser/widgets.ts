/// <reference lib="dom" />
/**
 * The widgets of CV1: address book, wallet and consent. What is chosen is written into the billing agreement at the
 * simulated Amazon Pay, where the merchant's server finds it. Their own controls are `data-simulated="widget-address"`,
 * `"widget-card"` (selects), `"widget-consent"` (a checkbox) and `"widget-shown-address"` (a text).
 * @see seed 001; amazon-pay-server-apis.md, section 14
 */
import { el } from '../console/client/dom';
import { ADDRESS_NAMES, addressOf, ADDRESSES } from './addresses-table';
import { bindWidget, type CommonOptions, type OpenedWidget, type WidgetWorld } from './bind-widget';
import { CARDS, WIDGET_WORDS } from './widget-words';

/** The agreement, as a page gets it. */
interface AgreementHandle {
  getAmazonBillingAgreementId(): string;
}

/** Whether the buyer has consented, as text: `true` or `false`. */
interface ConsentHandle {
  getConsentStatus(): string;
}

/** What a page hands to the address book. `displayMode` Read: it only shows the address of an agreement. */
interface AddressBookOptions extends CommonOptions {
  readonly onReady?: (agreement: AgreementHandle) => void;
  readonly onAddressSelect?: (agreement: AgreementHandle) => void;
}

/** What a page hands to the wallet; one without an agreement begins it, for goods that go to no place. */
interface WalletOptions extends CommonOptions {
  readonly onReady?: (agreement: AgreementHandle) => void;
  readonly onPaymentSelect?: (agreement: AgreementHandle) => void;
}

/** What a page hands to the consent widget. */
interface ConsentOptions extends CommonOptions {
  readonly onReady?: (status: ConsentHandle) => void;
  readonly onConsent?: (status: ConsentHandle) => void;
}

/** Makes the three classes for a page. */
export function createWidgets(world: WidgetWorld): Readonly<Record<string, unknown>> {
  class AddressBook {
    constructor(private readonly options: AddressBookOptions) {}

    bind(containerId: string): this {
      const { options } = this;
      const draw = (opened: OpenedWidget): void => {
        if (options.displayMode === 'Read') showAddress(opened, options);
        else drawAddresses(opened, options);
      };
      bindWidget(world, { name: 'addressBook', options, containerId, draw });
      return this;
    }
  }

  class Wallet {
    constructor(private readonly options: WalletOptions) {}

    bind(containerId: string): this {
      const { options } = this;
      const draw = (opened: OpenedWidget): void => {
        drawCards(opened, options);
      };
      bindWidget(world, { name: 'wallet', options, containerId, draw });
      return this;
    }
  }

  class Consent {
    constructor(private readonly options: ConsentOptions) {}

    bind(containerId: string): this {
      const { options } = this;
      const draw = (opened: OpenedWidget): void => {
        drawConsent(opened, options);
      };
      bindWidget(world, { name: 'consent', options, containerId, draw });
      return this;
    }
  }

  return { AddressBook, Wallet, Consent };
}

function drawAddresses(opened: OpenedWidget, { onReady, onAddressSelect }: AddressBookOptions): void {
  const { frame, choose, tellReady } = opened;
  const handle = handleOf(opened);
  const select = drawSelect(
    'widget-address',
    WIDGET_WORDS.addressBook,
    ADDRESS_NAMES.map((name) => [name, ADDRESSES[name].label]),
  );
  const write = (): void =>
    void choose({ destination: destinationOf(select.value) }, () => {
      onAddressSelect?.(handle);
    });
  select.addEventListener('change', write);
  frame.draw(select);
  tellReady(() => onReady?.(handle));
  // The first address is chosen already, as in Amazon's widget.
  write();
}

function showAddress(opened: OpenedWidget, { onReady }: AddressBookOptions): void {
  const { destination } = opened.agreement;
  const parts = typeof destination === 'object' && destination !== null ? Object.values(destination) : [];
  const words = parts.filter((part) => typeof part === 'string').join(' ');
  opened.frame.draw(el('p', { 'data-simulated': 'widget-shown-address' }, words));
  opened.tellReady(() => onReady?.(handleOf(opened)));
}

function drawCards(opened: OpenedWidget, { onReady, onPaymentSelect }: WalletOptions): void {
  const { frame, choose, tellReady } = opened;
  const handle = handleOf(opened);
  const select = drawSelect('widget-card', WIDGET_WORDS.wallet, CARDS);
  const write = (): void =>
    void choose({ paymentMethod: select.value }, () => {
      onPaymentSelect?.(handle);
    });
  select.addEventListener('change', write);
  frame.draw(select);
  tellReady(() => onReady?.(handle));
  write();
}

function drawConsent(
  { frame, choose, tellReady, agreement }: OpenedWidget,
  { onReady, onConsent }: ConsentOptions,
): void {
  const box = el('input', { type: 'checkbox', 'data-simulated': 'widget-consent' });
  box.checked = agreement['consent'] === true;
  const status = { getConsentStatus: () => String(box.checked) };
  box.addEventListener('change', () => {
    void choose({ consent: box.checked }, () => {
      onConsent?.(status);
    });
  });
  frame.draw(el('label', { class: 'choice' }, box, el('span', {}, WIDGET_WORDS.consentLabel)));
  tellReady(() => onReady?.(status));
}

function handleOf({ billingAgreementId }: OpenedWidget): AgreementHandle {
  return { getAmazonBillingAgreementId: () => billingAgreementId };
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
