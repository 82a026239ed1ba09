import { codeOf, issueLink } from '../../../../lambda/src/checkout/issue-link';
import type { LocalShop } from '../../../simulator/local-shop';
import type { WishName } from '../../../simulator/amazon-pay-browser/wished-results-table';
import { SESSION_ADDRESS } from '../../../simulator/amazon-pay-server/open-objects';
import { anOrder } from '../../orders/an-order';

/** A person with a browser, without the browser: what its page sends to the shop and to the simulated Amazon Pay. */
export interface WebBuyer {
  /** Opens the page; resolves to its text. */
  open(): Promise<string>;
  /** Opens the page, goes through Amazon's sheet and pays; resolves to what the shop answered to the sheet. */
  pay(wish: WishName): Promise<unknown>;
}

/** An order of two bags of blend in the shop, with a payment link, and somebody before it who has the code. */
export async function sendBuyerToPage(shop: LocalShop): Promise<WebBuyer & { readonly orderId: string }> {
  const { deps, config } = shop;
  const nowMs = deps.now();
  const cart = anOrder({ createdAtMs: nowMs, updatedAtMs: nowMs });
  await deps.store.createOrder(cart);
  const order = await issueLink(deps, cart);
  const code = order && codeOf(order, config.tokenSecret);
  if (code === undefined) throw new Error('there is no link');
  return { orderId: cart.orderId, ...webBuyer(shop, `/checkout/${code}`) };
}

/** Somebody before the page of this path, in a browser that was nowhere yet. */
export function webBuyer({ config, port }: Pick<LocalShop, 'config' | 'port'>, path: string): WebBuyer {
  const shopUrl = `http://127.0.0.1:${port}`;
  const scriptsUrl = config.web?.scriptsUrl ?? '';
  let cookie = '';

  const open = async (): Promise<string> => {
    const response = await fetch(`${shopUrl}${path}`, { headers: { cookie } });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response.text();
  };
  const send = async (
    url: string,
    body: unknown,
    { method = 'POST', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  ): Promise<Record<string, unknown>> => {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', origin: shopUrl, ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  };

  return {
    open,
    async pay(wish) {
      const page = await open();
      const data = (name: string): string => new RegExp(`data-${name}="([^"]*)"`).exec(page)?.[1] ?? '';
      const own = { headers: { cookie, 'x-csrf-token': data('csrf-token') } };
      const totals = await send(`${shopUrl}${path}/cart`, { address: SESSION_ADDRESS }, own);
      const session = await send(`${scriptsUrl}/simulated/checkoutSessions`, {
        merchantId: data('merchant-id'),
        storeId: data('store-id'),
        sandbox: data('sandbox') === 'true',
        ledgerCurrency: 'JPY',
        productType: data('product-type'),
        chargePermissionType: 'OneTime',
        paymentIntent: data('payment-intent'),
        canHandlePendingAuthorization: data('can-handle-pending') === 'true',
        merchantReferenceId: data('order-id'),
        merchantStoreName: 'こえみせ珈琲',
        address: SESSION_ADDRESS,
      });
      const id = String(session['checkoutSessionId']);
      const chosen = { chargeAmount: totals['totalChargeAmount'], wish };
      await send(`${scriptsUrl}/simulated/checkoutSessions/${id}`, chosen, { method: 'PATCH' });
      return send(`${shopUrl}${path}/complete`, { checkoutSessionId: id }, own);
    },
  };
}
