import { type ServerMove, type ServerRow } from './server-row';

/** What a state row says beside its id and name; the rest follows from these. */
export interface StateFacts extends Partial<Omit<ServerRow, 'effect' | 'move' | 'action'>> {
  readonly effect: ServerRow['effect'];
  readonly move: ServerMove;
  readonly action: string;
}

const CLASS_OF_MOVE = {
  done: 'ok',
  wait: 'ok',
  retrySameKey: 'sameKeyRetry',
  readObject: 'newAttemptAfterStateCheck',
  correctAddress: 'newAttemptAfterStateCheck',
  newAttempt: 'newAttemptAfterStateCheck',
  askBuyer: 'buyerMustAct',
  otherWay: 'terminal',
  mendSetting: 'merchantMustFix',
  handToPerson: 'terminal',
} as const satisfies Record<ServerMove, ServerRow['class']>;

const NEXT_OF_EFFECT = {
  none: 'promiseResult',
  keep: 'apologise',
  keepRefused: 'apologise',
  keepNotProcessed: 'apologise',
  hold: 'sayChecking',
  human: 'sayChecking',
  paid: 'confirmOrder',
  authorized: 'promiseResult',
  pending: 'promiseResult',
  declinedSoft: 'sayDeclined',
  declinedHard: 'sayDeclined',
  declinedBySoftDecline: 'sayDeclined',
} as const satisfies Record<ServerRow['effect'], ServerRow['next']>;

/** Builds the row of a state and reason; class and next word follow from move and effect unless given. */
export function stateRow(row: string, code: string, facts: StateFacts): ServerRow {
  return {
    row,
    code,
    source: 'Amazon Pay server APIs, object states',
    httpStatus: '200',
    handledBy: 'merchant',
    class: CLASS_OF_MOVE[facts.move],
    prompt: null,
    pageMessage: null,
    next: NEXT_OF_EFFECT[facts.effect],
    alert: facts.effect === 'human' ? 'each' : 'never',
    ...facts,
  };
}
