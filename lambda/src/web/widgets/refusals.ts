import { type AgreementRefusal } from '../../checkout/agreement-deps';
import { type PromptKey } from '../../voice/prompts';

/**
 * What the page says about a refusal, and what comes next: the buyer stays where they are, signs in again for a new
 * agreement, or sees the page anew.
 */
interface RefusalWords {
  readonly message: PromptKey;
  readonly next: 'stay' | 'signIn' | 'anew';
}

/** Every reason why an agreement is not charged. Nothing was paid then, and each sentence says so. */
export const REFUSALS = {
  notPayable: { message: 'pageNotPayable', next: 'anew' },
  noGoods: { message: 'pageNotPayable', next: 'anew' },
  agreementOfAnotherOrder: { message: 'pageWidgetsSignInAgain', next: 'signIn' },
  agreementOver: { message: 'pageWidgetsSignInAgain', next: 'signIn' },
  notJapan: { message: 'pageAddressNotJapan', next: 'stay' },
  unknownPrefecture: { message: 'pageAddressUnknown', next: 'stay' },
  consentNeeded: { message: 'pageWidgetsConsentNeeded', next: 'stay' },
  addressNeeded: { message: 'pageWidgetsAddressNeeded', next: 'stay' },
  paymentNeeded: { message: 'pageWidgetsPaymentNeeded', next: 'stay' },
  totalChanged: { message: 'pageWidgetsTotalChanged', next: 'stay' },
  notAnswered: { message: 'pageWidgetsNotProcessed', next: 'stay' },
  notProcessed: { message: 'pageWidgetsNotProcessed', next: 'stay' },
} as const satisfies Record<AgreementRefusal, RefusalWords>;
