/** One Alexa account in front of the shop's process: its device's requests over HTTP, with all that a test adds. */
import { type ResponseEnvelope } from 'ask-sdk-model';
import { LOCAL_DEFAULTS } from '../../../lambda/src/config';
import { buyerKeyOf } from '../../../lambda/src/orders/token';
import { createShopper, type Shopper } from '../../support/shopper';
import { NoAnswerError, post } from './post';
import { HEADERS } from './wire';

/** Where the account's requests go. */
export interface AccountOptions {
  readonly name: string;
  readonly profileUrl: string;
  /** Address of the shop's process as it is now. */
  readonly shopUrl: () => string;
  readonly nowMs: () => number;
}

/** An account with a person in front of it. */
export interface AlexaAccount {
  readonly userId: string;
  readonly buyerKey: string;
  readonly shopper: Shopper;
  /** What the person is doing; it names the boundaries. */
  step: string;
}

/** Makes an account that lets its e-mail address be read. */
export function createAccount({ name, profileUrl, shopUrl, nowMs }: AccountOptions): AlexaAccount {
  const userId = `amzn1.ask.account.${name}`;
  const buyerKey = buyerKeyOf(userId, LOCAL_DEFAULTS.TOKEN_SECRET);
  let count = 0;
  const send = async (envelope: unknown): Promise<ResponseEnvelope> => {
    count += 1;
    const { context, request } = envelope as SentEnvelope;
    const system = {
      ...context.System,
      apiEndpoint: profileUrl,
      apiAccessToken: `simulated-access-${buyerKey}`,
    };
    const body = JSON.stringify({
      ...(envelope as object),
      context: { ...context, System: system },
      request: { ...request, requestId: `${name}-${count}` },
    });
    const headers = {
      [HEADERS.nowMs]: String(nowMs()),
      [HEADERS.buyerKey]: buyerKey,
      [HEADERS.step]: account.step,
    };
    const { statusCode, text } = await post(`${shopUrl()}/alexa`, { headers, body });
    if (statusCode !== 200) throw new NoAnswerError(`HTTP ${statusCode}`);
    return JSON.parse(text) as ResponseEnvelope;
  };
  const shopper = createShopper({ userId, skillId: LOCAL_DEFAULTS.SKILL_ID, send });
  shopper.emailConsent = 'GRANTED';
  const account: AlexaAccount = { userId, buyerKey, shopper, step: 'start' };
  return account;
}

interface SentEnvelope {
  readonly context: { readonly System: Readonly<Record<string, unknown>> };
  readonly request: Readonly<Record<string, unknown>>;
}
