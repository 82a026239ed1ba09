import { type OrderEffect, rowOf } from './code-row';
import { BUYER_CODES } from './codes/server-buyer-codes';
import { CV2_CODES } from './codes/server-cv2-codes';
import { FAULT_ROWS, STATUS_ROWS } from './codes/server-fault-rows';
import { MWS_CODES } from './codes/server-mws-codes';
import { type CallKind, type Channel, type ServerOutcome, type ServerRow } from './server-row';

/** A refusal as a server wrote it. `code` is undefined where the body had none (gateway page, empty body). */
export interface ServerRefusal {
  readonly channel: Channel;
  readonly kind: CallKind;
  readonly httpStatus: number;
  readonly code: string | undefined;
}

const CODES: Readonly<Record<Channel, Readonly<Record<string, ServerRow>>>> = {
  cv2: CV2_CODES,
  mws: MWS_CODES,
  buyer: BUYER_CODES,
};

/**
 * Decides what an error answer of a server API means: by its code, else by its HTTP status, else unknown. The code
 * wins over a status that does not fit it. A code without a row is never repeated and never paid.
 * @see outcome-table.md, section 6 (rules 4 to 7)
 */
export function classifyRefusal({ channel, kind, httpStatus, code }: ServerRefusal): ServerOutcome {
  if (code !== undefined) {
    const row = findRow(CODES[channel], spelling(channel, code));
    return outcomeOf(row ?? FAULT_ROWS.unknownCode, kind, row === undefined ? 'unknownCode' : 'code');
  }
  const row = findRow(STATUS_ROWS, String(httpStatus));
  return outcomeOf(row ?? FAULT_ROWS.unknownCode, kind, row === undefined ? 'unknownStatus' : 'status');
}

/** Decides what a fault means that left no readable answer, or kept the request from being sent. */
export function classifyFault(fault: keyof typeof FAULT_ROWS, kind: CallKind): ServerOutcome {
  return outcomeOf(FAULT_ROWS[fault], kind, fault);
}

/**
 * What a refusal of a repetition does to the order when an earlier send went unanswered: that one may have moved the
 * money before the repetition was refused, so "nothing happened" becomes "unknown". Decisions about the key itself (a
 * decline, a result) stay.
 * @see money-safety.md, section 5
 */
export function effectAfterSilence(effect: OrderEffect): OrderEffect {
  return effect === 'keep' || effect === 'keepRefused' || effect === 'keepNotProcessed' ? 'hold' : effect;
}

/** A read cannot change an order. */
function outcomeOf(row: ServerRow, kind: CallKind, reason: string): ServerOutcome {
  return { row, effect: kind === 'read' ? 'none' : row.effect, reason };
}

function findRow(table: Readonly<Record<string, ServerRow>>, code: string): ServerRow | undefined {
  return rowOf(table, code) === undefined ? undefined : table[code];
}

function spelling(channel: Channel, code: string): string {
  const trimmed = code.trim();
  return channel === 'buyer' ? trimmed.replaceAll('_', '').toLowerCase() : trimmed;
}
