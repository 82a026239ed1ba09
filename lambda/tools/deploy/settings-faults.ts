import { ConfigError, readConfig } from '../../src/config';
import { isPlaceholder } from '../certify/placeholders';
import { CFN_DEPLOYER, RESOURCES_FILE, type AskProfile } from './ask-project';
import { environmentOf, parameterOfVariable, withDefaults, type Parameters } from './stack-environment';
import type { StackTemplate } from './stack-template';

/** What the settings are judged by. `isDeployed`: the stack exists, so its addresses are known. */
export interface SettingsFacts {
  readonly profile: AskProfile;
  readonly stack: StackTemplate;
  readonly isDeployed: boolean;
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
const WHERE = `${RESOURCES_FILE}, skillInfrastructure.userConfig.cfn.parameters`;

/**
 * Everything in ask-resources.json that would fail in AWS, or only once a function starts; one sentence each with the
 * setting and the fix. Empty: the settings may be deployed. A project without skillInfrastructure has none to judge.
 * @see CloudFormation, Parameters; ask-cli, cfn-deployer (reserved parameters)
 */
export function findSettingsFaults({ profile, stack, isDeployed }: SettingsFacts): readonly string[] {
  const infrastructure = profile.skillInfrastructure;
  if (infrastructure === undefined) return [];
  if (infrastructure.type !== CFN_DEPLOYER)
    return [
      `skillInfrastructure.type: ${infrastructure.type} makes no table, pages or background; set ${CFN_DEPLOYER}`,
    ];
  const raw = infrastructure.userConfig.cfn?.parameters ?? {};
  const given = Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const faults = [
    ...formFaults(raw, stack),
    ...valueFaults(given, stack),
    ...environmentFaults(given, stack, isDeployed),
  ];
  return faults.map((fault) => `${fault} (${WHERE})`);
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

/** The functions read their settings by the same rules when they start; here nothing has been uploaded yet. */
function environmentFaults(given: Parameters, stack: StackTemplate, isDeployed: boolean): readonly string[] {
  const parameters = parameterOfVariable(stack);
  const faults = configFaults(environmentOf(stack, given));
  // The pages' own address is known only after the first deploy.
  const isToCome = (fault: string): boolean =>
    !isDeployed && fault.startsWith('SHOP_URL:') && !given['ShopUrl'];
  return faults
    .filter((fault) => !isToCome(fault))
    .map((fault) => {
      const [variable = '', ...rest] = fault.split(': ');
      const name = parameters[variable];
      return name === undefined ? fault : `${name}: ${rest.join(': ')}`;
    });
}

function configFaults(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}
