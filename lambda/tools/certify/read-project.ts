import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type AskProjectFiles, type ImageSize } from './project';
import { LOCALE } from './rule';

/**
 * Reads the files of an ASK project from a repository's folder.
 * @throws Error when a file is missing, SyntaxError when one is not JSON
 */
export function readAskProject(root: string): AskProjectFiles {
  const texts = {
    'skill.json': readFileSync(join(root, 'skill-package/skill.json'), 'utf8'),
    'ask-resources.json': readFileSync(join(root, 'ask-resources.json'), 'utf8'),
  };
  return {
    manifest: JSON.parse(texts['skill.json']),
    model: readJson(join(root, `interactionModels/custom/${LOCALE}.json`)),
    shop: readJson(join(root, 'lambda/src/shop/shop.json')),
    imageSizes: readImageSizes(join(root, 'skill-package')),
    texts,
  };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function readImageSizes(skillPackage: string): ReadonlyMap<string, ImageSize> {
  const files = readdirSync(skillPackage, { recursive: true, encoding: 'utf8' });
  const images = files.filter((file) => file.endsWith('.png'));
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
