import { type ResponseEnvelope } from 'ask-sdk-model';

/** What the shopper hears and sees after one request. */
export interface Heard {
  /** The whole response envelope. */
  readonly envelope: ResponseEnvelope;
  /** The words without the surrounding `<speak>`. */
  readonly speech: string;
  readonly reprompt: string | undefined;
  readonly card: unknown;
  /** The directive to Amazon Pay, when there is one. */
  readonly sent: SentRequest | undefined;
  readonly directives: readonly unknown[];
  readonly isOpen: boolean;
}

/** A Connections.SendRequest as a test looks at it. */
interface SentRequest {
  readonly name: string;
  readonly token: string;
  readonly payload: unknown;
}

/** A person in front of a device: says intents and passes on Amazon Pay's answers, by Alexa's session rules. */
export interface Shopper {
  launch(): Promise<Heard>;
  says(
    intent: string,
    slots?: { product?: string | undefined; quantity?: string | undefined },
  ): Promise<Heard>;
  /** Amazon Pay's answer in a new session without attributes; `token` defaults to the one sent last. */
  answers(answer: {
    name: string;
    status?: unknown;
    payload?: unknown;
    token?: string | undefined;
  }): Promise<Heard>;
  /** The last answer of Amazon Pay once more, token and all. */
  answersAgain(): Promise<Heard>;
  /** A whole request of any kind. */
  sends(request: Record<string, unknown>): Promise<Heard>;
  /** Leaves the session; the next request begins a new one. */
  leaves(): void;
  consent: 'GRANTED' | 'DENIED' | undefined;
  personId: string | undefined;
  /** Language of the device; default ja-JP. */
  locale: string;
  /** Whether the device shows documents of Alexa Presentation Language. */
  hasScreen: boolean;
  /** Whether the e-mail address may be read (`alexa::profile:email:read`). */
  emailConsent: 'GRANTED' | 'DENIED' | undefined;
}

interface ShopperOptions {
  readonly userId: string;
  readonly skillId: string;
  readonly send: (envelope: unknown) => Promise<ResponseEnvelope>;
}

const PRODUCT_NAMES: Readonly<Record<string, string>> = {
  blend: 'こえみせブレンド',
  dark: '深煎りブレンド',
  drip: 'ドリップバッグ',
  monthly: '毎月の定期便',
  gift: 'ギフトコード',
};

/** Puts a person in front of a skill. `send` delivers an envelope and resolves to the skill's response envelope. */
export function createShopper({ userId, skillId, send }: ShopperOptions): Shopper {
  let attributes: unknown;
  let isOpen = false;
  let lastToken: string | undefined;
  let lastAnswer: Record<string, unknown> = {};
  let count = 0;

  async function deliver(request: Record<string, unknown>): Promise<Heard> {
    count += 1;
    const scopes = {
      ...scopeOf('payments:autopay_consent', shopper.consent),
      ...scopeOf('alexa::profile:email:read', shopper.emailConsent),
    };
    const hasScopes = Object.keys(scopes).length > 0;
    const user = { userId, ...(hasScopes ? { permissions: { consentToken: 'consent-token', scopes } } : {}) };
    const application = { applicationId: skillId };
    const envelope = {
      version: '1.0',
      session: {
        new: !isOpen,
        sessionId: `session-${count}`,
        application,
        user,
        ...(isOpen && attributes !== undefined ? { attributes } : {}),
      },
      context: {
        System: {
          application,
          user,
          device: {
            deviceId: 'device-1',
            supportedInterfaces: shopper.hasScreen ? { 'Alexa.Presentation.APL': {} } : {},
          },
          apiEndpoint: 'https://api.fe.amazonalexa.com',
          apiAccessToken: 'api-access-token',
          ...(shopper.personId === undefined ? {} : { person: { personId: shopper.personId } }),
        },
      },
      request: {
        requestId: `request-${count}`,
        timestamp: '2026-11-22T03:00:00Z',
        locale: shopper.locale,
        ...request,
      },
    };
    const response = await send(envelope);
    const heard = hear(response);
    isOpen = heard.isOpen;
    attributes = response.sessionAttributes;
    if (heard.sent !== undefined) lastToken = heard.sent.token;
    return heard;
  }

  const shopper: Shopper = {
    consent: 'GRANTED',
    personId: undefined,
    locale: 'ja-JP',
    hasScreen: false,
    emailConsent: undefined,
    launch() {
      isOpen = false;
      return deliver({ type: 'LaunchRequest' });
    },
    says(name, { product, quantity } = {}) {
      const slots = {
        product: productSlot(product),
        quantity: { name: 'quantity', confirmationStatus: 'NONE', value: quantity },
      };
      return deliver({
        type: 'IntentRequest',
        dialogState: 'STARTED',
        intent: { name, confirmationStatus: 'NONE', slots },
      });
    },
    answers({ token = lastToken, ...answer }) {
      isOpen = false;
      lastAnswer = { type: 'Connections.Response', ...answer, token };
      return deliver(lastAnswer);
    },
    answersAgain() {
      isOpen = false;
      return deliver(lastAnswer);
    },
    sends: (request) => deliver(request),
    leaves() {
      isOpen = false;
    },
  };
  return shopper;
}

function scopeOf(scope: string, status: string | undefined): Record<string, unknown> {
  return status === undefined ? {} : { [scope]: { status } };
}

function productSlot(id: string | undefined): Record<string, unknown> {
  const slot = { name: 'product', confirmationStatus: 'NONE' };
  if (id === undefined) return slot;
  const name = PRODUCT_NAMES[id];
  const authority = 'amzn1.er-authority.echo-sdk.skill.PRODUCT';
  const match = { authority, status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name, id } }] };
  const miss = { authority, status: { code: 'ER_SUCCESS_NO_MATCH' } };
  return {
    ...slot,
    value: name ?? id,
    resolutions: { resolutionsPerAuthority: [name === undefined ? miss : match] },
  };
}

function hear(envelope: ResponseEnvelope): Heard {
  const { outputSpeech, reprompt, card, directives = [], shouldEndSession } = envelope.response;
  const sent = directives.find(({ type }) => type === 'Connections.SendRequest');
  return {
    envelope,
    speech: words(outputSpeech),
    reprompt: reprompt === undefined ? undefined : words(reprompt.outputSpeech),
    card,
    sent: sent as never,
    directives,
    isOpen: shouldEndSession === false,
  };
}

function words(outputSpeech: unknown): string {
  const ssml = (outputSpeech as { ssml?: string } | undefined)?.ssml ?? '';
  return ssml.replace(/^<speak>|<\/speak>$/g, '');
}
