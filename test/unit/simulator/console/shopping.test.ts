import type { SetTimer } from '../../../simulator/alexa/device';
import type { EntryView, TurnView } from '../../../simulator/console/wire';
import { openTestConsole, type TestConsole } from './open-test-console';

const OPEN = 'こえみせ珈琲を開いて';
const TWO_BLEND = 'ブレンドを2つください';

let opened: TestConsole;
let fireTimer: () => void = () => undefined;
const setTimer: SetTimer = (onTime) => {
  fireTimer = onTime;
  return () => undefined;
};
beforeEach(async () => {
  opened = await openTestConsole({ setTimer });
});
afterEach(async () => {
  await opened.close();
});

const turns = (entries: readonly EntryView[]): readonly TurnView[] =>
  entries.flatMap((entry) => (entry.kind === 'turn' ? [entry] : []));
const lastTurn = async (): Promise<TurnView | undefined> => turns((await opened.state()).entries).at(-1);
const spoken = (turn: TurnView | undefined): readonly string[] =>
  turn?.exchanges.flatMap(({ speech }) => speech?.text ?? []) ?? [];
const lastComplaints = async (): Promise<readonly string[]> =>
  (await lastTurn())?.exchanges.flatMap(({ complaints }) => complaints) ?? [];

describe('a shopper at the console', () => {
  it('is sent the consent card, accepts, and pays', async () => {
    await opened.say(OPEN, TWO_BLEND, 'はい');
    const asked = await lastTurn();
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.say(OPEN, 'はい', 'はい');

    const { orders, books, consent, sessionOpen } = await opened.state();
    expect(asked?.exchanges[0]?.card).toEqual({
      type: 'AskForPermissionsConsent',
      permissions: ['payments:autopay_consent'],
    });
    expect(consent).toBe('GRANTED');
    expect(sessionOpen).toBe(false);
    expect(orders).toMatchObject([
      {
        state: 'PAID',
        totalYen: 3192,
        lines: [{ name: 'こえみせブレンド', counter: '袋', quantity: 2 }],
        attempts: [{ n: 1, amountYen: 3192, effect: 'paid', row: 'd09' }],
      },
    ]);
    expect(books).toMatchObject({
      capturedYen: 3192,
      agreements: [{ status: 'OPEN', periodYen: 3192 }],
      authorizations: [{ state: 'Closed', reasonCode: 'MaxCapturesProcessed', capturedYen: 3192 }],
      requests: [{ name: 'Charge', outcome: '200 Closed MaxCapturesProcessed' }, { name: 'Setup' }],
    });
  });

  it('is asked for the permission again after taking it back', async () => {
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.post('consent', { consent: 'DENIED' });
    await opened.say(OPEN, TWO_BLEND, 'はい');

    expect((await lastTurn())?.exchanges.at(-1)?.card?.type).toBe('AskForPermissionsConsent');
  });

  it('meets a chosen decline once, and the scenario leaves the line', async () => {
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.post('arm', { scenario: 'Charge/Declined.AmazonRejected' });
    const waiting = await opened.state();
    await opened.say(OPEN, TWO_BLEND, 'はい', 'はい');

    const { armed, orders, books } = await opened.state();
    expect(waiting.armed).toEqual([{ id: 1, name: 'Charge/Declined.AmazonRejected', left: 1 }]);
    expect(armed).toEqual([]);
    expect(orders[0]?.state).toBe('DECLINED_HARD');
    expect(books).toMatchObject({
      capturedYen: 0,
      authorizations: [{ state: 'Declined', reasonCode: 'AmazonRejected' }],
      requests: [{ scenario: 'Charge/Declined.AmazonRejected' }, { name: 'Setup' }],
    });
  });

  it('meets nothing that was taken out again', async () => {
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.post('arm', { scenario: 'Charge/Declined.AmazonRejected' });
    await opened.post('disarm', { id: 1 });
    const again = await opened.post('disarm', { id: 1 });
    await opened.say(OPEN, TWO_BLEND, 'はい', 'はい');

    expect(again.status).toBe(409);
    expect((await opened.state()).books.capturedYen).toBe(3192);
  });

  it('sees a pending payment decided after half a minute', async () => {
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.post('arm', { scenario: 'Charge/Pending' });
    await opened.say(OPEN, TWO_BLEND, 'はい', 'はい');
    const pending = (await opened.state()).books.authorizations[0];
    opened.passSec(31);

    const decided = (await opened.state()).books.authorizations[0];
    expect(pending).toMatchObject({ state: 'Pending', decidedAtMs: Date.parse('2026-11-22T03:00:30Z') });
    expect(decided).toMatchObject({ state: 'Closed', capturedYen: 3192 });
  });

  it('gets a late answer when it is delivered, not before', async () => {
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.post('arm', { scenario: 'Charge/late' });
    await opened.say(OPEN, TWO_BLEND, 'はい', 'はい', OPEN);
    const waiting = await opened.state();
    await opened.post('late');

    const { lateAnswers, orders } = await opened.state();
    expect([waiting.lateAnswers, waiting.orders[0]?.state]).toEqual([1, 'CHARGE_SENT']);
    expect([lateAnswers, orders[0]?.state]).toEqual([0, 'PAID']);
    expect((await lastTurn())?.heard).toEqual({ kind: 'late' });
  });

  it('keeps its face while answers are held back', async () => {
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.post('arm', { scenario: 'Setup/late' });
    await opened.say(OPEN, TWO_BLEND, 'はい');

    const refused = await opened.post('speaker', { recognised: false });
    expect(refused.status).toBe(409);
    expect((await opened.state()).recognised).toBe(true);
  });

  it('sees the cart on a device with a screen, from the next request on', async () => {
    await opened.say(OPEN, TWO_BLEND, 'カートを見せて');
    const without = await lastTurn();
    await opened.post('screen', { hasScreen: true });
    await opened.say('カートを見せて');

    const { entries, hasScreen } = await opened.state();
    expect(without?.exchanges[0]).not.toHaveProperty('screen');
    expect(hasScreen).toBe(true);
    expect(entries).toContainEqual({ kind: 'note', no: 4, note: 'screen', detail: 'on' });
    expect((await lastTurn())?.exchanges[0]?.screen).toEqual([
      { texts: ['カートの商品'], isBold: true },
      { texts: ['こえみせブレンド 2袋', '2,592円'], isBold: false },
      { texts: ['商品の合計（消費税込み）', '2,592円'], isBold: true },
      {
        texts: ['お会計に進む場合は「はい」、ほかの商品を選ぶ場合は「いいえ」とお話しください。'],
        isBold: false,
      },
    ]);
    expect(await lastComplaints()).toEqual([]);

    await opened.post('screen', { hasScreen: false });
    await opened.say('カートを見せて');

    expect((await lastTurn())?.exchanges[0]).not.toHaveProperty('screen');
  });

  it('is a stranger when the speaker is not recognised', async () => {
    await opened.post('speaker', { recognised: false });
    await opened.say(OPEN);

    const [exchange] = (await lastTurn())?.exchanges ?? [];
    expect(JSON.stringify(exchange?.request)).not.toContain('"person"');
  });

  it('pays more for shipping to 北海道', async () => {
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.post('buyer', { prefecture: '北海道' });
    await opened.say(OPEN, TWO_BLEND, 'はい');

    expect((await opened.state()).orders[0]?.totalYen).toBe(3792);
  });

  it('cannot pay without a payment method', async () => {
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.post('buyer', { paymentMethod: 'none' });
    await opened.say(OPEN, TWO_BLEND, 'はい', 'はい');

    expect((await opened.state()).books).toMatchObject({ capturedYen: 0, authorizations: [] });
  });

  it('says nothing, hears the reprompt, and the session ends', async () => {
    await opened.say(OPEN);
    await opened.post('silence');

    const turn = await lastTurn();
    expect(turn?.reprompted?.text).toContain('「ブレンドを2つください」のようにお話しください。');
    expect((await opened.state()).sessionOpen).toBe(false);
  });

  it('does not reach the skill without its name once the session was left', async () => {
    await opened.say(OPEN);
    await opened.post('session');
    const left = await opened.state();
    await opened.say('はい');

    expect(left.sessionOpen).toBe(false);
    expect((await lastTurn())?.heard).toEqual({ kind: 'notInvoked' });
  });

  it('falls back when no phrase fits', async () => {
    await opened.say(OPEN, 'さかなは空をとぶ');

    expect((await lastTurn())?.heard).toMatchObject({ intent: 'AMAZON.FallbackIntent' });
  });

  it('hears what was understood, with the value the skill gets', async () => {
    await opened.say(OPEN, TWO_BLEND);

    expect((await lastTurn())?.heard).toEqual({
      kind: 'intent',
      intent: 'OrderIntent',
      slots: [
        { name: 'product', value: 'ブレンド', resolved: 'blend' },
        { name: 'quantity', value: '2' },
      ],
    });
  });

  it('gives way to a new shopper with no orders, no agreement and no permission', async () => {
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.say(OPEN, TWO_BLEND, 'はい');
    await opened.post('arm', { scenario: 'Charge/Pending' });
    await opened.post('shopper');

    const state = await opened.state();
    expect(state).toMatchObject({ shopper: 2, consent: 'NOT_REQUESTED', armed: [], orders: [] });
    expect(state.books.agreements).toEqual([]);
  });

  it('gets entries once: a page asks only for those it does not have', async () => {
    await opened.say(OPEN, 'ヘルプ');

    const response = await fetch(`${opened.url}/console/api/state?after=1`);
    expect(await response.json()).toMatchObject({ entries: [{ no: 2, utterance: 'ヘルプ' }] });
  });
});

describe('a skill that fails', () => {
  it.each([
    ['down', 'error: the skill cannot be reached: connect ECONNREFUSED (switched off in the console)'],
    ['garbage', 'error: the answer is not JSON'],
    ['error', 'error: the skill answered with HTTP status 500'],
  ])(
    'is shown as failed when it is %s, and nothing it says is taken for speech',
    async (skillFault, complaint) => {
      await opened.post('fault', { skillFault });
      await opened.say(OPEN);

      expect(await lastComplaints()).toContain(complaint);
      expect(spoken(await lastTurn())).toEqual([]);
      expect((await lastTurn())?.exchanges[0]?.deviceSpeech).toBe(
        'リクエストされたスキルの応答に問題があります',
      );
    },
  );

  it('is shown as too slow after 8 s, and the page sees that it waits', async () => {
    await opened.post('fault', { skillFault: 'slow' });
    const saying = opened.say(OPEN);
    while (!(await opened.state()).busy) await Promise.resolve();
    const busy = (await opened.state()).busy;
    // Before the 8 s are over, so that the SessionEndedRequest after them is not slow as well.
    await opened.post('fault', { skillFault: 'none' });
    fireTimer();
    await saying;

    expect(busy).toBe(true);
    expect(await lastComplaints()).toContain('error: the skill did not answer within 8 s');
    expect((await opened.state()).busy).toBe(false);
  });
});
