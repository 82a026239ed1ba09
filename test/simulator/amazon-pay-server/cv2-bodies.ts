/** The request bodies of the simulated CV2: unknown fields are refused, as Amazon does. */
import * as z from 'zod';

const PRICE = z.strictObject({ amount: z.string(), currencyCode: z.string() });
const ADDRESS = z.record(z.string(), z.string().nullable());

/** Bodies by operation. */
export const CV2_BODIES = {
  finalizeCheckoutSession: z.strictObject({
    chargeAmount: PRICE,
    totalOrderAmount: PRICE.optional(),
    supplementaryData: z.string().optional(),
    paymentIntent: z.enum(['AuthorizeWithCapture', 'Authorize', 'Confirm']),
    canHandlePendingAuthorization: z.boolean().optional(),
    shippingAddress: ADDRESS.nullish(),
    billingAddress: ADDRESS.nullish(),
  }),
  createCharge: z.strictObject({
    chargePermissionId: z.string(),
    chargeAmount: PRICE,
    captureNow: z.boolean().optional(),
    canHandlePendingAuthorization: z.boolean().optional(),
    chargeInitiator: z.enum(['CITU', 'MITU', 'CITR', 'MITR']).optional(),
    channel: z.string().optional(),
    merchantMetadata: z.looseObject({}).optional(),
  }),
  captureCharge: z.strictObject({ captureAmount: PRICE }),
  cancelCharge: z.strictObject({ cancellationReason: z.string() }),
  createRefund: z.strictObject({ chargeId: z.string(), refundAmount: PRICE }),
  closeChargePermission: z.strictObject({
    closureReason: z.string(),
    cancelPendingCharges: z.boolean().optional(),
  }),
} as const;

/** A body as it was read, or the code of its refusal. */
export type ReadBody<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly status: 400; readonly code: string };

/** Reads a body. */
export function readBody<Body>(schema: z.ZodType<Body>, rawBody: string): ReadBody<Body> {
  const parsed = schema.safeParse(parseJson(rawBody));
  if (parsed.success) return { ok: true, body: parsed.data };
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') return { ok: false, status: 400, code: 'UnrecognizedField' };
  const isMissing = issue?.code === 'invalid_type' && issue.message.includes('undefined');
  return { ok: false, status: 400, code: isMissing ? 'MissingParameterValue' : 'InvalidParameterValue' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
