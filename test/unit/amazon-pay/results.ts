import { type CallFailure, type CallResult } from '../../../lambda/src/amazon-pay/call-result';

/** The value of a call that has to have one. */
export function valueOf<Value>(result: CallResult<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** The failure of a call that has to fail. */
export function failureOf(result: CallResult<unknown>): CallFailure {
  if (result.ok) throw new Error('it was not refused');
  return result.failure;
}
