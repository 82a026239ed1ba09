/**
 * Simulation strings that Amazon Pay's sandbox reads from `sellerAuthorizationNote`, by the name used in the
 * configuration (AMAZON_PAY_SANDBOX_SIMULATION). Sandbox only: live, the note is an ordinary note.
 * @see alexa-amazon-pay.md, section 8
 */
export const SANDBOX_SIMULATIONS = {
  'Declined.InvalidPaymentMethod.soft': note({
    State: 'Declined',
    ReasonCode: 'InvalidPaymentMethod',
    PaymentMethodUpdateTimeInMins: 1,
    SoftDecline: 'true',
  }),
  'Declined.InvalidPaymentMethod.hard': note({
    State: 'Declined',
    ReasonCode: 'InvalidPaymentMethod',
    PaymentMethodUpdateTimeInMins: 1,
    SoftDecline: 'false',
  }),
  'Declined.AmazonRejected': note({ State: 'Declined', ReasonCode: 'AmazonRejected' }),
  'Declined.TransactionTimedOut': note({ State: 'Declined', ReasonCode: 'TransactionTimedOut' }),
  'Closed.ExpiredUnused': note({ State: 'Closed', ReasonCode: 'ExpiredUnused', ExpirationTimeInMins: 1 }),
  'Closed.AmazonClosed': note({ State: 'Closed', ReasonCode: 'AmazonClosed' }),
} as const satisfies Record<string, string>;

/** The name of a simulation string. */
export type SandboxSimulation = keyof typeof SANDBOX_SIMULATIONS;

function note(simulation: Readonly<Record<string, string | number>>): string {
  return JSON.stringify({ SandboxSimulation: simulation });
}
