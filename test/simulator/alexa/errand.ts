import type { ConnectionAnswer } from '../contract';
import type { DialogStep } from './dialog-step';
import type { Speech } from './read-speech';
import type { ExchangeFailure } from './exchange';
import type { IntentJson } from './intent-json';
import type { JsonRecord } from './json-record';

/** A session that is open: the device listens, or is in the middle of a turn. */
export interface OpenSession {
  readonly sessionId: string;
  /** Absent in a session that began with a Connections.Response and has not been answered yet. */
  readonly attributes?: JsonRecord;
  readonly step?: DialogStep;
  readonly reprompt?: Speech;
}

/** In which session a request goes out: the open one, a new one, or one that Alexa is ending. */
type ErrandSession =
  | { readonly kind: 'open' }
  | { readonly kind: 'new'; readonly attributes?: JsonRecord }
  | { readonly kind: 'ended'; readonly session: OpenSession };

/** One request the device still has to send. */
export interface Errand {
  readonly type: 'LaunchRequest' | 'IntentRequest' | 'Connections.Response' | 'SessionEndedRequest';
  readonly fields: JsonRecord;
  readonly session: ErrandSession;
  readonly intent?: IntentJson;
}

/** The buyer opens the skill. */
export const launchErrand: Errand = {
  type: 'LaunchRequest',
  fields: { shouldLinkResultBeReturned: false },
  session: { kind: 'new', attributes: {} },
};

/** The buyer says something; `dialogState` is absent for intents outside the dialog model. */
export function intentErrand(
  heard: { readonly intent: IntentJson; readonly dialogState?: string },
  session: 'open' | 'new',
): Errand {
  const { intent, dialogState } = heard;
  return {
    type: 'IntentRequest',
    fields: { intent, ...(dialogState !== undefined && { dialogState }) },
    session: session === 'new' ? { kind: 'new', attributes: {} } : { kind: 'open' },
    intent,
  };
}

/** Amazon Pay answers: always in a new session, and one without attributes. */
export function connectionErrand(answer: ConnectionAnswer): Errand {
  return { type: 'Connections.Response', fields: { ...answer }, session: { kind: 'new' } };
}

/** Alexa ends the session: after silence, or because the skill failed. */
export function sessionEndedErrand(session: OpenSession, failure?: ExchangeFailure): Errand {
  const fields =
    failure === undefined ? { reason: 'EXCEEDED_MAX_REPROMPTS' } : { reason: 'ERROR', error: failure };
  return { type: 'SessionEndedRequest', fields, session: { kind: 'ended', session } };
}
