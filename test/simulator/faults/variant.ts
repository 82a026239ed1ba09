/** A defect put into the product from outside, to prove that the judge would see it. */
import type { Order } from '../../../lambda/src/orders/order';
import type { WorkStore } from '../../../lambda/src/orders/store';
import type { TokenKey } from '../../../lambda/src/orders/token';
import type { WorkerDeps } from '../../../lambda/src/worker/worker-deps';
import type { ConnectionAnswer } from '../contract';
import type { SentDirective } from './household';

/** What a variant may look at beside what it changes. */
export interface VariantWorld {
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

/** The seams at which a defect is put in; an absent one leaves the product as it is. */
export interface Variant {
  readonly name: string;
  readonly what: string;
  readonly wrapStore?: (store: WorkStore, world: VariantWorld) => WorkStore;
  readonly wrapWorker?: (deps: WorkerDeps, world: VariantWorld) => WorkerDeps;
  readonly isWorkerOff?: boolean;
  readonly onDirective?: (directive: SentDirective, userId: string, world: VariantWorld) => SentDirective;
  readonly onAnswer?: (answer: ConnectionAnswer, userId: string, world: VariantWorld) => ConnectionAnswer;
}
