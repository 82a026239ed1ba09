import { isPlaceholder } from '../certify/placeholders';
import { CFN_DEPLOYER, parametersOf, RESOURCES_FILE, type AskProfile } from './ask-project';
import { constraintFault } from './constraint-fault';
import { findEnvironmentFaults } from './environment-faults';
import { findInfrastructureFaults } from './infrastructure-faults';
import type { Template } from './read-template';
import { withDefaults, type Parameters } from './stack-environment';
import type { StackTemplate } from './stack-template';

/** What the settings are judged by. `outputs`: of the stack by name, empty before there is one. */
export interface SettingsFacts {
  readonly profile: AskProfile;
  readonly template: Template;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Filled by ASK CLI itself; it refuses them in ask-resources.json. */
const GIVEN_BY_ASK = new Set([
  'SkillId',
  'SkillClientId',
  'SkillClientSecret',
  'LambdaRuntime',
  'LambdaHandler',
  'CodeBucket',
  'CodeKey',
  'CodeVersion',
]);
const CONFIG = `${RESOURCES_FILE}, skillInfrastructure.userConfig`;
const WHERE = `${CONFIG}.cfn.parameters`;

/**
 * Everything in ask-resources.json that would fail in AWS, or only once a function starts; one sentence each with the
 * setting and the fix. Empty: the settings may be deployed. A project without skillInfrastructure has none to judge.
 * @see CloudFormation, Parameters; ask-cli, cfn-deployer (reserved parameters)
 */
export function findSettingsFaults({ profile, template, outputs }: SettingsFacts): readonly string[] {
  const infrastructure = profile.skillInfrastructure;
  if (infrastructure === undefined) return [];
  if (infrastructure.type !== CFN_DEPLOYER)
    return [
      `skillInfrastructure.type: ${infrastructure.type} makes no table, pages or background; set ${CFN_DEPLOYER}`,
    ];
  const { userConfig } = infrastructure;
  const around = findInfrastructureFaults(userConfig);
  if (template.kind === 'unreadable') return [`${template.fault} (${CONFIG})`, ...around];
  const { stack } = template;
  const given = parametersOf(profile);
  const told = [
    ...[...formFaults(userConfig.cfn?.parameters ?? {}, stack), ...valueFaults(given, stack)].map(place),
    ...findEnvironmentFaults({ stack, given, outputs }).map(({ fault, secret }) =>
      secret === undefined ? place(fault) : `${fault} (in the secret ${secret})`,
    ),
  ];
  // What the functions say of a setting is worded for the merchant; a pattern is not.
  const constraints = constraintFaults(given, stack).filter(
    (fault) => !told.some((other) => settingOf(other) === settingOf(fault)),
  );
  return [...around, ...told, ...constraints.map(place)];
}

function place(fault: string): string {
  return `${fault} (${WHERE})`;
}

function settingOf(fault: string): string | undefined {
  return fault.split(':')[0];
}

function formFaults(raw: Readonly<Record<string, unknown>>, stack: StackTemplate): readonly string[] {
  return Object.entries(raw).flatMap(([name, value]) => {
    if (GIVEN_BY_ASK.has(name)) return [`${name}: ASK CLI fills it itself; remove it`];
    if (!(name in stack.Parameters))
      return [`${name}: the template has no such parameter; remove it or mend the name`];
    return typeof value === 'string' ? [] : [`${name}: write the value as a text, in quotation marks`];
  });
}

function valueFaults(given: Parameters, stack: StackTemplate): readonly string[] {
  const values = withDefaults(stack, given);
  return Object.entries(stack.Parameters).flatMap(([name, { AllowedValues }]) => {
    if (GIVEN_BY_ASK.has(name)) return [];
    const value = values[name];
    if (value === undefined) return [`${name}: has no value`];
    if (isPlaceholder(value)) return [`${name}: is still a placeholder; put in your own`];
    if (AllowedValues !== undefined && !AllowedValues.map(String).includes(value))
      return [`${name}: must be one of ${AllowedValues.map(String).join(', ')}`];
    return [];
  });
}

/** What CloudFormation would refuse once everything is uploaded. */
function constraintFaults(given: Parameters, stack: StackTemplate): readonly string[] {
  const values = withDefaults(stack, given);
  return Object.entries(stack.Parameters).flatMap(([name, parameter]) => {
    const value = values[name];
    const fault =
      value === undefined || GIVEN_BY_ASK.has(name) ? undefined : constraintFault(parameter, value);
    return fault === undefined ? [] : [`${name}: ${fault}`];
  });
}
