import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ASSET_FILES, type WebAssets } from '../../src/web/assets';
import { bundle, type Bundle } from './bundle';
import { listFiles, type BuiltFile } from './list-files';
import {
  findSourceFaults,
  modelPath,
  publishedLocales,
  type BuildSources,
  type CheckShop,
} from './source-faults';
import { tryWebAssets } from './web-assets';

/** A build: from where, to where, and who knows what a complete shop is. */
export interface BuildJob {
  readonly sources: BuildSources;
  /** The folder that gets lambda/, server/ and skill-package/. */
  readonly outDir: string;
  readonly checkShop: CheckShop;
}

/** The files of a finished build; or, one sentence each, why there is none. */
export type BuildResult =
  | { readonly kind: 'built'; readonly files: readonly BuiltFile[] }
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

/** What a build consists of; anything else in the folder is left alone. */
const PARTS = ['lambda', 'server', 'skill-package'] as const;

/**
 * Builds what ask-cli uploads (lambda/, skill-package/) and what `npm run serve` starts (server/).
 * Everything is made in a folder of its own first and moved into place at the end, so that a failing build leaves
 * the last one as it was. lambda/ gets no package.json: ask-cli would then install packages at deploy.
 * `refused`: all faults at once; nothing was written.
 * @throws Error when the disk refuses
 * @see ask-cli, code builders: a folder without package.json and hooks is zipped as it is
 */
export async function buildProject({ sources, outDir, checkShop }: BuildJob): Promise<BuildResult> {
  const bundles = await Promise.all([
    bundle({ entry: sources.lambdaEntry, outfile: join(outDir, 'lambda', 'index.js') }),
    bundle({ entry: sources.workerEntry, outfile: join(outDir, 'lambda', 'worker.js') }),
    bundle({ entry: sources.webEntry, outfile: join(outDir, 'lambda', 'web.js') }),
    bundle({ entry: sources.serverEntry, outfile: join(outDir, 'server', 'server.js') }),
  ]);
  const web = await tryWebAssets(sources.webClient);
  const faults = [...(await findSourceFaults(sources, checkShop)), ...bundles.flatMap(faultsOf)];
  if (web.kind === 'faulty' || faults.length > 0) {
    return { kind: 'refused', faults: [...faults, ...(web.kind === 'faulty' ? web.faults : [])] };
  }
  await mkdir(outDir, { recursive: true });
  // Inside the output folder: on the same disk, so that moving is one step, and ignored by git.
  const stage = await mkdtemp(join(outDir, '.next-'));
  try {
    await writeBundles(bundles, stage);
    for (const host of WITH_PAGES) await writeAssets(web.assets, join(stage, host, 'public'));
    await copySkillPackage(sources, join(stage, 'skill-package'));
    await moveIntoPlace(stage, outDir);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  const lists = await Promise.all(PARTS.map((part) => listFiles(outDir, part)));
  return { kind: 'built', files: lists.flat() };
}

/** Each host of the shop's pages has the assets beside its bundle. */
const WITH_PAGES = ['lambda', 'server'] as const;

async function writeAssets(assets: WebAssets, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, ASSET_FILES.checkoutJs.fileName), assets.checkoutJs);
  await writeFile(join(folder, ASSET_FILES.widgetsJs.fileName), assets.widgetsJs);
  await writeFile(join(folder, ASSET_FILES.styleCss.fileName), assets.styleCss);
}

function faultsOf(made: Bundle): readonly string[] {
  return made.kind === 'faulty' ? made.faults : [];
}

/** The bundles carry their final paths (the source maps depend on them); only their last two parts name the staged file. */
async function writeBundles(bundles: readonly Bundle[], stage: string): Promise<void> {
  const files = bundles.flatMap((made) => (made.kind === 'bundled' ? made.files : []));
  for (const { path, contents } of files) {
    const folder = join(stage, basename(dirname(path)));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, basename(path)), contents);
  }
}

/** A model that skill.json does not publish stays behind: ask-cli would upload it as a locale of the skill. */
async function copySkillPackage(sources: BuildSources, target: string): Promise<void> {
  await cp(sources.skillPackage, target, { recursive: true });
  for (const locale of await publishedLocales(sources.skillPackage))
    await cp(
      modelPath(sources.interactionModels, locale),
      modelPath(join(target, 'interactionModels'), locale),
    );
}

async function moveIntoPlace(stage: string, outDir: string): Promise<void> {
  for (const part of PARTS) {
    await rm(join(outDir, part), { recursive: true, force: true });
    await rename(join(stage, part), join(outDir, part));
  }
}
