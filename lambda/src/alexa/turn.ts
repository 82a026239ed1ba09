import { type RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod/mini';
import { buyerKeyOf } from '../orders/token';
import { QUESTION, type Question } from '../orders/question';
import { LINE } from '../voice/parse-line';
import { type Line } from '../voice/line';
import { type Locale, localeOf } from '../voice/languages';
import { readSlots, type Slots } from './slots';

/** What a session carries from one turn to the next: the open question and the last words. */
export interface SessionState {
  readonly question?: Question | undefined;
  readonly said?:
    { readonly speech: readonly Line[]; readonly reprompt?: readonly Line[] | undefined } | undefined;
}

/** One request of a buyer, parsed once: all that a handler may look at. */
export interface Turn {
  readonly requestId: string;
  readonly requestType: string;
  readonly newSession: boolean;
  /** Key of the buyer's items in the store; the user id itself is not kept. */
  readonly buyerKey: string;
  /** The language of the device, where the skill speaks it; else Japanese. */
  readonly locale: Locale;
  /** Alexa's id of the recognised speaker. */
  readonly personId: string | undefined;
  /** Whether the device shows documents of Alexa Presentation Language. */
  readonly hasScreen: boolean;
  /** Whether `payments:autopay_consent` is granted; any missing level means it is not. */
  readonly consentGranted: boolean;
  /** How to ask Alexa for the e-mail address; undefined without `alexa::profile:email:read`. */
  readonly profile:
    { readonly apiEndpoint: string | undefined; readonly apiAccessToken: string | undefined } | undefined;
  readonly session: SessionState;
  readonly intent: { readonly name: string; readonly slots: Slots } | undefined;
  /** The whole request, for the one parser that reads Connections.Response. */
  readonly request: unknown;
}

const SESSION = z.object({
  question: z.catch(z.optional(QUESTION), undefined),
  said: z.catch(
    z.optional(
      z.object({ speech: z.readonly(z.array(LINE)), reprompt: z.optional(z.readonly(z.array(LINE))) }),
    ),
    undefined,
  ),
});

const SYSTEM = z.object({
  user: z.object({
    permissions: z.catch(
      z.optional(
        z.object({
          scopes: z.optional(z.record(z.string(), z.catch(z.object({ status: z.optional(z.string()) }), {}))),
        }),
      ),
      undefined,
    ),
  }),
  apiEndpoint: z.catch(z.optional(z.string()), undefined),
  apiAccessToken: z.catch(z.optional(z.string()), undefined),
  person: z.catch(z.optional(z.object({ personId: z.string() })), undefined),
  device: z.catch(
    z.optional(z.object({ supportedInterfaces: z.optional(z.record(z.string(), z.unknown())) })),
    undefined,
  ),
});

const APL_INTERFACE = 'Alexa.Presentation.APL';
const CONSENT_SCOPE = 'payments:autopay_consent';
const EMAIL_SCOPE = 'alexa::profile:email:read';

/**
 * Reads what the handlers need from a checked envelope. Missing or misshapen parts become "not there": no permission,
 * no recognised speaker, no screen, no open question.
 * @see alexa-amazon-pay.md, section 6
 */
export function readTurn(envelope: RequestEnvelope, tokenSecret: string): Turn {
  const { request, session, context } = envelope;
  const system = z.safeParse(SYSTEM, context.System);
  // Answers of Amazon Pay and first words come without attributes: there is nothing to read then.
  const attributes = session?.attributes === undefined ? undefined : z.safeParse(SESSION, session.attributes);
  const scopes = system.data?.user.permissions?.scopes ?? {};
  const isGranted = (scope: string): boolean =>
    Object.hasOwn(scopes, scope) && scopes[scope]?.status === 'GRANTED';
  const { apiEndpoint, apiAccessToken } = system.data ?? {};
  return {
    requestId: request.requestId,
    requestType: request.type,
    newSession: session?.new ?? true,
    buyerKey: buyerKeyOf(context.System.user.userId, tokenSecret),
    locale: localeOf('locale' in request ? request.locale : undefined),
    personId: system.data?.person?.personId,
    hasScreen: Object.hasOwn(system.data?.device?.supportedInterfaces ?? {}, APL_INTERFACE),
    consentGranted: isGranted(CONSENT_SCOPE),
    profile: isGranted(EMAIL_SCOPE) ? { apiEndpoint, apiAccessToken } : undefined,
    session: attributes?.data ?? {},
    intent:
      request.type === 'IntentRequest'
        ? { name: request.intent.name, slots: readSlots(request.intent) }
        : undefined,
    request,
  };
}
