import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { modelDifferences, speechFaults } from './locale-faults';

/** What a build is made from; all paths. */
export interface BuildSources {
  /** The shop, the one file a merchant edits. */
  readonly shopFile: string;
  readonly lambdaEntry: string;
  /** The background, called by a schedule. */
  readonly workerEntry: string;
  /** The shop's pages behind a function URL. */
  readonly webEntry: string;
  /** Folder of what the pages load: checkout.ts, widgets.ts and style.css. */
  readonly webClient: string;
  readonly serverEntry: string;
  /** Folder of skill.json and assets. */
  readonly skillPackage: string;
  /** Folder of custom/<locale>.json. */
  readonly interactionModels: string;
}

/** Names every fault of a parsed shop file; none when the shop is complete. */
export type CheckShop = (shop: unknown) => readonly string[];

/** Only what the build needs to know: in which locales the skill is published. */
const MANIFEST = z.looseObject({
  manifest: z.looseObject({
    publishingInformation: z.looseObject({ locales: z.record(z.string(), z.unknown()) }),
  }),
});

/**
 * Everything that keeps the sources from being built, one sentence each: missing shop fields, a skill.json that
 * cannot be read, a published locale without an interaction model of the same intents and slots, without sentences or
 * without words for the shop's goods. Empty when the build may start.
 */
export async function findSourceFaults(
  sources: BuildSources,
  checkShop: CheckShop,
): Promise<readonly string[]> {
  const shop = await readJson(sources.shopFile);
  const manifest = await readJson(join(sources.skillPackage, 'skill.json'));
  const shopFaults = shop.kind === 'read' ? checkShop(shop.value) : [shop.fault];
  const projectFaults =
    manifest.kind === 'read'
      ? await findLocaleFaults(manifest.value, sources.interactionModels, shop)
      : [manifest.fault];
  return [...shopFaults, ...projectFaults];
}

async function findLocaleFaults(
  manifest: unknown,
  interactionModels: string,
  shop: JsonFile,
): Promise<readonly string[]> {
  const locales = localesIn(manifest);
  if (locales === undefined) {
    return ['skill.json: manifest.publishingInformation.locales is missing'];
  }
  const models = await Promise.all(
    locales.map(async (locale) => ({ locale, file: await readJson(modelPath(interactionModels, locale)) })),
  );
  const read = models.flatMap(({ locale, file }) =>
    file.kind === 'read' ? [{ locale, model: file.value }] : [],
  );
  return [
    ...models.flatMap(({ file }) => (file.kind === 'read' ? [] : [file.fault])),
    ...locales.flatMap((locale) => speechFaults(locale, shop.kind === 'read' ? shop.value : undefined)),
    ...modelDifferences(read),
  ];
}

/** The locales that a skill package's skill.json publishes; none when it cannot be read. */
export async function publishedLocales(skillPackage: string): Promise<readonly string[]> {
  const manifest = await readJson(join(skillPackage, 'skill.json'));
  return manifest.kind === 'read' ? (localesIn(manifest.value) ?? []) : [];
}

function localesIn(manifest: unknown): readonly string[] | undefined {
  const { data } = MANIFEST.safeParse(manifest);
  return data && Object.keys(data.manifest.publishingInformation.locales);
}

/** Where the interaction model of a locale lies in a folder of models. */
export function modelPath(interactionModels: string, locale: string): string {
  return join(interactionModels, 'custom', `${locale}.json`);
}

type JsonFile =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'unreadable'; readonly fault: string };

async function readJson(path: string): Promise<JsonFile> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return { kind: 'read', value };
  } catch (error) {
    return {
      kind: 'unreadable',
      fault: `${path}: ${error instanceof SyntaxError ? 'is not JSON' : 'is missing'}`,
    };
  }
}
