import { type Mail, type Order } from '../../../lambda/src/orders/order';
import { sendMail } from '../../../lambda/src/worker/send-mail';
import { aFullOrder, anOrder } from '../orders/an-order';
import { aWorker, type TestWorker } from './a-worker';

const MAIL: Mail = { kind: 'paid', state: 'due', tries: 0, nextAtMs: 1 };
const NOT_PAID: Mail = { ...MAIL, kind: 'notPaid' };
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
