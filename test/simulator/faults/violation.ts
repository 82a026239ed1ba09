/** What the judge may find, and the promise that it breaks. */

/** The four figures that have to be zero, and the finer rules behind them. */
export const RULES = {
  doubleCharge: 'doubleCharged',
  saidPaidWithoutCapture: 'falselyConfirmed',
  mailedPaidWithoutCapture: 'falselyConfirmed',
  storedPaidWithoutCapture: 'falselyConfirmed',
  capturedOrderNotPaid: 'paidButLost',
  paidOrderForgotten: 'paidButLost',
  mailedNotPaidAfterCapture: 'paidButLost',
  chargeNobodyFollows: 'nobodyFollows',
  orderStuck: 'nobodyFollows',
  notOnTheList: 'nobodyFollows',
  chargeWithoutConsent: 'otherRules',
  chargeOfAnotherAmount: 'otherRules',
  chargeWithoutRecord: 'otherRules',
  referenceWithTwoContents: 'otherRules',
  moreAttemptsThanConsents: 'otherRules',
  sentTooOften: 'otherRules',
  backgroundCharge: 'otherRules',
  mailTwice: 'otherRules',
  saidNotPlacedAfterCapture: 'otherRules',
  unexpectedError: 'otherRules',
} as const;

/** A rule of the judge. */
export type Rule = keyof typeof RULES;
/** A figure of the report. */
export type Figure = (typeof RULES)[Rule];

/** One broken rule. `step`: how many events of the world had happened. */
export interface Violation {
  readonly rule: Rule;
  readonly orderId: string;
  readonly detail: string;
  readonly atMs: number;
  readonly step: number;
}

/** Where violations are reported to. */
export type Report = (rule: Rule, orderId: string, detail: string) => void;
