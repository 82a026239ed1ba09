import { createSay } from '../../../../lambda/src/web/page-text';
import {
  type BegunAgreement,
  type ConsentStatus,
  type OffAmazonPayments,
  type WidgetErrorObject,
} from '../../../../lambda/src/web/client/widgets-amazon';
import { type WidgetEffects, type WidgetElement } from '../../../../lambda/src/web/client/widgets-effects';
import { createWidgetFlow, type WidgetFlow } from '../../../../lambda/src/web/client/widgets-flow';
import { type WidgetsData } from '../../../../lambda/src/web/client/widgets-page-data';
import { widgetPolicy } from '../../../../lambda/src/web/widgets/widget-policy';

type WidgetKind = 'button' | 'addressBook' | 'wallet' | 'consent';

/** What a widget was made with: whatever the page handed over. */
interface MadeWidget {
  readonly kind: WidgetKind;
  readonly boundTo: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A widget page without a browser: Amazon's widgets and the shop's server as the test plays them. */
export interface WidgetsStage {
  readonly flow: WidgetFlow;
  readonly made: MadeWidget[];
  /** Calls of the shop's server, in order. */
  readonly calls: (readonly [name: string, body: unknown])[];
  /** Texts by element; the status line is `status` and its tone `tone`, the summary `shipping` and `total`. */
  readonly texts: Map<string, string>;
  readonly shown: Map<WidgetElement, boolean>;
  readonly focused: WidgetElement[];
  readonly revealed: WidgetElement[];
  /** Where the page went instead of staying; `anew` is the order's own page. */
  readonly went: string[];
  isOrderEnabled(): boolean;
  /** The next call of this name is answered so (a promise: later); without an answer there is none. */
  answer(name: string, answer: unknown): void;
  /** Starts the page and signs the buyer in. */
  signIn(): Promise<void>;
  /** The buyer signs in and chooses: an address in Tokyo for 3192 yen, and a payment method. */
  chooseAll(): Promise<void>;
  chooseAddress(): Promise<void>;
  choosePayment(): void;
  /** The agreement that a widget began, as Amazon tells the page. */
  begin(agreementId?: string): Promise<void>;
  consent(status: unknown): void;
  fail(kind: WidgetKind, code: unknown): Promise<void>;
}

/** How a stage may differ. */
export interface StageOptions {
  readonly data?: Partial<Record<string, string>>;
  readonly reloadedOnce?: boolean;
  readonly scriptComes?: boolean;
  readonly buyerSignsIn?: boolean;
}

export const AGREEMENT = 'C03-1234567-1234567';
/** What the server answers for two bags of blend to Tokyo. */
export const TOKYO = totals('600', '3192');

/** Totals as the server writes them. */
export function totals(shipping: string, total: string): object {
  return {
    totalShippingAmount: { amount: shipping, currencyCode: 'JPY' },
    totalChargeAmount: { amount: total, currencyCode: 'JPY' },
  };
}

/** Opens a stage. */
export function openStage(options: StageOptions = {}): WidgetsStage {
  const { reloadedOnce = false, scriptComes = true, buyerSignsIn = true } = options;
  const settings: Readonly<Record<string, string | undefined>> = {
    shopPath: '/checkout/ABCD2345',
    merchantId: 'A1KOEMISELOCAL',
    storeId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
    productType: 'PayAndShip',
    needsConsent: 'false',
    yenText: '{amountYen}円',
    freeText: '無料',
    placeChosenText: '送料は{shipping}、合計は{total}です。',
    missingText: 'ボタンを表示できませんでした。',
    payingText: 'お支払いの手続きをしています。',
    faultText: '問題が起きました。',
    policy: JSON.stringify(widgetPolicy(createSay({ merchantName: 'こえみせ珈琲' }), { reloadedOnce })),
    ...options.data,
  };
  const data: WidgetsData = (name) => settings[name] ?? '';
  const made: MadeWidget[] = [];
  const calls: (readonly [string, unknown])[] = [];
  const answers = new Map<string, unknown[]>();
  const texts = new Map<string, string>();
  const shown = new Map<WidgetElement, boolean>();
  const focused: WidgetElement[] = [];
  const revealed: WidgetElement[] = [];
  const went: string[] = [];
  let enabled = false;
  const effects: WidgetEffects = {
    call: (name, body) => {
      calls.push([name, body]);
      return Promise.resolve(answers.get(name)?.shift());
    },
    write: (element, text) => texts.set(element, text),
    say: (text, tone) => texts.set('status', text).set('tone', tone),
    showAnew: () => went.push('anew'),
    loadWidgets: () => Promise.resolve(scriptComes ? amazonOf(made) : undefined),
    signIn: (then) => {
      then(buyerSignsIn);
    },
    show: (element, isShown) => shown.set(element, isShown),
    text: (element, text) => texts.set(element, text),
    empty: () => undefined,
    focus: (element) => focused.push(element),
    reveal: (element) => revealed.push(element),
    idOf: (element) => element,
    enableOrder: (isEnabled) => {
      enabled = isEnabled;
    },
    go: (path) => went.push(path),
  };
  const flow = createWidgetFlow(data, effects);
  const latest = (kind: WidgetKind): MadeWidget => {
    const widget = made.filter((one) => one.kind === kind).at(-1);
    if (widget === undefined) throw new Error(`the page has made no ${kind}`);
    return widget;
  };
  const tell = (kind: WidgetKind, event: string, value?: unknown): void => {
    const handler = latest(kind).options[event];
    if (typeof handler !== 'function') throw new Error(`the ${kind} has no ${event}`);
    Reflect.apply(handler, undefined, [value]);
  };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const stage: WidgetsStage = {
    flow,
    made,
    calls,
    texts,
    shown,
    focused,
    revealed,
    went,
    isOrderEnabled: () => enabled,
    answer: (name, answer) => answers.set(name, [...(answers.get(name) ?? []), answer]),
    async signIn() {
      await flow.start();
      tell('button', 'authorization');
    },
    async chooseAll() {
      await stage.signIn();
      await stage.begin();
      stage.answer('widgets/total', TOKYO);
      await stage.chooseAddress();
      stage.choosePayment();
    },
    async chooseAddress() {
      tell('addressBook', 'onAddressSelect');
      await settled();
    },
    choosePayment: () => {
      tell('wallet', 'onPaymentSelect');
    },
    async begin(agreementId = AGREEMENT) {
      const begun: BegunAgreement = { getAmazonBillingAgreementId: () => agreementId };
      tell(made.some(({ kind }) => kind === 'addressBook') ? 'addressBook' : 'wallet', 'onReady', begun);
      await settled();
    },
    consent: (status) => {
      const given: ConsentStatus = { getConsentStatus: () => status };
      tell('consent', 'onConsent', given);
    },
    async fail(kind, code) {
      const error: WidgetErrorObject = {
        getErrorCode: () => code,
        getErrorMessage: () => `about ${String(code)}`,
      };
      tell(kind, 'onError', error);
      await settled();
    },
  };
  return stage;
}

function amazonOf(made: MadeWidget[]): OffAmazonPayments {
  const note = (kind: WidgetKind, boundTo: string, options: object): void => {
    made.push({ kind, boundTo, options: { ...options } });
  };
  const widget = (kind: WidgetKind) =>
    class {
      constructor(private readonly options: object) {}

      bind(elementId: string): void {
        note(kind, elementId, this.options);
      }
    };
  return {
    Button: class {
      constructor(
        readonly elementId: string,
        sellerId: string,
        options: object,
      ) {
        note('button', elementId, { sellerId, ...options });
      }
    },
    Widgets: { AddressBook: widget('addressBook'), Wallet: widget('wallet'), Consent: widget('consent') },
  };
}
