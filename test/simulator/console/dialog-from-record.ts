import type { Order } from '../../../lambda/src/orders/order';
import type { Turn } from '../alexa/device';
import type { PlayedTurn } from '../player/conversation';
import type { OwnNumbers } from '../player/match-words';
import { DIALOG_SHOP_URL } from '../player/shop-house';
import { readAnswers, readDirectives } from '../player/wire';
import { writeSidecar } from '../player/write-sidecar';
import { buyerOfSidecar, changesBetween } from './dialog-changes';
import type { ConversationPart, ConversationStep } from './conversation';
import type { SaveWarning } from './wire';

/** A part of the conversation with everything that is known at its end. */
export interface ConversationRecord extends ConversationPart {
  readonly skillId: string;
  /** Names of scenarios that met no directive at all. */
  readonly stillArmed: readonly string[];
  readonly lateAnswers: number;
  /** All orders of the buyer, the newest last. */
  readonly orders: readonly Order[];
  /** Whole yen, oldest first. */
  readonly capturesYen: readonly number[];
  /** Numbers, codes and deadlines of the orders. */
  readonly own: OwnNumbers;
  /** Settings without which a replay would go differently. */
  readonly environment: Readonly<Record<string, string>>;
  /** Address of this shop; in a replay the shop has another one. */
  readonly shopUrl: string | undefined;
}

/** The two files of a dialog before they are written. `warnings`: why a replay may go differently. */
export interface RecordedDialog {
  readonly replay: string;
  readonly sidecar: string;
  readonly warnings: readonly SaveWarning[];
}

type TurnStep = Extract<ConversationStep, { kind: 'turn' }>;
type NoteStep = Extract<ConversationStep, { kind: 'note' }>;

/** One spoken turn with what came before it: changes, and late answers that a replay gets with the utterance. */
interface SpokenTurn {
  readonly turn: Turn;
  readonly notes: readonly NoteStep[];
  /** Time since the turn before, in milliseconds. */
  readonly pausedMs: number;
}

/** Turns what happened into a replay file of `ask dialog` and a sidecar that expects it to happen again. */
export function dialogFromRecord(title: string, record: ConversationRecord): RecordedDialog {
  const { steps, start, orders, capturesYen, skillId, own, environment, shopUrl } = record;
  const spoken = spokenTurns(steps);
  const changes = changesBefore(spoken, record);
  const replay = {
    skillId,
    locale: 'ja-JP',
    type: 'text',
    userInput: [...spoken.map(({ turn }) => turn.utterance), '.quit'],
  };
  const sidecar = writeSidecar({
    title,
    buyer: buyerOfSidecar(start),
    ...(Object.keys(environment).length > 0 && { environment }),
    turns: spoken.map(({ turn }, index) => ({ played: playedTurn(turn, index), before: changes[index] })),
    ending: { orders: orders.map(beforeBackground), capturesYen, unusedScenarios: [], own },
  });
  return {
    replay: `${JSON.stringify(replay, undefined, 2)}\n`,
    sidecar: shopUrl === undefined ? sidecar : sidecar.replaceAll(shopUrl, DIALOG_SHOP_URL),
    warnings: warningsOf(record),
  };
}

/** The background confirms a paid order a moment later; in a replay it does not work. */
function beforeBackground(order: Order): Order {
  return order.state === 'CONFIRMED' ? { ...order, state: 'PAID' } : order;
}

function playedTurn(turn: Turn, index: number): PlayedTurn {
  const { exchanges } = turn;
  const [directives, answers] = [readDirectives(exchanges), readAnswers(exchanges)];
  const own = { orderIds: [], checkoutCodes: [], deadlines: [] };
  return { no: index + 1, turn, directives, answers, forced: [], notes: [], own };
}

/** From the last turn back, so that a scenario that waited in vain is the one that was armed last. */
function changesBefore(
  spoken: readonly SpokenTurn[],
  { stillArmed, start }: ConversationRecord,
): readonly ReturnType<typeof changesBetween>[] {
  const unused = [...stillArmed];
  return spoken
    .map(({ notes, pausedMs }, index) => ({ notes, pausedMs, armedBefore: index === 0 ? start.armed : [] }))
    .reverse()
    .map((gap) => changesBetween({ ...gap, unused }))
    .reverse();
}

function spokenTurns(steps: readonly ConversationStep[]): readonly SpokenTurn[] {
  const spoken: SpokenTurn[] = [];
  let notes: NoteStep[] = [];
  let lateTurns: Turn[] = [];
  let before: TurnStep | undefined;
  for (const step of steps) {
    if (step.kind === 'note') notes.push(step);
    else if ('late' in step.turn.understood) lateTurns.push(step.turn);
    else if (!('silence' in step.turn.understood)) {
      const pausedMs = before === undefined ? 0 : step.startedAtMs - before.startedAtMs;
      spoken.push({ turn: joinTurns(lateTurns, step.turn), notes, pausedMs });
      before = step;
      notes = [];
      lateTurns = [];
    }
  }
  return spoken;
}

function joinTurns(lateTurns: readonly Turn[], turn: Turn): Turn {
  const all = [...lateTurns, turn];
  return {
    ...turn,
    exchanges: all.flatMap(({ exchanges }) => exchanges),
    complaints: all.flatMap(({ complaints }) => complaints),
  };
}

function warningsOf({ steps, start, orders, lateAnswers }: ConversationRecord): readonly SaveWarning[] {
  const turns = steps.filter((step) => step.kind === 'turn');
  const notes = steps.filter((step) => step.kind === 'note').map(({ note }) => note);
  const heard = turns.map(({ turn }) => turn.understood);
  const last = heard.at(-1);
  const startedAtMs = turns[0]?.startedAtMs ?? Number.POSITIVE_INFINITY;
  const found: readonly (readonly [SaveWarning, boolean])[] = [
    ['nothingSaid', turns.length === 0],
    ['ordersBefore', orders.some(({ createdAtMs }) => createdAtMs < startedAtMs)],
    ['silence', heard.some((one) => 'silence' in one)],
    ['lateAnswers', lateAnswers > 0 || (last !== undefined && 'late' in last)],
    ['speaker', notes.includes('speaker')],
    ['skillFault', notes.includes('skillFault')],
    ['disarmed', notes.includes('disarmed')],
    ['noEmail', start.buyer.email === undefined],
    ['background', orders.some(({ untold, reconciling }) => untold || reconciling !== undefined)],
  ];
  return found.flatMap(([warning, is]) => (is ? [warning] : []));
}
