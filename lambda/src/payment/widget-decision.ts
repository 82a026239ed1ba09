import {
  UNKNOWN_WIDGET_ROW,
  WIDGET_CODES,
  type WidgetMessage,
  type WidgetName,
  type WidgetPageAction,
  type WidgetRow,
} from './codes/widget-codes';

/** What the page says and does about an error of a widget. `message`: null where the page says nothing. */
export interface WidgetReaction {
  readonly message: WidgetMessage | null;
  readonly action: WidgetPageAction;
}

/** What happened before. `reloadedOnce`: the page was loaded anew because of an error already. */
export interface WidgetSituation {
  readonly reloadedOnce: boolean;
}

/** Actions that load the page anew: done twice for nothing, they would never end. */
const RELOADING: readonly WidgetPageAction[] = ['startAgain', 'readThenStartAgain', 'reloadOnce'];

/**
 * Decides what the page does about an error code of a widget. ITP takes no action: only what covers the widgets is taken
 * away. An error that the button hides is not said for the button. After a page that was loaded anew in vain another way
 * is offered.
 * @see seed 001 (errors of the widgets, sample of ITP and BuyerSessionExpired); outcome-table.md, rows b06-b21
 */
export function widgetReaction(
  code: string,
  widget: WidgetName,
  { reloadedOnce }: WidgetSituation,
): WidgetReaction {
  const { message, hiddenOnButton, pageAction } = widgetRowOf(code);
  return {
    message: hiddenOnButton && widget === 'button' ? null : message,
    action: reloadedOnce && RELOADING.includes(pageAction) ? 'hideAmazonPay' : pageAction,
  };
}

/** The row of a code, own keys only; for a code without one, the row of unknown codes. */
export function widgetRowOf(code: string): WidgetRow {
  const rows: Readonly<Record<string, WidgetRow>> = WIDGET_CODES;
  return (Object.hasOwn(rows, code) ? rows[code] : undefined) ?? UNKNOWN_WIDGET_ROW;
}
