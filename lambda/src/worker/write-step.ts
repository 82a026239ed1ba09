import { type Changes, moveTo } from '../orders/change-order';
import { type Order } from '../orders/order';
import { type OrderState } from '../orders/state-table';
import { type WorkerDeps } from './worker-deps';

/** What became of one order in one pass. */
export type WorkResult = 'nothingDue' | 'done' | 'takenByAnother';

/** One step of the background: the next state, the fields that change, and what the log says. */
export interface Step {
  readonly state: OrderState;
  readonly changes: Changes;
  readonly step: string;
  readonly reason?: string;
}

const NEEDS_HUMAN_ACTION =
  'The result of this charge is not known. Look the order up in Seller Central by its number, then: npm run follow-up -- resolve.';

/**
 * Writes a step as one conditional write, and says so in the log; an order that comes to a person alerts the merchant.
 * `takenByAnother`: somebody else wrote first, and nothing changed.
 */
export async function writeStep(deps: WorkerDeps, order: Order, next: Step): Promise<WorkResult> {
  const { store, log, now } = deps;
  const { state, changes, step, reason } = next;
  const isWritten = await store.replaceOrder(
    moveTo(order, state, { ...changes, lease: undefined, nowMs: now() }),
  );
  if (!isWritten) return 'takenByAnother';
  const attempt = order.attempts.at(-1);
  const fields = {
    orderId: order.orderId,
    state,
    reason,
    attempt: attempt?.n,
    authorizationReferenceId: attempt?.content.authorizationReferenceId,
  };
  if (state === 'NEEDS_HUMAN') log.alert({ step: 'needsHuman', action: NEEDS_HUMAN_ACTION, ...fields });
  else log.info({ step, ...fields });
  return 'done';
}

/** Long enough for one question to Amazon Pay or one mail; a worker that died loses its lease after it. */
const LEASE_MS = 30_000;

/** Acts while no other worker may: the lease is written first, and whoever does not get it leaves the order alone. */
export async function underLease(
  deps: WorkerDeps,
  order: Order,
  act: (leased: Order) => Promise<WorkResult>,
): Promise<WorkResult> {
  const lease = { owner: deps.owner, untilMs: deps.now() + LEASE_MS };
  // `updatedAtMs` stays: a lease is no news about the order, and waiting times count from it.
  const leased = { ...order, lease, version: order.version + 1 };
  return (await deps.store.replaceOrder(leased)) ? act(leased) : 'takenByAnother';
}
