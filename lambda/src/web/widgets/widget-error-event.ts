import { widgetRowOf } from '../../payment/widget-decision';
import { type LogFields } from '../../telemetry/log';
import { type PageError } from '../page-error';

/** An error of a widget as the server notes it. `action`: what the merchant has to do; absent: no alert. */
export interface WidgetErrorEvent {
  readonly fields: LogFields;
  readonly action?: string | undefined;
}

const WIDGETS: readonly string[] = ['button', 'addressBook', 'wallet', 'consent'];
/** Every code of the widgets has this form. Whatever else a browser sends as a code is not written down. */
const CODE = /^[A-Za-z]{3,64}$/;

/**
 * What is written down about an error that the page reported: widget, code and row, nothing about the person.
 * Undefined: the report is not about a widget.
 * @see outcome-table.md, rows b06-b21; endpoint-security.md, section 6
 */
export function widgetErrorEvent({ source, code }: PageError): WidgetErrorEvent | undefined {
  if (!WIDGETS.includes(source)) return undefined;
  const { row, alert, action } = widgetRowOf(code);
  const logged = CODE.test(code) ? code : '(misshapen)';
  const fields = { step: 'widgetError', operation: source, code: logged, row };
  return alert === 'each' ? { fields, action } : { fields };
}
