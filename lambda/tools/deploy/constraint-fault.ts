import type { StackParameter } from './stack-template';

/**
 * Why CloudFormation would refuse a value for a parameter, as the end of a sentence; undefined: it would not. A pattern
 * has to fit the whole value; one that only Java understands is left to CloudFormation.
 * @see CloudFormation, Parameters (Type Number, MinValue, MaxValue, AllowedPattern)
 */
export function constraintFault(parameter: StackParameter, value: string): string | undefined {
  const { Type, AllowedPattern, MinValue = -Infinity, MaxValue = Infinity } = parameter;
  if (Type === 'Number') {
    if (!/^-?\d+(\.\d+)?$/.test(value)) return 'must be a number';
    if (Number(value) < MinValue) return `must be ${MinValue} or more`;
    return Number(value) > MaxValue ? `must be ${MaxValue} or less` : undefined;
  }
  if (AllowedPattern === undefined || fits(AllowedPattern, value)) return undefined;
  return parameter.ConstraintDescription ?? `must be of the form ${AllowedPattern}`;
}

function fits(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(value);
  } catch {
    return true;
  }
}
