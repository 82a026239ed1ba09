import { type CheckoutDeps } from '../../../lambda/src/checkout/checkout-deps';
import { issueLink } from '../../../lambda/src/checkout/issue-link';
import { LOCAL_DEFAULTS, readConfig } from '../../../lambda/src/config';
import { type Order } from '../../../lambda/src/orders/order';
import { type OrderStore } from '../../../lambda/src/orders/store';
import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop } from '../../../lambda/src/shop/shop';
import { runPass } from '../../../lambda/src/worker/run-worker';
import { type WorkerDeps } from '../../../lambda/src/worker/worker-deps';
import { SESSION_ADDRESS, type SessionAsk } from '../../simulator/amazon-pay-server/open-objects';
import { memoryStore, type MemoryStore } from '../../support/memory-store';
import { recordingLog, type RecordingLog } from '../../support/recording-log';
import { type Bench, CV2_SETTINGS, startBench } from '../amazon-pay/server-bench';
import { anOrder } from '../orders/an-order';

/** A waiting order of two bags of blend before the simulated Amazon Pay: 2592 yen, and 600 yen to Tokyo. */
export interface CheckoutBench {
  readonly bench: Bench;
  readonly deps: CheckoutDeps;
  readonly worker: WorkerDeps;
  readonly store: MemoryStore;
  readonly log: RecordingLog;
  /** The order as it is stored now. */
  order(): Promise<Order>;
  /** A session as the page makes it: two bags to Tokyo for 3192 yen; any field changed. */
  openSession(ask?: Partial<SessionAsk>): string;
  /** Lets time pass and the background work once. */
  after(elapsedMs: number): Promise<void>;
  /** How much was captured in all, by Amazon Pay's own books. */
  capturedYen(): number;
}

/** How a bench may differ. */
export interface CheckoutBenchOptions {
  readonly intent?: 'AuthorizeWithCapture' | 'Authorize' | 'Confirm';
  readonly canHandlePending?: boolean;
  readonly order?: Partial<Order>;
  readonly wrapStore?: (store: MemoryStore) => OrderStore;
}

/** Opens one; `bench.close()` closes it. */
export async function openCheckoutBench(options: CheckoutBenchOptions = {}): Promise<CheckoutBench> {
  const { intent = 'AuthorizeWithCapture', canHandlePending = false } = options;
  const bench = await startBench();
  const store = memoryStore();
  const log = recordingLog();
  const config = readConfig({
    ...LOCAL_DEFAULTS,
    SHOP_URL: 'https://shop.koemise.example',
    AMAZON_PAY_STORE_ID: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
    AMAZON_PAY_PUBLIC_KEY_ID: CV2_SETTINGS.publicKeyId,
    AMAZON_PAY_PRIVATE_KEY: CV2_SETTINGS.privateKey,
    AMAZON_PAY_PAYMENT_INTENT: intent,
    AMAZON_PAY_CAN_HANDLE_PENDING: String(canHandlePending),
  });
  if (config.web === undefined) throw new Error('the web checkout is not set up');
  const { now } = bench.effects;
  const deps: CheckoutDeps = {
    config,
    web: config.web,
    shop: parseShop(shopFile),
    store: options.wrapStore?.(store) ?? store,
    cv2: bench.cv2,
    log,
    now,
  };
  const begun = anOrder({ createdAtMs: now(), updatedAtMs: now(), ...options.order });
  await store.createOrder(begun);
  await issueLink({ ...deps, store }, begun);
  const worker: WorkerDeps = {
    store,
    shop: deps.shop,
    log,
    now,
    owner: 'worker-1',
    mayRepeatCharge: false,
    checkoutCalls: bench.cv2,
  };
  return {
    bench,
    deps,
    worker,
    store,
    log,
    order: async () => {
      const order = await store.readOrder(begun.orderId);
      if (order === undefined) throw new Error('the order is gone');
      return order;
    },
    openSession: (ask = {}) =>
      bench.server.openSession({
        chargeYen: 3192,
        address: SESSION_ADDRESS,
        paymentIntent: intent,
        canHandlePendingAuthorization: canHandlePending,
        ...ask,
      }),
    after: async (elapsedMs) => {
      bench.passTime(elapsedMs);
      await runPass(worker);
    },
    capturedYen: () =>
      [...bench.server.ledger.captures.values()].reduce((sum, { amountYen }) => sum + amountYen, 0),
  };
}

/** The bench of one test file: `open` it in a test, read it as `now()`; it is closed after each test. */
export function benchOfTests<Options extends unknown[], Opened extends Pick<CheckoutBench, 'bench'>>(
  openBench: (...options: Options) => Promise<Opened>,
): { readonly open: (...options: Options) => Promise<Opened>; readonly now: () => Opened } {
  let opened: Opened | undefined;
  afterEach(async () => {
    await opened?.bench.close();
    opened = undefined;
  });
  return {
    open: async (...options) => {
      opened = await openBench(...options);
      return opened;
    },
    now: () => {
      if (opened === undefined) throw new Error('the test has not opened the shop');
      return opened;
    },
  };
}
