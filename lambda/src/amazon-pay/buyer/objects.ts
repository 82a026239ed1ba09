import * as z from 'zod/mini';

const text = z.catch(z.optional(z.string()), undefined);

const ADDRESS = z.object({
  name: text,
  companyName: text,
  addressLine1: text,
  addressLine2: text,
  addressLine3: text,
  city: text,
  districtOrCounty: text,
  stateOrRegion: text,
  postalCode: text,
  countryCode: text,
  phone: text,
});
const ADDRESSES = z.object({ addresses: z.array(z.unknown()) });
const ENTRY = z.object({ addressType: z.literal('DefaultOneClickShippingAddress'), address: ADDRESS });
const BUYER = z.object({ buyerId: z.string().check(z.minLength(1)) });

/** The buyer's address; every field may be absent. */
export type BuyerAddress = z.infer<typeof ADDRESS>;

/** Reads the buyer's id; undefined when the answer has none. */
export function readBuyerId(json: unknown): string | undefined {
  const parsed = z.safeParse(BUYER, json);
  return parsed.success ? parsed.data.buyerId : undefined;
}

/** Reads the default 1-Click address: `none` when the list has no such entry, undefined when there is no list. */
export function readBuyerAddress(json: unknown): BuyerAddress | 'none' | undefined {
  const parsed = z.safeParse(ADDRESSES, json);
  if (!parsed.success) return undefined;
  for (const one of parsed.data.addresses) {
    const entry = z.safeParse(ENTRY, one);
    if (entry.success) return entry.data.address;
  }
  return 'none';
}
