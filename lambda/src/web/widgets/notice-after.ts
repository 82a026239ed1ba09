import {
  UNKNOWN_WIDGET_ROW,
  WIDGET_CODES,
  type WidgetMessage,
  type WidgetPageAction,
  type WidgetRow,
} from '../../payment/codes/widget-codes';

const ROWS: readonly WidgetRow[] = [...Object.values(WIDGET_CODES), UNKNOWN_WIDGET_ROW];

/** Actions that lead to another page, which then says why. */
const LEADING: Readonly<Record<'checkout' | 'widgets', readonly WidgetPageAction[]>> = {
  checkout: ['backToCart'],
  widgets: ['startAgain', 'readThenStartAgain', 'reloadOnce'],
};

/**
 * The message of the error after which a buyer was led to a page. `after`: the row that stands in the page's address, of
 * any form. Undefined: none led there.
 */
export function noticeAfter(page: keyof typeof LEADING, after: unknown): WidgetMessage | undefined {
  const led = ROWS.find(({ row, pageAction }) => row === after && LEADING[page].includes(pageAction));
  return led?.message ?? undefined;
}
