/** One thing that no program can decide from the files. `shown`: the test or setting that helps to judge it. */
export interface CheckItem {
  readonly id: string;
  readonly what: string;
  readonly source: string;
  readonly shown: readonly string[];
}

const AMAZON_PAY = 'Amazon: Certify a Skill with Amazon Pay';
const PURCHASES = 'Amazon: Requirements for Skills That Allow Purchases';
const CUSTOM = 'Amazon: certification of custom skills';
const MAIL_ORDER = 'Act on Specified Commercial Transactions';

/** What a person has to look at before submitting; printed by every run that finds no error. */
export const CHECKLIST: readonly CheckItem[] = [
  {
    id: 'cart-resumed',
    what: 'A session that ended with goods in the cart: the next launch offers to go on or to start anew.',
    source: AMAZON_PAY,
    shown: ['test/dialogs/cart-resumed.json', 'test/dialogs/cart-started-over.json'],
  },
  {
    id: 'confirmed-by-voice',
    what: 'Before the order, seller, goods, delivery and total with tax and shipping are confirmed by voice.',
    source: `${AMAZON_PAY}; ${PURCHASES}`,
    shown: ['test/flow/purchase.test.ts', 'test/unit/voice/replies.test.ts'],
  },
  {
    id: 'told-after-order',
    what: 'After the order the buyer hears it, finds it on a card and gets a mail.',
    source: PURCHASES,
    shown: ['test/flow/purchase.test.ts', 'test/flow/mails.test.ts'],
  },
  {
    id: 'rest-of-amazon-pay-page',
    what: 'Items 5 and following of the page (upsell, wording of refund and cancel) were not read: compare them.',
    source: AMAZON_PAY,
    shown: [],
  },
  {
    id: 'sentence-in-other-locales',
    what: 'The sentence about Amazon Pay is checked in Japanese and English (US): look up that of each further locale on the page.',
    source: AMAZON_PAY,
    shown: [],
  },
  {
    id: 'buyer-id',
    what: 'Extra requirements where the Buyer ID is used. This skill does not use it.',
    source: 'Jovo: Amazon Pay tutorial',
    shown: [],
  },
  {
    id: 'contact-details',
    what: 'Contact details only with permission, for this order only; no buyer is recognised by name, mail or address.',
    source: 'Amazon: policy on contact information',
    shown: ['test/flow/mails.test.ts', 'test/unit/alexa/customer-profile.test.ts'],
  },
  {
    id: 'profile-asked-anew',
    what: 'The Customer Profile API is asked anew for each order, never remembered.',
    source: 'Amazon: Request Customer Contact Information',
    shown: ['lambda/src/handlers/read-email.ts'],
  },
  {
    id: 'request-verified',
    what: 'Signature, certificate, timestamp and skill id are checked and refused with 400; on Lambda the skill id.',
    source: 'Amazon: Host a Custom Skill as a Web Service',
    shown: ['test/contract/hosts.test.ts', 'test/unit/alexa/parse-envelope.test.ts'],
  },
  {
    id: 'unknown-properties',
    what: 'Requests with properties that nobody knows are answered.',
    source: CUSTOM,
    shown: ['test/contract/hosts.test.ts', 'test/unit/alexa/parse-envelope.test.ts'],
  },
  {
    id: 'response-limits',
    what: 'Speech below 8000 characters, the whole answer below 120 KB: the skill apologizes instead of giving a longer one.',
    source: 'Amazon: Response format',
    shown: ['test/unit/alexa/respond.test.ts', 'test/simulator/alexa/validate-response.ts'],
  },
  {
    id: 'reprompt',
    what: 'Whenever the session stays open there is a question and a reprompt.',
    source: CUSTOM,
    shown: ['test/unit/alexa/respond.test.ts', 'test/unit/voice/replies.test.ts'],
  },
  {
    id: 'session-ended',
    what: 'SessionEndedRequest is answered without speech.',
    source: CUSTOM,
    shown: ['test/contract/hosts.test.ts'],
  },
  {
    id: 'by-ear',
    what: 'The voice and functional tests of Amazon, spoken to a device.',
    source: 'developer.amazon.com/ja/docs/custom-skills/functional-testing-for-a-custom-skill.html',
    shown: ['test/dialogs/README.md'],
  },
  {
    id: 'review-page',
    what: 'The page shows address and payment descriptor as Amazon gives them.',
    source: 'Amazon Pay: onboarding page of the integration guide',
    shown: ['test/unit/web/pages.test.ts'],
  },
  {
    id: 'seller-central',
    what: 'The domain of the pages stands in Seller Central as an allowed JavaScript origin.',
    source: 'Amazon Pay: Seller Central, Integration',
    shown: ['docs/runbook.md'],
  },
  {
    id: 'ask-amazon-pay',
    what: 'Ask Amazon Pay Japan in writing: go-live scenarios, and orders by voice on a stored permission.',
    source: 'Amazon Pay: acceptable use policy; no public go-live list was found',
    shown: [],
  },
  {
    id: 'true-facts',
    what: 'The legal facts are true, and the privacy policy says what the shop does with buyer data.',
    source: `${MAIL_ORDER}, Art. 11; Act on the Protection of Personal Information`,
    shown: ['test/unit/web/legal-page.test.ts'],
  },
  {
    id: 'final-confirmation',
    what: 'Recap and page hold quantity, price with shipping, time and way of payment, delivery, cancellation and period.',
    source: `${MAIL_ORDER}, Art. 12-6 (how it is done by voice alone is not settled: ask a lawyer)`,
    shown: ['test/unit/voice/replies.test.ts', 'test/unit/web/pages.test.ts'],
  },
  {
    id: 'order-by-mistake',
    what: 'An order set off by a child or by a television can be cancelled: a second yes, a mail with the contact.',
    source:
      'METI: rules on electronic commerce (2018-07), AI speakers; Act on Electronic Consumer Contracts, Art. 3',
    shown: ['test/dialogs/quote-declined.json', 'test/flow/mails.test.ts'],
  },
  {
    id: 'leak-report',
    what: 'Someone knows what to do within 3 to 5 days after a leak.',
    source: 'Act on the Protection of Personal Information',
    shown: ['docs/runbook.md'],
  },
  {
    id: 'words-to-the-buyer',
    what: 'What is said about money is what happened; prices hold until a named time only.',
    source: 'certification-and-law.md, 5.4',
    shown: ['test/flow/outcomes.test.ts', 'test/dialogs/quote-expired.json'],
  },
];
