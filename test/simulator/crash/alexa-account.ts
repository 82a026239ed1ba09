/** One Alexa account in front of the shop's process: its device's requests over HTTP, with all that a test adds. */
import { type ResponseEnvelope } from 'ask-sdk-model';
import { LOCAL_DEFAULTS } from '../../../lambda/src/config';
import { buyerKeyOf } from '../../../lambda/src/orders/token';
import { createShopper, type Shopper } from '../../support/shopper';
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

/** The process did not answer: it died, or refused the request. */
export class NoAnswerError extends Error {}

/** Real time; a loaded machine is slow, and nothing of the test waits this long when all is well. */
const PATIENCE_MS = 60_000;

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
      'content-type': 'application/json',
      [HEADERS.nowMs]: String(nowMs()),
      [HEADERS.buyerKey]: buyerKey,
      [HEADERS.step]: account.step,
    };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const init = { method: 'POST', headers, body, signal };
    const response = await fetch(`${shopUrl()}/alexa`, init).catch((error: unknown) => {
      throw new NoAnswerError('no answer', { cause: error });
    });
    if (response.status !== 200) throw new NoAnswerError(`HTTP ${response.status}`);
    const text = await response.text().catch((error: unknown) => {
      throw new NoAnswerError('half an answer', { cause: error });
    });
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
