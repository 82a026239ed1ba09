import { styleText } from 'node:util';

/** The looks that the player uses. */
type Look = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan' | 'magenta';

/** Puts a look on a text, or leaves it as it is. */
export type Paint = (look: Look, text: string) => string;

/** Paints for a terminal when `colours`, else leaves every text plain. */
export function createPaint(colours: boolean): Paint {
  return colours ? (look, text) => styleText(look, text) : (_look, text) => text;
}
