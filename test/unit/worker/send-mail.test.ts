import { type Mail, type Order } from '../../../lambda/src/orders/order';
import { sendMail } from '../../../lambda/src/worker/send-mail';
import { aFullOrder, anOrder } from '../orders/an-order';
import { aWorker, type TestWorker } from './a-worker';

const MAIL: Mail = { kind: 'paid', state: 'due', tries: 0, nextAtMs: 1 };
const NOT_PAID: Mail = { ...MAIL, kind: 'notPaid' };
const PAY_LINK: Mail = { ...MAIL, kind: 'payLink' };
const ACCEPTED: Mail = { ...MAIL, kind: 'accepted' };
const NOON = Date.parse('2026-11-22T03:00:00Z');
const refusing = { send: () => Promise.reject(new Error('451 try again later')) };

function paidOrder(changes: Partial<Order> = {}): Order {
  return anOrder({ ...aFullOrder(), email: 'taro@example.jp', mails: [MAIL], ...changes });
}

async function afterSending(worker: TestWorker, order: Order, mail: Mail): Promise<Order | undefined> {
  worker.store.put(order);
  await sendMail(worker.deps, order, mail);
  return worker.store.readOrder(order.orderId);
}

describe('a mail of an order', () => {
  it('goes to the buyer, is noted as sent, and the address is dropped', async () => {
    const worker = aWorker();

    const order = await afterSending(worker, paidOrder(), MAIL);

    expect(worker.mails).toMatchObject([
      {
        to: 'taro@example.jp',
        subject: '【こえみせ珈琲】ご注文を承りました（ご注文番号 261122-482109）',
        messageId: '<paid.261122-482109@koemise.example>',
      },
    ]);
    expect(order).toMatchObject({ state: 'PAID', mails: [{ kind: 'paid', state: 'sent', tries: 1 }] });
    expect(order?.email).toBeUndefined();
    expect(worker.log.lines).toMatchObject([{ step: 'mailSent', reason: 'paid' }]);
  });

  it.each([
    [0, '2026-11-22T03:01:00Z'],
    [1, '2026-11-22T03:05:00Z'],
    [2, '2026-11-22T03:30:00Z'],
  ])('that was refused %i times before goes again at %s', async (tries, next) => {
    const mail = { ...MAIL, tries };

    const order = await afterSending(aWorker({ mailer: refusing }), paidOrder({ mails: [mail] }), mail);

    expect(order?.mails).toEqual([{ ...mail, tries: tries + 1, nextAtMs: Date.parse(next) }]);
    expect(order?.email).toBe('taro@example.jp');
  });

  it('that was refused four times is given up: a person is told, the address goes', async () => {
    const worker = aWorker({ mailer: refusing });
    const mail = { ...MAIL, tries: 3 };

    const order = await afterSending(worker, paidOrder({ mails: [mail] }), mail);

    expect(order).toMatchObject({
      mails: [{ state: 'givenUp', tries: 4 }],
      followUps: [{ kind: 'merchantAlert', reason: 'mailGivenUp', openedAtMs: NOON }],
    });
    expect(order?.email).toBeUndefined();
    expect(worker.log.alerts).toMatchObject([{ step: 'mailGivenUp', reason: 'paid' }]);
  });

  it('is given up at once where no mail server is set', async () => {
    const order = await afterSending(aWorker({ mailer: undefined }), paidOrder(), MAIL);

    expect(order?.mails).toMatchObject([{ state: 'givenUp', tries: 1 }]);
  });

  it.each([
    ['an address', { email: undefined }],
    ['a quote', { quote: undefined }],
  ])('is not sent without %s', async (_title, changes) => {
    const worker = aWorker();

    const order = await afterSending(worker, paidOrder(changes), MAIL);

    expect(worker.mails).toEqual([]);
    expect(order?.mails).toMatchObject([{ state: 'due', tries: 1 }]);
  });

  it('leaves the other mails of the order as they are, and the address for them', async () => {
    const order = await afterSending(aWorker(), paidOrder({ mails: [MAIL, NOT_PAID] }), MAIL);

    expect(order?.mails).toMatchObject([{ state: 'sent' }, NOT_PAID]);
    expect(order?.email).toBe('taro@example.jp');
  });

  it('keeps the address while a later mail of the order may have to go', async () => {
    const quoted = paidOrder({ state: 'QUOTED', mails: [NOT_PAID] });

    const order = await afterSending(aWorker(), quoted, NOT_PAID);

    expect(order?.mails).toMatchObject([{ kind: 'notPaid', state: 'sent' }]);
    expect(order?.email).toBe('taro@example.jp');
  });

  it('is not noted when somebody else wrote the order meanwhile; it goes again under the same Message-ID', async () => {
    const worker = aWorker();
    const order = paidOrder();
    worker.store.put({ ...order, version: order.version + 1 });

    await expect(sendMail(worker.deps, order, MAIL)).resolves.toBe('takenByAnother');

    await expect(worker.store.readOrder(order.orderId)).resolves.toMatchObject({ mails: [{ state: 'due' }] });
  });
});

describe('a mail that says the charge was not made', () => {
  it.each(['DECLINED_HARD', 'QUOTED', 'CART'] as const)(
    'goes while nothing was consented to since (%s)',
    async (state) => {
      const worker = aWorker();

      await afterSending(worker, paidOrder({ state, mails: [NOT_PAID] }), NOT_PAID);

      expect(worker.mails.map(({ subject }) => subject)).toEqual([
        '【こえみせ珈琲】お支払いは完了していません（ご注文番号 261122-482109）',
      ]);
    },
  );

  it.each(['CONSENTED', 'CHARGE_SENT', 'PENDING', 'PAID', 'CONFIRMED'] as const)(
    'is withdrawn once the buyer consented again (%s): it would be a lie, and cost a second order',
    async (state) => {
      const worker = aWorker();

      const order = await afterSending(worker, paidOrder({ state, mails: [NOT_PAID] }), NOT_PAID);

      expect(worker.mails).toEqual([]);
      expect(order).toMatchObject({ state, mails: [] });
      expect(worker.log.lines).toMatchObject([{ step: 'mailWithdrawn', reason: 'notPaid' }]);
    },
  );

  it('that is withdrawn takes nothing from the mail of the paid order', async () => {
    const order = await afterSending(aWorker(), paidOrder({ mails: [NOT_PAID, MAIL] }), NOT_PAID);

    expect(order).toMatchObject({ mails: [MAIL], email: 'taro@example.jp' });
  });
});

/** An order that waits under its second link, issued at noon for a day; 8 characters derived from order and number. */
function waitingOrder(changes: Partial<Order> = {}): Order {
  const checkout = {
    no: 2,
    codeKey: 'code:0123456789abcdef0123456789abcdef',
    issuedAtMs: NOON,
    expiresAtMs: Date.parse('2026-11-23T03:00:00Z'),
  };
  return paidOrder({ state: 'AWAITING_PAYMENT', checkout, linksMade: 2, mails: [PAY_LINK], ...changes });
}

describe('a mail with a payment link', () => {
  const payPage = {
    tokenSecret: 'local-only-secret-of-the-simulated-shop',
    web: { shopUrl: 'https://shop.koemise.example' },
  };

  it('brings the link and the code, and is another mail for each link of the order', async () => {
    const worker = aWorker({ payPage });

    const order = await afterSending(worker, waitingOrder(), PAY_LINK);

    expect(worker.mails).toMatchObject([
      {
        to: 'taro@example.jp',
        subject: '【こえみせ珈琲】お支払いページのご案内（ご注文番号 261122-482109）',
        messageId: '<payLink-2.261122-482109@koemise.example>',
      },
    ]);
    const [, link] = /お支払いページ: https:\/\/shop\.koemise\.example\/checkout\/(\w{8})\n/.exec(
      worker.mails[0]!.text,
    )!;
    expect(worker.mails[0]!.text).toContain(`\nコード: ${link!.slice(0, 4)}-${link!.slice(4)}\n`);
    expect(worker.mails[0]!.text).toContain('\n期限: 2026年11月23日 12時00分まで\n');
    expect(order).toMatchObject({ mails: [{ kind: 'payLink', state: 'sent' }], email: 'taro@example.jp' });
  });

  it.each<[string, Partial<Order>]>([
    ['was closed by a change of the goods', { state: 'CART', checkout: undefined }],
    ['was used', { state: 'CHARGE_SENT' }],
    ['was paid', { state: 'PAID' }],
  ])('is withdrawn when the link %s', async (_title, changes) => {
    const worker = aWorker({ payPage });

    const order = await afterSending(worker, waitingOrder(changes), PAY_LINK);

    expect(worker.mails).toEqual([]);
    expect(order?.mails).toEqual([]);
    expect(worker.log.lines).toMatchObject([{ step: 'mailWithdrawn', reason: 'payLink' }]);
  });

  it('is withdrawn when the link is over', async () => {
    const worker = aWorker({ payPage });
    worker.clock.advance(24 * 60 * 60 * 1000);

    await afterSending(worker, waitingOrder(), PAY_LINK);

    expect(worker.mails).toEqual([]);
  });

  it.each([
    ['settings of the web checkout', undefined],
    ['pages', { ...payPage, web: undefined }],
  ])('does not go without %s', async (_title, without) => {
    const worker = aWorker({ payPage: without });

    const order = await afterSending(worker, waitingOrder(), PAY_LINK);

    expect(worker.mails).toEqual([]);
    expect(order?.mails).toMatchObject([{ kind: 'payLink', state: 'due', tries: 1 }]);
  });
});

describe('a mail that says the order was taken', () => {
  it.each([
    ['AUTHORIZED', 'お支払いの承認が済み、ご注文を承りました。お支払いはまだ完了していません。'],
    ['CHARGEABLE', 'お支払いはまだ行われていません。ご注文を承りました。'],
  ] as const)('says in %s what is not paid yet', async (state, opening) => {
    const worker = aWorker();

    await afterSending(worker, paidOrder({ state, mails: [ACCEPTED] }), ACCEPTED);

    expect(worker.mails).toMatchObject([{ messageId: '<accepted.261122-482109@koemise.example>' }]);
    expect(worker.mails[0]!.text).toContain(opening);
  });

  it.each(['PAID', 'CANCELLED', 'NEEDS_HUMAN'] as const)(
    'is withdrawn once that is past (%s)',
    async (state) => {
      const worker = aWorker();

      await afterSending(worker, paidOrder({ state, mails: [ACCEPTED] }), ACCEPTED);

      expect(worker.mails).toEqual([]);
    },
  );
});
