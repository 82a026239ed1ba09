import { type ServerOutcome } from '../payment/server-row';
import { type Changes } from './change-order';
import { withFollowUp } from './follow-up';
import { type Finalization, type Order } from './order';
import { type ChargeResult, consequencesOf, stateAfter } from './outcome-changes';
import { type OrderState } from './state-table';

/** What one answer about a finalized session says, wherever it came from. Ids may be absent. */
export interface FinalizeResult extends Pick<ChargeResult, 'told' | 'nowMs'> {
  readonly outcome: ServerOutcome;
  readonly chargePermissionId?: string | undefined;
  readonly chargeId?: string | undefined;
  /** When an authorization that is not captured ends, epoch milliseconds. */
  readonly expiresAtMs?: number | undefined;
}

/**
 * The state and the fields that a result of the last finalization changes, in one conditional write: result with both of
 * Amazon's ids, follow-up entries, outbox.
 * @see seed 002 (store ChargeId and ChargePermissionId); outcome-table.md, section 4; money-safety.md, section 3
 */
export function changesOfFinalization(
  order: Order,
  result: FinalizeResult,
): { readonly state: OrderState; readonly changes: Changes } {
  const { outcome, told, nowMs } = result;
  // A completed Confirm: the permission is there, nothing was charged.
  const state = outcome.effect === 'none' ? 'CHARGEABLE' : stateAfter(outcome.effect, 'AWAITING_PAYMENT');
  const consequences = consequencesOf(order, state, { outcome, told, nowMs });
  const followUps = consequences.followUps ?? order.followUps;
  const entry = { kind: 'merchantAlert', row: outcome.row.row, reason: outcome.reason, nowMs } as const;
  return {
    state,
    changes: {
      finalizations: withResult(order.finalizations, result),
      ...consequences,
      ...(outcome.row.alert === 'each' ? { followUps: withFollowUp({ followUps }, entry) } : {}),
    },
  };
}

function withResult(finalizations: readonly Finalization[], answer: FinalizeResult): Finalization[] {
  const last = finalizations.at(-1);
  if (last === undefined) return [];
  const { outcome, nowMs } = answer;
  const before = last.result;
  const result = {
    effect: outcome.effect,
    row: outcome.row.row,
    reason: outcome.reason,
    answeredAtMs: nowMs,
    // Ids once known stay known: an answer without them must not cut the way back to the charge.
    chargePermissionId: answer.chargePermissionId ?? before?.chargePermissionId,
    chargeId: answer.chargeId ?? before?.chargeId,
    expiresAtMs: answer.expiresAtMs ?? before?.expiresAtMs,
  };
  return [...finalizations.slice(0, -1), { ...last, result }];
}
