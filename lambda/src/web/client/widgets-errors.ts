import { type WidgetName, type WidgetPageAction } from '../../payment/codes/widget-codes';
import { textOf } from './page';
import { type WidgetErrorObject } from './widgets-amazon';
import { type WidgetEffects } from './widgets-effects';
import { type WidgetsData } from './widgets-page-data';
import { readPolicy } from './widgets-policy';

/** What an error may change in the flow. */
interface FlowControl {
  readonly isPaying: () => boolean;
  /** Whether `stop` was called: nothing is said or done any more. */
  readonly isOver: () => boolean;
  readonly agreementId: () => string | undefined;
  readonly signInAgain: () => void;
  readonly showAddressReadOnly: () => void;
  readonly consentIsThere: () => void;
  readonly paymentIsThere: () => void;
  /** Nothing can be ordered on this page any more. */
  readonly stop: () => void;
}

/** Takes the errors of each widget. */
export interface ErrorHandling {
  readonly of: (widget: WidgetName) => (error: WidgetErrorObject) => void;
  /** Takes away what was said before. */
  readonly clear: () => void;
}

/**
 * Does what the server's policy says about each error of a widget, and reports each. While an order is on its way errors
 * are only reported: what became of the money is told by the server then.
 * @see seed 001 (errors of the widgets)
 */
export function createErrorHandling(
  data: WidgetsData,
  effects: WidgetEffects,
  flow: FlowControl,
): ErrorHandling {
  const { call, show, text, go } = effects;
  const reactionOf = readPolicy(data('policy'));
  let isReadOnly = false;

  const again = (row: string): void => {
    go(`${data('shopPath')}/widgets?after=${row}`);
  };
  const acts: Readonly<Record<WidgetPageAction, (row: string) => void | Promise<void>>> = {
    // The spinner is gone by now; the buyer goes on in Amazon's own panel.
    removeSpinner: () => undefined,
    showAddressReadOnly: () => {
      // Once: an address that cannot even be shown would ask for itself for ever.
      if (!isReadOnly) flow.showAddressReadOnly();
      isReadOnly = true;
    },
    signInAgain: flow.signInAgain,
    backToCart: (row) => {
      go(`${data('shopPath')}?after=${row}`);
    },
    hideConsent: () => {
      show('consentPart', false);
      flow.consentIsThere();
    },
    startAgain: again,
    readThenStartAgain: async (row) => {
      const billingAgreementId = flow.agreementId();
      const read =
        billingAgreementId === undefined ? undefined : await call('widgets/total', { billingAgreementId });
      // The order may be paid by now, in another tab: its own page tells then.
      if (textOf(read, 'next') === 'anew') effects.showAnew();
      else again(row);
    },
    reloadOnce: again,
    keepPaymentMethod: flow.paymentIsThere,
    hideAmazonPay: () => {
      for (const part of ['signIn', 'choices', 'orderPart'] as const) show(part, false);
      flow.stop();
    },
  };

  function failed(widget: WidgetName, error: WidgetErrorObject): void {
    const code = wordOf(error.getErrorCode());
    show('spinner', false);
    void call('errors', { source: widget, code });
    if (flow.isPaying() || flow.isOver()) return;
    const { action, row, message, hint, contact, otherWay } = reactionOf(code, widget);
    if (message !== '' || hint !== '') {
      text('errorMessage', message);
      text('errorHint', hint);
      show('errorContact', contact);
      show('errorOtherWay', otherWay);
      show('errorBox', true);
      effects.reveal('errorBox');
    }
    // In the sandbox only are there places for these.
    show('debug', true);
    text('debugCode', code);
    text('debugMessage', String(error.getErrorMessage()));
    if (isAction(acts, action)) void acts[action](row);
  }

  return {
    of: (widget) => (error) => {
      failed(widget, error);
    },
    clear: () => {
      isReadOnly = false;
      show('errorBox', false);
    },
  };
}

/** Only letters, digits and their joints leave the page: anything could stand in an error. */
function wordOf(code: unknown): string {
  return (typeof code === 'string' ? code : '').replace(/[^A-Za-z0-9_.-]/g, '').slice(0, 64) || 'unknown';
}

function isAction(acts: object, action: string): action is WidgetPageAction {
  return Object.hasOwn(acts, action);
}
