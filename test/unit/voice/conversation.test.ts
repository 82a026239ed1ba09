import { type PricedLine } from '../../../lambda/src/orders/cart';
import { type Order, type Quote } from '../../../lambda/src/orders/order';
import { ORDER_STATES, type OrderState } from '../../../lambda/src/orders/state-table';
import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop, type Product } from '../../../lambda/src/shop/shop';
import { line } from '../../../lambda/src/voice/line';
import { CARD, LINE } from '../../../lambda/src/voice/parse-line';
import { renderSsml, renderText } from '../../../lambda/src/voice/render';
import { type Reply } from '../../../lambda/src/voice/reply';
import * as cart from '../../../lambda/src/voice/replies/cart';
import * as goods from '../../../lambda/src/voice/replies/goods';
import * as requests from '../../../lambda/src/voice/replies/requests';
import { statusLines } from '../../../lambda/src/voice/replies/status';

const SHOP = parseShop(shopFile);
const [BLEND, , DRIP, MONTHLY] = SHOP.products as [Product, Product, Product, Product];
const CART: readonly PricedLine[] = [
  { product: BLEND, quantity: 2, lineYen: 2592 },
  { product: DRIP, quantity: 1, lineYen: 1080 },
];
const said = ({ speech }: Reply) => renderSsml(speech, SHOP);
const askedAgain = ({ reprompt }: Reply) => (reprompt === undefined ? undefined : renderSsml(reprompt, SHOP));

describe('goods', () => {
  it('are named with price and unit', () => {
    expect(said(goods.goodsForSale(SHOP))).toBe(
      'こえみせブレンドが1袋1296円、深煎りブレンドが1袋1404円、ドリップバッグが1箱1080円、毎月の定期便が1か月2480円、ギフトコードが1枚3000円をご用意しています。価格は消費税込みです。何をご用意しましょうか。',
    );
    expect(askedAgain(goods.goodsForSale(SHOP))).toBe(
      '「ブレンドを2つください」のようにお話しください。商品を知りたいときは「何がありますか」とお話しください。',
    );
  });

  it('are asked for, and a word the shop does not know is said back', () => {
    expect(said(goods.askProduct(SHOP))).toBe('どの商品になさいますか。');
    expect(said(goods.askProduct(SHOP, '紅茶'))).toBe(
      '申し訳ございません、紅茶はお取り扱いしておりません。どの商品になさいますか。',
    );
    expect(askedAgain(goods.askProduct(SHOP))).toBe(
      'こえみせブレンド、深煎りブレンド、ドリップバッグ、毎月の定期便、ギフトコードからお選びください。',
    );
  });

  it('are counted in their own unit', () => {
    expect(said(goods.askQuantity(DRIP, false))).toBe('ドリップバッグを何箱ご用意しましょうか。');
    expect(said(goods.askQuantity(BLEND, true))).toBe(
      '数量は1から99までで承ります。こえみせブレンドを何袋ご用意しましょうか。',
    );
    expect(askedAgain(goods.askQuantity(DRIP, false))).toBe('1から99までの数でお話しください。');
  });
});

describe('the cart', () => {
  it('tells what went in, how much at most, and what a subscription is', () => {
    expect(said(cart.addedToCart(BLEND, { quantity: 3, capped: false, added: 1 }))).toBe(
      'こえみせブレンドを1袋、カートに入れました。お会計に進みますか。',
    );
    expect(said(cart.addedToCart(BLEND, { quantity: 99, capped: true, added: 50 }))).toContain('99袋');
    expect(said(cart.addedToCart(MONTHLY, { quantity: 1, capped: true, added: 1 }))).toBe(
      '毎月の定期便をカートに入れました。1か月2480円で、毎月お届けします。お会計に進みますか。',
    );
  });

  it('is read back and offers to check out', () => {
    const reply = cart.cartSummary(CART);

    expect(said(reply)).toBe(
      'カートにはこえみせブレンドが2袋、ドリップバッグが1箱入っています。商品の合計は3672円です。お会計に進みますか。',
    );
    expect(askedAgain(reply)).toBe(
      'お会計に進む場合は「はい」、ほかの商品を選ぶ場合は「いいえ」とお話しください。',
    );
    expect(reply.question).toEqual({ kind: 'checkout' });
  });

  it('asks what to order when it is empty', () => {
    expect(said(cart.cartSummary([]))).toBe('カートは空です。何をご用意しましょうか。');
    expect(cart.cartSummary([]).question).toEqual({ kind: 'order' });
  });

  it('tells what was taken out or was never there', () => {
    expect(said(cart.removedFromCart(DRIP, []))).toBe(
      'ドリップバッグをカートから外しました。カートは空です。何をご用意しましょうか。',
    );
    expect(said(cart.notInCart(DRIP, CART.slice(0, 1)))).toBe(
      'ドリップバッグはカートに入っていません。カートにはこえみせブレンドが2袋入っています。商品の合計は2592円です。お会計に進みますか。',
    );
  });

  it('left over is offered again at the next launch', () => {
    const reply = cart.cartLeft(CART);

    expect(said(reply)).toBe(
      'こえみせ珈琲へようこそ。前回のご注文が残っています。こえみせブレンドが2袋、ドリップバッグが1箱で、商品の合計は3672円です。続きからご注文なさいますか。',
    );
    expect(askedAgain(reply)).toBe(
      '続ける場合は「はい」、最初からやり直す場合は「いいえ」とお話しください。',
    );
    expect(reply.question).toEqual({ kind: 'continueCart' });
  });

  it('may be changed after a no', () => {
    expect(said(cart.askForChange([line('paymentNotMade')]))).toBe(
      'お支払いは行われませんでした。商品を追加または変更なさいますか。',
    );
  });
});

describe('requests to a person', () => {
  const question = { orderId: '261122-482109', totalYen: 3192, token: 't' };

  it('ask before they are recorded', () => {
    expect(said(requests.askToCancel(question))).toBe(
      'ご注文番号<say-as interpret-as="digits">261122-482109</say-as>、合計3192円のご注文をキャンセルなさいますか。',
    );
    expect(requests.askToCancel(question).question).toEqual({ kind: 'cancelOrder', token: 't' });
    expect(said(requests.askToRefund(question))).toBe(
      'ご注文番号<say-as interpret-as="digits">261122-482109</say-as>、3192円の返金を依頼なさいますか。',
    );
    expect(requests.askToRefund(question).question).toEqual({ kind: 'refundOrder', token: 't' });
    expect(said(requests.askToCancelCart('t'))).toBe(
      'お支払いは行われていません。カートの商品をすべて取り消しますか。',
    );
    expect(requests.askToCancelCart('t').question).toEqual({ kind: 'cancelCart', token: 't' });
  });

  it('promise no more than the record, and name the contact', () => {
    expect(said(requests.handedOver(line('refundHandedOver'), SHOP))).toBe(
      'まだ返金は行われていません。返金のご依頼を記録し、担当者に引き継ぎました。お問い合わせは、<say-as interpret-as="telephone">03-1234-5678</say-as>までお願いいたします。',
    );
  });

  it('tell the contact by voice and card', () => {
    const reply = requests.supportContact(SHOP);

    expect(said(reply)).toBe(
      'お問い合わせ先は、電話番号<say-as interpret-as="telephone">03-1234-5678</say-as>です。受付時間は平日の10時から17時までです。連絡先をAlexaアプリのカードにお送りしました。',
    );
    expect(reply.card).toMatchObject({ type: 'simple', title: { key: 'cardSupportTitle' } });
  });
});

describe('the status of an order', () => {
  const order = {
    orderId: '261122-1',
    quote: { totalYen: 3192, ships: true },
    requests: [],
  } as unknown as Order;
  const status = (state: OrderState, more: Partial<Order> = {}) =>
    renderText(statusLines({ ...order, state, ...more }), SHOP);

  it.each<[OrderState, string]>([
    ['CART', 'まだ確定していないご注文があります。お支払いは行われていません。'],
    ['QUOTED', 'まだ確定していないご注文があります。お支払いは行われていません。'],
    ['CONSENTED', 'まだ確定していないご注文があります。お支払いは行われていません。'],
    [
      'CHARGE_SENT',
      'ご注文番号261122-1は、お支払いの結果を確認しています。二重に請求されることはありません。',
    ],
    ['RETRY', 'ご注文番号261122-1は、お支払いの結果を確認しています。二重に請求されることはありません。'],
    ['UNKNOWN', 'ご注文番号261122-1は、お支払いの結果を確認しています。二重に請求されることはありません。'],
    [
      'PENDING',
      'ご注文番号261122-1は、お支払いの結果を待っています。もう一度ご注文なさらず、お待ちください。',
    ],
    ['AUTHORIZED', 'ご注文番号261122-1は、お支払いの承認まで済みました。お支払いはまだ完了していません。'],
    [
      'CHARGEABLE',
      'ご注文番号261122-1は、ご注文を承っています。お支払いはまだ行われていません。商品をお送りするときに、お支払いが行われます。',
    ],
    ['DECLINED_SOFT', 'ご注文番号261122-1は、お支払いが完了していません。ご注文は確定していません。'],
    ['DECLINED_HARD', 'ご注文番号261122-1は、お支払いが完了していません。ご注文は確定していません。'],
    ['AWAITING_PAYMENT', 'ご注文番号261122-1は、お支払いをお待ちしています。ご注文は確定していません。'],
    ['PAID', 'ご注文番号261122-1は、3192円のお支払いが完了しています。'],
    ['CONFIRMED', 'ご注文番号261122-1は、3192円のお支払いが完了しています。'],
    [
      'NEEDS_HUMAN',
      'ご注文番号261122-1は、お支払いの状況を担当者が確認しています。二重に請求されることはありません。',
    ],
    ['ABANDONED', 'ご注文番号261122-1は、取り消されています。お支払いは行われていません。'],
    ['CANCELLED', 'ご注文番号261122-1は、取り消されています。お支払いは行われていません。'],
    ['REFUNDED', 'ご注文番号261122-1は、返金の手続きが済んでいます。'],
  ])('%s', (state, sentence) => {
    expect(status(state)).toBe(sentence);
  });

  it('says "paid" in no other state than those after a payment', () => {
    const paid = Object.keys(ORDER_STATES).filter((state) =>
      /完了しています/.test(status(state as OrderState)),
    );

    expect(paid).toEqual(['PAID', 'CONFIRMED']);
    expect(Object.keys(ORDER_STATES)).toHaveLength(18);
  });

  it.each(['Authorize', 'Confirm'] as const)(
    'says of an authorization that the shop asked for (%s) that the order is taken and not paid',
    (paymentIntent) => {
      const finalizations = [{ content: { paymentIntent } }] as unknown as Order['finalizations'];

      expect(status('AUTHORIZED', { chargedOn: 'checkoutSession', finalizations })).toBe(
        'ご注文番号261122-1は、お支払いの承認が済み、ご注文を承っています。お支払いはまだ完了していません。商品をお送りするときに、お支払いが行われます。',
      );
    },
  );

  it.each([
    [
      'CHARGEABLE',
      'ご注文番号261122-1は、ご注文を承っています。お支払いはまだ行われていません。商品をお渡しするときに、お支払いが行われます。',
    ],
    [
      'AUTHORIZED',
      'ご注文番号261122-1は、お支払いの承認が済み、ご注文を承っています。お支払いはまだ完了していません。商品をお渡しするときに、お支払いが行われます。',
    ],
  ] as const)('speaks of no shipping where nothing is shipped: %s', (state, sentence) => {
    const finalizations = [{ content: { paymentIntent: 'Authorize' } }] as unknown as Order['finalizations'];
    const quote = { totalYen: 3192, ships: false } as unknown as Quote;

    expect(status(state, { chargedOn: 'checkoutSession', finalizations, quote })).toBe(sentence);
  });

  it('says what a person was asked last', () => {
    const asked = [
      { kind: 'cancel', requestedAtMs: 1 },
      { kind: 'refund', requestedAtMs: 2 },
    ] as const;

    expect(status('PAID', { requests: [...asked] })).toBe(
      'ご注文番号261122-1は、3192円のお支払いが完了しています。\n返金のご依頼を承っています。',
    );
    expect(status('PAID', { requests: [asked[0]] })).toMatch(/キャンセルのご依頼を承っています。$/);
  });

  it('can be told without a quote', () => {
    expect(status('NEEDS_HUMAN', { quote: undefined })).toMatch(/^ご注文番号261122-1は、/);
  });
});

describe('lines that come back from store or session', () => {
  it.each([
    { key: 'welcome' },
    { key: 'removed', values: { name: '豆' } },
    { key: 'removed', values: { name: { digits: '1' } } },
    { key: 'removed', values: { name: { telephone: '1' } } },
    { key: 'removed', values: { name: 3 } },
    { key: 'removed', values: { name: { list: [{ key: 'welcome' }] } } },
  ])('are read: %j', (value) => {
    expect(LINE.parse(value)).toEqual(value);
  });

  it.each([
    [null],
    ['welcome'],
    [{}],
    [{ key: 'constructor' }],
    [{ key: 7 }],
    [{ key: 'removed', values: { name: null } }],
    [{ key: 'removed', values: { name: { list: [{ key: 'nonsense' }] } } }],
  ])('are refused: %j', (value) => {
    expect(LINE.safeParse(value).success).toBe(false);
  });

  it('cards are consent or simple', () => {
    const simple = { type: 'simple', title: { key: 'welcome' }, content: [{ key: 'welcome' }] };

    expect(CARD.parse({ type: 'consent' })).toEqual({ type: 'consent' });
    expect(CARD.parse(simple)).toEqual(simple);
    expect(CARD.safeParse({ type: 'standard' }).success).toBe(false);
    expect(CARD.safeParse({ type: 'simple', title: { key: 'welcome' } }).success).toBe(false);
  });
});
