import { type Destination } from '../payment/outcome';
import { PREFECTURES } from './prefectures-table';

/** Why the shop does not deliver to an address. `unknownPrefecture`: shipping cannot be computed for it. */
export type DeliveryFault = 'notJapan' | 'unknownPrefecture';

/**
 * Whether the shop delivers to an address: Japan only, and only where the prefecture is known, by its name or, where
 * Amazon gives none, by a whole postal code. Undefined: it does.
 * @see issue "web checkout": unknown destinations refused; alexa-amazon-pay.md, section 4.1 (stateOrRegion)
 */
export function deliveryFault(destination: Destination | undefined): DeliveryFault | undefined {
  if (destination?.countryCode !== 'JP') return 'notJapan';
  const region = destination.stateOrRegion?.normalize('NFKC').trim() ?? '';
  const postalCode = destination.postalCode?.normalize('NFKC').replace(/[^0-9]/g, '') ?? '';
  if (region === '') return postalCode.length === 7 ? undefined : 'unknownPrefecture';
  return prefectureOf(region) === undefined ? 'unknownPrefecture' : undefined;
}

/** The prefecture a text names, in Japanese: 東京, 東京都, Tokyo and Tokyo-to are one. */
export function prefectureOf(region: string): string | undefined {
  const name = region.normalize('NFKC').trim();
  const roman = name.toLowerCase().replace(/[ -]?(to|do|fu|ken|prefecture)$/, '');
  return Object.entries(PREFECTURES).find(
    ([prefecture, latin]) =>
      prefecture === name ||
      prefecture.slice(0, -1) === name ||
      latin === roman ||
      latin === name.toLowerCase(),
  )?.[0];
}
