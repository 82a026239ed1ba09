/** What a world is made of: clock, store, Amazon Pay, servers, judge. */
import { LOCAL_DEFAULTS, readConfig } from '../../../lambda/src/config';
import type { Order } from '../../../lambda/src/orders/order';
import { buyerKeyOf } from '../../../lambda/src/orders/token';
import shopFile from '../../../lambda/src/shop/shop.json';
import { findProduct, parseShop, type Shop } from '../../../lambda/src/shop/shop';
import { merchantAccount } from '../amazon-pay/account';
import { createAmazonPay, type AmazonPay } from '../amazon-pay/amazon-pay';
import { createLedger } from '../amazon-pay/ledger';
import { createChargeReader } from '../charge-reader';
import { watchedReader } from './watched-reader';
import { createFaults, type Faults } from './faults';
import type { Household } from './household';
import { keptStore } from './kept-store';
import { createJudge, type Judge } from './judge';
import { judgingLog } from './judging-log';
import { createDice, type Dice } from './random';
import { createScheduler } from './scheduler';
import { createSkillHosts, type SkillHosts, type SkillWorld } from './skill-hosts';
import { createTrace } from './trace';
import type { VariantWorld } from './variant';
import type { WorldSettings } from './world';
import type { WorkerWorld } from './worker-line';

const CONFIG = readConfig(LOCAL_DEFAULTS);
export const SKILL_ID = CONFIG.skillId;
const TOKEN_SECRET = CONFIG.tokenSecret;
const START_MS = Date.parse('2026-11-22T03:00:00Z');
const SHOP = parseShop(shopFile);
/** The same goods after a change of prices. */
const DEARER: Shop = {
  ...SHOP,
  products: SHOP.products.map((product) => ({ ...product, priceYen: product.priceYen + 110 })),
};

/** Everything of a world but its buyers. */
export interface Furniture extends SkillWorld {
  readonly judge: Judge;
  readonly amazonPay: AmazonPay;
  readonly hosts: SkillHosts;
  readonly orders: ReadonlyMap<string, Order>;
  readonly reader: WorkerWorld['reader'];
  readonly mayRepeatCharge: boolean;
  readonly hasMailer: boolean;
  readonly nextDueMs: () => number;
  readonly onDue: (callback: () => void) => void;
  readonly isProcessed: (authorizationReferenceId: string) => boolean;
  readonly troubled: Set<string>;
  readonly namesReference: boolean;
  readonly households: readonly Household[];
  readonly variantWorld: VariantWorld;
  /** Puts an item into the store that is no order of this version. */
  readonly spoilItem: () => void;
}

/** Makes the parts. Settings that a merchant chooses are drawn. */
export function furnish(
  { variant, factors, allFaults, keepsLines = false }: WorldSettings,
  { dice, households }: { readonly dice: Dice; readonly households: readonly Household[] },
): Furniture {
  const scheduler = createScheduler(START_MS);
  const trace = createTrace({ now: scheduler.now, steps: () => scheduler.steps }, keepsLines);
  const faults: Faults = createFaults(dice, {
    ...(factors === undefined ? {} : { factors }),
    ...(allFaults === undefined ? {} : { all: allFaults }),
  });
  const hasReader = dice.chance(0.8);
  const disk = keptStore();
  const orders = new Map<string, Order>();
  const wakers: (() => void)[] = [];
  const judge = createJudge({ scheduler, trace, orders, disk, hasReader });
  const amazonPay = createAmazonPay({
    account: merchantAccount({
      sellerId: CONFIG.sellerId,
      testAccountEmails: [LOCAL_DEFAULTS.AMAZON_PAY_SANDBOX_EMAIL],
    }),
    effects: { now: scheduler.now, random: createDice(`pay ${dice.next()}`).next },
    ledger: createLedger(judge.books.record),
  });
  const reader = createChargeReader({
    amazonPay,
    effects: { now: scheduler.now, random: dice.next },
    stage: 'development',
  });
  const variantWorld: VariantWorld = {
    now: scheduler.now,
    random: dice.next,
    tokenKeyOf: (userId) => ({ secret: TOKEN_SECRET, buyerKey: buyerKeyOf(userId, TOKEN_SECRET) }),
    orderOf: (orderId) => orders.get(orderId),
    latestOrderOf: (userId) => {
      const buyerKey = buyerKeyOf(userId, TOKEN_SECRET);
      return [...orders.values()].filter((order) => order.buyerKey === buyerKey).at(-1);
    },
    priceYen: (userId, productId) => {
      const priceList = households.find((one) => one.userId === userId)?.priceList ?? 0;
      return findProduct(priceList % 2 === 0 ? SHOP : DEARER, productId)?.priceYen ?? 0;
    },
    overwrite: (order) => {
      disk.put(order);
      onWrite(order, 'variant');
    },
  };
  const onWrite = (order: Order, writer: string): void => {
    judge.written(orders.get(order.orderId), order, writer);
    orders.set(order.orderId, order);
    if (disk.isDue(order.orderId)) for (const wake of wakers) wake();
  };
  const skillWorld: SkillWorld = {
    scheduler,
    faults,
    trace,
    dice,
    disk,
    onWrite,
    config: CONFIG,
    shops: [SHOP, DEARER],
    log: judgingLog(judge, trace),
    wrapStore: (store, by) =>
      variant?.wrapStore === undefined ? store : { ...store, ...variant.wrapStore(store, variantWorld, by) },
  };
  return {
    ...skillWorld,
    judge,
    amazonPay,
    hosts: createSkillHosts(skillWorld),
    orders,
    reader: hasReader ? watchedReader(reader, { judge, now: scheduler.now }) : undefined,
    mayRepeatCharge: dice.chance(0.5),
    hasMailer: dice.chance(0.9),
    nextDueMs: disk.nextDueMs,
    onDue: (callback) => {
      wakers.push(callback);
    },
    isProcessed: judge.books.isProcessed,
    troubled: new Set(),
    namesReference: dice.chance(0.5),
    households,
    variantWorld,
    spoilItem: () => {
      disk.putItem('corrupt-item', 0);
    },
  };
}
