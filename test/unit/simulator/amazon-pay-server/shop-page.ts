import type { Bench } from '../../amazon-pay/server-bench';
import { ADDRESSES, type AddressName } from '../../../simulator/amazon-pay-browser/addresses-table';

/** The shop's page in a browser, as far as the simulated Amazon Pay hears of it. */
export interface ShopPage {
  ask(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ readonly status: number; readonly json: object }>;
  /** A click on the button; `changes` over what an ordinary page says. Resolves to the session's id. */
  click(changes?: object): Promise<string>;
  /** A click, and the buyer's "pay" for 3192 yen to Tokyo with the result that was wished for. */
  pay(wish: string, changes?: object): Promise<string>;
}

/** The address as the page shares it. */
export const addressNamed = (name: AddressName): Readonly<Record<string, string | null>> =>
  ADDRESSES[name].address;

/** Makes one before the bench's servers. */
export function openShopPage({ server }: Bench): ShopPage {
  const ask: ShopPage['ask'] = async (method, path, body) => {
    const response = await fetch(`${server.url}/simulated/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as object };
  };
  const click: ShopPage['click'] = async (changes = {}) => {
    const { json } = await ask('POST', 'checkoutSessions', { ...ORDINARY, ...changes });
    if (!('checkoutSessionId' in json)) throw new Error(JSON.stringify(json));
    return String(json.checkoutSessionId);
  };
  return {
    ask,
    click,
    async pay(wish, changes) {
      const id = await click(changes);
      const { status } = await ask('PATCH', `checkoutSessions/${id}`, {
        chargeAmount: { amount: '3192', currencyCode: 'JPY' },
        wish,
      });
      if (status !== 200) throw new Error(`the session was not changed: ${status}`);
      return id;
    },
  };
}

/** What an ordinary page says when the button is clicked. */
const ORDINARY = {
  merchantId: 'A1KOEMISE',
  storeId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
  sandbox: true,
  ledgerCurrency: 'JPY',
  productType: 'PayAndShip',
  chargePermissionType: 'OneTime',
  paymentIntent: 'AuthorizeWithCapture',
  canHandlePendingAuthorization: false,
  merchantReferenceId: '261122-482109',
  merchantStoreName: 'こえみせ珈琲',
  address: ADDRESSES.tokyo.address,
} as const;
