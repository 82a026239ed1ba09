/// <reference lib="dom" />
import { ELEMENT_IDS } from '../checkout-data';
import { type AmazonPay, loadAmazonPay } from './amazon-pay';
import { type PageData } from './page';

/** Calls of the shop's server; each is a path below the page's own. */
type CallName = 'cart' | 'complete' | 'cancel' | 'errors' | 'widgets/total' | 'widgets/pay';

/** What the page's script does to the world. */
export interface PageEffects {
  /** Undefined: no answer that can be used. Then nothing is known, and the page has to be shown anew. */
  readonly call: (name: CallName, body: object) => Promise<unknown>;
  /** Undefined: no answer this time. 404: the code opens nothing any more. */
  readonly askStatus: () => Promise<{ readonly httpStatus: number; readonly body: unknown } | undefined>;
  readonly write: (element: keyof typeof ELEMENT_IDS, text: string) => void;
  /** Says something below the button. `problem`: something the buyer has to know, not only how it goes on. */
  readonly say: (text: string, tone: 'progress' | 'problem') => void;
  /** Undefined: Amazon's script does not come. */
  readonly loadAmazonPay: () => Promise<AmazonPay | undefined>;
  /** Shows the page anew, after whatever is going on: the server knows where the order is. */
  readonly showAnew: () => void;
  readonly wait: (delayMs: number) => Promise<unknown>;
}

/** The effects of a page in a browser. */
export function createPageEffects(data: PageData): PageEffects {
  return {
    async call(name, body) {
      try {
        const response = await fetch(`${data('shopPath')}/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-csrf-token': data('csrfToken') },
          body: JSON.stringify(body),
          // A buyer who closes the page while paying must not stop the payment halfway.
          keepalive: true,
        });
        const answer: unknown = await response.json();
        // 409: another total than the page showed; the answer has the right one.
        return response.ok || response.status === 409 ? answer : undefined;
      } catch {
        return undefined;
      }
    },
    async askStatus() {
      try {
        const response = await fetch(`${data('shopPath')}/status`);
        return { httpStatus: response.status, body: await response.json() };
      } catch {
        return undefined;
      }
    },
    write(element, text) {
      const found = document.getElementById(ELEMENT_IDS[element]);
      if (found !== null) found.textContent = text;
    },
    say(text, tone) {
      const line = document.getElementById(ELEMENT_IDS.status);
      if (line === null) return;
      line.dataset['tone'] = tone;
      line.textContent = text;
    },
    loadAmazonPay: () => loadAmazonPay(data('scriptUrl')),
    showAnew() {
      setTimeout(() => {
        location.replace(data('shopPath'));
      });
    },
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
  };
}
