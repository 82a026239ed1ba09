import { findOrderByCode } from '../../../lambda/src/checkout/find-order';
import { codeOf, hasOpenLink, issueLink } from '../../../lambda/src/checkout/issue-link';
import { priceCheckout } from '../../../lambda/src/checkout/price-checkout';
import { LOCAL_DEFAULTS, readConfig } from '../../../lambda/src/config';
import { type Order } from '../../../lambda/src/orders/order';
import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop } from '../../../lambda/src/shop/shop';
import { memoryStore } from '../../support/memory-store';
import { anOrder } from '../orders/an-order';

const NOW_MS = Date.parse('2026-11-22T03:00:00Z');
const TOKYO = { countryCode: 'JP', stateOrRegion: '東京都', postalCode: '153-0064', addressLine2: null };

const MAIL_SERVER = { SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'shop@koemise.example' };

function setUp(changes: Partial<Order> = {}, environment: Readonly<Record<string, string>> = MAIL_SERVER) {
  const store = memoryStore();
  const config = readConfig({ ...LOCAL_DEFAULTS, ...environment });
  const deps = { store, config, shop: parseShop(shopFile), now: () => NOW_MS };
  const order = anOrder(changes);
  store.put(order);
  const stored = async () => (await store.readOrder(order.orderId))!;
  return { deps, order, store, stored, secret: config.tokenSecret };
}

describe('a payment link', () => {
  it('lets the order wait for a day with the prices of now', async () => {
    const { deps, order, stored } = setUp();

    const issued = await issueLink(deps, order);

    expect(issued).toEqual(await stored());
    expect(issued).toMatchObject({
      state: 'AWAITING_PAYMENT',
      checkout: { no: 1, issuedAtMs: NOW_MS, expiresAtMs: Date.parse('2026-11-23T03:00:00Z') },
      quote: { goodsYen: 2592, asked: false, expiresAtMs: Date.parse('2026-11-23T03:00:00Z') },
      mails: [],
    });
  });

  it('leads by its code to its order and to no other', async () => {
    const { deps, order, secret } = setUp();
    const issued = await issueLink(deps, order);
    const code = codeOf(issued!, secret)!;

    expect((await findOrderByCode(deps, code))?.orderId).toBe(order.orderId);
    expect((await findOrderByCode(deps, code.toLowerCase()))?.orderId).toBe(order.orderId);
    expect(await findOrderByCode(deps, '00000000')).toBeUndefined();
  });

  it('asked for again is the same one', async () => {
    const { deps, order } = setUp();
    const first = await issueLink(deps, order);

    expect(await issueLink(deps, first!)).toEqual(first);
  });

  it('after the old one was closed is another one, and the old code leads nowhere', async () => {
    const { deps, order, store, secret } = setUp();
    const first = (await issueLink(deps, order))!;
    const oldCode = codeOf(first, secret)!;
    await store.replaceOrder({ ...first, version: first.version + 1, state: 'CART', checkout: undefined });

    const second = (await issueLink(deps, (await store.readOrder(order.orderId))!))!;

    expect(second.checkout?.no).toBe(2);
    expect(await findOrderByCode(deps, oldCode)).toBeUndefined();
    expect((await findOrderByCode(deps, codeOf(second, secret)!))?.orderId).toBe(order.orderId);
  });

  it('is mailed when the buyer gave an address', async () => {
    const { deps, order } = setUp();

    const issued = await issueLink(deps, order, 'taro@example.jp');

    expect(issued?.mails).toEqual([{ kind: 'payLink', state: 'due', tries: 0, nextAtMs: NOW_MS }]);
    expect(issued?.email).toBe('taro@example.jp');
  });

  it('is mailed by no shop without a mail server, neither at once nor when it is asked for again', async () => {
    const { deps, order } = setUp({ email: 'taro@example.jp' }, {});

    const first = (await issueLink(deps, order, 'taro@example.jp'))!;
    const again = (await issueLink(deps, first, 'taro@example.jp'))!;

    expect(first.mails).toEqual([]);
    expect(again).toEqual(first);
  });

  it('that was never mailed is mailed when an address comes later, once, and stays the same link', async () => {
    const { deps, order, stored } = setUp();
    const first = (await issueLink(deps, order))!;

    const second = (await issueLink(deps, first, 'taro@example.jp'))!;
    const third = await issueLink(deps, second, 'taro@example.jp');

    expect(second.checkout).toEqual(first.checkout);
    expect(second.mails).toEqual([{ kind: 'payLink', state: 'due', tries: 0, nextAtMs: NOW_MS }]);
    expect(third).toEqual(second);
    expect(await stored()).toEqual(second);
  });

  it('whose mail was given up is mailed again when the buyer asks for it', async () => {
    const { deps, order, store } = setUp();
    const first = (await issueLink(deps, order, 'taro@example.jp'))!;
    const mails = [{ ...first.mails[0]!, state: 'givenUp' as const, tries: 4 }];
    store.put({ ...first, mails, version: first.version + 1 });

    const again = await issueLink(deps, { ...first, mails, version: first.version + 1 }, 'taro@example.jp');

    expect(again?.mails).toEqual([{ kind: 'payLink', state: 'due', tries: 0, nextAtMs: NOW_MS }]);
  });

  it('that closed while it was looked at is not told of', async () => {
    const { deps, order, store } = setUp();
    const first = (await issueLink(deps, order))!;
    store.put({ ...first, state: 'CHARGE_SENT', version: first.version + 1 });

    expect(await issueLink(deps, first, 'taro@example.jp')).toBeUndefined();
  });

  it.each(['CHARGE_SENT', 'UNKNOWN', 'PAID', 'CHARGEABLE'] as const)('is not given in %s', async (state) => {
    const { deps, order, stored } = setUp({ state });

    expect(await issueLink(deps, order)).toBeUndefined();
    expect(await stored()).toEqual(order);
  });

  it('is not given for an empty cart', async () => {
    const { deps, order } = setUp({ lines: [] });

    expect(await issueLink(deps, order)).toBeUndefined();
  });

  it('takes another code when the first belongs to somebody else', async () => {
    const mine = setUp();
    const { codeKey } = (await issueLink(mine.deps, mine.order))!.checkout!;
    const { deps, order, store, secret } = setUp();
    await store.createPointer({ key: codeKey, orderId: '261122-000001', expiresAtSec: 1 });

    const issued = (await issueLink(deps, order))!;

    expect(issued.checkout?.no).toBe(2);
    expect((await findOrderByCode(deps, codeOf(issued, secret)!))?.orderId).toBe(order.orderId);
  });

  it('is over when its day is over', async () => {
    const { deps, order } = setUp();
    const issued = (await issueLink(deps, order))!;

    expect(hasOpenLink(issued, Date.parse('2026-11-23T02:59:59Z'))).toBe(true);
    expect(hasOpenLink(issued, Date.parse('2026-11-23T03:00:00Z'))).toBe(false);
  });
});

describe('the total of a checkout', () => {
  const waiting = async (changes: Partial<Order> = {}) => {
    const { deps, order } = setUp(changes);
    return { order: (await issueLink(deps, order))!, shop: deps.shop };
  };

  it.each([
    ['東京都', 600, 3192],
    ['北海道', 1200, 3792],
    ['沖縄県', 1200, 3792],
  ])('to %s has %i yen of shipping: %i yen', async (stateOrRegion, shippingYen, totalYen) => {
    const { order, shop } = await waiting();

    const priced = priceCheckout(order, { address: { ...TOKYO, stateOrRegion }, nowMs: NOW_MS }, shop);

    expect(priced).toMatchObject({ ok: true, quote: { goodsYen: 2592, shippingYen, totalYen } });
  });

  it('is none where the shop does not deliver, or where no address is known', async () => {
    const { order, shop } = await waiting();

    expect(priceCheckout(order, { address: { ...TOKYO, countryCode: 'US' }, nowMs: NOW_MS }, shop)).toEqual({
      ok: false,
      reason: 'notJapan',
    });
    expect(priceCheckout(order, { address: undefined, nowMs: NOW_MS }, shop)).toEqual({
      ok: false,
      reason: 'notJapan',
    });
  });

  it('keeps the prices of the link, whatever the shop asks meanwhile', async () => {
    const { order, shop } = await waiting();
    const dearer = { ...shop, products: shop.products.map((one) => ({ ...one, priceYen: 9999 })) };

    expect(priceCheckout(order, { address: TOKYO, nowMs: NOW_MS }, dearer)).toMatchObject({
      ok: true,
      quote: { goodsYen: 2592, totalYen: 3192 },
    });
  });
});
