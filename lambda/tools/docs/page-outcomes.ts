import { CV2_CODES } from '../../src/payment/codes/server-cv2-codes';
import { FINALIZE_ROWS } from '../../src/payment/codes/server-finalize-rows';
import { UNKNOWN_WIDGET_ROW, WIDGET_CODES, type WidgetRow } from '../../src/payment/codes/widget-codes';
import { type ServerRow } from '../../src/payment/server-row';
import { widgetReaction } from '../../src/payment/widget-decision';
import { JA_JP } from '../../src/voice/prompts';
import { tableLine, tableSection } from './table';

/**
 * Writes the sections about the shop's own pages: what Finalize Checkout Session answers, and the error codes of the
 * widgets, each with what the page says and does.
 * @see outcome-table.md, rows c01-c22 and b06-b21
 */
export function pageSections(): readonly string[] {
  return [finalizeSection(), widgetSection()];
}

function finalizeSection(): string {
  const codes: readonly ServerRow[] = Object.values(CV2_CODES);
  const rows: readonly ServerRow[] = [
    ...Object.values(FINALIZE_ROWS.completed),
    FINALIZE_ROWS.pending,
    ...codes.filter(({ row }) => row.startsWith('c')),
  ];
  return tableSection(
    'Finalize Checkout Session (web checkout)',
    [
      'row',
      'status',
      'code',
      'handled by',
      'class',
      'order',
      'the server',
      'the page says',
      'alert',
      'corrective action',
    ],
    rows.map((row) =>
      tableLine([
        row.row,
        row.httpStatus,
        `\`${row.code}\``,
        row.handledBy,
        classOf(row),
        row.effect,
        row.move,
        sentence(row.pageMessage),
        row.alert,
        row.action,
      ]),
    ),
  );
}

function widgetSection(): string {
  const rows: readonly WidgetRow[] = [...Object.values(WIDGET_CODES), UNKNOWN_WIDGET_ROW];
  return tableSection(
    'Widgets (page with address book, wallet and consent)',
    [
      'row',
      'code',
      'handled by',
      'class',
      'order',
      'the page',
      'the page says',
      'at the button',
      'alert',
      'corrective action',
    ],
    rows.map((row) => {
      const again = widgetReaction(row.code, 'wallet', { reloadedOnce: true }).action;
      const isSame = again === row.pageAction;
      return tableLine([
        row.row,
        `\`${row.code}\``,
        row.handledBy,
        classOf(row),
        row.effect,
        isSame ? row.pageAction : `${row.pageAction}, then ${again}`,
        sentence(row.message),
        row.hiddenOnButton ? 'nothing' : 'the same',
        row.alert,
        row.action,
      ]);
    }),
  );
}

function sentence(key: keyof typeof JA_JP | null): string {
  return key === null ? '-' : JA_JP[key];
}

function classOf({ class: rowClass, afterwards }: Pick<ServerRow, 'class' | 'afterwards'>): string {
  return afterwards === undefined ? rowClass : `${rowClass}, then ${afterwards}`;
}
