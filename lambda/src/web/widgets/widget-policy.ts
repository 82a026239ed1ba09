import { WIDGET_CODES, type WidgetName, type WidgetPageAction } from '../../payment/codes/widget-codes';
import {
  type WidgetReaction,
  widgetReaction,
  widgetRowOf,
  type WidgetSituation,
} from '../../payment/widget-decision';
import { type PromptKey } from '../../voice/prompts';
import { type Say } from '../page-text';

/** What the page adds to an action: a sentence of its own, the shop's contact, the link to the other way to pay. */
interface Addition<Hint> {
  readonly hint: Hint;
  readonly contact: boolean;
  readonly otherWay: boolean;
}

const NOTHING = { hint: null, contact: false, otherWay: false } as const;
const AGAIN = { ...NOTHING, hint: 'pageWidgetsHintAgain' } as const;

/** What stands beside each action's message. A hint says first what happened to the money. */
const ADDITIONS = {
  removeSpinner: NOTHING,
  showAddressReadOnly: { hint: 'pageWidgetsHintAddress', contact: true, otherWay: false },
  signInAgain: { ...NOTHING, hint: 'pageWidgetsHintSignIn' },
  backToCart: NOTHING,
  hideConsent: { ...NOTHING, hint: 'pageWidgetsHintConsent' },
  startAgain: AGAIN,
  readThenStartAgain: AGAIN,
  reloadOnce: AGAIN,
  keepPaymentMethod: { hint: 'pageWidgetsHintPayment', contact: true, otherWay: true },
  hideAmazonPay: { hint: 'pageWidgetsHintOther', contact: true, otherWay: true },
} as const satisfies Record<WidgetPageAction, Addition<PromptKey | null>>;

/** The reactions to one code by widget. `row`: its row in the outcome table, which a page that is loaded anew is told. */
interface CodePolicy {
  readonly row: string;
  readonly widgets: Readonly<Record<WidgetName, WidgetReaction>>;
}

/**
 * Everything that the page's script does about errors: by code and widget what is said and done. `other`: for any code
 * that is not in `codes`. `texts`: messages by key. `additions`: by action; an empty hint is none.
 */
export interface WidgetPolicy {
  readonly codes: Readonly<Record<string, CodePolicy>>;
  readonly other: CodePolicy;
  readonly texts: Readonly<Record<string, string>>;
  readonly additions: Readonly<Record<string, Addition<string>>>;
}

/**
 * Writes the decision out for the page's script, which so decides nothing itself.
 * @see outcome-table.md, rows b06-b21
 */
export function widgetPolicy(say: Say, situation: WidgetSituation): WidgetPolicy {
  const policyOf = (code: string): CodePolicy => ({
    row: widgetRowOf(code).row,
    widgets: {
      button: widgetReaction(code, 'button', situation),
      addressBook: widgetReaction(code, 'addressBook', situation),
      wallet: widgetReaction(code, 'wallet', situation),
      consent: widgetReaction(code, 'consent', situation),
    },
  });
  const messages = Object.values(WIDGET_CODES).flatMap(({ message }) => (message === null ? [] : [message]));
  return {
    codes: Object.fromEntries(Object.keys(WIDGET_CODES).map((code) => [code, policyOf(code)])),
    other: policyOf(''),
    texts: Object.fromEntries(messages.map((key) => [key, say(key)])),
    additions: Object.fromEntries(
      Object.entries(ADDITIONS).map(([action, { hint, contact, otherWay }]) => [
        action,
        { hint: hint === null ? '' : say(hint), contact, otherWay },
      ]),
    ),
  };
}
