/** A defect put into the product from outside, to prove that the judge would see it. */
import type { Order } from '../../../lambda/src/orders/order';
import type { WorkStore } from '../../../lambda/src/orders/store';
import type { TokenKey } from '../../../lambda/src/orders/token';
import type { ConnectionAnswer } from '../contract';
import type { Factors } from './faults';
import type { SentDirective } from './household';
import type { Rule } from './violation';

/** What a variant may look at beside what it changes. */
export interface VariantWorld {
  readonly now: () => number;
  readonly random: () => number;
  readonly tokenKeyOf: (userId: string) => TokenKey;
  /** The order as it lies in the store. */
  readonly orderOf: (orderId: string) => Order | undefined;
  /** The newest order of an account. */
  readonly latestOrderOf: (userId: string) => Order | undefined;
  /** Whole yen of one of a product at the prices that the account meets now. */
  readonly priceYen: (userId: string, productId: string) => number;
  /** Puts an order into the store whatever is there. */
  readonly overwrite: (order: Order) => void;
}

/** Whose store is wrapped: a server's, in a turn, or a worker's. */
type Wrapped = 'server' | 'worker';

/** The store of one process with the defect in it. */
export type WrapStore = (
  store: WorkStore,
  world: VariantWorld,
  by: Wrapped,
) => Partial<Pick<WorkStore, 'readOrder' | 'replaceOrder'>>;

/** The seams at which a defect is put in; an absent one leaves the product as it is. */
export interface Variant {
  readonly name: string;
  readonly what: string;
  /** Rules of which the judge finds at least one broken. */
  readonly caughtBy: readonly [Rule, ...Rule[]];
  /** Among the first so many visits of seed 1. */
  readonly withinVisits: number;
  /** Faults that the defect needs, more often than usual: it shows only where two of them meet. */
  readonly factors?: Factors;
  readonly wrapStore?: WrapStore;
  readonly isWorkerOff?: boolean;
  readonly onDirective?: (directive: SentDirective, userId: string, world: VariantWorld) => SentDirective;
  readonly onAnswer?: (answer: ConnectionAnswer, userId: string, world: VariantWorld) => ConnectionAnswer;
}
