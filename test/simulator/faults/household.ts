/** A buyer's account, and the devices in the house: who asks, and what each session remembers. */
import type { ResponseEnvelope } from 'ask-sdk-model';
import type { ConsentState } from '../contract';

/** One Amazon account. Several devices may use it. */
export interface Household {
  readonly userId: string;
  consent: ConsentState;
  readonly givesEmail: boolean;
  /** Which of the shop's price lists this buyer meets now. */
  priceList: number;
  /** Tokens of the directives that were sent for this account, the oldest first. */
  readonly tokens: string[];
}

/** One Echo. `mailbox`: what it said that nobody has listened to yet. */
export interface Device {
  readonly name: string;
  readonly household: Household;
  session: Session;
  readonly mailbox: Heard[];
  /** Wakes the buyer who waits in front of the device. */
  wake: (() => void) | undefined;
}

/** What Alexa keeps between two turns. */
export interface Session {
  readonly id: string;
  readonly isOpen: boolean;
  readonly attributes: Readonly<Record<string, unknown>> | undefined;
}

/** What a device says after one request. */
export interface Heard {
  readonly ssml: string;
  readonly question: { readonly kind: string; readonly token?: string | undefined } | undefined;
  readonly directive: SentDirective | undefined;
  readonly isOpen: boolean;
}

/** A directive to Amazon Pay, as Alexa sees it. */
export interface SentDirective {
  readonly type: string;
  readonly name: string;
  readonly token: string;
  readonly payload: unknown;
}

/** Puts a device into a house. */
export function createDevice(name: string, household: Household): Device {
  return { name, household, session: CLOSED, mailbox: [], wake: undefined };
}

/** No session. */
export const CLOSED: Session = { id: '', isOpen: false, attributes: undefined };

/** Reads a response as the device does. */
export function hear({ response, sessionAttributes }: ResponseEnvelope): Heard {
  const { outputSpeech, directives, shouldEndSession } = response;
  const directive = directives?.find(({ type }) => type === 'Connections.SendRequest');
  return {
    ssml: outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '',
    question: questionOf(sessionAttributes?.['question']),
    directive: directive as SentDirective | undefined,
    isOpen: shouldEndSession === false,
  };
}

function questionOf(value: unknown): Heard['question'] {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  const token = 'token' in value && typeof value.token === 'string' ? value.token : undefined;
  return { kind: String(value.kind), token };
}

/** The order number that a token shows: its first part. */
export function orderIdOf(token: string | undefined): string | undefined {
  return token?.split('.')[0];
}
