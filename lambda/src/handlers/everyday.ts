import { type Answer } from '../alexa/respond';
import { type Turn } from '../alexa/turn';
import { line, type Line } from '../voice/line';
import { whatWouldYouLike } from '../voice/replies/goods';
import { forIntent, forRequestType, type Handler } from './handler';

/** Explains what the skill can do, and comes back to the open question. */
export const helpHandler: Handler = {
  name: 'AMAZON.HelpIntent',
  canHandle: forIntent('AMAZON.HelpIntent'),
  handle: ({ turn }) => Promise.resolve(backToQuestion(turn, [line('help')])),
};

/** What was said is no intent of ours: says so and comes back to the open question. */
export const fallbackHandler: Handler = {
  name: 'AMAZON.FallbackIntent',
  canHandle: forIntent('AMAZON.FallbackIntent'),
  handle: ({ turn }) => Promise.resolve(backToQuestion(turn, [line('notUnderstood')])),
};

/** Says the last words again. */
export const repeatHandler: Handler = {
  name: 'AMAZON.RepeatIntent',
  canHandle: forIntent('AMAZON.RepeatIntent'),
  handle: ({ turn }) => Promise.resolve(lastWords(turn) ?? whatWouldYouLike()),
};

/** Says goodbye. The cart is durable, so nothing is lost. */
export const stopHandler: Handler = {
  name: 'AMAZON.StopIntent',
  canHandle: forIntent('AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'),
  handle: () => Promise.resolve({ speech: [line('farewell')] }),
};

/** The session is over: Alexa takes no words, no card and no directive any more. */
export const sessionEndedHandler: Handler = {
  name: 'SessionEndedRequest',
  canHandle: forRequestType('SessionEndedRequest'),
  handle: () => Promise.resolve({ speech: [] }),
};

/** The device could not show a screen: the words were said all the same, so only the log hears of it. */
export const screenFaultHandler: Handler = {
  name: 'Alexa.Presentation.APL.RuntimeError',
  canHandle: forRequestType('Alexa.Presentation.APL.RuntimeError'),
  handle: ({ turn, deps }) => {
    deps.log.warn({ step: 'screenNotShown', requestId: turn.requestId });
    return Promise.resolve({ speech: [] });
  },
};

/** Requests and intents that this skill does not know: answered politely, never with an error. */
export const unknownRequestHandler: Handler = {
  name: 'unknown',
  canHandle: () => true,
  handle: ({ turn }) =>
    Promise.resolve(
      turn.intent === undefined
        ? { speech: [line('notSupported')] }
        : backToQuestion(turn, [line('notSupported')]),
    ),
};

function lastWords({ session: { said, question } }: Turn): Answer | undefined {
  return said === undefined ? undefined : { ...said, question };
}

/** The reprompt names the answers; with nothing asked, the buyer is asked what to order. */
function backToQuestion({ session: { said, question } }: Turn, before: readonly Line[]): Answer {
  const reprompt = said?.reprompt;
  return reprompt === undefined
    ? whatWouldYouLike(before)
    : { speech: [...before, ...reprompt], reprompt, question };
}
