/** Draws the two icons of each store into skill-package/assets/images: `npx tsx lambda/tools/draw-icons.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawIcon } from './icon/draw';
import { encodePng } from './icon/png';

/** Pixel sizes the skill store asks for. */
const ICONS = [
  { name: 'smallIcon.png', sizePx: 108 },
  { name: 'largeIcon.png', sizePx: 512 },
] as const;

/** The picture holds no word, so each store gets the same one. */
const LOCALES = ['ja-JP', 'en-US'] as const;

const folder = join(__dirname, '../../skill-package/assets/images');

mkdirSync(folder, { recursive: true });
for (const { name, sizePx } of ICONS) {
  const picture = encodePng(drawIcon(sizePx), sizePx);
  for (const locale of LOCALES) {
    writeFileSync(join(folder, `${locale}_${name}`), picture);
    console.log(`${locale}_${name} ${sizePx} × ${sizePx}`);
  }
}
