import * as z from 'zod/mini';
import { isId } from '../amazon-pay/object-id';

/** Amazon's address object: texts by Amazon's names, each of which may be null. Its own limits are tighter. */
const address = z.record(z.string().check(z.maxLength(40)), z.nullable(z.string().check(z.maxLength(200))));

/** A checkout session's id; another text cannot be one, and nobody is alerted about it. */
const sessionId = z.string().check(z.refine((text) => isId('checkoutSession', text)));

/**
 * Bodies of the page's own calls: strict, so that a field that is not known is refused like one that is wrong. There is
 * no amount among them.
 */
export const BODIES = {
  cart: z.strictObject({ address: z.nullable(address) }),
  complete: z.strictObject({ checkoutSessionId: sessionId }),
  cancel: z.strictObject({}),
  errors: z.strictObject({
    source: z.string().check(z.regex(/^[A-Za-z]{1,32}$/)),
    code: z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,64}$/)),
  }),
} as const;

/** The form of the page that asks for a code. */
export const CODE_FORM = z.strictObject({ code: z.string().check(z.maxLength(64)) });
