/** One item of certification-and-law.md, and the rules and entries of the checklist that look after it. */
export interface ReferenceItem {
  /** Section and place in it. */
  readonly item: string;
  readonly text: string;
  readonly rules: readonly string[];
  readonly checklist: readonly string[];
}

/** Sections 1 to 5 of certification-and-law.md, row by row. */
export const REFERENCE_ITEMS: readonly ReferenceItem[] = [
  item('1, row 1', 'invocation name = seller or brand name; buyers are guided to use it', [
    'invocation-name-merchant',
    'invocation-name-told',
    'example-phrases',
  ]),
  item(
    '1, row 2',
    'the description says that Amazon Pay is used, with the prescribed sentence',
    ['amazon-pay-told', 'amazon-pay-sentence'],
    ['sentence-in-other-locales'],
  ),
  item('1, row 3', 'a cart that was left: go on or start anew', [], ['cart-resumed']),
  item('1, row 4', 'seller, products, delivery, total confirmed by voice', [], ['confirmed-by-voice']),
  item('1, row 5', 'items 5 and following: not read', [], ['rest-of-amazon-pay-page']),
  item('1, row 6', 'order summary, confirmation, cancel and refund intents', [
    'order-intents',
    'intents-handled',
  ]),
  item('1, row 7', 'sandboxMode false for submission', [
    'sandbox-off',
    'live-stage',
    'live-settings',
    'settings-known',
  ]),
  item('1, row 8', 'extra requirements of the Buyer ID', [], ['buyer-id']),
  item('1, row 9', 'privacy policy link', ['legal-links', 'own-addresses']),
  item('1, row 10', 'not child-directed', ['not-child-directed']),
  item(
    '1, row 11',
    'contact details only with permission',
    ['email-permission', 'uses-personal-info'],
    ['contact-details'],
  ),
  item('1, row 12', 'Customer Profile API at each invocation', [], ['profile-asked-anew']),
  item('1, row 13', 'the voice code is Amazon’s part', ['no-own-voice-code']),
  item('1, row 14', 'the general purchase requirements', ['allows-purchases'], ['confirmed-by-voice']),
  item('1, row 15', 'repeating what Amazon speaks', ['amazon-prompts']),
  item('1, permission (alexa-amazon-pay.md, 6)', 'payments:autopay_consent in the manifest', [
    'consent-permission',
  ]),
  item('2, row 1', 'account linking, and the description says so', ['account-linking']),
  item('2, row 2', 'invocation name = seller name', ['invocation-name-merchant']),
  item(
    '2, row 3',
    'seller of record, products, delivery and total confirmed by voice',
    [],
    ['confirmed-by-voice'],
  ),
  item('2, row 4', 'afterwards voice, e-mail and card', ['order-mails'], ['told-after-order']),
  item('2, row 5', 'voice code for goods of $100 or more', ['expensive-goods']),
  item('3, row 1', 'signature, certificate, timestamp, skill id', [], ['request-verified']),
  item('3, row 2', 'skill id on Lambda too', [], ['request-verified']),
  item('3, row 3', 'unknown properties accepted', [], ['unknown-properties']),
  item('3, row 4', 'example phrases equal sample utterances', ['example-phrases', 'sample-of-one-intent']),
  item('3, row 5', 'Japanese invocation name: two nouns, no particles', [
    'invocation-name-form',
    'invocation-name-words',
  ]),
  item('3, row 6', '8000 characters, 120 KB', [], ['response-limits']),
  item(
    '3, row 7',
    'Help, Stop, Cancel, Fallback; a reprompt',
    ['built-in-intents', 'intents-handled'],
    ['reprompt'],
  ),
  item('3, row 8', 'SessionEndedRequest without speech', ['requests-handled'], ['session-ended']),
  item('3, row 9', 'icons, category, privacy and terms URLs', ['icons', 'category', 'legal-links']),
  item('3, row 10', 'voice and functional tests', ['testing-instructions'], ['by-ear']),
  item(
    '4, row 1',
    '"Amazon Pay"; address and payment descriptor on the review page',
    ['amazon-pay-name'],
    ['review-page'],
  ),
  item('4, row 2', 'domain registered; live pages https', ['pages-https'], ['seller-central']),
  item('4, row 3', 'no complete public go-live list', [], ['ask-amazon-pay']),
  item('4, row 4', 'voice use of a stored permission', [], ['ask-amazon-pay']),
  item(
    '5.1, row 1',
    'Art. 11: the facts of the shop page',
    ['legal-facts', 'own-shop-facts'],
    ['true-facts'],
  ),
  item('5.1, row 2', 'Art. 12-6: final confirmation', [], ['final-confirmation']),
  item('5.1, row 3', 'voice orders', [], ['final-confirmation', 'told-after-order']),
  item('5.2, row 1', 'METI rules on AI speakers', [], ['order-by-mistake']),
  item('5.2, row 2', 'Act on Electronic Consumer Contracts, Art. 3', [], ['order-by-mistake']),
  item('5.3, row 1', 'leak report', [], ['leak-report']),
  item('5.3, row 2', 'purpose', ['uses-personal-info'], ['true-facts']),
  item('5.4, row 1', 'what happened, not what is hoped', [], ['words-to-the-buyer']),
  item('5.4, row 2', 'payment by Alexa voice has ended', ['paid-on-page', 'paid-on-page-told']),
  item('5.4, row 3', 'held until a named time only', [], ['words-to-the-buyer']),
];

type Parts = readonly [text: string, rules: readonly string[], checklist?: readonly string[]];

function item(place: string, ...[text, rules, checklist = []]: Parts): ReferenceItem {
  return { item: place, text, rules, checklist };
}
