import type { ConnectionAnswer, ConsentState } from '../contract';
import { isSendRequest } from './check-directives';
import { realTimer } from './call-skill';
import { printComplaint, error } from './complaint';
import type { DeviceOptions, Exchange } from './device-types';
import { buildEnvelope, newEchoId, type EnvelopeFacts } from './envelope';
import { connectionErrand, intentErrand, sessionEndedErrand, type Errand, type OpenSession } from './errand';
import { exchangeWithSkill, type ExchangeResult, type SkillLine } from './exchange';

/** What changes while the device is used. */
export interface DeviceState {
  session: OpenSession | undefined;
  consent: ConsentState;
  readonly lateAnswers: ConnectionAnswer[];
}

/** The exchanges of one chain, and complaints that belong to no single exchange. */
export interface PlayedChain {
  readonly exchanges: readonly Exchange[];
  readonly complaints: readonly string[];
}

const MOST_DIRECTIVES = 10;
const DEFAULT_GIVEN_NAME = 'はなこ';

function skillLine({ skill, model, buyer, effects }: DeviceOptions): SkillLine {
  const { personId, givenName = DEFAULT_GIVEN_NAME } = buyer;
  const person = {
    givenName,
    ...(personId !== undefined && { personId }),
    // Read for each answer: a device of the console is given a screen while it is there.
    get hasScreen() {
      return buyer.hasScreen === true;
    },
  };
  return { skill, model, person, setTimer: effects.setTimer ?? realTimer };
}

function envelopeFacts(options: DeviceOptions): EnvelopeFacts {
  const {
    skillId,
    buyer,
    effects,
    locale = 'ja-JP',
    apiEndpoint = 'https://api.fe.amazonalexa.com',
  } = options;
  return { skillId, buyer, effects, locale, apiEndpoint };
}

/**
 * Makes the player of one device: it sends the first request and then everything that follows from the answers
 * (directives to Amazon Pay, its answers in new sessions, the end of a failed session) until nothing is left.
 * At most 10 directives are carried out in one chain. The player changes `state`.
 * @see alexa-amazon-pay.md, sections 1 and 6
 */
export function createTurnPlayer(
  options: DeviceOptions,
  state: DeviceState,
): (first: Errand) => Promise<PlayedChain> {
  const line = skillLine(options);
  const facts = envelopeFacts(options);

  const sessionFor = ({ session }: Errand): { readonly session: OpenSession; readonly isNew: boolean } => {
    if (session.kind === 'ended') return { session: session.session, isNew: false };
    if (session.kind === 'open' && state.session !== undefined)
      return { session: state.session, isNew: false };
    const attributes = session.kind === 'new' ? session.attributes : {};
    const sessionId = newEchoId('session', options.effects.random);
    return { session: { sessionId, ...(attributes && { attributes }) }, isNew: true };
  };

  const send = async (
    errand: Errand,
  ): Promise<{ readonly result: ExchangeResult; readonly session: OpenSession }> => {
    const { session, isNew } = sessionFor(errand);
    const { sessionId, attributes } = session;
    const envelope = buildEnvelope(facts, {
      type: errand.type,
      fields: errand.fields,
      session: { sessionId, isNew, ...(attributes && { attributes }) },
      consent: state.consent,
    });
    const request = { type: errand.type, envelope, ...(errand.intent && { intent: errand.intent }) };
    return { result: await exchangeWithSkill(request, line), session };
  };

  /** Keeps or closes the session by the answer, and lists what has to be sent next. */
  const settle = (errand: Errand, result: ExchangeResult, session: OpenSession): readonly Errand[] => {
    state.session = undefined;
    if ('failure' in result) {
      return errand.type === 'SessionEndedRequest' ? [] : [sessionEndedErrand(session, result.failure)];
    }
    const { accepted, move, exchange } = result;
    if (!accepted.keepsSessionOpen) return [];
    const prompt = exchange.deviceSpeech;
    const reprompt = prompt === undefined ? accepted.reprompt : { text: prompt };
    state.session = {
      sessionId: session.sessionId,
      attributes: accepted.sessionAttributes,
      ...(move?.kind === 'wait' && { step: move.step }),
      ...(reprompt && { reprompt }),
    };
    return move?.kind === 'completed'
      ? [intentErrand({ intent: move.intent, dialogState: 'COMPLETED' }, 'open')]
      : [];
  };

  const askAmazonPay = async (directive: unknown): Promise<readonly Errand[]> => {
    const { buyer, stage, amazonPay } = options;
    const deliveries = await amazonPay.connect(directive, {
      userId: buyer.userId,
      stage,
      consent: state.consent,
    });
    for (const { when, answer } of deliveries) if (when === 'late') state.lateAnswers.push(answer);
    return deliveries.filter(({ when }) => when === 'now').map(({ answer }) => connectionErrand(answer));
  };

  return async (first) => {
    const exchanges: Exchange[] = [];
    const waiting: Errand[] = [first];
    let directives = 0;
    for (let errand = waiting.shift(); errand !== undefined; errand = waiting.shift()) {
      const { result, session } = await send(errand);
      exchanges.push(result.exchange);
      const next = settle(errand, result, session);
      const sendRequest = result.exchange.directives.find(isSendRequest);
      if (sendRequest !== undefined || (next.length > 0 && 'accepted' in result)) directives += 1;
      if (directives > MOST_DIRECTIVES) {
        state.session = undefined;
        const complaint = error('more than 10 directives follow one another in one turn: stopped');
        return { exchanges, complaints: [printComplaint(complaint)] };
      }
      waiting.unshift(...next);
      if (sendRequest !== undefined) waiting.push(...(await askAmazonPay(sendRequest)));
    }
    return { exchanges, complaints: [] };
  };
}
