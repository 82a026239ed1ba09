/// <reference lib="dom" />
/**
 * Stands in for Amazon's Widgets.js of CV1: the same interface, with widgets that stand in the page itself. Sandbox and
 * live are two addresses of the same script.
 * @see seed 001; amazon-pay-server-apis.md, section 14
 */
import { createAskAmazon, originOfThisScript } from './ask-amazon';
import { LOGIN } from './sign-in';
import { createWidgets } from './widgets';
import { openWidgetButton, type WidgetButtonOptions } from './widgets-button';
import { addToAmazon } from './window';

/** What a page may have waiting for this script. */
interface WaitingPage {
  readonly onAmazonLoginReady?: () => void;
  readonly onAmazonPaymentsReady?: () => void;
  OffAmazonPayments?: object;
}

const { origin, path } = originOfThisScript();
const world = { ask: createAskAmazon(origin), sandbox: path.includes('/sandbox/') };
const page: WaitingPage = window;

page.OffAmazonPayments = {
  // Called with `new`, as a class is.
  Button: function (containerId: string, sellerId: string, options: WidgetButtonOptions = {}): void {
    openWidgetButton(world, { containerId, sellerId }, options);
  },
  Widgets: createWidgets(world),
};
addToAmazon({ Login: LOGIN });
// As Amazon's script: first the sign-in is ready, then the widgets, and never before the page's own script has run.
setTimeout(() => {
  page.onAmazonLoginReady?.();
  page.onAmazonPaymentsReady?.();
});
