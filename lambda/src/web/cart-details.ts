import { type Quote } from '../orders/order';

/** An amount as Amazon writes it. */
interface WebAmount {
  readonly amount: string;
  readonly currencyCode: 'JPY';
}

/**
 * What the handlers of Amazon's page script give back: totals, goods, and the one way of delivery. The names are Amazon's.
 * @see amazon-pay-server-apis.md, section 13 (CartDetails)
 */
export interface CartDetails {
  readonly totalBaseAmount: WebAmount;
  readonly totalShippingAmount: WebAmount;
  readonly totalTaxAmount: WebAmount;
  readonly totalChargeAmount: WebAmount;
  readonly lineItems: readonly CartLineItem[];
  /** Empty where nothing is delivered. */
  readonly deliveryOptions: readonly DeliveryOption[];
}

/** One line of the goods. */
interface CartLineItem {
  readonly id: string;
  readonly title: string;
  readonly quantity: string;
  readonly listPrice: WebAmount;
  readonly totalListPrice: WebAmount;
}

/** One way of delivery with its price. */
interface DeliveryOption {
  readonly id: string;
  readonly price: WebAmount;
  readonly shippingMethod: { readonly shippingMethodName: string; readonly shippingMethodCode: string };
  readonly isDefault: boolean;
}

/**
 * The details of a priced quote. Prices hold their tax already, so the tax on top is 0. `deliveryName`: what the way of
 * delivery is called.
 */
export function cartDetails(quote: Quote, deliveryName: string): CartDetails {
  const shipping = yen(quote.shippingYen);
  return {
    totalBaseAmount: yen(quote.goodsYen),
    totalShippingAmount: shipping,
    totalTaxAmount: yen(0),
    totalChargeAmount: yen(quote.totalYen),
    lineItems: quote.lines.map(({ productId, name, quantity, unitPriceYen, lineYen }) => ({
      id: productId,
      title: name,
      quantity: String(quantity),
      listPrice: yen(unitPriceYen),
      totalListPrice: yen(lineYen),
    })),
    deliveryOptions: quote.ships
      ? [
          {
            id: 'standard',
            price: shipping,
            shippingMethod: { shippingMethodName: deliveryName, shippingMethodCode: 'standard' },
            isDefault: true,
          },
        ]
      : [],
  };
}

/** A whole-yen amount in Amazon's form. */
function yen(amountYen: number): WebAmount {
  return { amount: String(amountYen), currencyCode: 'JPY' };
}
