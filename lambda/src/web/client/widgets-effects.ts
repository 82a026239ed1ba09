/// <reference lib="dom" />
import { WIDGET_IDS } from '../widgets/widgets-data';
import { property } from './page';
import { createPageEffects, type PageEffects } from './page-effects';
import { type WidgetsData } from './widgets-page-data';
import { loadWidgets, type OffAmazonPayments } from './widgets-amazon';

/** An element of the widget page, by its name. */
export type WidgetElement = keyof typeof WIDGET_IDS;

/** What the widget page's script does to the world. */
export interface WidgetEffects extends Pick<PageEffects, 'call' | 'write' | 'say' | 'showAnew'> {
  /** Undefined: Amazon's script does not come. */
  readonly loadWidgets: () => Promise<OffAmazonPayments | undefined>;
  /** Asks the buyer to sign in; `then` is called once, with whether they did. */
  readonly signIn: (then: (isSignedIn: boolean) => void) => void;
  readonly show: (element: WidgetElement, isShown: boolean) => void;
  readonly text: (element: WidgetElement, text: string) => void;
  readonly empty: (element: WidgetElement) => void;
  readonly focus: (element: WidgetElement) => void;
  /** Brings an element into view, where it is not. */
  readonly reveal: (element: WidgetElement) => void;
  /** Amazon's widgets are bound to elements by their ids. */
  readonly idOf: (element: WidgetElement) => string;
  readonly enableOrder: (isEnabled: boolean) => void;
  /** Goes to another page of the shop instead of this one. */
  readonly go: (path: string) => void;
}

/** What the shop wants to know of a buyer: payment and delivery, no profile. */
const SCOPE = 'payments:widget payments:shipping_address';

/** The effects of a widget page in a browser. */
export function createWidgetEffects(data: WidgetsData): WidgetEffects {
  const { call, write, say, showAnew } = createPageEffects(data);
  return {
    call,
    write,
    say,
    showAnew,
    loadWidgets: () => loadWidgets(data('scriptUrl'), data('storeId')),
    signIn(then) {
      window.amazon?.Login?.authorize({ scope: SCOPE, popup: true }, (answer) => {
        then(property(answer, 'error') === undefined);
      });
    },
    show(element, isShown) {
      const found = elementOf(element);
      if (found !== null) found.hidden = !isShown;
    },
    text(element, text) {
      const found = elementOf(element);
      if (found !== null) found.textContent = text;
    },
    empty(element) {
      elementOf(element)?.replaceChildren();
    },
    focus(element) {
      elementOf(element)?.focus();
    },
    reveal(element) {
      elementOf(element)?.scrollIntoView({ block: 'nearest' });
    },
    idOf: (element) => WIDGET_IDS[element],
    enableOrder(isEnabled) {
      elementOf('order')?.toggleAttribute('disabled', !isEnabled);
    },
    go(path) {
      location.replace(path);
    },
  };
}

function elementOf(element: WidgetElement): HTMLElement | null {
  return document.getElementById(WIDGET_IDS[element]);
}
