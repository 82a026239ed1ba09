import type { Device, DeviceOptions, Turn, TurnUnderstanding } from './device-types';
import { connectionErrand, intentErrand, launchErrand, sessionEndedErrand, type Errand } from './errand';
import { hear, understandFreshly, type Ear } from './hear';
import { writeIntent } from './intent-json';
import { parseInvocation, withoutWakeWord, type Invocation } from './invocation';
import type { Speech } from './read-speech';
import { createTurnPlayer, type DeviceState, type PlayedChain } from './turn-player';
import { understandingOf } from './understand';

export type * from './device-types';

interface Plan {
  readonly understood: TurnUnderstanding;
  readonly errand?: Errand;
}

/** The first way to take the request apart that means something wins. */
function planOneShot({ requests }: Extract<Invocation, { kind: 'oneShot' }>, ear: Ear): Plan {
  const understood =
    requests
      .map((request) => ear.understanding.intentOf(request, 'known'))
      .find((found) => found !== undefined) ?? understandFreshly(requests[0] ?? '', ear.understanding);
  const inDialogModel = ear.model.dialogIntents.some(({ name }) => name === understood.intent);
  const intent = writeIntent(understood, ear);
  const heard = inDialogModel ? { intent, dialogState: 'STARTED' } : { intent };
  return { understood, errand: intentErrand(heard, 'new') };
}

function planUtterance(utterance: string, state: DeviceState, ear: Ear): Plan {
  const invocation = parseInvocation(utterance, ear.model.invocationName);
  if (invocation?.kind === 'launch') return { understood: { launch: true }, errand: launchErrand };
  if (invocation !== undefined) return planOneShot(invocation, ear);
  if (state.session === undefined) return { understood: { notInvoked: true } };
  const heard = hear(withoutWakeWord(utterance), state.session.step, ear);
  return { understood: heard.understood, errand: intentErrand(heard, 'open') };
}

/** Lets calls run one after the other: a buyer has one mouth. */
function createQueue(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const run = last.then(job);
    last = run.catch(() => undefined);
    return run;
  };
}

/**
 * Makes a simulated Alexa speaker that talks to one skill. Without a session only the
 * invocation name reaches the skill; a Connections.SendRequest closes the session, and each answer of Amazon Pay
 * comes in a new session without attributes (the last one opened wins). Invoking the skill again replaces an open
 * session without a word to the skill. Held-back answers arrive before the next
 * utterance, or by `deliverLate()` alone when `holdLateAnswers` is set.
 * @see alexa-amazon-pay.md, sections 1, 4 and 6; ask-cli.md, section 8
 */
export function createDevice(options: DeviceOptions): Device {
  const { model, skillId, holdLateAnswers = false } = options;
  const state: DeviceState = { session: undefined, consent: options.buyer.consent, lateAnswers: [] };
  const ear: Ear = { model, skillId, understanding: understandingOf(model) };
  const play = createTurnPlayer(options, state);
  const inOrder = createQueue();

  const turnOf = (
    said: {
      readonly utterance: string;
      readonly understood: TurnUnderstanding;
      readonly reprompted?: Speech;
    },
    { exchanges, complaints }: PlayedChain,
  ): Turn => ({
    ...said,
    exchanges,
    sessionOpen: state.session !== undefined,
    complaints: [...exchanges.flatMap((exchange) => exchange.complaints), ...complaints],
  });

  /** Delivers what is held back now; an answer held back meanwhile waits for the next time. */
  const playLate = async <T>(finish: (chain: PlayedChain) => T): Promise<readonly T[]> => {
    const finished: T[] = [];
    for (const answer of state.lateAnswers.splice(0))
      finished.push(finish(await play(connectionErrand(answer))));
    return finished;
  };

  const say: Device['say'] = async (utterance, { newSession = false } = {}) => {
    const before = holdLateAnswers ? [] : await playLate((chain) => chain);
    if (newSession) state.session = undefined;
    const { understood, errand } = planUtterance(utterance, state, ear);
    const played = errand === undefined ? [] : [await play(errand)];
    const chains = [...before, ...played];
    const all = {
      exchanges: chains.flatMap(({ exchanges }) => exchanges),
      complaints: chains.flatMap(({ complaints }) => complaints),
    };
    return turnOf({ utterance, understood }, all);
  };

  const silence: Device['silence'] = async () => {
    const understood = { silence: true } as const;
    const { session } = state;
    if (session === undefined)
      return turnOf({ utterance: '', understood }, { exchanges: [], complaints: [] });
    state.session = undefined;
    const { reprompt } = session;
    const said = { utterance: '', understood, ...(reprompt && { reprompted: reprompt }) };
    return turnOf(said, await play(sessionEndedErrand(session)));
  };

  const deliverLate: Device['deliverLate'] = () =>
    playLate((chain) => turnOf({ utterance: '', understood: { late: true } }, chain));

  return {
    say: (utterance, sayOptions) => inOrder(() => say(utterance, sayOptions)),
    silence: () => inOrder(silence),
    deliverLate: () => inOrder(deliverLate),
    setConsent: (consent) => {
      state.consent = consent;
    },
    get sessionOpen() {
      return state.session !== undefined;
    },
  };
}
