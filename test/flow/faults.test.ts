import { StoreUnavailableError, type OrderStore } from '../../lambda/src/orders/store';
import { memoryStore } from '../support/memory-store';
import { PAID, setupAnswer } from '../support/payment-answers';
import { createTestSkill } from '../support/test-skill';

const APOLOGY = '申し訳ございません、エラーが発生しました。しばらくたってからもう一度お試しください。';

/** A store that works until it is told to break. */
function breakableStore(): {
  store: OrderStore;
  readonly break: (method: keyof OrderStore, after?: number) => void;
} {
  const inner = memoryStore();
  let broken: keyof OrderStore | undefined;
  let left = 0;
  const guard = <T>(method: keyof OrderStore, call: () => Promise<T>): Promise<T> => {
    if (method !== broken) return call();
    left -= 1;
    return left >= 0 ? call() : Promise.reject(new StoreUnavailableError('down'));
  };
  return {
    store: {
      readOrder: (orderId) => guard('readOrder', () => inner.readOrder(orderId)),
      createOrder: (order) => guard('createOrder', () => inner.createOrder(order)),
      replaceOrder: (order) => guard('replaceOrder', () => inner.replaceOrder(order)),
      readBuyer: (key) => guard('readBuyer', () => inner.readBuyer(key)),
      replaceBuyer: (record) => guard('replaceBuyer', () => inner.replaceBuyer(record)),
      createPointer: (pointer) => guard('createPointer', () => inner.createPointer(pointer)),
      readPointer: (key) => guard('readPointer', () => inner.readPointer(key)),
      replaceAlert: (alert) => guard('replaceAlert', () => inner.replaceAlert(alert)),
    },
    break: (method, after = 0) => {
      broken = method;
      left = after;
    },
  };
}

describe('a store that is down', () => {
  it('at the welcome: an apology', async () => {
    const { store, break: breakStore } = breakableStore();
    const { shopper } = createTestSkill({ store });
    breakStore('readBuyer');

    const heard = await shopper.launch();

    expect(heard.speech).toBe(APOLOGY);
    expect(heard.isOpen).toBe(false);
  });

  it.each(['createOrder', 'replaceBuyer', 'replaceOrder'] as const)(
    'at the order (%s): an apology',
    async (method) => {
      const { store, break: breakStore } = breakableStore();
      const { shopper } = createTestSkill({ store });
      breakStore(method);

      const heard = await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });

      expect(heard.speech).toBe(APOLOGY);
    },
  );

  it('at the checkout: no directive leaves, and the shopper hears that nothing was ordered', async () => {
    const { store, break: breakStore } = breakableStore();
    const { shopper } = createTestSkill({ store });
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    breakStore('replaceOrder');

    const heard = await shopper.says('CheckoutIntent');

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toBe(`${APOLOGY}このお手続きでは、ご注文は確定していません。`);
  });

  it.each([
    ['when the consent is written', 0],
    ['when the sending is written', 1],
  ])(
    'at the yes, %s: no directive leaves, and the shopper hears that nothing was ordered',
    async (_title, after) => {
      const { store, break: breakStore } = breakableStore();
      const { shopper, log } = createTestSkill({ store });
      await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
      await shopper.says('CheckoutIntent');
      await shopper.answers(setupAnswer());
      breakStore('replaceOrder', after);

      const heard = await shopper.says('AMAZON.YesIntent');

      expect(heard.sent).toBeUndefined();
      expect(heard.speech).toBe(`${APOLOGY}このお手続きでは、ご注文は確定していません。`);
      expect(log.alerts).toEqual([expect.objectContaining({ step: 'turnFailed', code: 'storeUnavailable' })]);
    },
  );

  it("at Amazon Pay's answer: nothing is said to have failed, because the money may have moved", async () => {
    const { store, break: breakStore } = breakableStore();
    const { shopper } = createTestSkill({ store });
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');
    await shopper.answers(setupAnswer());
    await shopper.says('AMAZON.YesIntent');
    breakStore('replaceOrder');

    const heard = await shopper.answers(PAID);

    expect(heard.speech).toBe(`${APOLOGY}お支払いの結果を確認しています。二重に請求されることはありません。`);
  });

  it('lets the same answer, delivered again, finish the order', async () => {
    const { store, break: breakStore } = breakableStore();
    const { shopper } = createTestSkill({ store });
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');
    await shopper.answers(setupAnswer());
    await shopper.says('AMAZON.YesIntent');
    breakStore('replaceOrder');
    await shopper.answers(PAID);
    breakStore('replaceOrder', 100);

    const heard = await shopper.answersAgain();

    expect(heard.speech).toMatch(/^お支払いが完了し、ご注文を承りました。/);
  });
});

describe('a crash after the consent was stored and before the directive left', () => {
  it('lets the shopper confirm again at the next launch, under the same reference', async () => {
    const { store, break: breakStore } = breakableStore();
    const { shopper } = createTestSkill({ store });
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');
    await shopper.answers(setupAnswer());
    breakStore('replaceOrder', 1);
    await shopper.says('AMAZON.YesIntent');
    breakStore('replaceOrder', 100);

    const welcome = await shopper.launch();
    await shopper.says('AMAZON.YesIntent');
    await shopper.answers(setupAnswer());
    const charge = await shopper.says('AMAZON.YesIntent');
    const paid = await shopper.answers(PAID);

    expect(welcome.speech).toContain('前回のご注文が残っています。');
    expect(charge.sent?.name).toBe('Charge');
    expect(paid.speech).toMatch(/^お支払いが完了し、/);
  });
});
