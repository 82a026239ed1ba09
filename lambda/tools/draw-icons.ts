/** Draws the two store icons into skill-package/assets/images: `npx tsx lambda/tools/draw-icons.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawIcon } from './icon/draw';
import { encodePng } from './icon/png';

/** Pixel sizes the skill store asks for. */
const ICONS = [
  { name: 'ja-JP_smallIcon.png', sizePx: 108 },
  { name: 'ja-JP_largeIcon.png', sizePx: 512 },
] as const;

const folder = join(__dirname, '../../skill-package/assets/images');

mkdirSync(folder, { recursive: true });
for (const { name, sizePx } of ICONS) {
  writeFileSync(join(folder, name), encodePng(drawIcon(sizePx), sizePx));
  console.log(`${name} ${sizePx} × ${sizePx}`);
}
