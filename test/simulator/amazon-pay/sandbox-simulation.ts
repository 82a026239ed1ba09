/** The simulation strings of the sandbox, carried by `sellerAuthorizationNote`. */
import * as z from 'zod';

const MINUTES = z.number().int().positive();

const SIMULATION = z.object({
  SandboxSimulation: z.discriminatedUnion('ReasonCode', [
    z.strictObject({
      State: z.literal('Declined'),
      ReasonCode: z.literal('InvalidPaymentMethod'),
      PaymentMethodUpdateTimeInMins: MINUTES.max(240).optional(),
      SoftDecline: z.enum(['true', 'false']).optional(),
    }),
    z.strictObject({ State: z.literal('Declined'), ReasonCode: z.literal('AmazonRejected') }),
    z.strictObject({ State: z.literal('Declined'), ReasonCode: z.literal('TransactionTimedOut') }),
    z.strictObject({
      State: z.literal('Closed'),
      ReasonCode: z.literal('ExpiredUnused'),
      ExpirationTimeInMins: MINUTES.max(60).optional(),
    }),
    z.strictObject({ State: z.literal('Closed'), ReasonCode: z.literal('AmazonClosed') }),
  ]),
});

/** What a simulation string asks for. */
export interface SandboxSimulation {
  readonly state: 'Declined' | 'Closed';
  readonly reasonCode: string;
  readonly softDecline: boolean;
  /** Minutes until an unused authorization expires (ExpiredUnused only). */
  readonly expirationMinutes: number;
}

/**
 * Reads the note of a sandbox Charge.
 * `undefined`: an ordinary note. `invalid`: it names SandboxSimulation but is no combination that exists.
 * @see alexa-amazon-pay.md section 8
 */
export function readSandboxSimulation(note: string | undefined): SandboxSimulation | 'invalid' | undefined {
  if (note?.includes('SandboxSimulation') !== true) return undefined;
  const parsed = SIMULATION.safeParse(parseJson(note));
  if (!parsed.success) return 'invalid';
  const simulation = parsed.data.SandboxSimulation;
  return {
    state: simulation.State,
    reasonCode: simulation.ReasonCode,
    softDecline: simulation.ReasonCode === 'InvalidPaymentMethod' && simulation.SoftDecline === 'true',
    expirationMinutes: simulation.ReasonCode === 'ExpiredUnused' ? (simulation.ExpirationTimeInMins ?? 1) : 1,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
