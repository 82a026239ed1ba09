import * as z from 'zod';
import type { StackTemplate } from './stack-template';

const FUNCTION = z.object({
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const REF = z.object({ '!Ref': z.string() });

/** Values of the stack's parameters, by name. */
export type Parameters = Readonly<Record<string, string>>;

/** Which parameter fills which environment variable of the skill function: variable → parameter. */
export function parameterOfVariable(stack: StackTemplate): Readonly<Record<string, string>> {
  const skill = FUNCTION.parse(stack.Resources['SkillFunction']?.Properties);
  const pairs = Object.entries(skill.Environment.Variables).flatMap(([variable, value]) => {
    const name = REF.safeParse(value).data?.['!Ref'];
    return name !== undefined && name in stack.Parameters ? [[variable, name] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** Each parameter with its value: the given one, else the template's default; absent when there is neither. */
export function withDefaults(stack: StackTemplate, given: Parameters): Parameters {
  const pairs = Object.entries(stack.Parameters).flatMap(([name, { Default }]) => {
    const value = given[name] ?? Default?.toString();
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}

/**
 * The environment that the functions will have, as far as it can be known before: what stays in the secret, and what
 * CloudFormation makes, is filled with stand-ins of the right form wherever the parameters ask for it.
 */
export function environmentOf(stack: StackTemplate, given: Parameters): Readonly<Record<string, string>> {
  const values = withDefaults(stack, given);
  const pairs = Object.entries(parameterOfVariable(stack)).flatMap(([variable, name]) => {
    const value = values[name];
    return value === undefined ? [] : [[variable, value] as const];
  });
  const has = (name: string): boolean => (values[name] ?? '') !== '';
  return {
    ...Object.fromEntries(pairs),
    SKILL_ID: 'amzn1.ask.skill.00000000-0000-4000-8000-000000000000',
    ORDERS_TABLE: 'made-by-the-stack',
    AWS_REGION: 'ap-northeast-1',
    TOKEN_SECRET: 'x'.repeat(64),
    ...(has('AmazonPayPublicKeyId') || values['PaymentChannel'] === 'web'
      ? { AMAZON_PAY_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----' }
      : {}),
    ...(has('MwsAccessKeyId') ? { MWS_SECRET_KEY: 'stands-in-the-secret' } : {}),
    ...(has('MailFrom') ? { SMTP_URL: 'smtps://stands.in.the.secret' } : {}),
  };
}
