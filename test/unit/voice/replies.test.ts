import { type Quote } from '../../../lambda/src/orders/order';
import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop } from '../../../lambda/src/shop/shop';
import { renderSsml, renderText } from '../../../lambda/src/voice/render';
import { type Reply } from '../../../lambda/src/voice/reply';
import { type Decision } from '../../../lambda/src/payment/decide';
import { orderPaid, outcomeReply, tryAgainReply } from '../../../lambda/src/voice/replies/outcome';
import { recap } from '../../../lambda/src/voice/replies/recap';
import { quoteOnCard } from '../../../lambda/src/voice/replies/order-lines';
import { line } from '../../../lambda/src/voice/line';

const SHOP = parseShop(shopFile);
const QUOTE: Quote = {
  no: 1,
  lines: [
    {
      productId: 'blend',
      name: 'こえみせブレンド',
      counter: '袋',
      quantity: 2,
      unitPriceYen: 1296,
      lineYen: 2592,
      monthly: false,
    },
    {
      productId: 'drip',
      name: 'ドリップバッグ',
      counter: '箱',
      quantity: 1,
      unitPriceYen: 1080,
      lineYen: 1080,
      monthly: false,
    },
  ],
  ships: true,
  goodsYen: 3672,
  shippingYen: 600,
  totalYen: 4272,
  quotedAtMs: Date.parse('2026-11-22T03:00:00Z'),
  expiresAtMs: Date.parse('2026-11-22T03:10:00Z'),
  billingAgreementId: 'B03-1111111-1111111',
  destination: {
    name: '見本 太郎',
    stateOrRegion: '東京都',
    city: '目黒区',
    addressLine1: '見本町1-2-3',
    addressLine2: ' ',
    addressLine3: '見本ビル101',
    phone: '0312345678',
  },
  asked: true,
};
const said = ({ speech }: Reply) => renderSsml(speech, SHOP);
const askedAgain = ({ reprompt }: Reply) => (reprompt === undefined ? undefined : renderSsml(reprompt, SHOP));
function onCard({ card }: Reply): { title: string; content: string } | undefined {
  return card?.type === 'simple'
    ? { title: renderText([card.title], SHOP), content: renderText(card.content, SHOP) }
    : undefined;
}

describe('the recap before anything is charged', () => {
  const reply = recap({ quote: QUOTE, token: 'the-token' }, SHOP);

  it('names seller, goods, place and total, and asks', () => {
    expect(said(reply)).toBe(
      'ご注文内容の確認です。販売元は株式会社こえみせです。商品は、こえみせブレンド2袋、ドリップバッグ1箱です。お届け先は、東京都目黒区見本町1-2-3見本ビル101、見本 太郎様です。商品代金は3672円、送料は600円、消費税込みの合計は4272円です。Amazon Payで4272円をお支払いいただき、ご注文を確定してよろしいですか。',
    );
    expect(askedAgain(reply)).toBe('確定する場合は「はい」、やめる場合は「いいえ」とお話しください。');
    expect(reply.question).toEqual({ kind: 'confirmQuote', token: 'the-token' });
  });

  it('shows what the law wants on the card, and that nothing is placed yet', () => {
    expect(onCard(reply)).toEqual({
      title: 'ご注文内容の確認（まだ確定していません）',
      content: [
        '販売元: 株式会社こえみせ',
        'こえみせブレンド 2袋 2592円',
        'ドリップバッグ 1箱 1080円',
        '送料: 600円',
        '合計（消費税込み）: 4272円',
        'お届け先: 東京都目黒区見本町1-2-3見本ビル101、見本 太郎様',
        'お支払い方法: Amazon Pay（ご注文の確定時にお支払いが完了します。定期便は毎月のお届けごとにお支払いいただきます。）',
        '受付期間: ご注文の受付期限はありません。読み上げた金額は10分間有効です。',
        'お届け: ご注文から3営業日以内に発送します。',
        'キャンセル: 発送前のご注文は、お問い合わせ先へのご連絡でキャンセルできます。',
        'お問い合わせ: 03-1234-5678 support@koemise.example（平日の10時から17時まで）',
      ].join('\n'),
    });
  });

  it('says why it is read again', () => {
    const again = recap({ quote: QUOTE, token: 't', before: [line('pricesReadAgain')] }, SHOP);

    expect(said(again)).toMatch(
      /^読み上げから時間がたちましたので、もう一度ご注文内容を確認します。販売元は株式会社こえみせです。/,
    );
  });

  it('says that shipping is free', () => {
    expect(
      said(recap({ quote: { ...QUOTE, goodsYen: 5000, shippingYen: 0, totalYen: 5000 }, token: 't' }, SHOP)),
    ).toContain('商品代金は5000円、送料は無料、消費税込みの合計は5000円です。');
  });

  it('says without an address of Amazon that the registered one is taken, and shows none', () => {
    for (const destination of [undefined, {}, { name: '見本 太郎', city: '  ' }]) {
      const reply = recap({ quote: { ...QUOTE, destination }, token: 't' }, SHOP);

      expect(said(reply)).toContain('お届け先は、Amazonアカウントにご登録の住所です。');
      expect(onCard(reply)?.content).not.toContain('お届け先');
    }
  });

  it('names the place without the person when Amazon gives no name', () => {
    const reply = recap({ quote: { ...QUOTE, destination: { city: '那覇市' } }, token: 't' }, SHOP);

    expect(said(reply)).toContain('お届け先は、那覇市です。');
  });

  it('says what a subscription costs each month, and shows its contract on the cards', () => {
    const monthly = {
      productId: 'monthly',
      name: '毎月の定期便',
      counter: 'か月',
      quantity: 1,
      unitPriceYen: 2480,
      lineYen: 2480,
      monthly: true,
    };
    const quote = { ...QUOTE, lines: [monthly], goodsYen: 2480, totalYen: 3080 };
    const reply = recap({ quote, token: 't' }, SHOP);

    expect(said(reply)).toContain(
      '商品は、毎月の定期便です。毎月の定期便は毎月お届けし、お届けごとに2480円と送料のお支払いとなります。',
    );
    const contract =
      'キャンセルできます。\n定期便の契約条件: 定期便は、毎月1回お届けする継続契約です。契約期間の定めはありません。お届けごとに、商品代金と送料をお支払いいただきます。次回の発送前にお問い合わせ先へご連絡いただくと、いつでも解約できます。\nお問い合わせ: ';
    expect(onCard(reply)?.content).toContain(contract);
    expect(onCard(orderPaid({ orderId: '261122-482109', quote }, SHOP))?.content).toContain(contract);
    expect(onCard(recap({ quote: QUOTE, token: 't' }, SHOP))?.content).not.toContain('契約');
  });
});

describe('goods that are sent to no place', () => {
  const gift = {
    productId: 'gift',
    name: 'ギフトコード',
    counter: '枚',
    quantity: 2,
    unitPriceYen: 3000,
    lineYen: 6000,
    monthly: false,
  };
  const money = { goodsYen: 6000, shippingYen: 0, totalYen: 6000 };
  const onlyGifts = { ...QUOTE, ...money, lines: [gift], ships: false };
  const WAY =
    'ギフトコードは、ご注文の確定後1営業日以内に、Amazonアカウントにご登録のメールアドレスへお送りします。';

  it('are read back without a delivery place and without shipping, and with the way they come', () => {
    const reply = recap({ quote: onlyGifts, token: 't' }, SHOP);

    expect(said(reply)).toBe(
      `ご注文内容の確認です。販売元は株式会社こえみせです。商品は、ギフトコード2枚です。お届けする品物がないため、お届け先はありません。${WAY}送料はかからず、消費税込みの合計は6000円です。Amazon Payで6000円をお支払いいただき、ご注文を確定してよろしいですか。`,
    );
    expect(onCard(reply)?.content).toBe(
      [
        '販売元: 株式会社こえみせ',
        'ギフトコード 2枚 6000円',
        '送料: かかりません',
        '合計（消費税込み）: 6000円',
        'お届け先: ありません',
        'お支払い方法: Amazon Pay（ご注文の確定時にお支払いが完了します。定期便は毎月のお届けごとにお支払いいただきます。）',
        '受付期間: ご注文の受付期限はありません。読み上げた金額は10分間有効です。',
        `お渡し方法: ${WAY}`,
        'キャンセル: 発送前のご注文は、お問い合わせ先へのご連絡でキャンセルできます。',
        'お問い合わせ: 03-1234-5678 support@koemise.example（平日の10時から17時まで）',
      ].join('\n'),
    );
  });

  it('beside goods that are shipped have both ways named, and the place', () => {
    const both = { ...QUOTE, lines: [...QUOTE.lines, gift], goodsYen: 9672, shippingYen: 0, totalYen: 9672 };
    const reply = recap({ quote: both, token: 't' }, SHOP);

    expect(said(reply)).toContain(
      `お届け先は、東京都目黒区見本町1-2-3見本ビル101、見本 太郎様です。${WAY}商品代金は9672円、送料は無料、`,
    );
    expect(onCard(reply)?.content).toContain(
      `お届け: ご注文から3営業日以内に発送します。\nお渡し方法: ${WAY}\nキャンセル: `,
    );
  });

  it('are never spoken of in an order without them', () => {
    expect(said(recap({ quote: QUOTE, token: 't' }, SHOP))).not.toContain('ギフトコード');
  });

  it('that the shop sells no more bring no way along', () => {
    const shop = { ...SHOP, products: SHOP.products.filter(({ id }) => id !== 'gift') };

    expect(onCard(recap({ quote: onlyGifts, token: 't' }, shop))?.content).not.toContain('お渡し方法');
  });

  it('are confirmed without a place', () => {
    const reply = orderPaid({ orderId: '261122-482109', quote: onlyGifts }, SHOP);

    expect(onCard(reply)?.content).toContain(
      `送料: かかりません\n合計（消費税込み）: 6000円\nお届け先: ありません\nお渡し方法: ${WAY}`,
    );
  });
});

describe('a paid order', () => {
  const reply = orderPaid({ orderId: '261122-482109', quote: QUOTE }, SHOP);

  it('is told with number and total, and asks nothing', () => {
    expect(said(reply)).toBe(
      'お支払いが完了し、ご注文を承りました。ご注文番号は<say-as interpret-as="digits">261122-482109</say-as>です。合計は4272円です。ご注文内容は、Alexaアプリのカードでご確認いただけます。ありがとうございました。',
    );
    expect(reply.reprompt).toBeUndefined();
    expect(reply.question).toBeUndefined();
  });

  it('is confirmed on a card', () => {
    expect(onCard(reply)).toEqual({
      title: 'ご注文ありがとうございます',
      content: [
        'ご注文番号: 261122-482109',
        '販売元: 株式会社こえみせ',
        'こえみせブレンド 2袋 2592円',
        'ドリップバッグ 1箱 1080円',
        '送料: 600円',
        '合計（消費税込み）: 4272円',
        'お届け: ご注文から3営業日以内に発送します。',
        'キャンセル: 発送前のご注文は、お問い合わせ先へのご連絡でキャンセルできます。',
        'お問い合わせ: 03-1234-5678 support@koemise.example（平日の10時から17時まで）',
      ].join('\n'),
    });
  });

  it('shows free shipping as free on the card', () => {
    expect(renderText(quoteOnCard({ ...QUOTE, lines: [], shippingYen: 0, totalYen: 5000 }), SHOP)).toBe(
      '送料: 無料\n合計（消費税込み）: 5000円',
    );
  });
});

describe('the words of a payment decision', () => {
  const decision: Decision = {
    move: 'end',
    say: ['tryAgainLater', 'orderNotPlaced', 'cartKept'],
    effect: 'keep',
    card: 'none',
    alert: 'none',
    offersWeb: false,
  };

  it('are spoken in order; the session ends and there is no card', () => {
    const reply = outcomeReply(decision, SHOP);

    expect(said(reply)).toBe(
      'すみません。問題が発生しました。後でもう一度試してください。ご注文は確定していません。カートは残してあります。',
    );
    expect(reply.card).toBeUndefined();
    expect(reply.reprompt).toBeUndefined();
  });

  it('bring the consent card', () => {
    expect(outcomeReply({ ...decision, card: 'consent' }, SHOP).card).toEqual({ type: 'consent' });
  });

  it('bring a card with the other way to order', () => {
    expect(onCard(outcomeReply({ ...decision, card: 'otherWay' }, SHOP))).toEqual({
      title: 'こえみせ珈琲へのご注文について',
      content:
        'この端末ではお支払いいただけませんでした。ほかの方法でのご注文は、お問い合わせ先までご連絡ください。\nお問い合わせ: 03-1234-5678 support@koemise.example（平日の10時から17時まで）',
    });
  });

  it('ask whether to try again', () => {
    const reply = tryAgainReply({ ...decision, say: ['checkConfirmationCode', 'orderNotPlaced'] });

    expect(said(reply)).toBe(
      'すみません、まだ問題が解決しません。Alexaアプリで、音声ショッピング用の確認コードを確認するか、リセットしてください。ご注文は確定していません。もう一度お試しになりますか。',
    );
    expect(askedAgain(reply)).toBe('もう一度試す場合は「はい」、やめる場合は「いいえ」とお話しください。');
    expect(reply.question).toEqual({ kind: 'tryAgain' });
  });
});
