import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { setPath } from './set-path';

/** The file that a merchant edits before the first deploy. */
export const RESOURCES_FILE = 'ask-resources.json';
const STATES_FILE = '.ask/ask-states.json';
/** The deployer of ask-cli that makes the stack. */
export const CFN_DEPLOYER = '@ask-cli/cfn-deployer';

const CFN = z.looseObject({
  parameters: z.record(z.string(), z.unknown()).optional(),
  capabilities: z.array(z.string()).optional(),
});
const USER_CONFIG = z.looseObject({
  runtime: z.string().optional(),
  handler: z.string().optional(),
  templatePath: z.string().optional(),
  awsRegion: z.string().optional(),
  cfn: CFN.optional(),
});
const PROFILE = z.looseObject({
  skillMetadata: z.looseObject({ src: z.string() }),
  code: z.record(z.string(), z.looseObject({ src: z.string() })).optional(),
  skillInfrastructure: z
    .looseObject({
      type: z.string(),
      userConfig: USER_CONFIG.default({}),
    })
    .optional(),
});
const RESOURCES = z.looseObject({ profiles: z.record(z.string(), PROFILE) });
const OUTPUTS = z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() }));
const STATES = z.looseObject({
  profiles: z.record(
    z.string(),
    z.looseObject({
      skillInfrastructure: z
        .record(
          z.string(),
          z.looseObject({
            deployState: z.record(z.string(), z.looseObject({ outputs: OUTPUTS.optional() })).optional(),
          }),
        )
        .optional(),
    }),
  ),
});

/** One profile of ask-resources.json. */
export type AskProfile = z.infer<typeof PROFILE>;
/** What a profile hands to its deployer. */
export type UserConfig = z.infer<typeof USER_CONFIG>;

/** A project file that does not say what to deploy; the message names file and fault. */
export class AskProjectError extends Error {
  readonly code = 'ASK_PROJECT';
}

/**
 * What ask-resources.json says for a profile.
 * @throws AskProjectError when the file is missing, is no JSON, or has no such profile
 * @see ask-cli, docs/concepts/Alexa-Skill-Project-Definition.md
 */
export function readAskProfile(root: string, profile: string): AskProfile {
  const found = parseFile(root, RESOURCES_FILE, RESOURCES).profiles[profile];
  if (found === undefined)
    throw new AskProjectError(
      `${RESOURCES_FILE}: profile ${profile} is missing; add it, or choose another with --profile`,
    );
  return found;
}

/** The stack parameters of a profile that are texts, as they have to be; empty without infrastructure. */
export function parametersOf({ skillInfrastructure }: AskProfile): Readonly<Record<string, string>> {
  const given = skillInfrastructure?.userConfig.cfn?.parameters ?? {};
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** What the stack of the last deploy gave out, by output name; empty before the first deploy. */
export function readOutputs(root: string, profile: string): Readonly<Record<string, string>> {
  if (!existsSync(join(root, STATES_FILE))) return {};
  const deployed = parseFile(root, STATES_FILE, STATES).profiles[profile]?.skillInfrastructure?.[
    CFN_DEPLOYER
  ];
  const outputs = Object.values(deployed?.deployState ?? {}).flatMap((region) => region.outputs ?? []);
  return Object.fromEntries(outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
}

/** Sets one stack parameter in ask-resources.json, which keeps the form that ask-cli writes. */
export function writeParameter(
  root: string,
  profile: string,
  [name, value]: readonly [string, string],
): void {
  const file = join(root, RESOURCES_FILE);
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const path = ['profiles', profile, 'skillInfrastructure', 'userConfig', 'cfn', 'parameters', name];
  writeFileSync(file, JSON.stringify(setPath(content, path, value), null, 2));
}

function parseFile<T>(root: string, file: string, schema: z.ZodType<T>): T {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    throw new AskProjectError(`${file}: ${error instanceof SyntaxError ? 'is not JSON' : 'is missing'}`);
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AskProjectError(`${file}: ${faults.join('; ')}`);
}
