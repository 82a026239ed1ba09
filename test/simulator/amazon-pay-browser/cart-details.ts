/** Reads what the page's handlers give back: Amazon's CartDetails, or that there are no totals. */

/** An amount as Amazon writes it. */
export interface Price {
  readonly amount: string;
  readonly currencyCode: string;
}

/** One way of delivery. */
interface DeliveryChoice {
  readonly id: string;
  readonly name: string;
  readonly price: Price;
  readonly isDefault: boolean;
}

/** The totals of the page, ready to be shown. `rows`: each amount that was given, with its words. */
export interface Cart {
  readonly goods: readonly string[];
  readonly rows: readonly { readonly label: string; readonly price: Price }[];
  readonly chargeAmount: Price;
  readonly totalOrderAmount: Price | undefined;
  readonly deliveryOptions: readonly DeliveryChoice[];
}

/** The cart, or why there is none: the page's own reason, or that the answer cannot be read. */
export type ReadCart =
  | { readonly ok: true; readonly cart: Cart }
  | { readonly ok: false; readonly reasonCode: string; readonly message: string };

const ROWS = [
  ['totalBaseAmount', '商品代金'],
  ['totalShippingAmount', '送料'],
  ['totalTaxAmount', '税'],
  ['totalDiscountAmount', '値引き'],
] as const;

/** @see amazon-pay-server-apis.md, section 13 (CartDetails) */
export function readCart(details: unknown): ReadCart {
  if (textAt(details, 'status') === 'error') {
    const reasonCode = textAt(details, 'reasonCode');
    return {
      ok: false,
      reasonCode: reasonCode === '' ? 'unknownError' : reasonCode,
      message: textAt(details, 'message'),
    };
  }
  const chargeAmount = priceAt(details, 'totalChargeAmount');
  if (chargeAmount === undefined) return { ok: false, reasonCode: 'invalidCartDetails', message: '' };
  return {
    ok: true,
    cart: {
      goods: listAt(details, 'lineItems').map(
        (item) => `${textAt(item, 'title')} × ${textAt(item, 'quantity')}`,
      ),
      rows: ROWS.flatMap(([name, label]) => {
        const price = priceAt(details, name);
        return price === undefined ? [] : [{ label, price }];
      }),
      chargeAmount,
      totalOrderAmount: priceAt(details, 'totalOrderAmount'),
      deliveryOptions: listAt(details, 'deliveryOptions').flatMap(readDelivery),
    },
  };
}

function readDelivery(option: unknown): readonly DeliveryChoice[] {
  const price = priceAt(option, 'price');
  const id = textAt(option, 'id');
  if (price === undefined || id === '') return [];
  const name = textAt(valueAt(option, 'shippingMethod'), 'shippingMethodName');
  return [{ id, name, price, isDefault: valueAt(option, 'isDefault') === true }];
}

/** Whole yen as people read them; anything else as it came. */
export function showPrice({ amount, currencyCode }: Price): string {
  const isYen = currencyCode === 'JPY' && /^\d+(\.0+)?$/.test(amount);
  return isYen ? `${Number(amount).toLocaleString('ja-JP')}円` : `${amount} ${currencyCode}`;
}

function priceAt(value: unknown, name: string): Price | undefined {
  const price = valueAt(value, name);
  const amount = textAt(price, 'amount');
  const currencyCode = textAt(price, 'currencyCode');
  return amount === '' || currencyCode === '' ? undefined : { amount, currencyCode };
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = valueAt(value, name);
  return Array.isArray(list) ? list : [];
}

function textAt(value: unknown, name: string): string {
  const found = valueAt(value, name);
  return typeof found === 'string' ? found : '';
}

function valueAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
