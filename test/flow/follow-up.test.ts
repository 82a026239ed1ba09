import { runCommand } from '../../lambda/tools/follow-up/commands';
import { parseCommand } from '../../lambda/tools/follow-up/parse-command';
import { findScenario } from '../simulator/amazon-pay/scenario';
import { goShopping, type LocalShopping } from '../support/local-shopping';

const OPEN = 'こえみせ珈琲を開いて';
const ORDER = 'ブレンドを2つください';
const NOTHING = 'Nothing waits for a person.';
let shopping: LocalShopping;

beforeEach(async () => {
  shopping = await goShopping();
});

afterEach(async () => {
  await shopping.shop.close();
});

async function followUp(...args: readonly string[]): Promise<readonly string[]> {
  const { lines } = await runCommand(parseCommand(args)!, shopping.shop.deps.store, shopping.now);
  return lines;
}

async function orderOnTheList(): Promise<string> {
  const [first = ''] = await followUp('list');
  return first.split(' ')[0] ?? '';
}

/** Buys two bags, and the answer to the charge is lost. Amazon Pay has captured 3192 yen. */
async function buyWithALostAnswer(): Promise<void> {
  shopping.shop.amazonPay.force(findScenario('Charge/lost'));
  await shopping.say(OPEN, ORDER, 'はい', 'はい');
}

/** Lets ten minutes pass in steps of ten seconds; the minutes until something was on the list. */
async function minutesUntilListed(): Promise<number | undefined> {
  const startMs = shopping.now();
  while (shopping.now() - startMs < 600_000) {
    await shopping.after(10_000);
    if ((await followUp('list'))[0] !== NOTHING) return (shopping.now() - startMs) / 60_000;
  }
  return undefined;
}

describe('an order whose answer was lost', () => {
  it('is on the list within three minutes, charged once, and the buyer hears the truth meanwhile', async () => {
    await buyWithALostAnswer();

    const atOnce = await shopping.say(OPEN);
    const minutes = await minutesUntilListed();
    const later = await shopping.say(OPEN);

    expect(minutes).toBeLessThanOrEqual(3);
    expect(atOnce.join('')).toMatch(
      /は、お支払いの結果を確認しています。二重に請求されることはありません。$/,
    );
    expect(later.join('')).toMatch(
      /は、お支払いの状況を担当者が確認しています。二重に請求されることはありません。$/,
    );
    expect(shopping.shop.amazonPay.ledger.authorizations.size).toBe(1);
  });

  it('that a person finds paid is mailed once, told at the next launch, and off the list', async () => {
    await buyWithALostAnswer();
    await minutesUntilListed();
    const orderId = await orderOnTheList();

    const resolved = await followUp('resolve', orderId, '--note', '3192円の売上を確認', '--outcome', 'paid');
    await shopping.after(1000);
    await shopping.after(1000);
    await shopping.after(1000);
    const heard = await shopping.say(OPEN);
    const again = await shopping.say(OPEN);

    expect(resolved).toEqual([`${orderId} is resolved.`]);
    expect(heard.join('')).toMatch(/は、3192円のお支払いが完了しています。何をご用意しましょうか。$/);
    expect(again.join('')).toBe(
      'こえみせ珈琲へようこそ。コーヒーのご注文を承ります。何をご用意しましょうか。',
    );
    expect(shopping.shop.mailbox.mails().map(({ subject }) => subject)).toEqual([
      `【こえみせ珈琲】ご注文を承りました（ご注文番号 ${orderId}）`,
    ]);
    await expect(followUp('list')).resolves.toEqual([NOTHING]);
    const order = await shopping.shop.deps.store.readOrder(orderId);
    expect(order).toMatchObject({ state: 'CONFIRMED', untold: false });
    expect(order?.email).toBeUndefined();
  });

  it('that a person finds not charged can be bought again, as a second attempt under a new reference', async () => {
    const declined = findScenario('Charge/Declined.AmazonRejected');
    shopping.shop.amazonPay.force({ ...declined, effect: { ...declined.effect, deliver: 'lost' } });
    await shopping.say(OPEN, ORDER, 'はい', 'はい');
    await minutesUntilListed();
    const orderId = await orderOnTheList();

    await followUp('resolve', orderId, '--note', '請求なしを確認', '--outcome', 'not-charged');
    const heard = await shopping.say(OPEN, 'はい', 'はい');

    expect(heard[0]).toMatch(
      /は、お支払いが完了していません。ご注文は確定していません。.*前回のご注文が残っています。/,
    );
    expect(heard.at(-1)).toMatch(/^お支払いが完了し、ご注文を承りました。/);
    const order = await shopping.shop.deps.store.readOrder(orderId);
    expect(order?.state).toBe('PAID');
    expect(order?.attempts.map(({ n }) => n)).toEqual([1, 2]);
    expect(new Set(order?.attempts.map(({ content }) => content.authorizationReferenceId)).size).toBe(2);
  });
});

describe('a refund that a buyer asks for', () => {
  it('waits on the list for a person, and is told once it is done', async () => {
    await shopping.say(OPEN, ORDER, 'はい', 'はい');
    await shopping.say(OPEN, '返金してほしい', 'はい');

    const listed = await followUp('list');
    const orderId = await orderOnTheList();
    await followUp('resolve', orderId, '--note', '全額返金', '--outcome', 'refunded');
    const heard = await shopping.say(OPEN);

    expect(listed[0]).toMatch(
      /^261122-\d{6} {2}refundRequest {2}(PAID|CONFIRMED) {2}3192 yen {2}since 2026-11-22T03:0\dZ {2}askedByVoice: the buyer asks for a refund$/,
    );
    await expect(followUp('list')).resolves.toEqual([NOTHING]);
    expect(heard.join('')).toContain('は、返金の手続きが済んでいます。');
  });
});
