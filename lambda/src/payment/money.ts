/** A `Price` as Amazon Pay reads it in a request. */
export interface Price {
  readonly '@type': 'Price';
  readonly '@version': '2';
  readonly amount: string;
  readonly currencyCode: 'JPY';
}

/**
 * Writes whole yen as the wire's `Price`.
 * `amountYen`: whole yen, 1 or more.
 * @throws RangeError when the amount is not a whole number above 0: a defect of the caller, never a buyer's input.
 * @see alexa-amazon-pay.md, section 2.6
 */
export function writePrice(amountYen: number): Price {
  if (!Number.isSafeInteger(amountYen) || amountYen < 1) {
    throw new RangeError('amountYen must be a whole number above 0');
  }
  return { '@type': 'Price', '@version': '2', amount: String(amountYen), currencyCode: 'JPY' };
}

/** An amount of an answer: read, absent, or present but not yen that can be trusted. */
export type ReadAmount =
  | { readonly kind: 'yen'; readonly amountYen: number }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' };

/**
 * Reads an amount of an answer (`{amount: "3980.00", currencyCode: "JPY"}`) as whole yen.
 * `unreadable` means another currency, a fraction of a yen, or anything that is no amount: never equal to a quote.
 * @see alexa-amazon-pay.md, section 2.6 and quirk 6
 */
export function readAmount(price: unknown): ReadAmount {
  if (price === undefined || price === null) return { kind: 'absent' };
  if (typeof price !== 'object' || !('amount' in price) || !('currencyCode' in price))
    return { kind: 'unreadable' };
  const digits =
    typeof price.amount === 'string' ? /^(\d{1,12})(?:\.0+)?$/.exec(price.amount)?.[1] : undefined;
  if (digits === undefined || price.currencyCode !== 'JPY') return { kind: 'unreadable' };
  return { kind: 'yen', amountYen: Number(digits) };
}
