import { type AmazonPay, type ButtonOptions } from '../../../../lambda/src/web/client/amazon-pay';
import { type PageData, pageData } from '../../../../lambda/src/web/client/page';
import { type PageEffects } from '../../../../lambda/src/web/client/page-effects';

/** A page without a browser: what the script calls and writes is kept, what the server answers is set by the test. */
export interface PageStage {
  readonly data: PageData;
  readonly effects: PageEffects;
  /** Calls of the shop's server with their bodies. */
  readonly calls: (readonly [name: string, body: object])[];
  /** What stands in an element now. */
  readonly shown: Record<string, string>;
  /** Everything the line below the button has said; problems begin with an exclamation mark. */
  readonly said: string[];
  readonly waits: number[];
  /** How often the page was shown anew. */
  anew: number;
  /** Answers of the server by call; absent: none comes. */
  answers: Record<string, unknown>;
  /** Answers to "where is the order"; the last one stays. */
  statuses: ({ readonly httpStatus: number; readonly body: unknown } | undefined)[];
  /** What Amazon's script was asked to show. */
  button: { readonly selector: string; readonly options: ButtonOptions } | undefined;
  /** Undefined: Amazon's script does not come. */
  amazonPay: AmazonPay | undefined;
}

const DATA = {
  shopPath: '/checkout/ABCD2345',
  csrfToken: 'token',
  scriptUrl: 'http://127.0.0.1:4000/checkout.js',
  merchantId: 'A1KOEMISELOCAL',
  storeId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
  storeName: 'こえみせ珈琲',
  orderId: '261122-482109',
  sandbox: 'true',
  productType: 'PayAndShip',
  paymentIntent: 'AuthorizeWithCapture',
  canHandlePending: 'false',
  estimatedYen: '3192',
  chargePermissionType: 'OneTime',
  monthlyYen: '',
  yenText: '{amountYen}円',
  freeText: '無料',
  placeChosenText: '送料は{shipping}、合計は{total}です。',
  loadingText: '読み込み中',
  missingText: 'ボタンなし',
  payingText: '手続き中',
  cancelledText: 'やめました',
  faultText: '問題',
};

/** Sets one up. `changes`: settings of the page that differ. */
export function setStage(changes: Partial<Record<keyof typeof DATA, string>> = {}): PageStage {
  const stage: PageStage = {
    data: pageData({ ...DATA, ...changes }),
    effects: {
      call: (name, body) => {
        stage.calls.push([name, body]);
        return Promise.resolve(stage.answers[name]);
      },
      askStatus: () =>
        Promise.resolve(stage.statuses.length > 1 ? stage.statuses.shift() : stage.statuses[0]),
      write: (element, text) => {
        stage.shown[element] = text;
      },
      say: (text, tone) => {
        stage.said.push(tone === 'problem' ? `!${text}` : text);
      },
      loadAmazonPay: () => Promise.resolve(stage.amazonPay),
      showAnew: () => {
        stage.anew += 1;
      },
      wait: (delayMs) => {
        stage.waits.push(delayMs);
        return Promise.resolve();
      },
    },
    calls: [],
    shown: {},
    said: [],
    waits: [],
    anew: 0,
    answers: {},
    statuses: [],
    button: undefined,
    amazonPay: {
      renderJSButton: (selector, options) => {
        stage.button = { selector, options };
      },
    },
  };
  return stage;
}
