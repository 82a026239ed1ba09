import { nextTry } from '../payment/retry-ladder';
import { effectAfterSilence } from '../payment/server-classify';
import { type Log } from '../telemetry/log';
import { type CallFailure, type CallResult, isForMerchant } from './call-result';

/** What the ladder needs of the world. `now`: epoch or monotonic milliseconds. `random`: 0 up to 1. */
export interface LadderEffects {
  readonly sleep: (delayMs: number) => Promise<void>;
  readonly now: () => number;
  readonly random: () => number;
  readonly log: Log;
}

/**
 * Runs a call, and the very same call again after 1, 2, 4, 10 and 30 seconds while its answer allows that. The caller
 * keeps the key: `call` must send the same bytes under the same key each time.
 * `budgetMs`: latest moment after the first send at which another send may begin; 0 is a single send.
 * What remains unanswered is returned with `gaveUp`; a whole ladder without an answer is told to the merchant for a
 * follow-up by hand.
 * @see seed 001; amazon-pay-server-apis.md, section 2
 */
export async function withLadder<Value>(
  call: (attempt: number) => Promise<CallResult<Value>>,
  effects: LadderEffects,
  budgetMs: number,
): Promise<CallResult<Value>> {
  const startedAtMs = effects.now();
  let wasSilent = false;
  for (let attempt = 1; ; attempt += 1) {
    const result = await call(attempt);
    if (result.ok) return { ...result, tries: attempt };
    const { failure } = result;
    const next = nextTry({
      attempt,
      elapsedMs: effects.now() - startedAtMs,
      budgetMs,
      outcome: failure.row.class,
      retryAfterMs: failure.retryAfterMs,
      random: effects.random(),
    });
    if (!next.again) {
      const gaveUp = next.reason === 'definite' ? undefined : next.reason;
      const effect = wasSilent ? effectAfterSilence(failure.effect) : failure.effect;
      return { ok: false, failure: tell({ ...failure, effect, tries: attempt, gaveUp }, effects.log) };
    }
    wasSilent ||= failure.effect === 'hold';
    effects.log.warn({ ...fieldsOf(failure), step: 'callRepeated', attempt, elapsedMs: next.delayMs });
    await effects.sleep(next.delayMs);
  }
}

function tell(failure: CallFailure, log: Log): CallFailure {
  const fields = { ...fieldsOf(failure), attempt: failure.tries };
  const isTold = isForMerchant(failure) || failure.gaveUp === 'exhausted';
  if (isTold) log.alert({ ...fields, step: 'callFailed', action: failure.row.action });
  else log.warn({ ...fields, step: 'callFailed' });
  return failure;
}

function fieldsOf({ operation, requestId, code, row, effect, reason, gaveUp }: CallFailure): {
  readonly operation: string;
  readonly requestId: string | undefined;
  readonly code: string | undefined;
  readonly row: string;
  readonly effect: string;
  readonly reason: string;
} {
  return { operation, requestId, code, row: row.row, effect, reason: gaveUp ?? reason };
}
