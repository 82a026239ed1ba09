import { type Order } from '../../lambda/src/orders/order';
import { type AuthorizationDetails } from '../../lambda/src/payment/parse-connections-response';
import { type Reading } from '../../lambda/src/worker/worker-deps';
import { createBackground } from '../support/background';
import { chargeAnswer, errorAnswer, PAID, setupAnswer } from '../support/payment-answers';
import { type Heard } from '../support/shopper';
import { createTestSkill, type TestSkill, type TestSkillOptions } from '../support/test-skill';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

interface StoredOrder {
  readonly orderId: string;
  readonly state: string;
  readonly attempts: readonly { readonly content: { readonly authorizationReferenceId: string } }[];
  readonly followUps: readonly { readonly kind: string; readonly resolved?: { readonly by: string } }[];
  readonly mails: readonly { readonly kind: string; readonly state: string }[];
  readonly email?: string;
}

function stored({ store }: TestSkill, index = 0): StoredOrder {
  return JSON.parse([...store.orders.values()][index]!);
}

function wholeOrder({ store }: TestSkill): Order {
  return JSON.parse([...store.orders.values()][0]!);
}

async function toCharge(skill: TestSkill): Promise<Heard> {
  await skill.shopper.launch();
  await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
  await skill.shopper.says('CheckoutIntent');
  await skill.shopper.answers(setupAnswer());
  return skill.shopper.says('AMAZON.YesIntent');
}

const profileOf =
  (email: string): typeof fetch =>
  () =>
    Promise.resolve(new Response(JSON.stringify(email), { status: 200 }));

/** A skill whose shopper lets the shop read the e-mail address. */
function skillWithEmail(options: TestSkillOptions = {}): TestSkill {
  const skill = createTestSkill({ fetch: profileOf('taro@example.jp'), ...options });
  skill.shopper.emailConsent = 'GRANTED';
  return skill;
}

function reading(state: string, reasonCode?: string, capturedYen = 0): Reading {
  const details: AuthorizationDetails = {
    amazonOrderReferenceId: 'S03-2222222-2222222',
    amazonAuthorizationId: 'S03-2222222-2222222-A333333',
    authorizationReferenceId: undefined,
    authorizationAmount: { kind: 'yen', amountYen: 3192 },
    capturedAmount: { kind: 'yen', amountYen: capturedYen },
    captureIds: capturedYen > 0 ? ['S03-2222222-2222222-C444444'] : [],
    softDecline: undefined,
    state,
    reasonCode,
  };
  return { type: 'read', details };
}

const PAID_READING = reading('Closed', 'MaxCapturesProcessed', 3192);
const NO_ANSWER: Reading = { type: 'noAnswer', reason: 'timeout' };

describe('an answer of Amazon Pay that never comes', () => {
  it('is looked for after two minutes, not before', async () => {
    const skill = createTestSkill();
    const background = createBackground(skill);
    await toCharge(skill);

    await background.after(2 * MINUTE_MS - 1);
    const before = stored(skill).state;
    await background.after(1);

    expect(before).toBe('CHARGE_SENT');
    expect(stored(skill).state).toBe('UNKNOWN');
  });

  it('goes to a person when there is no documented way to ask, and the shopper hears the truth meanwhile', async () => {
    const skill = createTestSkill();
    const background = createBackground(skill, { reading: () => PAID_READING, mayRepeatCharge: true });
    await toCharge(skill);

    await background.after(2 * MINUTE_MS);
    await background.after(SECOND_MS);
    const heard = await skill.shopper.launch();

    // The directive may never have left: repeating it could charge a buyer who walked away.
    expect(background.asked).toEqual([]);
    expect(stored(skill)).toMatchObject({ state: 'NEEDS_HUMAN', followUps: [{ kind: 'outcomeUnknown' }] });
    expect(skill.log.alerts.map(({ step }) => step)).toEqual(['needsHuman']);
    expect(heard.speech).toMatch(
      /お支払いの状況を担当者が確認しています。二重に請求されることはありません。$/,
    );
  });

  it('still counts when it comes late, and closes the entry on the list', async () => {
    const skill = createTestSkill();
    const background = createBackground(skill);
    await toCharge(skill);
    await background.after(2 * MINUTE_MS);
    await background.after(SECOND_MS);

    const heard = await skill.shopper.answers(PAID);

    expect(heard.speech).toMatch(/^お支払いが完了し、ご注文を承りました。/);
    expect(stored(skill)).toMatchObject({
      state: 'PAID',
      followUps: [{ kind: 'outcomeUnknown', resolved: { by: 'program' } }],
    });
  });
});

describe('a charge that failed twice with a server error', () => {
  async function toUnknown(skill: TestSkill): Promise<void> {
    await toCharge(skill);
    await skill.shopper.answers(errorAnswer('Charge', '500', ['InternalServerError']));
    await skill.shopper.answers(errorAnswer('Charge', '500', ['InternalServerError']));
  }

  it('is repeated under the same reference at 1, 2, 4, 10 and 30 seconds, and then belongs to a person', async () => {
    const skill = createTestSkill();
    const background = createBackground(skill, { reading: () => NO_ANSWER, mayRepeatCharge: true });
    await toUnknown(skill);
    const reference = stored(skill).attempts[0]!.content.authorizationReferenceId;
    const askedAtMs: number[] = [];
    const startMs = skill.clock.now();

    for (let step = 0; step < 600; step += 1) {
      const before = background.asked.length;
      await background.after(100);
      if (background.asked.length > before) askedAtMs.push(skill.clock.now() - startMs);
    }

    expect(askedAtMs).toEqual([100, 1100, 3100, 7100, 17_100, 47_100]);
    expect(new Set(background.asked)).toEqual(new Set([`repeat ${reference}`]));
    expect(stored(skill)).toMatchObject({ state: 'NEEDS_HUMAN', followUps: [{ kind: 'outcomeUnknown' }] });
  });

  it('is not repeated where repeating is not allowed', async () => {
    const skill = createTestSkill();
    const background = createBackground(skill, { reading: () => PAID_READING });
    await toUnknown(skill);

    await background.after(SECOND_MS);

    expect(background.asked).toEqual([]);
    expect(stored(skill).state).toBe('NEEDS_HUMAN');
  });

  it('is not repeated when the consent is ten minutes old', async () => {
    const skill = createTestSkill();
    const background = createBackground(skill, { reading: () => PAID_READING, mayRepeatCharge: true });
    await toUnknown(skill);

    await background.after(10 * MINUTE_MS);

    expect(background.asked).toEqual([]);
    expect(stored(skill).state).toBe('NEEDS_HUMAN');
  });

  it('is mailed and told at the next launch when it turns out paid', async () => {
    const skill = skillWithEmail();
    const background = createBackground(skill, { reading: () => PAID_READING, mayRepeatCharge: true });
    await toUnknown(skill);

    await background.after(SECOND_MS);
    await background.after(SECOND_MS);
    await background.after(SECOND_MS);
    const first = await skill.shopper.launch();
    const second = await skill.shopper.launch();

    expect(stored(skill)).toMatchObject({ state: 'CONFIRMED', mails: [{ kind: 'paid', state: 'sent' }] });
    expect(stored(skill).email).toBeUndefined();
    expect(background.mails).toHaveLength(1);
    expect(first.speech).toMatch(/は、3192円のお支払いが完了しています。何をご用意しましょうか。$/);
    expect(second.speech).toBe(
      'こえみせ珈琲へようこそ。コーヒーのご注文を承ります。何をご用意しましょうか。',
    );
  });

  it('is mailed as not paid, and the cart is offered again, when it turns out declined', async () => {
    const skill = skillWithEmail();
    const background = createBackground(skill, {
      reading: () => reading('Declined', 'AmazonRejected'),
      mayRepeatCharge: true,
    });
    await toUnknown(skill);

    await background.after(SECOND_MS);
    await background.after(SECOND_MS);
    const heard = await skill.shopper.launch();

    expect(background.mails.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^【こえみせ珈琲】お支払いは完了していません（ご注文番号 261122-\d{6}）$/),
    ]);
    expect(heard.speech).toMatch(
      /は、お支払いが完了していません。ご注文は確定していません。こえみせ珈琲へようこそ。前回のご注文が残っています。/,
    );
    expect(stored(skill).followUps).toMatchObject([{ kind: 'chargeFailed' }]);
  });
});

describe('a pending charge', () => {
  it("is read by Amazon's id until it is decided", async () => {
    const skill = createTestSkill();
    let answer = reading('Pending');
    const background = createBackground(skill, { reading: () => answer });
    await toCharge(skill);
    await skill.shopper.answers(chargeAnswer({ state: 'Pending' }));

    await background.after(SECOND_MS);
    answer = PAID_READING;
    await background.after(SECOND_MS);

    expect(background.asked).toEqual([
      'read S03-2222222-2222222-A333333',
      'read S03-2222222-2222222-A333333',
    ]);
    expect(stored(skill).state).toBe('PAID');
  });

  it('is on the list after the ladder, goes on being asked about, and is frozen after a day', async () => {
    const skill = createTestSkill();
    const background = createBackground(skill, { reading: () => reading('Pending') });
    await toCharge(skill);
    await skill.shopper.answers(chargeAnswer({ state: 'Pending' }));

    for (let minute = 0; minute < 10; minute += 1) await background.after(MINUTE_MS);
    const afterTenMinutes = stored(skill);
    for (let hour = 0; hour < 26; hour += 1) await background.after(60 * MINUTE_MS);

    expect(afterTenMinutes).toMatchObject({ state: 'PENDING', followUps: [{ kind: 'outcomeUnknown' }] });
    expect(stored(skill).state).toBe('NEEDS_HUMAN');
  });
});

describe('a consent whose directive never left', () => {
  it('is given up after fifteen minutes, never charged, and its goods are offered at the next launch', async () => {
    const skill = createTestSkill();
    const background = createBackground(skill, { reading: () => PAID_READING, mayRepeatCharge: true });
    await toCharge(skill);
    const order = wholeOrder(skill);
    skill.store.put({ ...order, answered: undefined, awaiting: undefined, state: 'CONSENTED' });

    await background.after(15 * MINUTE_MS - 1);
    const before = stored(skill).state;
    await background.after(1);
    const heard = await skill.shopper.launch();

    expect(before).toBe('CONSENTED');
    expect(stored(skill).state).toBe('ABANDONED');
    expect(background.asked).toEqual([]);
    expect(heard.speech).toContain('前回のご注文が残っています。こえみせブレンドが2袋で、');
  });
});

describe('a quote nobody answered', () => {
  it('expires after ten minutes; a late yes reads the order back again', async () => {
    const skill = createTestSkill();
    const background = createBackground(skill);
    await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await skill.shopper.says('CheckoutIntent');
    await skill.shopper.answers(setupAnswer());

    await background.after(10 * MINUTE_MS);
    const state = stored(skill).state;
    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(state).toBe('CART');
    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toMatch(/^読み上げから時間がたちましたので、もう一度ご注文内容を確認します。/);
  });
});

describe('the mail after a paid order', () => {
  it('holds number, goods, total and where to cancel, goes once, and leaves no address behind', async () => {
    const skill = skillWithEmail();
    const background = createBackground(skill);
    await toCharge(skill);
    await skill.shopper.answers(PAID);
    await skill.shopper.answersAgain();

    for (let pass = 0; pass < 5; pass += 1) await background.after(SECOND_MS);

    const { orderId } = stored(skill);
    expect(background.mails).toEqual([
      {
        to: 'taro@example.jp',
        subject: `【こえみせ珈琲】ご注文を承りました（ご注文番号 ${orderId}）`,
        messageId: `<paid.${orderId}@koemise.example>`,
        text: [
          'お支払いが完了し、ご注文を承りました。こえみせ珈琲をご利用いただき、ありがとうございます。',
          '',
          `ご注文番号: ${orderId}`,
          '販売元: 株式会社こえみせ',
          'こえみせブレンド 2袋 2592円',
          '送料: 600円',
          '合計（消費税込み）: 3192円',
          '',
          'お届け: ご注文から3営業日以内に発送します。',
          'キャンセル: 発送前のご注文は、お問い合わせ先へのご連絡でキャンセルできます。',
          'お問い合わせ: 03-1234-5678 support@koemise.example（平日の10時から17時まで）',
        ].join('\n'),
      },
    ]);
    expect(stored(skill)).toMatchObject({ state: 'CONFIRMED' });
    expect([...skill.store.orders.values()].join('')).not.toContain('taro@example.jp');
  });

  it('is not sent without the permission to read the address', async () => {
    const skill = createTestSkill({ fetch: profileOf('taro@example.jp') });
    const background = createBackground(skill);
    await toCharge(skill);
    await skill.shopper.answers(PAID);

    await background.after(SECOND_MS);

    expect(background.mails).toEqual([]);
    expect(stored(skill).state).toBe('CONFIRMED');
  });

  it('is tried again after 1, 5 and 30 minutes, and then a person is told', async () => {
    const skill = skillWithEmail();
    const background = createBackground(skill, { mailsFail: true });
    await toCharge(skill);
    await skill.shopper.answers(PAID);

    await background.after(0);
    await background.after(MINUTE_MS);
    await background.after(5 * MINUTE_MS);
    const before = stored(skill);
    await background.after(30 * MINUTE_MS);

    expect(before.mails).toMatchObject([{ state: 'due', tries: 3 }]);
    expect(stored(skill)).toMatchObject({
      mails: [{ state: 'givenUp' }],
      followUps: [{ kind: 'merchantAlert' }],
    });
    expect(skill.log.alerts.map(({ step }) => step)).toEqual(['mailGivenUp']);
  });
});

describe('two workers at the same time', () => {
  it('ask Amazon Pay once and send one mail', async () => {
    const skill = skillWithEmail();
    const one = createBackground(skill, { owner: 'worker-1' });
    const other = createBackground(skill, { owner: 'worker-2' });
    await toCharge(skill);
    await skill.shopper.answers(PAID);

    await Promise.all([one.after(0), other.after(0)]);

    expect([...one.mails, ...other.mails]).toHaveLength(1);
  });
});

describe('an item that cannot be read', () => {
  it('is reported with its key and skipped, and the others are worked on', async () => {
    const skill = createTestSkill();
    const background = createBackground(skill);
    await toCharge(skill);
    skill.store.put({ ...wholeOrder(skill), orderId: '261122-000001', buyerKey: 5 as never });

    await background.after(2 * MINUTE_MS);

    expect(skill.log.alerts).toEqual([
      expect.objectContaining({ step: 'itemUnreadable', orderId: '261122-000001', code: 'storeItem' }),
    ]);
    expect(stored(skill).state).toBe('UNKNOWN');
  });
});
