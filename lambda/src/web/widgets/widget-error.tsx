import { type VNode } from 'preact';
import { Contact } from '../pages/layout';
import { WIDGET_IDS } from './widgets-data';
import { type WidgetsPageProps } from './widgets-page';

/**
 * Where errors of the widgets stand: the prescribed message, what the buyer can do, and where it helps the contact and
 * the other way to pay. Empty until there is one. Code and text of Amazon's error have a place in the sandbox only.
 * @see seed 001 (debug error code and message)
 */
export function WidgetError({
  say,
  shop,
  data,
  sandbox,
}: Pick<WidgetsPageProps, 'say' | 'shop' | 'data' | 'sandbox'>): VNode {
  return (
    <>
      <div role="alert">
        <div class="notice bad" id={WIDGET_IDS.errorBox} hidden>
          <p id={WIDGET_IDS.errorMessage} />
          <p id={WIDGET_IDS.errorHint} />
          <div id={WIDGET_IDS.errorContact} hidden>
            <Contact say={say} shop={shop} />
          </div>
          <p id={WIDGET_IDS.errorOtherWay} hidden>
            <a href={data.shopPath}>{say('pageWidgetsOtherWay')}</a>
          </p>
        </div>
      </div>
      {sandbox ? (
        <dl class="facts" id={WIDGET_IDS.debug} hidden>
          <div>
            <dt>{say('pageWidgetsDebugCode')}</dt>
            <dd id={WIDGET_IDS.debugCode} />
          </div>
          <div>
            <dt>{say('pageWidgetsDebugMessage')}</dt>
            <dd id={WIDGET_IDS.debugMessage} />
          </div>
        </dl>
      ) : null}
    </>
  );
}
