import type { ConsoleState } from '../../../simulator/console/wire';
import { openTestConsole, type TestConsole } from './open-test-console';

const PURCHASE = ['こえみせ珈琲を開いて', 'ブレンドを2つください', 'はい', 'はい'] as const;

let opened: TestConsole;
beforeEach(async () => {
  opened = await openTestConsole();
  await opened.post('consent', { consent: 'GRANTED' });
});
afterEach(async () => {
  await opened.close();
});

const newestOrder = async (): Promise<ConsoleState['orders'][number] | undefined> =>
  (await opened.state()).orders[0];

describe('the mail box', () => {
  it('is empty, and the permission is not asked for, until the switch is on', async () => {
    await opened.say(...PURCHASE);
    await opened.workAfterSec(1);

    const { mails, emailConsent, orders } = await opened.state();
    expect([mails, emailConsent, orders[0]?.mails]).toEqual([[], 'NOT_REQUESTED', []]);
  });

  it('has one mail after a purchase with the permission, and the order is confirmed', async () => {
    await opened.post('email', { emailConsent: 'GRANTED' });
    await opened.say(...PURCHASE);
    const paid = await newestOrder();
    for (let second = 0; second < 3; second += 1) await opened.workAfterSec(1);

    const { mails, orders } = await opened.state();
    expect(paid).toMatchObject({ state: 'PAID', mails: [{ kind: 'paid', state: 'due', tries: 0 }] });
    expect(orders).toMatchObject([
      { state: 'CONFIRMED', mails: [{ kind: 'paid', state: 'sent', tries: 1 }] },
    ]);
    expect(mails).toEqual([
      {
        no: 1,
        to: ['shopper@koemise.example'],
        subject: `【こえみせ珈琲】ご注文を承りました（ご注文番号 ${orders[0]?.orderId}）`,
        text: expect.stringContaining('合計（消費税込み）: 3192円'),
        isCopy: false,
      },
    ]);
  });

  it('stays empty when the permission is taken back before the order, in the same session', async () => {
    await opened.post('email', { emailConsent: 'GRANTED' });
    await opened.say(PURCHASE[0]);
    await opened.post('email', { emailConsent: 'DENIED' });
    await opened.say(...PURCHASE.slice(1));
    await opened.workAfterSec(1);

    const { mails, entries } = await opened.state();
    expect(mails).toEqual([]);
    expect(entries).toContainEqual({ kind: 'note', no: 4, note: 'email', detail: 'DENIED' });
  });

  it('forgets the permission with the shopper', async () => {
    await opened.post('email', { emailConsent: 'GRANTED' });
    await opened.post('shopper');

    expect((await opened.state()).emailConsent).toBe('NOT_REQUESTED');
  });

  it('says of an order when its mail goes again, and that it was given up', async () => {
    opened.shop.mailbox.setAccepting(false);
    await opened.post('email', { emailConsent: 'GRANTED' });
    await opened.say(...PURCHASE);
    await opened.workAfterSec(0);
    const refused = await newestOrder();
    for (const seconds of [60, 300, 1800]) await opened.workAfterSec(seconds);

    expect(refused?.mails).toEqual([
      { kind: 'paid', state: 'due', tries: 1, nextAtMs: Date.parse('2026-11-22T03:01:00Z') },
    ]);
    expect(await newestOrder()).toMatchObject({
      mails: [{ kind: 'paid', state: 'givenUp', tries: 4 }],
      followUps: [{ kind: 'merchantAlert', reason: 'mailGivenUp' }],
    });
  });
});

describe('a charge whose answer is lost', () => {
  it('is looked for after two minutes, belongs to a person, and is on the list', async () => {
    await opened.post('arm', { scenario: 'Charge/lost' });
    await opened.say(...PURCHASE);
    const sent = await newestOrder();
    await opened.workAfterSec(119);
    const tooEarly = await newestOrder();
    await opened.workAfterSec(1);
    const unknown = await newestOrder();
    await opened.workAfterSec(1);

    const { orders, followUps, moreFollowUps } = await opened.state();
    expect([sent?.state, tooEarly?.state, unknown?.state]).toEqual(['CHARGE_SENT', 'CHARGE_SENT', 'UNKNOWN']);
    expect(orders).toMatchObject([
      { state: 'NEEDS_HUMAN', followUps: [{ no: 1, kind: 'outcomeUnknown', reason: 'noWayToAsk' }] },
    ]);
    expect(orders[0]?.followUps[0]).not.toHaveProperty('resolvedBy');
    expect(followUps).toEqual([
      {
        id: orders[0]?.orderId,
        kind: 'outcomeUnknown',
        state: 'NEEDS_HUMAN',
        totalYen: 3192,
        reason: 'noWayToAsk',
        openedAtMs: Date.parse('2026-11-22T03:02:01Z'),
      },
    ]);
    expect(moreFollowUps).toBe(false);
  });

  it('stays on the list when another shopper comes', async () => {
    await opened.post('arm', { scenario: 'Charge/Declined.AmazonRejected' });
    await opened.say(...PURCHASE);
    await opened.post('shopper');

    expect(await opened.state()).toMatchObject({
      orders: [],
      followUps: [{ kind: 'chargeFailed', state: 'DECLINED_HARD', totalYen: 3192 }],
    });
  });
});

describe('a pending charge', () => {
  it('is asked about by the background, and its result waits for the next launch', async () => {
    await opened.post('arm', { scenario: 'Charge/Pending' });
    await opened.say(...PURCHASE);
    await opened.workAfterSec(0);
    const asked = await newestOrder();
    await opened.workAfterSec(31);
    const decided = await newestOrder();

    expect(asked).toMatchObject({
      state: 'PENDING',
      asking: { tries: 1, nextAtMs: Date.parse('2026-11-22T03:00:01Z') },
    });
    expect(decided).toMatchObject({ state: 'PAID', untold: true });
  });
});

describe('an open page', () => {
  it('is told what the background changed, without a command of its own', async () => {
    await opened.say(...PURCHASE);
    const response = await fetch(`${opened.url}/console/api/changes`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();

    opened.passSec(1);
    const first = await reader.read();
    await opened.workAfterSec(1);
    const second = await reader.read();

    expect([first.value, second.value]).toEqual(['data: changed\n\n', 'data: changed\n\n']);
    expect((await newestOrder())?.state).toBe('CONFIRMED');
    await reader.cancel();
  });
});

describe('a store that is down', () => {
  it('is told on the page for the orders and for the follow-up list', async () => {
    const { shop } = opened;
    jest.spyOn(shop.deps.store, 'readBuyer').mockRejectedValue(new Error('no store'));
    jest.spyOn(shop.deps.store, 'openFollowUps').mockRejectedValue(new Error('no index'));

    expect(await opened.state()).toMatchObject({
      orders: [],
      ordersFault: 'no store',
      followUps: [],
      followUpsFault: 'no index',
    });
  });

  it('does not hide the other entries when one order cannot be read', async () => {
    const { shop } = opened;
    await opened.post('arm', { scenario: 'Charge/Declined.AmazonRejected' });
    await opened.say(...PURCHASE);
    const orderId = (await newestOrder())?.orderId ?? '';
    const { alerts } = await shop.deps.store.openFollowUps();
    jest
      .spyOn(shop.deps.store, 'openFollowUps')
      .mockResolvedValue({ orderIds: ['corrupt', orderId], alerts });
    const read = shop.deps.store.readOrder.bind(shop.deps.store);
    jest
      .spyOn(shop.deps.store, 'readOrder')
      .mockImplementation((id) => (id === 'corrupt' ? Promise.reject(new Error('not an order')) : read(id)));

    expect((await opened.state()).followUps).toMatchObject([
      { id: 'corrupt', kind: 'unreadable', reason: 'Error: not an order' },
      { id: orderId, kind: 'chargeFailed' },
    ]);
  });
});
