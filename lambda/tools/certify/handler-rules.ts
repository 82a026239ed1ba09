import { type Turn } from '../../src/alexa/turn';
import { type Answering, type AskProject } from './project';
import { type Fault, type Rule } from './rule';

const REGISTRY_FILE = 'lambda/src/handlers/registry.ts';

/** Requests that are no intent, and what each is: all of them reach a custom skill that is paid and shows screens. */
const REQUEST_TYPES = {
  LaunchRequest: 'the skill is opened',
  SessionEndedRequest: 'the session is over',
  'Connections.Response': 'Amazon Pay answers',
  'Alexa.Presentation.APL.RuntimeError': 'a screen could not be shown',
} as const;

/** Stands for what nobody knows yet; only the last handler may answer it. */
const UNKNOWN_REQUEST = 'Some.FutureRequest';

/** What the model understands has a handler, and no handler waits in vain. */
export const HANDLER_RULES: readonly Rule[] = [
  {
    id: 'intents-handled',
    severity: 'error',
    when: 'always',
    source: 'Amazon: certification of custom skills (every intent works)',
    find: (project) =>
      intentNames(project)
        .filter((name) => isLeftOver(project.handlers, intentTurn(name)))
        .map((name) => ({
          file: REGISTRY_FILE,
          fix: `add a handler for the intent ${name}, or take it out of the models`,
        })),
  },
  {
    id: 'requests-handled',
    severity: 'error',
    when: 'always',
    source: 'Amazon: Request Types Reference (SessionEndedRequest is answered, Connections.Response taken)',
    find: ({ handlers }) =>
      Object.entries(REQUEST_TYPES)
        .filter(([type]) => isLeftOver(handlers, requestTurn(type)))
        .map(([type, what]) => ({ file: REGISTRY_FILE, fix: `add a handler for ${type}: ${what}` })),
  },
  {
    id: 'handlers-reachable',
    severity: 'error',
    when: 'always',
    source: 'this product: the first handler that can answers, so none may stand in the shade of another',
    find: findUnreached,
  },
];

function findUnreached(project: AskProject): readonly Fault[] {
  const turns = [
    ...intentNames(project).map(intentTurn),
    ...[...Object.keys(REQUEST_TYPES), UNKNOWN_REQUEST].map(requestTurn),
  ];
  const reached = new Set(turns.map((turn) => answering(project.handlers, turn)));
  return project.handlers
    .filter((handler) => !reached.has(handler))
    .map(({ name }) => ({
      file: REGISTRY_FILE,
      fix: `let the handler ${name} be reached: add its intent to the models, put it before the one that takes its requests, or take it out`,
    }));
}

function intentNames({ locales }: AskProject): readonly string[] {
  return [...new Set(locales.flatMap(({ model }) => model?.intents.map(({ name }) => name) ?? []))];
}

/** Whether nobody answers a turn but the handler that answers whatever comes. */
function isLeftOver(handlers: readonly Answering[], turn: Turn): boolean {
  const found = answering(handlers, turn);
  return found === undefined || found === answering(handlers, requestTurn(UNKNOWN_REQUEST));
}

function answering(handlers: readonly Answering[], turn: Turn): Answering | undefined {
  return handlers.find((handler) => handler.canHandle(turn));
}

const EMPTY = { spoken: undefined, id: undefined } as const;

function intentTurn(name: string): Turn {
  return { ...requestTurn('IntentRequest'), intent: { name, slots: { product: EMPTY, quantity: EMPTY } } };
}

function requestTurn(requestType: string): Turn {
  return {
    requestId: 'certify',
    requestType,
    newSession: true,
    buyerKey: 'certify',
    locale: 'ja-JP',
    personId: undefined,
    hasScreen: false,
    consentGranted: false,
    profile: undefined,
    session: {},
    intent: undefined,
    request: {},
  };
}
