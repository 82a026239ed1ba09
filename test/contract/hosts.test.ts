import { createLambdaHandler } from '../../lambda/src/lambda-handler';
import { expressHost, lambdaHost, RefusedError, type Host } from '../support/both-hosts';
import { chargeAnswer, PAID, setupAnswer } from '../support/payment-answers';
import { createShopper, type Shopper } from '../support/shopper';
import { buyerKeyOf } from '../../lambda/src/orders/token';
import { LOCAL_DEFAULTS } from '../../lambda/src/config';

const HOSTS = [
  ['Express', expressHost],
  ['Lambda', lambdaHost],
] as const;

describe.each(HOSTS)('the skill behind %s', (name, start) => {
  let host: Host;
  let users = 0;

  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host.close());

  function newShopper(): { shopper: Shopper; userId: string } {
    users += 1;
    const userId = `amzn1.ask.account.BUYER${users}`;
    return { userId, shopper: createShopper({ userId, skillId: host.skillId, send: host.send }) };
  }

  async function storedOrder(userId: string) {
    const { orderIds } = await host.store.readBuyer(buyerKeyOf(userId, LOCAL_DEFAULTS.TOKEN_SECRET));
    return host.store.readOrder(orderIds.at(-1) ?? '');
  }

  it('takes a purchase from the welcome to the paid order', async () => {
    const { shopper, userId } = newShopper();

    await shopper.launch();
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('AMAZON.YesIntent');
    await shopper.answers(setupAnswer());
    await shopper.says('AMAZON.YesIntent');
    const paid = await shopper.answers(PAID);

    expect(paid.speech).toMatch(/^お支払いが完了し、ご注文を承りました。/);
    expect(paid.card).toMatchObject({ type: 'Simple', title: 'ご注文ありがとうございます' });
    expect(await storedOrder(userId)).toMatchObject({ state: 'PAID', directivesSent: 2 });
  });

  it('tells a decline as what it is and offers the cart at the next launch', async () => {
    const { shopper, userId } = newShopper();
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');
    await shopper.answers(setupAnswer());
    await shopper.says('AMAZON.YesIntent');

    const declined = await shopper.answers(chargeAnswer({ state: 'Declined', reasonCode: 'AmazonRejected' }));
    const next = await shopper.launch();

    expect(declined.speech).toBe(
      '現在、お支払いを処理できません。後でもう一度試してください。ご注文は確定していません。カートは残してあります。',
    );
    expect(await storedOrder(userId)).toMatchObject({ state: 'DECLINED_HARD' });
    expect(next.speech).toBe(
      'こえみせ珈琲へようこそ。前回のご注文が残っています。こえみせブレンドが2袋で、商品の合計は2592円です。続きからご注文なさいますか。',
    );
  });

  it('answers the end of a session without words, card and directive', async () => {
    const { shopper } = newShopper();
    await shopper.launch();

    const heard = await shopper.sends({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' });

    expect(heard.envelope.response).toEqual({});
  });

  it.each(['System.ExceptionEncountered', 'Display.ElementSelected', 'Some.FutureRequest'])(
    'answers a request it does not know politely: %s',
    async (type) => {
      const heard = await newShopper().shopper.sends({ type, futureField: { nested: true } });

      expect(heard.speech).toBe('すみません、そのご用件は承ることができません。');
      expect(heard.isOpen).toBe(false);
    },
  );

  it('answers an intent it does not know politely and keeps listening', async () => {
    const heard = await newShopper().shopper.says('FutureIntent');

    expect(heard.speech).toBe('すみません、そのご用件は承ることができません。何をご用意しましょうか。');
    expect(heard.isOpen).toBe(true);
  });

  const application = { applicationId: LOCAL_DEFAULTS.SKILL_ID };
  const user = { userId: 'amzn1.ask.account.STRANGER' };
  const request = {
    type: 'LaunchRequest',
    requestId: 'request-1',
    timestamp: '2026-11-22T03:00:00Z',
    locale: 'ja-JP',
  };
  const System = { application, user };
  const deep = Array.from({ length: 100 }).reduce((inner) => ({ inner }), {});

  it.each([
    ['null', null],
    ['a list', []],
    ['a number', 5],
    ['an empty object', {}],
    ['no request', { version: '1.0', context: { System } }],
    ['no context', { version: '1.0', session: { new: true, sessionId: 's', application, user }, request }],
    ['no user', { version: '1.0', context: { System: { application } }, request }],
    [
      'an empty user id',
      { version: '1.0', context: { System: { application, user: { userId: '' } } }, request },
    ],
    ['no version', { context: { System }, request }],
    ['a request that is a text', { version: '1.0', context: { System }, request: 'LaunchRequest' }],
    [
      'an intent request without an intent',
      { version: '1.0', context: { System }, request: { ...request, type: 'IntentRequest' } },
    ],
    [
      'nesting deeper than any request',
      { version: '1.0', context: { System }, request, session: { attributes: deep } },
    ],
    [
      'the id of another skill',
      {
        version: '1.0',
        context: {
          System: {
            user,
            application: { applicationId: 'amzn1.ask.skill.99999999-0000-4000-8000-00000000000a' },
          },
        },
        request,
      },
    ],
  ])('refuses what is no Alexa request for this skill and stores nothing: %s', async (_title, envelope) => {
    const refusal = await host.send(envelope).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(RefusedError);
    expect((refusal as RefusedError).httpStatus).toBe(name === 'Express' ? 400 : undefined);
    const { orderIds } = await host.store.readBuyer(buyerKeyOf(user.userId, LOCAL_DEFAULTS.TOKEN_SECRET));
    expect(orderIds).toEqual([]);
  });

  it('leaves objects alone when an envelope carries __proto__ and constructor', async () => {
    const envelope: unknown = JSON.parse(
      JSON.stringify({ version: '1.0', context: { System }, request }).replace(
        '{"version"',
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"version"',
      ),
    );

    const response = await host.send(envelope);

    expect(response.response.outputSpeech).toMatchObject({ type: 'SSML' });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('what only one of the two hosts can show', () => {
  it('has a Lambda handler with two parameters', () => {
    expect(createLambdaHandler(LOCAL_DEFAULTS)).toHaveLength(2);
  });

  it('answers a body that is not JSON, another method and a health check as an HTTP server should', async () => {
    const host = await expressHost();

    const broken = await fetch(host.url, {
      method: 'POST',
      body: '{"version"',
      headers: { 'content-type': 'application/json' },
    });
    const empty = await fetch(host.url, { method: 'POST' });
    const huge = await fetch(host.url, {
      method: 'POST',
      body: 'x'.repeat(200_000),
      headers: { 'content-type': 'text/plain' },
    });
    const get = await fetch(host.url);
    const health = await fetch(host.url.replace('/alexa', '/healthz'));

    expect([broken.status, await broken.json()]).toEqual([400, { error: 'bad_request' }]);
    expect([empty.status, await empty.json()]).toEqual([400, { error: 'bad_request' }]);
    expect([huge.status, await huge.json()]).toEqual([413, { error: 'too_large' }]);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await health.json()).toEqual({ status: 'ok' });
    expect(health.headers.get('x-powered-by')).toBeNull();
    await host.close();
  });
});
