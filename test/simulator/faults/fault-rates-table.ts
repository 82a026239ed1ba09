/**
 * How often each fault strikes, per opportunity. The rates are assumptions, not production data.
 * @see money-safety.md, section 10 (baseline run)
 */
export const FAULT_RATES = {
  // The process dies: the code after the boundary never runs.
  crash: 0.003,
  // The store.
  storeReadFailed: 0.003,
  storeWriteThrottled: 0.01,
  storeWriteAppliedAnswerLost: 0.003,
  storeMetItsOwnWrite: 0.002,
  storeSlow: 0.002,
  // The clock of a process, and processes with other prices.
  clockJumped: 0.004,
  priceChanged: 0.02,
  // Answers of Amazon Pay on their way back.
  answerLost: 0.02,
  answerDoubled: 0.03,
  answerLate: 0.01,
  answerOvertaken: 0.02,
  answerRedelivered: 0.3,
  tokenOfAnotherBuyer: 0.003,
  tokenOfAnEarlierDirective: 0.005,
  tokenForged: 0.002,
  tokenMissing: 0.002,
  strayAnswer: 0.003,
  // The buyer.
  doubleYes: 0.05,
  secondDevice: 0.03,
  buyerWalkedAway: 0.03,
  buyerRepeatedAfterError: 0.5,
  buyerCameBackLater: 0.4,
  quoteGrewOld: 0.01,
  buyerSaidNo: 0.02,
  // The charge.
  payServerErrorBefore: 0.015,
  payServerErrorAfter: 0.01,
  payUnavailableBefore: 0.007,
  payUnavailableAfter: 0.004,
  payServerErrorAgain: 0.15,
  payThrottled: 0.01,
  payRefused: 0.02,
  payAgreementUnknown: 0.01,
  consentWithdrawn: 0.15,
  declinedSoft: 0.015,
  declinedHard: 0.015,
  declinedAmazonRejected: 0.015,
  declinedProcessingFailure: 0.015,
  declinedTimedOut: 0.015,
  pendingThenPaid: 0.008,
  pendingThenDeclined: 0.003,
  closedWithoutSale: 0.005,
  openNotCaptured: 0.005,
  strangeAnswer: 0.01,
  // Setup.
  setupServerError: 0.015,
  setupRefused: 0.005,
  // The background.
  readNotAnswered: 0.05,
  repeatAnswerLost: 0.1,
  workerDown: 0.02,
  mailRefused: 0.03,
  mailTakenAnswerLost: 0.02,
  profileNotAnswered: 0.02,
  itemCorrupt: 0.02,
} as const;

/** Name of a fault that is drawn. */
export type FaultKind = keyof typeof FAULT_RATES;

/** Names of faults that happen by themselves and are only counted. */
export type ObservedKind = 'conditionFailed' | 'answerTooLateForAlexa' | 'turnOutOfTime';
