import { type BegunAgreement, type ConsentStatus, type OffAmazonPayments } from './widgets-amazon';
import { type WidgetEffects } from './widgets-effects';
import { type ErrorHandling } from './widgets-errors';
import { type WidgetsData } from './widgets-page-data';

/** What happens in the widgets, told to the flow. */
interface WidgetEvents {
  readonly authorization: () => void;
  readonly begun: (agreement: BegunAgreement) => void;
  readonly addressChosen: () => void;
  readonly paymentChosen: () => void;
  readonly consentTold: (status: ConsentStatus) => void;
}

/** Puts each of Amazon's widgets into its place. */
export interface OpenWidgets {
  readonly button: () => void;
  /** Begins an agreement. */
  readonly addressBook: () => void;
  /** The address as Amazon holds it; another one cannot be chosen. */
  readonly readOnlyAddress: (agreementId: string) => void;
  /** Without an agreement it begins one: where nothing is delivered there is no address book. */
  readonly wallet: (agreementId?: string) => void;
  readonly consent: (agreementId: string) => void;
}

/** What the widgets are made with. */
export interface WidgetParts {
  readonly data: WidgetsData;
  readonly effects: Pick<WidgetEffects, 'idOf'>;
  readonly errors: ErrorHandling;
  readonly events: WidgetEvents;
}

/** Makes them on Amazon's script. @see seed 001 (sample of the address book) */
export function createOpenWidgets(
  { Button, Widgets }: OffAmazonPayments,
  { data, effects, errors, events }: WidgetParts,
): OpenWidgets {
  const { idOf } = effects;
  const common = { sellerId: data('merchantId'), design: { designMode: 'responsive' } } as const;
  const begins = { agreementType: 'BillingAgreement', onReady: events.begun } as const;
  return {
    button() {
      new Button(idOf('button'), data('merchantId'), {
        type: 'PwA',
        color: 'Gold',
        size: 'large',
        language: 'ja-JP',
        authorization: events.authorization,
        onError: errors.of('button'),
      });
    },
    addressBook() {
      const onAddressSelect = events.addressChosen;
      const onError = errors.of('addressBook');
      new Widgets.AddressBook({ ...common, ...begins, onAddressSelect, onError }).bind(idOf('addressBook'));
    },
    readOnlyAddress(agreementId) {
      const shown = { amazonBillingAgreementId: agreementId, displayMode: 'Read' } as const;
      const onAddressSelect = (): void => undefined;
      const onError = errors.of('addressBook');
      new Widgets.AddressBook({ ...common, ...shown, onAddressSelect, onError }).bind(idOf('addressBook'));
    },
    wallet(agreementId) {
      const agreement = agreementId === undefined ? begins : { amazonBillingAgreementId: agreementId };
      const onPaymentSelect = events.paymentChosen;
      const onError = errors.of('wallet');
      new Widgets.Wallet({ ...common, ...agreement, onPaymentSelect, onError }).bind(idOf('wallet'));
    },
    consent(agreementId) {
      const amazonBillingAgreementId = agreementId;
      const told = { onReady: events.consentTold, onConsent: events.consentTold };
      const onError = errors.of('consent');
      new Widgets.Consent({ ...common, amazonBillingAgreementId, ...told, onError }).bind(idOf('consent'));
    },
  };
}
