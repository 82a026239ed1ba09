import { type PayPage } from '../../../lambda/src/checkout/pay-page';
import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop } from '../../../lambda/src/shop/shop';
import { spokenMoment } from '../../../lambda/src/voice/japan-time';
import { line } from '../../../lambda/src/voice/line';
import { renderSsml, renderText } from '../../../lambda/src/voice/render';
import { type Reply } from '../../../lambda/src/voice/reply';
import { acceptedMail, type MailLines, paidMail, payLinkMail } from '../../../lambda/src/voice/replies/mail';
import {
  leftWaiting,
  payPageOffered,
  payPageSent,
  waitingForPayment,
} from '../../../lambda/src/voice/replies/pay-page';
import { aFullOrder } from '../orders/an-order';

const SHOP = parseShop(shopFile);
const PAGE: PayPage = {
  orderId: '261122-482109',
  quote: aFullOrder().quote!,
  address: 'https://shop.koemise.example/checkout',
  code: 'ABCD-2345',
  link: 'https://shop.koemise.example/checkout/ABCD2345',
  expiresAtMs: Date.parse('2026-11-23T03:00:00Z'),
  no: 1,
  isMailed: false,
};
const said = ({ speech }: Reply) => renderSsml(speech, SHOP);
const onCard = ({ card }: Reply) =>
  card?.type === 'simple'
    ? { title: renderText([card.title], SHOP), content: renderText(card.content, SHOP).split('\n') }
    : undefined;
const written = ({ subject, text }: MailLines) => ({
  subject: renderText([subject], SHOP),
  text: renderText(text, SHOP).split('\n'),
});

describe('the payment page', () => {
  it('is sent with what was said before, and until when it is open', () => {
    const reply = payPageSent(PAGE, [line('notPaidYet')], SHOP);

    expect(said(reply)).toBe(
      'お支払いはまだ行われていません。お支払いページのアドレスとコードを、Alexaアプリのカードにお送りしました。お支払いページは、11月23日の12時までご利用いただけます。',
    );
    expect(reply.reprompt).toBeUndefined();
  });

  it('is promised by mail only when a mail is due', () => {
    expect(said(payPageSent({ ...PAGE, isMailed: true }, [], SHOP))).toBe(
      'お支払いページのアドレスとコードを、Alexaアプリのカードにお送りしました。お支払いページのリンクは、メールでもお送りします。お支払いページは、11月23日の12時までご利用いただけます。',
    );
  });

  it('is on a card: what to type where, until when, for what, and that nothing is paid', () => {
    expect(onCard(payPageSent(PAGE, [], SHOP))).toEqual({
      title: 'お支払いページのご案内（まだ確定していません）',
      content: [
        'お支払いはまだ行われていません。ご注文は確定していません。',
        'ブラウザーで次のアドレスを開き、コードを入力してお支払いください。',
        'アドレス: https://shop.koemise.example/checkout',
        'コード: ABCD-2345',
        '期限: 2026年11月23日 12時00分まで',
        'ご注文番号: 261122-482109',
        '販売元: 株式会社こえみせ',
        'こえみせブレンド 2袋 2592円',
        '商品の合計（消費税込み）: 2592円',
        '送料: お届け先に応じて、お支払いページで加わります',
        'お問い合わせ: 03-1234-5678 support@koemise.example（平日の10時から17時まで）',
      ],
    });
  });

  it('shows the total where shipping is the same for every place', () => {
    const shop = { ...SHOP, shipping: { ...SHOP.shipping, surcharges: [] } };

    expect(onCard(payPageSent(PAGE, [], shop))?.content).toEqual(
      expect.arrayContaining(['送料: 600円', '合計（消費税込み）: 3192円']),
    );
  });

  it('shows the total, no place, and the way they come, for goods that are sent to no place', () => {
    const gift = {
      productId: 'gift',
      name: 'ギフトコード',
      counter: '枚',
      quantity: 1,
      unitPriceYen: 3000,
      lineYen: 3000,
      monthly: false,
    };
    const quote = {
      ...PAGE.quote,
      lines: [gift],
      ships: false,
      goodsYen: 3000,
      shippingYen: 0,
      totalYen: 3000,
    };

    expect(onCard(payPageSent({ ...PAGE, quote }, [], SHOP))?.content.slice(7)).toEqual([
      'ギフトコード 1枚 3000円',
      '送料: かかりません',
      '合計（消費税込み）: 3000円',
      'お届け先: ありません',
      'お渡し方法: ギフトコードは、ご注文の確定後1営業日以内に、Amazonアカウントにご登録のメールアドレスへお送りします。',
      'お問い合わせ: 03-1234-5678 support@koemise.example（平日の10時から17時まで）',
    ]);
  });

  it('is offered after what a voice payment came to', () => {
    const reply = payPageOffered(PAGE, [line('cannotProcessPayment'), line('orderNotPlaced')], SHOP);

    expect(said(reply)).toBe(
      '現在、お支払いを処理できません。後でもう一度試してください。ご注文は確定していません。別のお支払い方法をウェブページからお選びいただけます。お支払いページのアドレスとコードを、Alexaアプリのカードにお送りしました。お支払いページは、11月23日の12時までご利用いただけます。',
    );
    expect(onCard(reply)?.title).toBe('お支払いページのご案内（まだ確定していません）');
    expect(reply.reprompt).toBeUndefined();
  });
});

describe('an order that waits for its payment', () => {
  it('is told at the next visit, and asks whether to send the code again', () => {
    const reply = waitingForPayment(PAGE);

    expect(said(reply)).toBe(
      'こえみせ珈琲へようこそ。こえみせブレンド2袋のご注文は、お支払いがまだ行われていません。ご注文は確定していません。お支払いページは、11月23日の12時までご利用いただけます。お支払いページのコードを、もう一度お送りしましょうか。',
    );
    expect(renderText(reply.reprompt!, SHOP)).toBe(
      'コードをもう一度受け取る場合は「はい」、受け取らない場合は「いいえ」とお話しください。',
    );
    expect(reply.question).toEqual({ kind: 'sendCodeAgain' });
    expect(reply.card).toBeUndefined();
  });

  it('goes on waiting after a no', () => {
    expect(said(leftWaiting(PAGE))).toBe(
      '承知しました。お支払いはまだ行われていません。お支払いページは、11月23日の12時までご利用いただけます。',
    );
  });
});

describe('a moment that is spoken', () => {
  it.each([
    ['2026-11-23T03:00:00Z', '11月23日の12時'],
    ['2026-11-23T03:05:59Z', '11月23日の12時5分'],
    ['2026-12-31T15:00:00Z', '1月1日の0時'],
  ])('%s is in Japan %s', (iso, words) => {
    const until = spokenMoment(Date.parse(iso));

    expect(renderText([line('payPageUntil', { until })], SHOP)).toBe(
      `お支払いページは、${words}までご利用いただけます。`,
    );
  });
});

describe('the mails of the payment page', () => {
  it('bring the link, the code and until when, and say first that nothing is paid', () => {
    expect(written(payLinkMail(PAGE, SHOP))).toEqual({
      subject: '【こえみせ珈琲】お支払いページのご案内（ご注文番号 261122-482109）',
      text: [
        'お支払いはまだ行われていません。ご注文は確定していません。次のページでお支払いの手続きを済ませていただくと、ご注文が確定します。',
        '',
        'お支払いページ: https://shop.koemise.example/checkout/ABCD2345',
        'コード: ABCD-2345',
        '期限: 2026年11月23日 12時00分まで',
        '',
        'ご注文番号: 261122-482109',
        '販売元: 株式会社こえみせ',
        'こえみせブレンド 2袋 2592円',
        '商品の合計（消費税込み）: 2592円',
        '送料: お届け先に応じて、お支払いページで加わります',
        '',
        'お届け: ご注文から3営業日以内に発送します。',
        'キャンセル: 発送前のご注文は、お問い合わせ先へのご連絡でキャンセルできます。',
        'お問い合わせ: 03-1234-5678 support@koemise.example（平日の10時から17時まで）',
      ],
    });
  });

  it('tell of a subscription its period and how it ends', () => {
    const [blend] = PAGE.quote.lines;
    const monthly = { ...blend!, productId: 'monthly', name: '毎月の定期便', monthly: true };
    const quote = { ...PAGE.quote, lines: [monthly] };
    const contract =
      '定期便の契約条件: 定期便は、毎月1回お届けする継続契約です。契約期間の定めはありません。お届けごとに、商品代金と送料をお支払いいただきます。次回の発送前にお問い合わせ先へご連絡いただくと、いつでも解約できます。';

    for (const mail of [
      payLinkMail({ ...PAGE, quote }, SHOP),
      paidMail({ ...PAGE, quote }, SHOP),
      acceptedMail({ ...PAGE, quote, isAuthorized: true }, SHOP),
    ])
      expect(written(mail).text).toContain(contract);
    expect(written(paidMail(PAGE, SHOP)).text).not.toContain(contract);
  });

  it.each([
    [
      true,
      'お支払いの承認が済み、ご注文を承りました。お支払いはまだ完了していません。商品をお渡しするときに、お支払いが行われます。',
    ],
    [
      false,
      'お支払いはまだ行われていません。ご注文を承りました。商品をお渡しするときに、お支払いが行われます。',
    ],
  ])('speak of no shipping where nothing is shipped (authorized: %s)', (isAuthorized, opening) => {
    const mail = acceptedMail({ ...PAGE, quote: { ...PAGE.quote, ships: false }, isAuthorized }, SHOP);

    expect(written(mail).text[0]).toBe(opening);
  });

  it.each([
    [
      true,
      'お支払いの承認が済み、ご注文を承りました。お支払いはまだ完了していません。商品をお送りするときに、お支払いが行われます。',
    ],
    [
      false,
      'お支払いはまだ行われていません。ご注文を承りました。商品をお送りするときに、お支払いが行われます。',
    ],
  ])('say of an order that was taken (authorized: %s) that it is not paid yet', (isAuthorized, opening) => {
    const mail = written(acceptedMail({ ...PAGE, isAuthorized }, SHOP));

    expect(mail.subject).toBe(
      '【こえみせ珈琲】ご注文を承りました。お支払いはこれからです（ご注文番号 261122-482109）',
    );
    expect(mail.text.slice(0, 4)).toEqual([
      opening,
      '',
      'ご注文番号: 261122-482109',
      '販売元: 株式会社こえみせ',
    ]);
    expect(mail.text).toContain('合計（消費税込み）: 3192円');
  });
});
