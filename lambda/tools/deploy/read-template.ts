import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AskProfile } from './ask-project';
import { parameterOfVariable } from './stack-environment';
import { readStack, type StackTemplate } from './stack-template';

/** The template that a profile names, or what is wrong with it in one sentence. */
export type Template =
  | { readonly kind: 'read'; readonly stack: StackTemplate }
  | { readonly kind: 'unreadable'; readonly fault: string };

/**
 * Reads the template that ASK CLI will upload: `templatePath` of the profile, from the project's folder. Unreadable:
 * none is named, it does not exist, or it has no skill function with an environment.
 * @see ask-cli, cfn-deployer, _getTemplateBody
 */
export function readTemplate(root: string, { skillInfrastructure }: AskProfile): Template {
  const path = skillInfrastructure?.userConfig.templatePath ?? '';
  if (path === '')
    return unreadable('templatePath: is missing; set ./lambda/infrastructure/skill-stack.yaml');
  const file = resolve(root, path);
  if (!existsSync(file)) return unreadable(`templatePath: ${path} does not exist; mend the path`);
  try {
    const stack = readStack(readFileSync(file, 'utf8'));
    parameterOfVariable(stack);
    return { kind: 'read', stack };
  } catch {
    return unreadable(
      `templatePath: ${path} is no template of this shop; take lambda/infrastructure/skill-stack.yaml`,
    );
  }
}

function unreadable(fault: string): Template {
  return { kind: 'unreadable', fault };
}
