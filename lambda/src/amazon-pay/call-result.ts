import { type OrderEffect } from '../payment/code-row';
import { type OperationRefusal } from '../payment/object-machine';
import { type ServerRow } from '../payment/server-row';

/** Who named the id that a call is about: a browser may make one up. Absent: our own records, or Amazon Pay. */
export type IdSource = 'browser';

/**
 * A call that brought no usable answer. No body, header or network text is in it.
 * `stage`: `notSent` held back by us, `noAnswer` nothing readable came, `refused` an error answer, `differs` an answer
 * about something else. `effect`: what it means for the order, earlier sends of the same call included.
 * `row.action` says what to do, `row.setting` which setting to mend. `gaveUp`: repetitions ended without a result, a
 * person follows up.
 */
export interface CallFailure {
  readonly stage: 'notSent' | 'noAnswer' | 'refused' | 'differs';
  readonly operation: string;
  readonly row: ServerRow;
  readonly effect: OrderEffect;
  readonly reason: string;
  readonly httpStatus?: number | undefined;
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly tries: number;
  readonly gaveUp?: 'exhausted' | 'budget' | undefined;
  readonly idFrom?: IdSource | undefined;
  readonly operationRefusal?: OperationRefusal | undefined;
}

/**
 * Decides whether the merchant is told at once about a failed call: as its row says, but not about a wrong id that a
 * browser named, else anybody with a link could raise alerts at will.
 */
export function isForMerchant({ row, idFrom }: Pick<CallFailure, 'row' | 'idFrom'>): boolean {
  return row.alert === 'each' && !(row.isWrongId === true && idFrom === 'browser');
}

/**
 * What a call came to. A value never means paid by itself: the outcome functions of `payment/` judge it.
 * `tries`: sends, the first included.
 */
export type CallResult<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      readonly httpStatus: number;
      readonly requestId: string | undefined;
      readonly tries: number;
    }
  | { readonly ok: false; readonly failure: CallFailure };
