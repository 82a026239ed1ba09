import { ConfigError, readConfig } from '../../src/config';
import { environmentOf, parameterOfVariable, type Parameters } from './stack-environment';
import type { StackTemplate } from './stack-template';

/** What the functions would start with. `outputs`: of the stack by name, empty before there is one. */
interface Start {
  readonly stack: StackTemplate;
  readonly given: Parameters;
  readonly outputs: Readonly<Record<string, string>>;
}

/** One sentence, with the parameter that it is about; or, where no parameter fills it, with the name of the secret. */
interface EnvironmentFault {
  readonly fault: string;
  readonly secret: string | undefined;
}

/** The functions read their settings by the same rules when they start; here nothing has been uploaded yet. */
export function findEnvironmentFaults({ stack, given, outputs }: Start): readonly EnvironmentFault[] {
  const parameters = parameterOfVariable(stack);
  const secretName = outputs['SecretsArn'] ?? 'that the first deploy makes';
  // The pages' own address is known only after the first deploy.
  const isToCome = (fault: string): boolean =>
    outputs['SkillEndpoint'] === undefined && fault.startsWith('SHOP_URL:') && !given['ShopUrl'];
  return configFaults(environmentOf(stack, given))
    .filter((fault) => !isToCome(fault))
    .map((fault) => {
      const [variable = '', ...rest] = fault.split(': ');
      const name = parameters[variable];
      return name === undefined
        ? { fault, secret: secretName }
        : { fault: `${name}: ${rest.join(': ')}`, secret: undefined };
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
