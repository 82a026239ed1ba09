import { findScenario } from '../simulator/amazon-pay/scenario';
import { goShopping, type LocalShopping } from '../support/local-shopping';

const SECOND_MS = 1000;

describe("Amazon Pay's server side, over real HTTP with real signatures", () => {
  let shopping: LocalShopping;

  beforeEach(async () => {
    shopping = await goShopping('GRANTED', { serverSide: true });
  });
  afterEach(() => shopping.shop.close());

  async function buy(scenario: string): Promise<readonly string[]> {
    shopping.shop.amazonPay.force(findScenario(scenario));
    return shopping.say('こえみせ珈琲を開いて', 'ブレンドを2つください', 'はい', 'はい');
  }

  it('a paid order whose answer was lost is found by its notification', async () => {
    await buy('Charge/lost');
    const before = await shopping.newestOrder();

    await shopping.shop.notify();

    const order = await shopping.newestOrder();
    expect(before?.state).toBe('CHARGE_SENT');
    expect(order).toMatchObject({ state: 'PAID', untold: true, mails: [{ kind: 'paid', state: 'due' }] });
    expect(shopping.shop.amazonPay.ledger.judge.captures()).toHaveLength(1);
  });

  it('the same notification again changes nothing', async () => {
    await buy('Charge/lost');
    await shopping.shop.notify();
    const before = await shopping.newestOrder();

    await shopping.shop.notify();

    expect(await shopping.newestOrder()).toEqual(before);
  });

  it('a pending charge is settled when Amazon Pay decides', async () => {
    const heard = await buy('Charge/Pending');
    const before = await shopping.newestOrder();

    await shopping.after(40 * SECOND_MS);

    const order = await shopping.newestOrder();
    expect(heard.at(-1)).toBe(
      'お支払いの結果を確認しています。もう一度ご注文なさらず、結果のお知らせをお待ちください。',
    );
    expect(before?.state).toBe('PENDING');
    expect(['PAID', 'AUTHORIZED']).toContain(order?.state);
  });

  it('a charge whose answers were server errors although it was made is found under its own reference', async () => {
    await buy('Charge/InternalServerError.after.twice');
    const before = await shopping.newestOrder();

    await shopping.after(SECOND_MS);

    const order = await shopping.newestOrder();
    expect(before?.state).toBe('UNKNOWN');
    expect(order?.state).toBe('PAID');
    expect(shopping.shop.amazonPay.ledger.judge.captures()).toHaveLength(1);
  });

  it('a forged notification is refused and settles nothing', async () => {
    await buy('Charge/lost');
    const url = shopping.shop.skillUrl.replace('/alexa', '/ipn');
    const forged = JSON.stringify({ Type: 'Notification', Message: '{}', Signature: 'AAAA' });

    const { status } = await fetch(url, { method: 'POST', body: forged });

    expect(status).toBe(400);
    expect((await shopping.newestOrder())?.state).toBe('CHARGE_SENT');
  });
});
