import * as z from 'zod/mini';

/** Every request object of Amazon Pay for Alexa carries its type and version 2. @see alexa-amazon-pay.md, section 2 */
export const VERSIONED = { '@type': z.string(), '@version': z.literal('2') } as const;

/**
 * The paths of the fields that break a limit, each once, in the order of the payload; empty when none does.
 * Paths only: a value may be personal and the paths go into the merchant's alert.
 */
export function payloadFaults(limits: z.ZodMiniType, payload: unknown): readonly string[] {
  const checked = z.safeParse(limits, payload);
  return checked.success ? [] : [...new Set(checked.error.issues.map(({ path }) => path.join('.')))];
}
