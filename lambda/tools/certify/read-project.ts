import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { HANDLERS } from '../../src/handlers/registry';
import {
  MANIFEST_FILE,
  modelFileOf,
  RESOURCES_FILE,
  SHOP_FILE,
  type AskProjectFiles,
  type ImageSize,
} from './project';
import { readSettings, type SettingsPlace } from './read-settings';
import { type Fault } from './rule';

const MODELS = 'interactionModels/custom';

/** Reads the files of an ASK project from a repository's folder; files that cannot be read are faults, not exceptions. */
export function readAskProject(place: SettingsPlace): AskProjectFiles {
  const { root } = place;
  const faults: Fault[] = [];
  const read = (file: string): unknown => readJson(root, file, faults);
  const modelNames = namesIn(join(root, MODELS)).filter((name) => name.endsWith('.json'));
  const locales = modelNames.map((name) => name.slice(0, -'.json'.length));
  const manifest = read(MANIFEST_FILE);
  const resources = read(RESOURCES_FILE);
  return {
    manifest,
    models: Object.fromEntries(locales.map((locale) => [locale, read(modelFileOf(locale))])),
    shop: read(SHOP_FILE),
    imageSizes: readImageSizes(join(root, 'skill-package')),
    texts: Object.fromEntries(
      [[MANIFEST_FILE, manifest] as const, [RESOURCES_FILE, resources] as const].flatMap(([file, json]) =>
        json === undefined ? [] : [[file, readFileSync(join(root, file), 'utf8')]],
      ),
    ),
    handlers: HANDLERS,
    settings: readSettings(place),
    fileFaults: faults,
  };
}

function readJson(root: string, file: string, faults: Fault[]): unknown {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    const fix = error instanceof SyntaxError ? 'mend it: it is not JSON' : 'put it back: it is missing';
    faults.push({ file, fix });
    return undefined;
  }
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
}

function readImageSizes(skillPackage: string): ReadonlyMap<string, ImageSize> {
  const images = namesIn(skillPackage).filter((file) => file.endsWith('.png'));
  return new Map(images.map((file) => [addressOf(file), pngSize(readFileSync(join(skillPackage, file)))]));
}

/** How skill.json names a file of its own folder. */
function addressOf(file: string): string {
  return `file://${file.split(sep).join('/')}`;
}

/** A PNG's first chunk holds its width and height at fixed places; anything else has no size. */
function pngSize(bytes: Buffer): ImageSize {
  const isPng = bytes.subarray(1, 4).toString('latin1') === 'PNG' && bytes.length > 24;
  return isPng
    ? { widthPx: bytes.readUInt32BE(16), heightPx: bytes.readUInt32BE(20) }
    : { widthPx: 0, heightPx: 0 };
}
