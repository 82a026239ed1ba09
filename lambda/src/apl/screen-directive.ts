import { type interfaces } from 'ask-sdk-model';
import { type Line, type Screen, type ScreenRow } from '../voice/line';
import { renderText, type Listener } from '../voice/render';
import { DOCUMENTS } from './documents';

/** Alexa refuses a response above 120 KB; half of it stays free for words, card and session. */
const MAX_SCREEN_BYTES = 60 * 1024;

/**
 * Makes the directive that shows a screen, its words taken from the catalogue. Undefined: the screen would be larger than
 * 60 KB; speech and card say everything, so it is left out.
 * @throws MissingValueError when a placeholder has no value
 * @see Amazon: Alexa.Presentation.APL interface, RenderDocument; certification-and-law.md, section 3
 */
export function screenDirective(
  screen: Screen,
  listener: Listener,
): interfaces.alexa.presentation.apl.RenderDocumentDirective | undefined {
  const directive = {
    type: 'Alexa.Presentation.APL.RenderDocument',
    token: screen.type,
    document: { ...DOCUMENTS[screen.type] },
    datasources: { screen: dataOf(screen, listener) },
  } as const;
  const bytes = Buffer.byteLength(JSON.stringify(directive));
  return bytes > MAX_SCREEN_BYTES ? undefined : directive;
}

function dataOf(screen: Screen, listener: Listener): object {
  const text = (shown: Line): string => withoutMarkup(renderText([shown], listener));
  const rowOf = ({ label, amount }: ScreenRow): object => ({ label: text(label), amount: text(amount) });
  const title = text(screen.title);
  switch (screen.type) {
    case 'order': {
      const { status, rows, total, notes } = screen;
      return {
        title,
        status: status.map(text),
        rows: rows.map(rowOf),
        total: rowOf(total),
        notes: notes.map(text),
      };
    }
    case 'notice':
      return { title, text: screen.text.map(text) };
  }
}

/** A Text component reads tags such as `<b>`; a name or an address must stay what it is. */
function withoutMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
