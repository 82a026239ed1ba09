import { type Quote } from '../orders/order';
import { shippingFeeYen } from '../orders/quote';
import { type Shop } from '../shop/shop';

/** The total for one part of the country. `regions`: its prefectures; undefined: everywhere else. */
export interface RegionTotal {
  readonly regions: readonly string[] | undefined;
  readonly shippingYen: number;
  readonly totalYen: number;
}

/**
 * Computes what a quote costs in each part of the country, the ordinary one first, so that the page can tell the whole
 * price before an address is known. Whole yen.
 * @see certification-and-law.md, section 5.1 (price including shipping)
 */
export function totalsByRegion({ goodsYen }: Pick<Quote, 'goodsYen'>, shop: Shop): readonly RegionTotal[] {
  const total = (regions: readonly string[] | undefined): RegionTotal => {
    const destination = regions === undefined ? undefined : { stateOrRegion: regions[0] };
    const shippingYen = shippingFeeYen(goodsYen, destination, shop);
    return { regions, shippingYen, totalYen: goodsYen + shippingYen };
  };
  return [total(undefined), ...shop.shipping.surcharges.map(({ stateOrRegion }) => total(stateOrRegion))];
}
