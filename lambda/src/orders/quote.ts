import { type Destination } from '../payment/outcome';
import { type Shop } from '../shop/shop';
import { goodsTotalYen, isShipped, priceCart } from './cart';
import { prefectureOf } from './deliverable';
import { type CartLine, type Quote } from './order';

/** A quote lives this long; after that prices are read again and the buyer is asked again. */
export const QUOTE_LIFE_MS = 10 * 60 * 1000;

/** What a quote is made of. `no`: counts the quotes of the order. */
export interface QuoteFacts {
  readonly no: number;
  readonly lines: readonly CartLine[];
  /** Absent on the web, where there is none. */
  readonly billingAgreementId?: string | undefined;
  readonly destination: Destination | undefined;
  readonly nowMs: number;
}

/** A quote that Charge can be sent for: it has the agreement that Setup gave. */
export type VoiceQuote = Quote & { readonly billingAgreementId: string };

/** What is charged for the goods of each month, whole yen without shipping; undefined: nothing comes monthly. */
export function monthlyYen(lines: Quote['lines']): number | undefined {
  const monthly = lines.filter((row) => row.monthly);
  return monthly.length === 0 ? undefined : monthly.reduce((sum, { lineYen }) => sum + lineYen, 0);
}

/** Whether a quote came from Setup. One of the web checkout has no agreement and is never charged by voice. */
export function isVoiceQuote(quote: Quote): quote is VoiceQuote {
  return quote.billingAgreementId !== undefined;
}

/**
 * Takes the price snapshot that is read back and, after a yes, charged.
 * @see DESIGN.md, the shop and the conversation; money-safety.md, sections 3 and 5
 */
export function makeQuote(facts: QuoteFacts, shop: Shop): Quote {
  const priced = priceCart(facts.lines, shop);
  const goodsYen = goodsTotalYen(priced);
  const ships = isShipped(priced);
  const shippingYen = ships ? shippingFeeYen(goodsYen, facts.destination, shop) : 0;
  return {
    no: facts.no,
    lines: priced.map(({ product, quantity, lineYen }) => ({
      productId: product.id,
      name: product.name,
      counter: product.counter,
      quantity,
      unitPriceYen: product.priceYen,
      lineYen,
      monthly: product.plan === 'monthly',
    })),
    goodsYen,
    shippingYen,
    totalYen: goodsYen + shippingYen,
    quotedAtMs: facts.nowMs,
    expiresAtMs: facts.nowMs + QUOTE_LIFE_MS,
    billingAgreementId: facts.billingAgreementId,
    ships,
    destination: facts.destination,
    asked: true,
  };
}

/**
 * Shipping in whole yen: flat, free from a goods total, plus the extra of far regions whether the rest is free or not.
 * The region's name decides; Amazon does not promise that name in Japan, so without one the postal code does. Without
 * any address no extra is known and none is charged.
 * @see alexa-amazon-pay.md, section 4.1 (Destination)
 */
export function shippingFeeYen(
  goodsYen: number,
  destination: Destination | undefined,
  { shipping }: Shop,
): number {
  const region = destination?.stateOrRegion?.normalize('NFKC').trim() ?? '';
  const postalCode = destination?.postalCode?.normalize('NFKC').replace(/[^0-9]/g, '') ?? '';
  const extra = shipping.surcharges.find(({ stateOrRegion, postalCodePrefixes }) =>
    region === ''
      ? postalCode.length === POSTAL_CODE_DIGITS &&
        postalCodePrefixes.some((prefix) => postalCode.startsWith(prefix))
      : stateOrRegion.some((name) => sameRegion(name, region)),
  );
  const flatYen = goodsYen >= shipping.freeFromYen ? 0 : shipping.flatYen;
  return flatYen + (extra?.extraYen ?? 0);
}

const POSTAL_CODE_DIGITS = 7;

/** 沖縄, 沖縄県 and Okinawa are one region; a name that is no prefecture is compared as it stands. */
function sameRegion(name: string, region: string): boolean {
  return (prefectureOf(name) ?? name) === (prefectureOf(region) ?? region);
}

/** Whether two quotes ask the buyer for the same thing: goods, total and delivery place. */
export function sameTerms(one: Quote, other: Quote): boolean {
  return termsOf(one) === termsOf(other);
}

function termsOf({ lines, shippingYen, totalYen, destination }: Quote): string {
  const sorted = Object.entries(destination ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([
    lines.map(({ productId, quantity, lineYen }) => [productId, quantity, lineYen]),
    shippingYen,
    totalYen,
    sorted,
  ]);
}
