import { createServer } from 'node:http';
import { type Completion } from '../../../lambda/src/checkout/complete-checkout';
import { codeOf, issueLink } from '../../../lambda/src/checkout/issue-link';
import { LOCAL_DEFAULTS, readConfig } from '../../../lambda/src/config';
import { type Order } from '../../../lambda/src/orders/order';
import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop } from '../../../lambda/src/shop/shop';
import { createOwnTries } from '../../../lambda/src/web/own-tries';
import { type WebDeps } from '../../../lambda/src/web/web-deps';
import { createWebRouter } from '../../../lambda/src/web/web-router';
import { closeServer, listenOnLoopback } from '../../simulator/local-dynamo';
import { memoryStore, type MemoryStore } from '../../support/memory-store';
import { recordingLog, type RecordingLog } from '../../support/recording-log';
import { anOrder } from '../orders/an-order';

/** 2026-11-25 12:00 in Japan. */
const NOW_MS = Date.parse('2026-11-25T03:00:00Z');

/** The shop's pages over real HTTP, with a clock that moves only when told, and one waiting order. */
export interface WebBench {
  readonly url: string;
  readonly code: string;
  readonly store: MemoryStore;
  readonly log: RecordingLog;
  readonly deps: WebDeps;
  /** How long each plain answer was held back, in milliseconds. */
  readonly waits: number[];
  /** Checkout sessions that were handed in to be completed. */
  readonly completed: string[];
  order(): Promise<Order>;
  /** Writes the order anew with these fields, whatever its state allows. */
  change(changes: Partial<Order>): Promise<void>;
  /** Lets another order wait; gives its code. */
  anotherOrder(orderId: string): Promise<string>;
  /** Lets time pass. */
  pass(elapsedMs: number): void;
  close(): Promise<void>;
}

/** How a bench may differ. `order`: undefined fields stay as an order of two bags of blend. */
export interface WebBenchOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly order?: Partial<Order>;
  readonly complete?: (order: Order, store: MemoryStore) => Promise<Completion>;
  readonly deps?: (deps: WebDeps) => Partial<WebDeps>;
}

const WEB_SETTINGS = {
  SHOP_URL: 'https://shop.koemise.example',
  AMAZON_PAY_STORE_ID: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
  AMAZON_PAY_PUBLIC_KEY_ID: 'SANDBOX-ABCDEFGHIJKLMNOPQRSTUVWX',
  AMAZON_PAY_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\nnone\n-----END PRIVATE KEY-----',
  // Each test is another buyer at another address, and says so as a proxy would.
  TRUSTED_PROXIES: '1',
};

const ASSETS = { checkoutJs: '/* checkout */', widgetsJs: '/* widgets */', styleCss: '/* style */' };

/** Opens one; `close()` closes it. */
export async function openWebBench(options: WebBenchOptions = {}): Promise<WebBench> {
  let nowMs = NOW_MS;
  let numbers = 0;
  const now = (): number => nowMs;
  const store = memoryStore();
  const log = recordingLog();
  const waits: number[] = [];
  const completed: string[] = [];
  const config = readConfig({ ...LOCAL_DEFAULTS, ...WEB_SETTINGS, ...options.environment });
  if (config.web === undefined) throw new Error('the web checkout is not set up');
  const tries = createOwnTries(now, 60_000);
  const deps: WebDeps = {
    config,
    web: config.web,
    shop: parseShop(shopFile),
    store,
    cv2: NO_CALLS,
    log,
    now,
    assets: ASSETS,
    limiterStore: {
      increment: (key) => ({ totalHits: tries.increment(key), resetTime: undefined }),
      decrement: (key) => {
        tries.decrement(key);
      },
      resetKey: () => undefined,
    },
    complete: (_deps, order, sessionId) => {
      completed.push(sessionId);
      return options.complete?.(order, store) ?? Promise.resolve({ status: 'error', state: order.state });
    },
    wait: (delayMs) => {
      waits.push(delayMs);
      nowMs += delayMs;
      return Promise.resolve();
    },
    random: () => {
      numbers += 1;
      return numbers / 1000;
    },
  };
  const begun = anOrder({ createdAtMs: NOW_MS, updatedAtMs: NOW_MS, ...options.order });
  const letWait = async (order: Order): Promise<string> => {
    await store.createOrder(order);
    const issued = await issueLink(deps, order);
    const made = issued && codeOf(issued, config.tokenSecret);
    if (made === undefined) throw new Error('the order has no link');
    return made;
  };
  const code = await letWait(begun);
  const server = createServer(createWebRouter({ ...deps, ...options.deps?.(deps) }));
  const port = await listenOnLoopback(server, 0);
  const order = async (): Promise<Order> => {
    const stored = await store.readOrder(begun.orderId);
    if (stored === undefined) throw new Error('the order is gone');
    return stored;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    code,
    deps,
    store,
    log,
    waits,
    completed,
    order,
    change: async (changes) => {
      store.put({ ...(await order()), ...changes });
    },
    anotherOrder: (orderId) => letWait({ ...begun, orderId }),
    pass: (elapsedMs) => {
      nowMs += elapsedMs;
    },
    close: () => closeServer(server),
  };
}

/** Nothing of these tests reaches Amazon Pay. */
const refuse = (): never => {
  throw new Error('no call to Amazon Pay in this test');
};
const NO_CALLS: WebDeps['cv2'] = {
  getCheckoutSession: refuse,
  finalizeCheckoutSession: refuse,
  getCharge: refuse,
  getChargePermission: refuse,
};
