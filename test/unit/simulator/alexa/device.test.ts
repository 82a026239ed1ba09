import * as fc from 'fast-check';
import type { CallSkill } from '../../../simulator/alexa/device';
import { ask, bench, delivery, sendRequest, tell, type SentEnvelope } from './fake-skill';

const OPEN = 'こえみせ珈琲を開いて';

/** Opens a purchase: checkout sends Setup, its answer asks, a yes sends Charge, whose answer ends. */
function purchase({ request }: SentEnvelope): object {
  if (request.intent?.name === 'CheckoutIntent')
    return tell('少しお待ちください。', { directives: [sendRequest('Setup')] });
  if (request.name === 'Setup') return ask('ご注文を確定しますか。');
  if (request.intent?.name === 'AMAZON.YesIntent')
    return tell('', { outputSpeech: undefined, directives: [sendRequest('Charge')] });
  if (request.name === 'Charge') return tell('ご注文が完了しました。');
  return ask('ようこそ。');
}

describe('a device without a session', () => {
  it('sends nothing to the skill until the invocation name is said', async () => {
    const { device, sent } = bench();

    const turn = await device.say('ブレンドを2つください');

    expect(turn.understood).toStrictEqual({ notInvoked: true });
    expect(turn.exchanges).toStrictEqual([]);
    expect(sent).toStrictEqual([]);
  });

  it('opens the skill in a new session with empty attributes', async () => {
    const { device, sent } = bench();

    const turn = await device.say(OPEN);

    expect(turn.understood).toStrictEqual({ launch: true });
    expect(turn.sessionOpen).toBe(true);
    expect(device.sessionOpen).toBe(true);
    expect(sent[0]!.request.type).toBe('LaunchRequest');
    expect(sent[0]!.session).toMatchObject({ new: true, attributes: {} });
  });

  it('hands a request in the same sentence on as an intent of a new session', async () => {
    const { device, sent } = bench();

    await device.say('アレクサ、こえみせ珈琲でブレンドを2つ注文して');

    expect(sent[0]!.session.new).toBe(true);
    expect(sent[0]!.request.intent).toMatchObject({
      name: 'OrderIntent',
      slots: { product: { value: 'ブレンド' }, quantity: { value: '2' } },
    });
    expect(sent[0]!.request.dialogState).toBe('STARTED');
  });

  it('falls back when the request in the same sentence means nothing', async () => {
    const { device, sent } = bench();

    await device.say('こえみせ珈琲で明日の天気');

    expect(sent[0]!.request.intent!.name).toBe('AMAZON.FallbackIntent');
  });
});

describe('an envelope', () => {
  it('carries what Alexa sends from a speaker without a screen', async () => {
    const { device, sent } = bench({
      buyer: {
        userId: 'amzn1.ask.account.a',
        deviceId: 'amzn1.ask.device.b',
        personId: 'amzn1.ask.person.c',
        consent: 'DENIED',
      },
    });

    await device.say(OPEN);

    expect(sent[0]).toStrictEqual({
      version: '1.0',
      session: {
        new: true,
        sessionId: expect.stringMatching(/^amzn1\.echo-api\.session\.[0-9a-f]{8}-[0-9a-f]{4}-/),
        application: { applicationId: 'amzn1.ask.skill.test' },
        attributes: {},
        user: { userId: 'amzn1.ask.account.a' },
      },
      context: {
        System: {
          application: { applicationId: 'amzn1.ask.skill.test' },
          user: {
            userId: 'amzn1.ask.account.a',
            permissions: {
              consentToken: expect.any(String),
              scopes: { 'payments:autopay_consent': { status: 'DENIED' } },
            },
          },
          person: { personId: 'amzn1.ask.person.c' },
          device: { deviceId: 'amzn1.ask.device.b', supportedInterfaces: {} },
          apiEndpoint: 'https://api.fe.amazonalexa.com',
          apiAccessToken: expect.any(String),
        },
      },
      request: {
        type: 'LaunchRequest',
        requestId: expect.stringMatching(/^amzn1\.echo-api\.request\./),
        timestamp: '2026-11-22T03:00:00Z',
        locale: 'ja-JP',
        shouldLinkResultBeReturned: false,
      },
    });
  });

  it('says so when the device has a screen', async () => {
    const { device, sent } = bench({
      buyer: { userId: 'u', deviceId: 'd', consent: 'GRANTED', hasScreen: true },
    });

    await device.say(OPEN);

    expect(sent[0]!.context.System).toMatchObject({
      device: { supportedInterfaces: { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.3' } } } },
    });
  });

  it('leaves out the scope nobody asked for, and the person nobody recognised', async () => {
    const { device, sent } = bench({
      buyer: { userId: 'u', deviceId: 'd', consent: 'NOT_REQUESTED' },
      apiEndpoint: 'http://127.0.0.1:3000',
      locale: 'en-US',
    });

    await device.say(OPEN);

    expect(sent[0]!.context.System).toMatchObject({
      user: { permissions: { scopes: {} } },
      apiEndpoint: 'http://127.0.0.1:3000',
    });
    expect(sent[0]!.context.System).not.toHaveProperty('person');
    expect(sent[0]!.request.locale).toBe('en-US');
  });

  it('shows the consent the buyer gave on the card', async () => {
    const { device, sent } = bench({ buyer: { userId: 'u', deviceId: 'd', consent: 'DENIED' } });
    await device.say(OPEN);

    device.setConsent('GRANTED');
    await device.say('はい');

    expect(sent[1]!.context.System).toMatchObject({
      user: { permissions: { scopes: { 'payments:autopay_consent': { status: 'GRANTED' } } } },
    });
  });
});

describe('a session', () => {
  it('stays the same and hands the attributes back while it is open', async () => {
    const { device, sent } = bench({
      answer: () => ({ version: '1.0', sessionAttributes: { asked: 'quantity' }, response: ask('どうぞ。') }),
    });

    await device.say(OPEN);
    await device.say('はい');

    expect(sent[1]!.session).toMatchObject({
      new: false,
      sessionId: sent[0]!.session.sessionId,
      attributes: { asked: 'quantity' },
    });
  });

  it('begins anew when the buyer invokes the skill again', async () => {
    const { device, sent } = bench();
    await device.say(OPEN);

    await device.say(OPEN);

    expect(sent[1]!.session.new).toBe(true);
    expect(sent[1]!.session.sessionId).not.toBe(sent[0]!.session.sessionId);
  });

  it('is left when a new one is asked for, so that plain words no longer reach the skill', async () => {
    const { device } = bench();
    await device.say(OPEN);

    const turn = await device.say('はい', { newSession: true });

    expect(turn.understood).toStrictEqual({ notInvoked: true });
    expect(turn.sessionOpen).toBe(false);
  });

  it('ends when the skill says so', async () => {
    const { device } = bench({ answer: () => tell('またどうぞ。') });

    const turn = await device.say(OPEN);

    expect(turn.sessionOpen).toBe(false);
  });

  it('ends on a speaker without a screen when shouldEndSession is absent', async () => {
    const { device } = bench({ answer: () => ({ outputSpeech: { type: 'PlainText', text: 'はい。' } }) });

    const turn = await device.say(OPEN);

    expect(turn.sessionOpen).toBe(false);
    expect(turn.complaints).toStrictEqual([]);
  });

  it('hears the reprompt and ends with EXCEEDED_MAX_REPROMPTS when the buyer keeps silent', async () => {
    const { device, sent } = bench();
    await device.say(OPEN);

    const turn = await device.silence();

    expect(turn.reprompted).toStrictEqual({ text: 'どうなさいますか。' });
    expect(turn.sessionOpen).toBe(false);
    expect(sent[1]!.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
    expect(sent[1]!.session).toMatchObject({ new: false, sessionId: sent[0]!.session.sessionId });
  });

  it('cannot be ended by silence when none is open', async () => {
    const { device, sent } = bench();

    const turn = await device.silence();

    expect(turn).toStrictEqual({
      utterance: '',
      understood: { silence: true },
      exchanges: [],
      sessionOpen: false,
      complaints: [],
    });
    expect(sent).toStrictEqual([]);
  });
});

describe('a purchase', () => {
  it('runs from checkout through Setup and Charge, each answer in a new session without attributes', async () => {
    const { device, sent, directives } = bench({
      answer: purchase,
      deliveries: ({ name }) => [delivery(name)],
    });
    await device.say(OPEN);

    const checkout = await device.say('お会計して');
    const yes = await device.say('はい');

    expect(checkout.exchanges.map(({ requestType, speech }) => [requestType, speech?.text])).toStrictEqual([
      ['IntentRequest', '少しお待ちください。'],
      ['Connections.Response', 'ご注文を確定しますか。'],
    ]);
    expect(checkout.sessionOpen).toBe(true);
    expect(yes.exchanges.map(({ speech }) => speech?.text)).toStrictEqual([
      undefined,
      'ご注文が完了しました。',
    ]);
    expect(yes.sessionOpen).toBe(false);
    expect(sent[2]!.session.new).toBe(true);
    expect(sent[2]!.session).not.toHaveProperty('attributes');
    expect(sent[2]!.session.sessionId).not.toBe(sent[1]!.session.sessionId);
    expect(sent[2]!.request).toMatchObject({ name: 'Setup', token: 'order-1', status: { code: '200' } });
    expect(sent[3]!.session).toMatchObject({
      new: false,
      sessionId: sent[2]!.session.sessionId,
      attributes: {},
    });
    expect(directives.map(({ context }) => context)).toStrictEqual([
      { userId: 'amzn1.ask.account.buyer', stage: 'development', consent: 'GRANTED' },
      { userId: 'amzn1.ask.account.buyer', stage: 'development', consent: 'GRANTED' },
    ]);
  });

  it('leaves the buyer without a session when the answer is lost', async () => {
    const { device } = bench({ answer: purchase });
    await device.say(OPEN);

    const turn = await device.say('お会計して');

    expect(turn.exchanges).toHaveLength(1);
    expect(turn.sessionOpen).toBe(false);
  });

  it('delivers a duplicate in one more session, and the last session wins', async () => {
    const { device, sent } = bench({
      answer: purchase,
      deliveries: ({ name }) => [delivery(name), delivery(name)],
    });
    await device.say(OPEN);

    await device.say('お会計して');
    await device.say('いいえ');

    expect(sent.slice(2, 4).map(({ request }) => request.name)).toStrictEqual(['Setup', 'Setup']);
    expect(sent[3]!.session.sessionId).not.toBe(sent[2]!.session.sessionId);
    expect(sent[4]!.session.sessionId).toBe(sent[3]!.session.sessionId);
  });

  it('keeps a late answer until it is asked for', async () => {
    const { device, sent } = bench({
      answer: purchase,
      deliveries: ({ name }) => [delivery(name, 'late')],
      holdLateAnswers: true,
    });
    await device.say(OPEN);
    await device.say('お会計して');
    await device.say(OPEN);

    const turns = await device.deliverLate();

    expect(sent.map(({ request }) => request.name ?? request.type)).toStrictEqual([
      'LaunchRequest',
      'IntentRequest',
      'LaunchRequest',
      'Setup',
    ]);
    expect(turns.map(({ understood, sessionOpen }) => ({ understood, sessionOpen }))).toStrictEqual([
      { understood: { late: true }, sessionOpen: true },
    ]);
    expect(await device.deliverLate()).toStrictEqual([]);
  });

  it('delivers a late answer before the next utterance by default', async () => {
    const { device, sent } = bench({
      answer: purchase,
      deliveries: ({ name }) => [delivery(name, name === 'Setup' ? 'late' : 'now')],
    });
    await device.say(OPEN);
    await device.say('お会計して');

    const turn = await device.say('はい');

    expect(turn.exchanges.map(({ speech }) => speech?.text)).toStrictEqual([
      'ご注文を確定しますか。',
      undefined,
      'ご注文が完了しました。',
    ]);
    expect(sent[3]!.request.intent!.name).toBe('AMAZON.YesIntent');
  });

  it('is stopped with a complaint when more than 10 directives follow one another', async () => {
    const { device, directives } = bench({
      answer: () => tell('もう一度。', { directives: [sendRequest('Setup')] }),
      deliveries: ({ name }) => [delivery(name)],
    });

    const turn = await device.say(OPEN);

    expect(directives).toHaveLength(10);
    expect(turn.complaints).toStrictEqual([
      'error: more than 10 directives follow one another in one turn: stopped',
    ]);
    expect(turn.sessionOpen).toBe(false);
  });
});

describe('a skill that fails', () => {
  const failing =
    (skill: CallSkill): CallSkill =>
    (envelope, signal) =>
      (envelope as SentEnvelope).request.type === 'SessionEndedRequest'
        ? Promise.resolve({ httpStatus: 200, body: { version: '1.0', response: {} } })
        : skill(envelope, signal);

  it('is never taken for a success: Alexa apologises in its own words and ends the session', async () => {
    const { device } = bench({ skill: failing(() => Promise.resolve({ httpStatus: 500, body: 'oops' })) });

    const turn = await device.say(OPEN);

    expect(turn.exchanges[0]).toMatchObject({
      response: 'oops',
      directives: [],
      deviceSpeech: 'リクエストされたスキルの応答に問題があります',
      complaints: ['error: the skill answered with HTTP status 500'],
    });
    expect(turn.exchanges[0]).not.toHaveProperty('speech');
    expect(turn.exchanges[1]!.request).toMatchObject({
      request: {
        type: 'SessionEndedRequest',
        reason: 'ERROR',
        error: { type: 'INVALID_RESPONSE', message: 'the skill answered with HTTP status 500' },
      },
    });
    expect(turn.sessionOpen).toBe(false);
  });

  it('is told apart as down when it cannot be reached', async () => {
    const { device } = bench({ skill: () => Promise.reject(new Error('connection refused')) });

    const turn = await device.say(OPEN);

    expect(turn.complaints).toStrictEqual([
      'error: the skill cannot be reached: connection refused',
      'error: the skill cannot be reached: connection refused',
    ]);
    expect(turn.exchanges.map(({ response, deviceSpeech }) => [response, deviceSpeech])).toStrictEqual([
      [null, 'リクエストされたスキルの応答に問題があります'],
      [null, undefined],
    ]);
  });

  it('is given 8 seconds and no more, and its call is aborted', async () => {
    const timers: { delayMs: number; cancelled: boolean }[] = [];
    let aborted = false;
    const { device } = bench({
      skill: failing((_envelope, signal) => {
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        return new Promise(() => undefined);
      }),
      effects: {
        now: () => Date.parse('2026-11-22T03:00:00Z'),
        random: () => 0.5,
        setTimer: (onTime, delayMs) => {
          const timer = { delayMs, cancelled: false };
          timers.push(timer);
          if (timers.length === 1) queueMicrotask(onTime);
          return () => {
            timer.cancelled = true;
          };
        },
      },
    });

    const turn = await device.say(OPEN);

    expect(turn.complaints).toStrictEqual(['error: the skill did not answer within 8 s']);
    expect(turn.exchanges[1]!.request).toMatchObject({ request: { error: { type: 'ENDPOINT_TIMEOUT' } } });
    expect(timers).toStrictEqual([
      { delayMs: 8000, cancelled: true },
      { delayMs: 8000, cancelled: true },
    ]);
    expect(aborted).toBe(true);
  });

  it('carries out no directive of an answer that was refused', async () => {
    const { device, directives } = bench({
      answer: ({ request }) =>
        request.type === 'SessionEndedRequest'
          ? {}
          : tell('では。', { directives: [sendRequest('Charge'), { type: 'No.Such' }] }),
    });

    await device.say(OPEN);

    expect(directives).toStrictEqual([]);
  });
});

describe('any utterance', () => {
  it('leaves the device standing, with or without a session', async () => {
    const { device } = bench();
    const utterance = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(
          ...Array.from('ブレンドを二つくださいこえみせ珈琲で開いて2袋とおっ十百千{}<&、'),
        ),
        maxLength: 30,
      }),
    );

    await fc.assert(
      fc.asyncProperty(utterance, fc.boolean(), async (words, newSession) => {
        const turn = await device.say(words, { newSession });
        expect(turn.utterance).toBe(words);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('is heard one after the other when two are said at once', async () => {
    const { device, sent } = bench();

    const turns = await Promise.all([device.say(OPEN), device.say('はい')]);

    expect(turns.map(({ sessionOpen }) => sessionOpen)).toStrictEqual([true, true]);
    expect(sent.map(({ request }) => request.type)).toStrictEqual(['LaunchRequest', 'IntentRequest']);
  });
});
