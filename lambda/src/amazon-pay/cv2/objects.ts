import * as z from 'zod/mini';
import { readAmount, type ReadAmount } from '../../payment/money';
import { type SeenState } from '../../payment/object-machine';
import { readCv2Time } from './time';

/** An address exactly as Amazon shares it: Finalize has to send it back unchanged. */
export type Cv2Address = Readonly<Record<string, string | null>>;

/** A checkout session, as far as it could be read. Times are epoch milliseconds. */
export interface CheckoutSession extends SeenState {
  readonly checkoutSessionId: string;
  readonly chargeId?: string | undefined;
  readonly chargePermissionId?: string | undefined;
  readonly paymentIntent: string | undefined;
  readonly productType?: string | undefined;
  /** OneTime, or Recurring for a subscription. */
  readonly chargePermissionType?: string | undefined;
  readonly canHandlePendingAuthorization: boolean | undefined;
  readonly chargeAmount: ReadAmount;
  readonly totalOrderAmount: ReadAmount;
  readonly shippingAddress?: Cv2Address | undefined;
  readonly billingAddress?: Cv2Address | undefined;
  readonly supplementaryData?: string | undefined;
  /** Our own order number, where the page gave it along. */
  readonly merchantReferenceId: string | undefined;
  readonly constraintIds: readonly string[];
  readonly releaseEnvironment?: string | undefined;
}

/** A charge. `amount` is what was asked for, `capturedAmount` what was taken. */
export interface Charge extends SeenState {
  readonly chargeId: string;
  readonly chargePermissionId?: string | undefined;
  readonly amount: ReadAmount;
  readonly capturedAmount: ReadAmount;
  readonly refundedAmount: ReadAmount;
  readonly expiresAtMs: number | undefined;
  readonly releaseEnvironment?: string | undefined;
}

/** A refund. */
export interface Refund extends SeenState {
  readonly refundId: string;
  readonly chargeId?: string | undefined;
  readonly amount: ReadAmount;
  readonly releaseEnvironment?: string | undefined;
}

/** A charge permission. `reasonCode` is the first of `reasonCodes`. */
export interface ChargePermission extends SeenState {
  readonly chargePermissionId: string;
  readonly chargePermissionType?: string | undefined;
  /** Our own order number, where the checkout session had it. */
  readonly merchantReferenceId: string | undefined;
  readonly reasonCodes: readonly string[];
  readonly amountLimit: ReadAmount;
  readonly amountBalance: ReadAmount;
  readonly releaseEnvironment?: string | undefined;
}

/** An absent, null or misshapen field becomes undefined: the rest of the answer still counts. */
const text = z.catch(z.optional(z.string()), undefined);
const id = z.string().check(z.minLength(1));
const address = z.catch(z.optional(z.record(z.string(), z.nullable(z.string()))), undefined);
const status = z.object({ state: text, reasonCode: text });
const record = z.catch(z.optional(z.record(z.string(), z.unknown())), undefined);

const SESSION = z.object({
  checkoutSessionId: id,
  statusDetails: status,
  chargeId: text,
  chargePermissionId: text,
  chargePermissionType: text,
  productType: text,
  paymentDetails: record,
  merchantMetadata: record,
  shippingAddress: address,
  billingAddress: address,
  supplementaryData: text,
  constraints: z.catch(z.array(z.unknown()), []),
  releaseEnvironment: text,
});
const CHARGE = z.object({
  chargeId: id,
  chargePermissionId: text,
  chargeAmount: z.optional(z.unknown()),
  captureAmount: z.optional(z.unknown()),
  refundedAmount: z.optional(z.unknown()),
  statusDetails: status,
  expirationTimestamp: z.optional(z.unknown()),
  releaseEnvironment: text,
});
const REFUND = z.object({
  refundId: id,
  chargeId: text,
  refundAmount: z.optional(z.unknown()),
  statusDetails: status,
  releaseEnvironment: text,
});
const PERMISSION = z.object({
  chargePermissionId: id,
  chargePermissionType: text,
  limits: record,
  merchantMetadata: record,
  statusDetails: z.object({ state: text, reasons: z.catch(z.array(z.unknown()), []) }),
  releaseEnvironment: text,
});
const REASON = z.object({ reasonCode: z.string() });
const CONSTRAINT = z.object({ constraintId: z.string() });

/** Reads a checkout session; undefined when it has no id or no status. @see amazon-pay-server-apis.md, section 5 */
export function readCheckoutSession(json: unknown): CheckoutSession | undefined {
  const parsed = z.safeParse(SESSION, json);
  if (!parsed.success) return undefined;
  const { statusDetails, paymentDetails, merchantMetadata, constraints, ...session } = parsed.data;
  const pending = z.safeParse(z.boolean(), paymentDetails?.['canHandlePendingAuthorization']);
  return {
    ...session,
    ...statusDetails,
    paymentIntent: z.parse(text, paymentDetails?.['paymentIntent']),
    canHandlePendingAuthorization: pending.success ? pending.data : undefined,
    chargeAmount: readAmount(paymentDetails?.['chargeAmount']),
    totalOrderAmount: readAmount(paymentDetails?.['totalOrderAmount']),
    merchantReferenceId: z.parse(text, merchantMetadata?.['merchantReferenceId']),
    constraintIds: constraints.flatMap((one) => {
      const constraint = z.safeParse(CONSTRAINT, one);
      return constraint.success ? [constraint.data.constraintId] : [];
    }),
  };
}

/** Reads a charge; undefined when it has no id or no status. */
export function readCharge(json: unknown): Charge | undefined {
  const parsed = z.safeParse(CHARGE, json);
  if (!parsed.success) return undefined;
  const { chargeId, chargePermissionId, statusDetails, releaseEnvironment, ...rest } = parsed.data;
  return {
    chargeId,
    chargePermissionId,
    ...statusDetails,
    amount: readAmount(rest.chargeAmount),
    capturedAmount: readAmount(rest.captureAmount),
    refundedAmount: readAmount(rest.refundedAmount),
    expiresAtMs: readCv2Time(rest.expirationTimestamp),
    releaseEnvironment,
  };
}

/** Reads a refund; undefined when it has no id or no status. */
export function readRefund(json: unknown): Refund | undefined {
  const parsed = z.safeParse(REFUND, json);
  if (!parsed.success) return undefined;
  const { refundId, chargeId, refundAmount, statusDetails, releaseEnvironment } = parsed.data;
  return { refundId, chargeId, ...statusDetails, amount: readAmount(refundAmount), releaseEnvironment };
}

/** Reads a charge permission; undefined when it has no id or no status. */
export function readChargePermission(json: unknown): ChargePermission | undefined {
  const parsed = z.safeParse(PERMISSION, json);
  if (!parsed.success) return undefined;
  const { statusDetails, limits, merchantMetadata, ...permission } = parsed.data;
  const reasonCodes = statusDetails.reasons.flatMap((one) => {
    const reason = z.safeParse(REASON, one);
    return reason.success ? [reason.data.reasonCode] : [];
  });
  return {
    ...permission,
    state: statusDetails.state,
    reasonCode: reasonCodes[0],
    reasonCodes,
    merchantReferenceId: z.parse(text, merchantMetadata?.['merchantReferenceId']),
    amountLimit: readAmount(limits?.['amountLimit']),
    amountBalance: readAmount(limits?.['amountBalance']),
  };
}
