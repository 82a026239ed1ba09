import { createLog } from '../../../lambda/src/telemetry/log';
import { createSkill } from '../../../lambda/src/skill';
import { type OrderStore } from '../../../lambda/src/orders/store';
import { chargeAnswer, errorAnswer, PAID, setupAnswer } from '../../support/payment-answers';
import { createShopper, type Heard, type Shopper } from '../../support/shopper';
import { createTestSkill } from '../../support/test-skill';
import { memoryStream, type MemoryStream } from './memory-stream';

/** Every value that must never be logged carries this mark. */
const MARK = 'カナリア';
const MARKED_DESTINATION = {
  name: `${MARK}名`,
  addressLine1: `${MARK}町1-2-3`,
  city: `${MARK}市`,
  stateOrRegion: `${MARK}県`,
  postalCode: `${MARK}-0064`,
  phone: `${MARK}03`,
};

interface Watched {
  readonly shopper: Shopper;
  readonly stream: MemoryStream;
  /** Tokens that left with a directive. */
  readonly tokens: string[];
}

type Json = Record<string, unknown>;

/** Marks everything of an envelope that is secret or personal. */
function mark(envelope: unknown): never {
  const marked = structuredClone(envelope) as {
    context: { System: Json & { user: Json } };
    session: Json;
    request: Json;
  };
  const { System } = marked.context;
  const user = { ...System.user, userId: `amzn1.ask.account.${MARK}`, accessToken: `${MARK}-access` };
  if ('permissions' in user) Object.assign(user.permissions as Json, { consentToken: `${MARK}-consent` });
  Object.assign(System, {
    user,
    apiAccessToken: `${MARK}-api`,
    device: { deviceId: `${MARK}-device` },
    person: { personId: `amzn1.ask.person.${MARK}`, accessToken: `${MARK}-person` },
  });
  Object.assign(marked.session, { user, sessionId: `${MARK}-session` });
  Object.assign(marked, { email: `${MARK}@koemise.example` });
  return marked as never;
}

/** The real skill with the real log in memory; every request of the shopper is marked. */
function watchedSkill(store?: OrderStore): Watched {
  const secret = `${MARK}-${'k'.repeat(32)}`;
  const { deps } = createTestSkill({
    environment: { TOKEN_SECRET: secret },
    ...(store === undefined ? {} : { store }),
  });
  const stream = memoryStream();
  const skill = createSkill({ ...deps, log: createLog(deps.now, stream) });
  const tokens: string[] = [];
  const shopper = createShopper({
    userId: 'x',
    skillId: deps.config.skillId,
    send: async (envelope) => {
      const response = await skill.invoke(mark(envelope));
      for (const directive of response.response.directives ?? [])
        tokens.push((directive as { token?: string }).token ?? '');
      return response;
    },
  });
  return { shopper, stream, tokens };
}

async function toSetup({ shopper }: Watched): Promise<void> {
  await shopper.launch();
  await shopper.says('OrderIntent', { product: `${MARK}茶`, quantity: `${MARK}個` });
  await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
  await shopper.says('CheckoutIntent');
}

async function toCharge(watched: Watched): Promise<Heard> {
  await toSetup(watched);
  await watched.shopper.answers(setupAnswer({ destination: MARKED_DESTINATION }));
  return watched.shopper.says('AMAZON.YesIntent');
}

const failing = (): never => {
  throw new Error(`the store said ${MARK}\n    with ${MARK} in a second line`);
};
const BROKEN_STORE: OrderStore = {
  readOrder: failing,
  createOrder: failing,
  replaceOrder: failing,
  readBuyer: failing,
  replaceBuyer: failing,
  createPointer: failing,
  readPointer: failing,
  replaceAlert: failing,
};

const CONVERSATIONS: Readonly<Record<string, (watched: Watched) => Promise<unknown>>> = {
  'a launch and a status': async ({ shopper }) => {
    await shopper.launch();
    await shopper.says('OrderStatusIntent');
    await shopper.says('UnknownIntent', { product: MARK });
  },
  'a denied consent': async (watched) => {
    watched.shopper.consent = 'DENIED';
    await toSetup(watched);
  },
  'a Setup error': async (watched) => {
    await toSetup(watched);
    await watched.shopper.answers(
      errorAnswer('Setup', '400', ['InvalidParameterValue', `The value ${MARK} of sellerNote is wrong.`]),
    );
  },
  'a paid order and a refund': async (watched) => {
    await toCharge(watched);
    await watched.shopper.answers(PAID);
    await watched.shopper.says('RefundIntent');
    await watched.shopper.says('AMAZON.YesIntent');
  },
  'a decline': async (watched) => {
    await toCharge(watched);
    await watched.shopper.answers(
      chargeAnswer(
        { state: 'Declined', reasonCode: 'InvalidPaymentMethod', reasonDescription: MARK },
        { sellerAuthorizationNote: MARK },
      ),
    );
  },
  'a Charge error twice': async (watched) => {
    await toCharge(watched);
    const answer = errorAnswer('Charge', '500', ['InternalServerError', `${MARK} in errorMessage`]);
    await watched.shopper.answers(answer);
    await watched.shopper.answers(answer);
  },
  'an unknown code and a forged token': async (watched) => {
    await toCharge(watched);
    await watched.shopper.answers({ ...errorAnswer('Charge', '400', [`${MARK}Code`, MARK]), token: MARK });
    await watched.shopper.answers(errorAnswer('Charge', '400', [`${MARK}Code`, MARK]));
  },
  'an answer that differs': async (watched) => {
    await toCharge(watched);
    await watched.shopper.answers(
      chargeAnswer(
        { state: 'Closed', reasonCode: 'MaxCapturesProcessed' },
        { authorizationReferenceId: MARK },
      ),
    );
  },
  'a session that ends': async ({ shopper }) => {
    await shopper.launch();
    await shopper.sends({
      type: 'SessionEndedRequest',
      reason: 'ERROR',
      error: { type: 'X', message: MARK },
    });
  },
};

describe('nothing secret or personal gets into the log', () => {
  it.each(Object.entries(CONVERSATIONS))('in %s', async (_title, converse) => {
    const watched = watchedSkill();

    await converse(watched);

    expect(watched.stream.lines().length).toBeGreaterThan(1);
    expect(watched.stream.text()).not.toContain(MARK);
    expect(watched.stream.text()).not.toContain('koemise.example');
    for (const token of watched.tokens.filter((one) => one !== '')) {
      expect(watched.stream.text()).not.toContain(token);
    }
  });

  it('when the store throws', async () => {
    const watched = watchedSkill(BROKEN_STORE);

    const heard = await watched.shopper.launch();
    await watched.shopper.says('CheckoutIntent');
    await watched.shopper.answers(PAID);

    expect(heard.speech).toBe(
      '申し訳ございません、エラーが発生しました。しばらくたってからもう一度お試しください。',
    );
    expect(watched.stream.lines().filter(({ alert }) => alert === true).length).toBeGreaterThan(1);
    expect(watched.stream.text()).not.toContain(MARK);
  });

  it('the steps of a purchase do get into the log', async () => {
    const watched = watchedSkill();
    await toCharge(watched);
    await watched.shopper.answers(PAID);

    const steps = watched.stream.lines().map(({ step }) => step);
    expect(steps).toEqual(expect.arrayContaining(['turn', 'chargeSent', 'answerApplied']));
  });

  it('the marks do reach the skill: the buyer hears the marked address', async () => {
    const watched = watchedSkill();
    await toSetup(watched);

    const recap = await watched.shopper.answers(setupAnswer({ destination: MARKED_DESTINATION }));

    expect(recap.speech).toContain('カナリア県カナリア市カナリア町1-2-3、カナリア名様');
  });
});
