/** A definite "no" of Amazon Pay, before it becomes an answer. */
import { ERRORS, type ErrorCode } from './error-codes-table';

/** Code and message of an error answer; nothing moved and nothing is recorded under the reference id. */
export interface Refusal {
  readonly status: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Makes the refusal of a documented code.
 * `message` replaces the code's ordinary sentence (1-Click variants).
 */
export function refuse(code: ErrorCode, message: string = ERRORS[code].message): Refusal {
  return { status: ERRORS[code].status, code, message };
}

/** Makes InvalidParameterValue, naming the parameter by its path (`billingAgreementAttributes.sellerNote`). */
export function refuseParameter(path: string): Refusal {
  const { status, message } = ERRORS.InvalidParameterValue;
  return { status, code: 'InvalidParameterValue', message: message.replace('%', path) };
}

/** A check that passes (`undefined`) or refuses. */
export type Rule<Situation> = (situation: Situation) => Refusal | undefined;

/** The first refusal of the rules in their order; `undefined` when all pass. */
export function firstRefusal<Situation>(
  rules: readonly Rule<Situation>[],
  situation: Situation,
): Refusal | undefined {
  for (const rule of rules) {
    const refusal = rule(situation);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** A list of rules about one kind of situation. */
export function rulesOf<Situation>(...rules: readonly Rule<Situation>[]): readonly Rule<Situation>[] {
  return rules;
}
