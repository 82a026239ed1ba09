import { type HandlerInput, type RequestHandler, type Skill, SkillBuilders } from 'ask-sdk-core';
import { type Response } from 'ask-sdk-model';
import { type Answer, respond } from './alexa/respond';
import { readTurn, type Turn } from './alexa/turn';
import { answerToFault } from './handlers/fault';
import { type Handler, type SkillDeps, type Visit } from './handlers/handler';
import { HANDLERS } from './handlers/registry';
import { findStateFaults } from './orders/check-states';
import { withDeadline } from './orders/deadline-store';
import { errorFields } from './telemetry/error-fields';

/**
 * Builds the skill on the ASK SDK: each request is parsed once, the first handler that can answers, and whatever goes
 * wrong becomes a Japanese apology that says what happened to the order. The same skill runs on Lambda and Express.
 * `deps`: settings, goods and effects; nothing is reached for anywhere else.
 * @throws Error when the order states are not sound: no order may be taken then
 */
export function createSkill(deps: SkillDeps): Skill {
  const faults = findStateFaults();
  if (faults.length > 0) throw new Error(`the order states are not sound: ${faults.join('; ')}`);
  const turns = new WeakMap<object, StartedTurn>();
  const started = ({ requestEnvelope }: HandlerInput): StartedTurn => {
    const known = turns.get(requestEnvelope);
    if (known !== undefined) return known;
    const startedAtMs = deps.now();
    const store = withDeadline(deps.store, { deadlineAtMs: startedAtMs + TURN_BUDGET_MS, now: deps.now });
    const visit = { turn: readTurn(requestEnvelope, deps.config.tokenSecret), deps: { ...deps, store } };
    turns.set(requestEnvelope, { ...visit, startedAtMs });
    return { ...visit, startedAtMs };
  };
  const say = (input: HandlerInput, answer: Answer): Response => {
    const { turn, startedAtMs } = started(input);
    logTurn(deps, turn, startedAtMs);
    if (SILENT_REQUESTS.includes(turn.requestType)) return {};
    const { personId, hasScreen, locale } = turn;
    const { merchantName, sells, orderExample, translations } = deps.shop;
    const shop = { merchantName, sells, orderExample, words: translations[locale] };
    return respond(input, answer, { ...shop, locale, personId, hasScreen });
  };
  const asRequestHandler = (handler: Handler): RequestHandler => ({
    canHandle: (input) => handler.canHandle(started(input).turn),
    handle: async (input) => say(input, await handler.handle(started(input))),
  });
  return SkillBuilders.custom()
    .addRequestHandlers(...HANDLERS.map(asRequestHandler))
    .addErrorHandler(
      () => true,
      (input, error) => {
        const { turn } = started(input);
        deps.log.alert({
          step: 'turnFailed',
          requestId: turn.requestId,
          requestType: turn.requestType,
          intent: turn.intent?.name,
          action: 'Read code and frames; storeUnavailable means DynamoDB did not answer.',
          ...errorFields(error),
        });
        return say(input, answerToFault(turn));
      },
    )
    .create();
}

/** Alexa takes no words for them; an open conversation goes on as if they had not come. */
const SILENT_REQUESTS: readonly string[] = ['SessionEndedRequest', 'Alexa.Presentation.APL.RuntimeError'];

/** Alexa waits 8 s; what is left after this is for the way back. @see money-safety.md, section 5 */
const TURN_BUDGET_MS = 6500;

interface StartedTurn extends Visit {
  readonly startedAtMs: number;
}

function logTurn({ log, now }: SkillDeps, turn: Turn, startedAtMs: number): void {
  const { requestId, requestType, intent } = turn;
  log.info({ step: 'turn', requestId, requestType, intent: intent?.name, elapsedMs: now() - startedAtMs });
}
