/** Defects that are put into the product to see whether the judge finds them. */
import {
  believesEveryToken,
  readsStateAtTheWrongPath,
  takesForPaid,
  takesForTheNewestOrder,
} from './defect-answers';
import { amountAtTodaysPrices, drawsEachReference, newReferenceAfterServerError } from './defect-directives';
import {
  forgetsFollowUps,
  newAttemptAfterTimeOut,
  repeatsWithoutEnd,
  storesConsentAfterwards,
  writesUnconditionally,
} from './defect-store';
import type { Variant } from './variant';

/** Every variant, by the name on the command line. @see money-safety.md, section 10 (twelve seeded defects) */
export const VARIANTS: readonly Variant[] = [
  {
    name: 'random-reference',
    what: 'Each Charge goes out under a random reference.',
    caughtBy: ['doubleCharge'],
    withinVisits: 400,
    factors: { payServerErrorAfter: 8 },
    onDirective: drawsEachReference,
  },
  {
    name: 'new-reference-on-500',
    what: 'A Charge repeated after a server error gets a new reference.',
    caughtBy: ['doubleCharge'],
    withinVisits: 400,
    factors: { payServerErrorAfter: 8 },
    onDirective: newReferenceAfterServerError,
  },
  {
    name: 'new-attempt-on-time-out',
    what: 'A missing answer counts as declined: the next yes begins a new attempt.',
    caughtBy: ['doubleCharge'],
    withinVisits: 400,
    factors: { answerLost: 8 },
    wrapStore: newAttemptAfterTimeOut,
  },
  {
    name: 'state-at-wrong-path',
    what: 'The state is read at authorizationDetails.state, where it never is.',
    caughtBy: ['saidPaidWithoutCapture'],
    withinVisits: 100,
    onAnswer: readsStateAtTheWrongPath,
  },
  {
    name: 'not-declined-means-paid',
    what: 'Every state but Declined counts as paid.',
    caughtBy: ['saidPaidWithoutCapture'],
    withinVisits: 200,
    onAnswer: takesForPaid((state) => state !== undefined && state !== 'Declined'),
  },
  {
    name: 'closed-means-paid',
    what: 'Closed counts as paid, whatever the reason.',
    caughtBy: ['saidPaidWithoutCapture'],
    withinVisits: 400,
    factors: { closedWithoutSale: 10 },
    onAnswer: takesForPaid((state) => state === 'Closed'),
  },
  {
    name: 'open-means-paid',
    what: 'Open counts as paid.',
    caughtBy: ['saidPaidWithoutCapture'],
    withinVisits: 400,
    factors: { openNotCaptured: 10 },
    onAnswer: takesForPaid((state) => state === 'Open'),
  },
  {
    name: 'token-check-removed',
    what: 'What a token says is believed, its signature is not checked.',
    caughtBy: ['capturedOrderNotPaid', 'storedPaidWithoutCapture'],
    withinVisits: 400,
    factors: { tokenOfAnotherBuyer: 60 },
    onAnswer: believesEveryToken,
  },
  {
    name: 'token-of-another-order',
    what: "An answer with a foreign token is taken for the buyer's newest order.",
    caughtBy: ['capturedOrderNotPaid', 'storedPaidWithoutCapture'],
    withinVisits: 1500,
    factors: { strayAnswer: 200 },
    onAnswer: takesForTheNewestOrder,
  },
  {
    name: 'unconditional-write',
    what: 'The last write wins, whatever was written in between.',
    caughtBy: ['paidOrderForgotten', 'doubleCharge', 'capturedOrderNotPaid'],
    withinVisits: 2000,
    factors: { doubleYes: 10, answerDoubled: 10 },
    wrapStore: writesUnconditionally,
  },
  {
    name: 'worker-off',
    what: 'The background never runs.',
    caughtBy: ['chargeNobodyFollows'],
    withinVisits: 100,
    isWorkerOff: true,
  },
  {
    name: 'retry-cap-removed',
    what: 'A server error is answered with the same directive without end.',
    caughtBy: ['sentTooOften'],
    withinVisits: 400,
    factors: { payServerErrorAgain: 5 },
    wrapStore: repeatsWithoutEnd,
  },
  {
    name: 'amount-of-today',
    what: "The amount comes from today's prices instead of the quote.",
    caughtBy: ['chargeOfAnotherAmount'],
    withinVisits: 200,
    onDirective: amountAtTodaysPrices,
  },
  {
    name: 'consent-stored-afterwards',
    what: 'Consent and attempt are not stored before the directive leaves.',
    caughtBy: ['chargeWithoutRecord'],
    withinVisits: 100,
    wrapStore: storesConsentAfterwards,
  },
  {
    name: 'follow-ups-forgotten',
    what: 'What a person has to look at is not kept.',
    caughtBy: ['chargeNobodyFollows'],
    withinVisits: 100,
    wrapStore: forgetsFollowUps,
  },
];

/**
 * Finds a variant by its name.
 * @throws Error naming those that exist
 */
export function findVariant(name: string): Variant {
  const variant = VARIANTS.find((one) => one.name === name);
  if (variant === undefined)
    throw new Error(`There is no defect "${name}". There are: ${VARIANTS.map((one) => one.name).join(', ')}`);
  return variant;
}
