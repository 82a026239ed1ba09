import { type Order, type Quote } from '../orders/order';
import { monthlyYen } from '../orders/quote';
import { checkoutScriptUrl } from './amazon-hosts';
import { type CheckoutData } from './checkout-data';
import { createSay } from './page-text';
import { type WebDeps } from './web-deps';
import { type WidgetsData } from './widgets/widgets-data';

/** What the page's script is told beside the settings. */
export interface PageFacts {
  readonly order: Order;
  readonly quote: Quote;
  readonly code: string;
  readonly csrfToken: string;
}

/** Collects everything the script of a checkout page needs. Nothing of it is secret, and nothing of it is believed later. */
export function writeCheckoutData(
  { config, web, shop }: Pick<WebDeps, 'config' | 'web' | 'shop'>,
  { order, quote, code, csrfToken }: PageFacts,
): CheckoutData {
  const say = createSay(shop);
  return {
    shopPath: `/checkout/${code}`,
    csrfToken,
    scriptUrl: checkoutScriptUrl(web),
    merchantId: config.sellerId,
    storeId: web.storeId,
    storeName: shop.merchantName,
    orderId: order.orderId,
    sandbox: config.releaseEnvironment === 'SANDBOX' ? 'true' : 'false',
    productType: quote.ships ? 'PayAndShip' : 'PayOnly',
    paymentIntent: web.paymentIntent,
    canHandlePending: web.canHandlePendingAuthorization ? 'true' : 'false',
    estimatedYen: String(quote.totalYen),
    ...permissionData(quote),
    // The script fills in what it learns later: the placeholders stay as they are.
    yenText: say('pageYen', { amountYen: '{amountYen}' }),
    freeText: say('pageFree'),
    placeChosenText: say('pagePlaceChosen', { shipping: '{shipping}', total: '{total}' }),
    loadingText: say('pageButtonLoading'),
    missingText: say('pageButtonMissing'),
    payingText: say('pagePaying'),
    cancelledText: say('pageCancelled'),
    faultText: say('pageSheetFault'),
  };
}

/** What each month costs is known before the address only where nothing is shipped. */
function permissionData({ lines, ships }: Quote): Pick<CheckoutData, 'chargePermissionType' | 'monthlyYen'> {
  const goodsYen = monthlyYen(lines);
  if (goodsYen === undefined) return { chargePermissionType: 'OneTime', monthlyYen: '' };
  return { chargePermissionType: 'Recurring', monthlyYen: ships ? '' : String(goodsYen) };
}

/** The data as attributes of an element: `shopPath` becomes `data-shop-path`. */
export function dataAttributes(data: CheckoutData | WidgetsData): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, string]) => [
      `data-${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`,
      value,
    ]),
  );
}
