import { type Order } from '../../../lambda/src/orders/order';
import { StoreUnavailableError } from '../../../lambda/src/orders/store';
import { setupAnswer } from '../../support/payment-answers';
import { createTestSkill, type TestSkill } from '../../support/test-skill';
import { answering, newestOrder, putInto, tokenOf } from './answering';

const YES = 'AMAZON.YesIntent';
const NO = 'AMAZON.NoIntent';
const APOLOGY = '申し訳ございません、エラーが発生しました。しばらくたってからもう一度お試しください。';

async function readBack(options: Parameters<typeof createTestSkill>[0] = {}): Promise<TestSkill> {
  const skill = createTestSkill(options);
  await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
  await skill.shopper.says('CheckoutIntent');
  await skill.shopper.answers(setupAnswer());
  return skill;
}

function quoteQuestion(skill: TestSkill, no = 1): unknown {
  const token = tokenOf(skill, newestOrder(skill).orderId, { use: 'quote', no });
  return { kind: 'confirmQuote', token };
}

describe('a yes that charges nothing', () => {
  it.each<[string, (skill: TestSkill) => string]>([
    ['with a forged token', ({ store }) => `${[...store.orders.keys()][0] ?? ''}.q1.AAAAAAAAAAAAAAAAAAAAAA`],
    [
      'with a token for another purpose',
      (skill) => tokenOf(skill, newestOrder(skill).orderId, { use: 'cancel', no: 1 }),
    ],
    ['to an order that is gone', (skill) => tokenOf(skill, '261122-000000', { use: 'quote', no: 1 })],
  ])('%s: the shopper hears that the order is not placed', async (_title, token) => {
    const skill = await readBack();
    const before = newestOrder(skill);

    const heard = await answering(skill, YES, { kind: 'confirmQuote', token: token(skill) });

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toBe(`${APOLOGY}ご注文は確定していません。`);
    expect(newestOrder(skill)).toEqual(before);
  });

  it.each<[string, Partial<Order>, RegExp]>([
    ['whose consent is being written', { state: 'CONSENTED' }, /^ただいまお支払いの手続き中です。/],
    ['whose charge is under way', { state: 'CHARGE_SENT' }, /は、お支払いの結果を確認しています。/],
    ['that is paid', { state: 'CONFIRMED' }, /は、3192円のお支払いが完了しています。$/],
    [
      'that was declined meanwhile',
      { state: 'DECLINED_SOFT' },
      /^カートにはこえみせブレンドが2袋入っています。/,
    ],
  ])('to an order %s', async (_title, changes, speech) => {
    const skill = await readBack();
    const before = putInto(skill, changes);

    const heard = await answering(skill, YES, quoteQuestion(skill));

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toMatch(speech);
    expect(newestOrder(skill)).toEqual(before);
  });

  it('to an earlier quote than the last one', async () => {
    const skill = await readBack();

    const heard = await answering(skill, YES, quoteQuestion(skill, 7));

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toMatch(/お会計に進みますか。$/);
  });

  it('to a quote that was said no to', async () => {
    const skill = await readBack();
    await answering(skill, NO, quoteQuestion(skill));

    const heard = await answering(skill, YES, quoteQuestion(skill));

    expect(heard.sent).toBeUndefined();
    expect(newestOrder(skill)).toMatchObject({ state: 'QUOTED', quote: { asked: false }, attempts: [] });
  });

  it('to an old quote whose goods are no longer sold', async () => {
    const skill = await readBack();
    const question = quoteQuestion(skill);
    putInto(skill, { lines: [{ productId: 'gone', quantity: 1 }] });
    skill.clock.advance(600_000);

    const heard = await answering(skill, YES, question);

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toBe('カートは空です。何をご用意しましょうか。');
  });

  it('when the store is down: no directive leaves, and the shopper hears that nothing was placed', async () => {
    const skill = await readBack();
    const { store } = skill.deps;
    const down = { ...store, replaceOrder: () => Promise.reject(new StoreUnavailableError('down')) };
    const question = quoteQuestion(skill);

    const heard = await answering({ ...skill, deps: { ...skill.deps, store: down } }, YES, question);

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toContain('ご注文は確定していません。');
    expect(newestOrder(skill).state).toBe('QUOTED');
  });

  it('when the store goes down between the consent and the directive', async () => {
    const skill = await readBack();
    const { store } = skill.deps;
    const replaceOrder: typeof store.replaceOrder = (order) =>
      order.state === 'CHARGE_SENT'
        ? Promise.reject(new StoreUnavailableError('down'))
        : store.replaceOrder(order);
    const question = quoteQuestion(skill);

    const heard = await answering(
      { ...skill, deps: { ...skill.deps, store: { ...store, replaceOrder } } },
      YES,
      question,
    );

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toContain('ご注文は確定していません。');
    expect(newestOrder(skill).state).toBe('CONSENTED');
  });

  it('when somebody else moved the order on after the consent', async () => {
    const skill = await readBack();
    const { store } = skill.deps;
    const replaceOrder: typeof store.replaceOrder = async (order) => {
      if (order.state !== 'CHARGE_SENT') return store.replaceOrder(order);
      putInto(skill, { state: 'ABANDONED', version: order.version });
      return false;
    };
    const question = quoteQuestion(skill);

    const heard = await answering(
      { ...skill, deps: { ...skill.deps, store: { ...store, replaceOrder } } },
      YES,
      question,
    );

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toMatch(/は、取り消されています。お支払いは行われていません。$/);
  });

  it('when the charge would break a limit of Amazon Pay: the merchant is told which field', async () => {
    const skill = await readBack();
    const { shop } = skill.deps;
    const question = quoteQuestion(skill);
    const long = { ...shop, merchantName: 'あ'.repeat(1100) };

    const heard = await answering({ ...skill, deps: { ...skill.deps, shop: long } }, YES, question);

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toBe(`${APOLOGY}ご注文は確定していません。`);
    expect(skill.log.alerts).toMatchObject([{ step: 'payloadRefused', operation: 'Charge' }]);
    expect(newestOrder(skill).state).toBe('CONSENTED');
  });
});

describe('a no to a quote', () => {
  it.each<[string, (skill: TestSkill) => unknown]>([
    ['with a forged token', () => ({ kind: 'confirmQuote', token: 'x' })],
    ['to an earlier quote', (skill) => quoteQuestion(skill, 7)],
  ])('%s changes nothing', async (_title, question) => {
    const skill = await readBack();
    const before = newestOrder(skill);

    const heard = await answering(skill, NO, question(skill));

    expect(heard.sent).toBeUndefined();
    expect(newestOrder(skill)).toEqual(before);
  });

  it('keeps the cart and closes the question', async () => {
    const skill = await readBack();

    const heard = await answering(skill, NO, quoteQuestion(skill));

    expect(heard.speech).toMatch(/^お支払いは行われませんでした。カートは残してあります。/);
    expect(newestOrder(skill).quote?.asked).toBe(false);
  });
});

describe('trying again after a refusal', () => {
  it('reads the order back under a new quote, and only a yes to that one charges', async () => {
    const skill = await readBack();

    const heard = await answering(skill, YES, { kind: 'tryAgain' });
    const old = await answering(skill, YES, quoteQuestion(skill, 1));
    const yes = await answering(skill, YES, quoteQuestion(skill, 2));

    expect(heard.speech).toMatch(/^ご注文内容の確認です。/);
    expect(old.sent).toBeUndefined();
    expect(yes.sent?.name).toBe('Charge');
  });

  it('without a quote goes through the whole checkout', async () => {
    const skill = createTestSkill();
    await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });

    const heard = await answering(skill, YES, { kind: 'tryAgain' });

    expect(heard.sent?.name).toBe('Setup');
  });
});

describe("the buyer's e-mail address at the checkout", () => {
  function noted(): { fetch: typeof fetch; urls: string[] } {
    const urls: string[] = [];
    return {
      urls,
      fetch(url) {
        urls.push(url instanceof Request ? url.url : String(url));
        return Promise.resolve(new Response('"taro@example.jp"'));
      },
    };
  }

  async function checkOut(
    emailConsent: 'GRANTED' | 'DENIED' | undefined,
  ): Promise<{ skill: TestSkill; urls: string[] }> {
    const { fetch, urls } = noted();
    const skill = createTestSkill({ fetch });
    skill.shopper.emailConsent = emailConsent;
    await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await skill.shopper.says('CheckoutIntent');
    await skill.shopper.answers(setupAnswer());
    return { skill, urls };
  }

  it.each(['DENIED', undefined] as const)('is not asked for when the scope is %s', async (consent) => {
    const { skill, urls } = await checkOut(consent);

    expect(urls).toEqual([]);
    expect(newestOrder(skill).email).toBeUndefined();
  });

  it('is asked for once when the scope is granted, and kept with the order', async () => {
    const { skill, urls } = await checkOut('GRANTED');

    expect(urls).toEqual(['https://api.fe.amazonalexa.com/v2/accounts/~current/settings/Profile.email']);
    expect(newestOrder(skill).email).toBe('taro@example.jp');
  });
});
