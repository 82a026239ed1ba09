import { callSkill, type CallOutcome } from './call-skill';
import { error, printComplaint, type Complaint } from './complaint';
import type { CallSkill, Exchange, SetTimer } from './device-types';
import { readDialogMove, type DialogMove } from './dialog-step';
import type { IntentJson } from './intent-json';
import type { InteractionModel } from './interaction-model';
import type { JsonRecord } from './json-record';
import type { SpokenPerson } from './ssml-text';
import { validateResponse, type AcceptedResponse } from './validate-response';

/** Why Alexa ends a session by itself, in the words of SessionEndedRequest's `error`. */
export interface ExchangeFailure {
  readonly type: 'INVALID_RESPONSE' | 'ENDPOINT_TIMEOUT';
  readonly message: string;
}

/** One exchange, and either what the device has to do next or why the answer was refused. */
export type ExchangeResult =
  | { readonly exchange: Exchange; readonly accepted: AcceptedResponse; readonly move?: DialogMove }
  | { readonly exchange: Exchange; readonly failure: ExchangeFailure };

/** Whom to ask, and how to judge and speak the answer. */
export interface SkillLine {
  readonly skill: CallSkill;
  readonly setTimer: SetTimer;
  readonly model: InteractionModel;
  readonly person: SpokenPerson & { readonly hasScreen?: boolean };
}

/** One request on its way. `intent` is the IntentRequest's own, the ground for Dialog directives. */
interface OutgoingRequest {
  readonly type: string;
  readonly envelope: JsonRecord;
  readonly intent?: IntentJson;
}

/** What Alexa itself says when a skill fails; no word of the skill is spoken then. */
const SKILL_FAILED_SPEECH = 'リクエストされたスキルの応答に問題があります';

function refused(
  request: OutgoingRequest,
  complaints: readonly Complaint[],
  details: { readonly type: ExchangeFailure['type']; readonly response: unknown },
): ExchangeResult {
  const message = complaints.find(({ severity }) => severity === 'error')?.text ?? '';
  return {
    exchange: {
      requestType: request.type,
      request: request.envelope,
      response: details.response,
      directives: [],
      shouldEndSession: undefined,
      ...(request.type !== 'SessionEndedRequest' && { deviceSpeech: SKILL_FAILED_SPEECH }),
      complaints: complaints.map(printComplaint),
    },
    failure: { type: details.type, message },
  };
}

function judge(request: OutgoingRequest, outcome: CallOutcome, line: SkillLine): ExchangeResult {
  if (outcome.kind === 'tooSlow') {
    const complaint = error('the skill did not answer within 8 s');
    return refused(request, [complaint], { type: 'ENDPOINT_TIMEOUT', response: null });
  }
  if (outcome.kind === 'down') {
    const complaint = error(`the skill cannot be reached: ${outcome.reason}`);
    return refused(request, [complaint], { type: 'INVALID_RESPONSE', response: null });
  }
  const { answer } = outcome;
  const { accepted, complaints } = validateResponse(answer, request.type, line.person);
  const details = { type: 'INVALID_RESPONSE', response: answer.body } as const;
  if (accepted === undefined) return refused(request, complaints, details);
  const move = readDialogMove(accepted.directives, request.intent, line.model);
  if (move?.kind === 'fault') return refused(request, [...complaints, error(move.fault)], details);
  const { speech, reprompt, card, directives, shouldEndSession } = accepted;
  const prompt = move?.kind === 'wait' ? move.prompt : undefined;
  return {
    exchange: {
      requestType: request.type,
      request: request.envelope,
      response: answer.body,
      ...(speech && { speech }),
      ...(reprompt && { reprompt }),
      ...(card && { card }),
      directives,
      shouldEndSession,
      ...(prompt !== undefined && { deviceSpeech: prompt }),
      complaints: complaints.map(printComplaint),
    },
    accepted,
    ...(move && { move }),
  };
}

/** Sends one request to the skill, waits at most 8 s, and judges the answer as Alexa does. Never rejects. */
export async function exchangeWithSkill(request: OutgoingRequest, line: SkillLine): Promise<ExchangeResult> {
  return judge(request, await callSkill(line.skill, request.envelope, line.setTimer), line);
}
