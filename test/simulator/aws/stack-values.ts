import * as z from 'zod';
import type { StackTemplate } from '../../../lambda/tools/deploy/stack-template';
import { AwsError } from './aws-error';

const REF = z.object({ '!Ref': z.string() });
const ATTRIBUTE = z.object({ '!GetAtt': z.string() });

/**
 * Each parameter with the value it ends up with.
 * @throws AwsError ValidationError for what CloudFormation refuses: unknown, missing, not allowed
 */
export function resolveParameters(
  { Parameters }: StackTemplate,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !(name in Parameters));
  if (unknown.length > 0)
    throw new AwsError('ValidationError', `Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const pairs = Object.entries(Parameters).map(([name, parameter]) => {
    const { Type, Default, AllowedValues, AllowedPattern, MinValue } = parameter;
    const value = given[name] ?? Default?.toString();
    if (value === undefined) throw new AwsError('ValidationError', `Parameters: [${name}] must have values`);
    if (AllowedValues !== undefined && !AllowedValues.map(String).includes(value))
      throw new AwsError('ValidationError', `Parameter '${name}' must be one of AllowedValues`);
    if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(value))
      throw new AwsError(
        'ValidationError',
        `Parameter ${name} failed to satisfy constraint: ${AllowedPattern}`,
      );
    if (Type === 'Number' && !(Number.isFinite(Number(value)) && Number(value) >= (MinValue ?? -Infinity)))
      throw new AwsError(
        'ValidationError',
        `Parameter '${name}' must be a number, and no lower than allowed`,
      );
    return [name, value] as const;
  });
  return Object.fromEntries(pairs);
}

/** The outputs: what a reference or an attribute would be, in the form that AWS gives it. */
export function outputsOf({ Outputs, Resources }: StackTemplate, stackName: string): Record<string, string> {
  const typeOf = (resource: string): string => Resources[resource]?.Type ?? '';
  const pairs = Object.entries(Outputs).map(([name, { Value }]) => {
    const resource = REF.safeParse(Value).data?.['!Ref'];
    const attribute = ATTRIBUTE.safeParse(Value).data?.['!GetAtt'];
    if (resource !== undefined)
      return [name, referenceTo(typeOf(resource), `${stackName}-${resource}`)] as const;
    if (attribute !== undefined) {
      const [of = '', wanted = ''] = attribute.split('.');
      return [name, attributeOf(`${typeOf(of)}.${wanted}`, `${stackName}-${of}`)] as const;
    }
    throw new AwsError('ValidationError', `The stand-in cannot resolve output ${name}`);
  });
  return Object.fromEntries(pairs);
}

function referenceTo(type: string, name: string): string {
  return type === 'AWS::SecretsManager::Secret'
    ? `arn:aws:secretsmanager:ap-northeast-1:000000000000:secret:${name}-AbCdEf`
    : name;
}

function attributeOf(what: string, name: string): string {
  if (what === 'AWS::Lambda::Function.Arn')
    return `arn:aws:lambda:ap-northeast-1:000000000000:function:${name}`;
  if (what === 'AWS::Lambda::Url.FunctionUrl')
    return 'https://simulatedfunctionurl.lambda-url.ap-northeast-1.on.aws/';
  throw new AwsError('ValidationError', `The stand-in does not know ${what}`);
}
