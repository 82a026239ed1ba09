/** What the buyer chose so far. `totalYen`: as the page shows it for the chosen address, whole yen. */
export interface Choices {
  readonly agreementId: string | undefined;
  readonly totalYen: number | undefined;
  readonly hasPayment: boolean;
  readonly needsConsent: boolean;
  readonly hasConsent: boolean;
  /** The order is on its way: no second press, and no error of a widget may say that nothing was paid. */
  readonly isPaying: boolean;
}

/** Nothing chosen yet. */
export const NO_CHOICES: Choices = {
  agreementId: undefined,
  totalYen: undefined,
  hasPayment: false,
  needsConsent: false,
  hasConsent: false,
  isPaying: false,
};

/** Whether the order may be placed: address with its total, payment method and, where it is needed, consent. */
export function mayOrder(choices: Choices): boolean {
  const { agreementId, totalYen, hasPayment, needsConsent, hasConsent, isPaying } = choices;
  const isComplete = agreementId !== undefined && totalYen !== undefined && hasPayment;
  return isComplete && (hasConsent || !needsConsent) && !isPaying;
}
