import { checkDirectives, isDialogStep, isSendRequest } from './check-directives';
import { error, warning, type Complaint } from './complaint';
import type { SkillAnswer } from './device-types';
import { isJsonRecord, type JsonRecord } from './json-record';
import { readCard, type Card } from './read-card';
import { readSpeech, type Speech, type SpeechReading } from './read-speech';
import type { SpokenPerson } from './ssml-text';

/** What a valid answer tells the device to do. */
export interface AcceptedResponse {
  readonly speech?: Speech;
  readonly reprompt?: Speech;
  readonly card?: Card;
  readonly directives: readonly unknown[];
  readonly shouldEndSession: boolean | undefined;
  readonly sessionAttributes: JsonRecord;
  /** Whether the device listens for the next utterance. */
  readonly keepsSessionOpen: boolean;
}

/** The verdict on an answer; `accepted` is absent when one complaint is an error. */
interface ResponseVerdict {
  readonly accepted?: AcceptedResponse;
  readonly complaints: readonly Complaint[];
}

/** Who listens, and whether the device has a screen; absent: a speaker without one. */
interface Listener extends SpokenPerson {
  readonly hasScreen?: boolean;
}

const MOST_BYTES = 120 * 1024;
const TO_SESSION_ENDED = 'a reply to SessionEndedRequest must not';

interface AnswerBody {
  readonly response: JsonRecord;
  readonly sessionAttributes: JsonRecord;
}

function readBody({ httpStatus, body }: SkillAnswer): AnswerBody | string {
  if (httpStatus < 200 || httpStatus > 299) return `the skill answered with HTTP status ${httpStatus}`;
  if (typeof body === 'string') return 'the answer is not JSON';
  if (!isJsonRecord(body)) return 'the answer is no JSON object';
  const bytes = Buffer.byteLength(JSON.stringify(body));
  if (bytes > MOST_BYTES) return `the answer has ${bytes} bytes, more than 120 KB`;
  if (typeof body['version'] !== 'string') return 'the answer has no version';
  const { response } = body;
  if (!isJsonRecord(response)) return 'the answer has no response object';
  const sessionAttributes = body['sessionAttributes'] ?? {};
  return isJsonRecord(sessionAttributes) ? { response, sessionAttributes } : 'sessionAttributes is no object';
}

function readReprompt(reprompt: unknown, person: SpokenPerson): SpeechReading {
  if (reprompt === undefined) return { complaints: [] };
  return isJsonRecord(reprompt)
    ? readSpeech(reprompt['outputSpeech'], 'response.reprompt.outputSpeech', person)
    : { complaints: [error('response.reprompt is no object')] };
}

function checkSessionEnded(response: JsonRecord): readonly Complaint[] {
  const { outputSpeech, reprompt, card, directives } = response;
  return [
    ...(outputSpeech === undefined && reprompt === undefined ? [] : [error(`${TO_SESSION_ENDED} speak`)]),
    ...(card === undefined ? [] : [error(`${TO_SESSION_ENDED} send a card`)]),
    ...(Array.isArray(directives) && directives.length > 0
      ? [error(`${TO_SESSION_ENDED} send directives`)]
      : []),
  ];
}

function checkShouldEndSession(value: unknown): readonly Complaint[] {
  if (value === null) return [warning('shouldEndSession is null; Alexa reads it as false')];
  return value === undefined || typeof value === 'boolean' ? [] : [error('shouldEndSession is no boolean')];
}

function staysOpen(shouldEndSession: unknown, directives: readonly unknown[]): boolean {
  if (directives.some(isSendRequest)) return false;
  if (shouldEndSession === undefined) return directives.some(isDialogStep);
  return shouldEndSession !== true;
}

/** Whether the device itself goes on to speak, so that the skill need not. */
const isDelegated = (directive: unknown): boolean =>
  isDialogStep(directive) && directive['type'] === 'Dialog.Delegate';

function checkManners(accepted: AcceptedResponse): readonly Complaint[] {
  const { keepsSessionOpen, reprompt, speech, directives } = accepted;
  if (directives.some(isDelegated)) return [];
  return [
    ...(keepsSessionOpen && reprompt === undefined
      ? [warning('the session stays open without a reprompt')]
      : []),
    ...(speech === undefined && !directives.some(isSendRequest) ? [warning('the skill says nothing')] : []),
  ];
}

/**
 * Judges the skill's answer as Alexa does and reads what the device has to do.
 * `shouldEndSession` absent ends the session on a speaker without a screen, unless a Dialog directive asks
 * something; null counts as false. Connections.SendRequest closes the session whatever the field says.
 * @see certification-and-law.md, section 3; alexa-amazon-pay.md, sections 2 and 6
 */
export function validateResponse(
  answer: SkillAnswer,
  requestType: string,
  listener: Listener,
): ResponseVerdict {
  const body = readBody(answer);
  if (typeof body === 'string') return { complaints: [error(body)] };
  const { response, sessionAttributes } = body;
  const { shouldEndSession, directives } = response;
  const speech = readSpeech(response['outputSpeech'], 'response.outputSpeech', listener);
  const reprompt = readReprompt(response['reprompt'], listener);
  const card = readCard(response['card']);
  const faults = [
    ...(requestType === 'SessionEndedRequest' ? checkSessionEnded(response) : []),
    ...checkShouldEndSession(shouldEndSession),
    ...speech.complaints,
    ...reprompt.complaints,
    ...card.complaints,
    ...checkDirectives(directives, shouldEndSession, listener.hasScreen === true),
  ];
  if (faults.some(({ severity }) => severity === 'error')) return { complaints: faults };
  const list: readonly unknown[] = Array.isArray(directives) ? directives : [];
  const accepted: AcceptedResponse = {
    ...(speech.speech && { speech: speech.speech }),
    ...(reprompt.speech && { reprompt: reprompt.speech }),
    ...(card.card && { card: card.card }),
    directives: list,
    shouldEndSession: typeof shouldEndSession === 'boolean' ? shouldEndSession : undefined,
    sessionAttributes,
    keepsSessionOpen: requestType !== 'SessionEndedRequest' && staysOpen(shouldEndSession, list),
  };
  const manners = requestType === 'SessionEndedRequest' ? [] : checkManners(accepted);
  return { accepted, complaints: [...faults, ...manners] };
}
