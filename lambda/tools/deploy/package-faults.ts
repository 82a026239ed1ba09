import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { AskProfile } from './ask-project';

/** Without these the stack has a function that cannot start, or the skill no model. */
const NEEDED_CODE = ['index.js', 'worker.js', 'web.js', 'public'] as const;
/** Any of these makes ask-cli install or build by itself, so that something else is deployed than was tested. */
const FOREIGN = ['package.json', 'hooks', 'node_modules', 'pom.xml', 'requirements.txt'] as const;
const SOURCES = ['lambda/src', 'interactionModels', 'skill-package'] as const;
const MANIFEST = z.object({
  manifest: z.object({
    publishingInformation: z.object({ locales: z.record(z.string(), z.unknown()) }),
    apis: z.object({ custom: z.object({ endpoint: z.object({ uri: z.string() }).optional() }) }),
  }),
});

/**
 * What is wrong with the built package, one sentence each: not built, older than its sources, incomplete, or such
 * that ask-cli would build it once more. A self-hosted skill (no skillInfrastructure) needs its endpoint in skill.json.
 * @see ask-cli.md, sections 4.1 and 4.2
 */
export function findPackageFaults(root: string, profile: AskProfile): readonly string[] {
  const skillFaults = findSkillFaults(root, profile);
  const code = profile.code?.['default']?.src;
  if (profile.skillInfrastructure === undefined) return skillFaults;
  if (code === undefined)
    return [...skillFaults, 'ask-resources.json: code.default.src is missing; set ./build/lambda'];
  if (!existsSync(join(root, code))) return [...skillFaults, `${code}: is not built; run npm run build`];
  return [
    ...skillFaults,
    ...NEEDED_CODE.filter((name) => !existsSync(join(root, code, name))).map(
      (name) => `${code}/${name}: is missing; run npm run build`,
    ),
    ...FOREIGN.filter((name) => existsSync(join(root, code, name))).map(
      (name) => `${code}/${name}: ask-cli would build the package itself; remove it and run npm run build`,
    ),
    ...staleFaults(root, code),
  ];
}

function findSkillFaults(
  root: string,
  { skillMetadata, skillInfrastructure }: AskProfile,
): readonly string[] {
  const file = join(root, skillMetadata.src, 'skill.json');
  if (!existsSync(file)) return [`${skillMetadata.src}: is not built; run npm run build`];
  const parsed = MANIFEST.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) return [`${skillMetadata.src}/skill.json: is no manifest of a custom skill`];
  const { publishingInformation, apis } = parsed.data.manifest;
  const models = Object.keys(publishingInformation.locales)
    .map((locale) => `interactionModels/custom/${locale}.json`)
    .filter((path) => !existsSync(join(root, skillMetadata.src, path)))
    .map((path) => `${skillMetadata.src}/${path}: is missing; run npm run build`);
  const isHttps = apis.custom.endpoint?.uri.startsWith('https://') ?? false;
  if (skillInfrastructure !== undefined || isHttps) return models;
  return [
    ...models,
    'skill.json: manifest.apis.custom.endpoint.uri must be the https address of your server, because ask-resources.json has no skillInfrastructure',
  ];
}

function staleFaults(root: string, code: string): readonly string[] {
  const built = join(root, code, 'index.js');
  if (!existsSync(built)) return [];
  const builtAtMs = statSync(built).mtimeMs;
  return SOURCES.filter(
    (folder) => existsSync(join(root, folder)) && newestMs(join(root, folder)) > builtAtMs,
  ).map((folder) => `${code}: is older than ${folder}; run npm run build`);
}

function newestMs(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const times = entries
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}
