import { chargeAnswer, errorAnswer, PAID, setupAnswer } from '../support/payment-answers';
import { type Heard, type Shopper } from '../support/shopper';
import { createTestSkill, type TestSkill } from '../support/test-skill';

const MINUTE_MS = 60_000;

async function toRecap({ shopper }: TestSkill, quantity = '2'): Promise<Heard> {
  await shopper.launch();
  await shopper.says('OrderIntent', { product: 'blend', quantity });
  await shopper.says('CheckoutIntent');
  return shopper.answers(setupAnswer());
}

async function toCharge(skill: TestSkill): Promise<Heard> {
  await toRecap(skill);
  return skill.shopper.says('AMAZON.YesIntent');
}

function stored(
  { store }: TestSkill,
  index = 0,
): { state: string; attempts: { n: number }[]; directivesSent: number } {
  return JSON.parse([...store.orders.values()][index]!);
}

function referenceOf(heard: Heard): string {
  const payload = heard.sent?.payload as { authorizeAttributes: { authorizationReferenceId: string } };
  return payload.authorizeAttributes.authorizationReferenceId;
}

describe('one yes, one charge', () => {
  it('sends nothing on the second yes of another device and says that the payment is in progress', async () => {
    const skill = createTestSkill();
    const recap = await toRecap(skill);
    const other = skill.shopperNamed('amzn1.ask.account.TARO');

    const first = await skill.shopper.says('AMAZON.YesIntent');
    await other.launch();
    const second = await other.sends({
      type: 'IntentRequest',
      intent: { name: 'AMAZON.YesIntent', confirmationStatus: 'NONE' },
    });

    expect(recap.isOpen).toBe(true);
    expect(first.sent?.name).toBe('Charge');
    expect(second.sent).toBeUndefined();
    expect(stored(skill).attempts).toHaveLength(1);
  });

  it('lets exactly one of twenty yeses at the same moment through', async () => {
    const skill = createTestSkill();
    await toRecap(skill);

    const heard = await Promise.all(Array.from({ length: 20 }, () => skill.shopper.says('AMAZON.YesIntent')));

    expect(heard.filter(({ sent }) => sent?.name === 'Charge')).toHaveLength(1);
    expect(stored(skill)).toMatchObject({ state: 'CHARGE_SENT', directivesSent: 2 });
  });

  it('charges nothing for a yes in a new session, because no question is open there', async () => {
    const skill = createTestSkill();
    await toRecap(skill);
    skill.shopper.leaves();

    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toBe(
      'カートにはこえみせブレンドが2袋入っています。商品の合計は2592円です。お会計に進みますか。',
    );
  });

  it('reads the order back again when the yes comes ten minutes late, and charges after the new yes', async () => {
    const skill = createTestSkill();
    await toRecap(skill);
    skill.clock.advance(10 * MINUTE_MS);

    const late = await skill.shopper.says('AMAZON.YesIntent');
    const again = await skill.shopper.says('AMAZON.YesIntent');

    expect(late.sent).toBeUndefined();
    expect(late.speech).toMatch(
      /^読み上げから時間がたちましたので、もう一度ご注文内容を確認します。販売元は株式会社こえみせです。/,
    );
    expect(again.sent?.name).toBe('Charge');
  });

  it('takes a yes one moment before the ten minutes are over', async () => {
    const skill = createTestSkill();
    await toRecap(skill);
    skill.clock.advance(10 * MINUTE_MS - 1);

    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(heard.sent?.name).toBe('Charge');
  });

  it('does not take a yes to a quote whose goods were changed from another device', async () => {
    const skill = createTestSkill();
    await toRecap(skill);
    const other = skill.shopperNamed('amzn1.ask.account.TARO');
    await other.launch();
    await other.says('OrderIntent', { product: 'dark', quantity: '1' });

    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toMatch(/^カートにはこえみせブレンドが2袋、深煎りブレンドが1袋入っています。/);
  });

  it('takes no further order while the result of a charge is not known', async () => {
    const skill = createTestSkill();
    await toCharge(skill);

    const launched = await skill.shopper.launch();
    const ordered = await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    const checkedOut = await skill.shopper.says('CheckoutIntent');

    for (const heard of [launched, ordered, checkedOut]) {
      expect(heard.speech).toContain('お支払いの結果を確認しています。二重に請求されることはありません。');
      expect(heard.sent).toBeUndefined();
      expect(heard.isOpen).toBe(false);
    }
  });
});

describe('the AuthorizationReferenceId', () => {
  it('stays the same when a charge is sent again after an internal error', async () => {
    const skill = createTestSkill();
    const first = await toCharge(skill);

    const again = await skill.shopper.answers(errorAnswer('Charge', '500', ['InternalServerError']));

    expect(referenceOf(again)).toBe(referenceOf(first));
    expect(again.sent?.payload).toEqual(first.sent?.payload);
    expect(again.sent?.token).not.toBe(first.sent?.token);
  });

  it('is a new one after a decline, and only after a new yes', async () => {
    const skill = createTestSkill();
    const first = await toCharge(skill);
    await skill.shopper.answers(chargeAnswer({ state: 'Declined', reasonCode: 'ProcessingFailure' }));

    await skill.shopper.launch();
    await skill.shopper.says('AMAZON.YesIntent');
    await skill.shopper.answers(setupAnswer());
    const second = await skill.shopper.says('AMAZON.YesIntent');

    expect(second.sent?.name).toBe('Charge');
    expect(referenceOf(second)).not.toBe(referenceOf(first));
    expect(stored(skill).attempts.map(({ n }) => n)).toEqual([1, 2]);
  });

  it('stays the same after a refusal when nothing of the order changed', async () => {
    const skill = createTestSkill();
    const first = await toCharge(skill);
    await skill.shopper.answers(errorAnswer('Charge', '403', ['CustomerApprovalFailure']));

    const recap = await skill.shopper.says('AMAZON.YesIntent');
    const second = await skill.shopper.says('AMAZON.YesIntent');

    expect(recap.speech).toMatch(/^ご注文内容の確認です。/);
    expect(second.sent?.payload).toEqual(first.sent?.payload);
    expect(stored(skill).attempts).toHaveLength(1);
  });

  it('is a new one after a refusal when the goods changed', async () => {
    const skill = createTestSkill();
    const first = await toCharge(skill);
    await skill.shopper.answers(errorAnswer('Charge', '400', ['InvalidPaymentMethod']));

    await skill.shopper.says('OrderIntent', { product: 'drip', quantity: '1' });
    await skill.shopper.says('AMAZON.YesIntent');
    await skill.shopper.answers(setupAnswer());
    const second = await skill.shopper.says('AMAZON.YesIntent');

    expect(referenceOf(second)).not.toBe(referenceOf(first));
    expect(stored(skill).attempts).toHaveLength(2);
  });

  it('is a new one with the new BillingAgreement after InvalidBillingAgreementId, without asking again', async () => {
    const skill = createTestSkill();
    const first = await toCharge(skill);

    const setup = await skill.shopper.answers(errorAnswer('Charge', '400', ['InvalidBillingAgreementId']));
    const second = await skill.shopper.answers(setupAnswer({ billingAgreementId: 'C03-9999999-9999999' }));
    const paid = await skill.shopper.answers(PAID);

    expect(setup.sent?.name).toBe('Setup');
    expect(second.sent?.payload).toMatchObject({ billingAgreementId: 'C03-9999999-9999999' });
    expect(referenceOf(second)).not.toBe(referenceOf(first));
    expect(paid.speech).toMatch(/^お支払いが完了し、/);
    expect(stored(skill)).toMatchObject({ state: 'PAID', directivesSent: 4 });
  });

  it('gives up after a second InvalidBillingAgreementId, with an alert to the merchant', async () => {
    const skill = createTestSkill();
    await toCharge(skill);
    await skill.shopper.answers(errorAnswer('Charge', '400', ['InvalidBillingAgreementId']));
    await skill.shopper.answers(setupAnswer({ billingAgreementId: 'C03-9999999-9999999' }));
    skill.log.clear();

    const heard = await skill.shopper.answers(errorAnswer('Charge', '400', ['InvalidBillingAgreementId']));

    expect(heard.speech).toBe(
      '申し訳ございません、エラーが発生しました。しばらくたってからもう一度お試しください。ご注文は確定していません。',
    );
    expect(heard.sent).toBeUndefined();
    expect(skill.log.alerts).toHaveLength(1);
  });

  it('asks again after InvalidBillingAgreementId when the delivery place changed, because that is another order', async () => {
    const skill = createTestSkill();
    await toCharge(skill);
    await skill.shopper.answers(errorAnswer('Charge', '400', ['InvalidBillingAgreementId']));

    const heard = await skill.shopper.answers(
      setupAnswer({
        billingAgreementId: 'C03-9999999-9999999',
        destination: { stateOrRegion: '沖縄県', city: '那覇市' },
      }),
    );

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toContain('商品代金は2592円、送料は1200円、消費税込みの合計は3792円です。');
  });
});

describe('a charge that was sent again after an internal error', () => {
  it.each([
    ['the permission was withdrawn meanwhile', '403', 'ACCESS_DENIED'],
    ['the voice code was wrong this time', '403', 'CustomerApprovalFailure'],
    ['too many requests came', '429', 'RequestThrottled'],
    ['the payment method is refused', '400', 'InvalidPaymentMethod'],
    ['the agreement is not known', '400', 'InvalidBillingAgreementId'],
  ])('stays undecided when %s, because the first send may have been paid', async (_title, status, code) => {
    const skill = createTestSkill();
    await toCharge(skill);
    await skill.shopper.answers(errorAnswer('Charge', '500', ['InternalServerError']));

    const heard = await skill.shopper.answers(errorAnswer('Charge', status, [code]));
    const next = await skill.shopper.launch();

    expect(heard.speech).toBe(
      '申し訳ございません、エラーが発生しました。しばらくたってからもう一度お試しください。お支払いの結果を確認しています。二重に請求されることはありません。',
    );
    expect(heard.sent).toBeUndefined();
    expect(stored(skill).state).toBe('UNKNOWN');
    expect(next.sent).toBeUndefined();
    expect(next.isOpen).toBe(false);
  });
});

describe('an answer whose token does not lead to its own directive', () => {
  const APOLOGY = '申し訳ございません、エラーが発生しました。しばらくたってからもう一度お試しください。';

  async function expectRefused(skill: TestSkill, shopper: Shopper, token: string | undefined): Promise<void> {
    const before = [...skill.store.orders.entries()];
    skill.log.clear();

    const heard = await shopper.answers({ ...PAID, token });

    expect(heard.speech).toBe(APOLOGY);
    expect(heard.sent).toBeUndefined();
    expect(heard.isOpen).toBe(false);
    expect([...skill.store.orders.entries()]).toEqual(before);
    expect(skill.log.alerts).toHaveLength(1);
  }

  it.each([
    ['no token', ''],
    ['an unknown text', 'TestToken'],
    ['another order number under the same signature', '000000-000000.c2.AAAAAAAAAAAAAAAAAAAAAA'],
  ])('changes nothing and apologises: %s', async (_title, token) => {
    const skill = createTestSkill();
    await toCharge(skill);

    await expectRefused(skill, skill.shopper, token);
  });

  it('changes nothing for a forged number in a genuine token', async () => {
    const skill = createTestSkill();
    const charge = await toCharge(skill);

    await expectRefused(skill, skill.shopper, charge.sent!.token.replace('.c2.', '.c3.'));
  });

  it("changes nothing for another buyer's token", async () => {
    const skill = createTestSkill();
    const charge = await toCharge(skill);

    await expectRefused(skill, skill.shopperNamed('amzn1.ask.account.HANAKO'), charge.sent!.token);
  });

  it('changes nothing for the token of Setup with an answer of Charge', async () => {
    const skill = createTestSkill();
    await skill.shopper.launch();
    await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    const setup = await skill.shopper.says('CheckoutIntent');

    await expectRefused(skill, skill.shopper, setup.sent!.token);
  });

  it('changes nothing for the token of a directive that was followed by another', async () => {
    const skill = createTestSkill();
    await toRecap(skill);
    const first = await skill.shopper.says('AMAZON.YesIntent');
    await skill.shopper.answers(chargeAnswer({ state: 'Declined', reasonCode: 'AmazonRejected' }));
    await skill.shopper.launch();
    await skill.shopper.says('CheckoutIntent');

    // The answer of the declined charge says "paid" now: that contradicts what was applied.
    await expectRefused(skill, skill.shopper, first.sent!.token);
  });

  it('does not become a payment when a decline is followed by another answer that says paid', async () => {
    const skill = createTestSkill();
    const charge = await toCharge(skill);
    await skill.shopper.answers(chargeAnswer({ state: 'Declined', reasonCode: 'AmazonRejected' }));

    await expectRefused(skill, skill.shopper, charge.sent!.token);
  });
});

describe("Amazon Pay's later word on an undecided charge", () => {
  it('is taken when a pending charge turns out paid', async () => {
    const skill = createTestSkill();
    const charge = await toCharge(skill);
    await skill.shopper.answers(chargeAnswer({ state: 'Pending' }));

    const heard = await skill.shopper.answers({ ...PAID, token: charge.sent!.token });

    expect(heard.speech).toMatch(/^お支払いが完了し、ご注文を承りました。/);
    expect(stored(skill).state).toBe('PAID');
  });

  it('says paid twice, not once and then an apology, when a charge that was sent again answers twice', async () => {
    const skill = createTestSkill();
    const first = await toCharge(skill);
    const again = await skill.shopper.answers(errorAnswer('Charge', '500', ['ServiceUnavailable']));

    const late = await skill.shopper.answers({ ...PAID, token: first.sent!.token });
    const regular = await skill.shopper.answers({ ...PAID, token: again.sent!.token });

    expect(late.speech).toMatch(/^お支払いが完了し、/);
    expect(regular.speech).toBe(late.speech);
    expect(stored(skill).state).toBe('PAID');
  });
});
