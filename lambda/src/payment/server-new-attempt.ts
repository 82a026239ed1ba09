import { type ServerMove } from './server-row';

/**
 * A decline that was read as definite.
 * `attempt`: number of the attempt that was declined, 1 or more. `maxAttempts`: all attempts, the first included.
 * `seen`: state of the Charge Permission, BillingAgreement or OrderReference, read after the decline.
 * `keyOf`: derives the key of an attempt from its number.
 */
export interface DeclinedAttempt {
  readonly move: ServerMove;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly seen: SeenPermission | undefined;
  readonly keyOf: (attempt: number) => string;
}

/** The object a payment stands on, with the state that was read. */
export interface SeenPermission {
  readonly object: 'ChargePermission' | 'BillingAgreement' | 'OrderReference';
  readonly state: string;
}

/** A new attempt with its own key, or why there is none. */
export type NewAttempt =
  | { readonly again: true; readonly attempt: number; readonly key: string; readonly reason: 'chargeable' }
  | {
      readonly again: false;
      readonly reason: 'declineIsFinal' | 'stateNotRead' | 'notChargeable' | 'attemptsUsed';
    };

const CHARGEABLE_STATE = {
  ChargePermission: 'chargeable',
  BillingAgreement: 'open',
  OrderReference: 'open',
} as const satisfies Record<SeenPermission['object'], string>;

/** Whether what was read may be charged at all: the permission Chargeable, the agreement or order reference Open. */
export function isChargeable({ object, state }: SeenPermission): boolean {
  return state.toLowerCase() === CHARGEABLE_STATE[object];
}

/**
 * Decides about a new payment attempt after a decline: a new key, and only when the permission was read as
 * Chargeable, the agreement or order reference as Open. Never after a time-out, a 5xx or silence.
 * @see amazon-pay-server-apis.md, section 2; outcome-table.md, rows c22, d03, d06
 */
export function newAttempt({ move, attempt, maxAttempts, seen, keyOf }: DeclinedAttempt): NewAttempt {
  if (move !== 'newAttempt') return { again: false, reason: 'declineIsFinal' };
  if (attempt >= maxAttempts) return { again: false, reason: 'attemptsUsed' };
  if (seen === undefined) return { again: false, reason: 'stateNotRead' };
  if (!isChargeable(seen)) return { again: false, reason: 'notChargeable' };
  return { again: true, attempt: attempt + 1, key: keyOf(attempt + 1), reason: 'chargeable' };
}
