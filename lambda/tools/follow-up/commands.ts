import { changeOrder } from '../../src/orders/change-order';
import { openFollowUps } from '../../src/orders/follow-up';
import { FOUND_OUTCOMES, type FoundOutcome, resolveByPerson } from '../../src/orders/resolve-follow-up';
import { type WorkStore } from '../../src/orders/store';
import { alertDetails, listLine, orderDetails } from './show';

/** A command of `npm run follow-up`, parsed. `id`: an order number or an alert id. */
export type FollowUpCommand =
  | { readonly kind: 'list' }
  | { readonly kind: 'show'; readonly id: string }
  | {
      readonly kind: 'resolve';
      readonly id: string;
      readonly note: string;
      readonly outcome: FoundOutcome | undefined;
    };

/** What is printed, and the exit code: 0 done, 1 not done. */
export interface CommandResult {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

/** Runs a command on the store. An item that cannot be read is named and does not stop the list. */
export async function runCommand(
  command: FollowUpCommand,
  store: WorkStore,
  now: () => number,
): Promise<CommandResult> {
  switch (command.kind) {
    case 'list':
      return list(store);
    case 'show':
      return show(store, command.id);
    case 'resolve':
      return resolve(command, store, now);
  }
}

async function list(store: WorkStore): Promise<CommandResult> {
  const { orderIds, alerts } = await store.openFollowUps();
  const orders = await Promise.all(
    orderIds.map(async (orderId) => {
      const order = await store.readOrder(orderId).catch(() => undefined);
      return order === undefined
        ? [`${orderId}  the item cannot be read: look at it in DynamoDB`]
        : openFollowUps(order).map((entry) => listLine(order, entry));
    }),
  );
  const lines = [
    ...orders.flat(),
    ...alerts.map(({ alertId, step, reason }) => `${alertId}  alert  ${step}: ${reason}`),
  ];
  if (lines.length === 0) return { lines: ['Nothing waits for a person.'], exitCode: 0 };
  return {
    lines: [...lines, `${lines.length} open. npm run follow-up -- show ID, then resolve ID --note "…".`],
    exitCode: 0,
  };
}

async function show(store: WorkStore, id: string): Promise<CommandResult> {
  const order = await store.readOrder(id);
  if (order !== undefined) return { lines: orderDetails(order), exitCode: 0 };
  const alert = await store.readAlert(id);
  if (alert !== undefined) return { lines: alertDetails(alert), exitCode: 0 };
  return { lines: [`There is no order and no alert ${id}.`], exitCode: 1 };
}

async function resolve(
  { id, note, outcome }: Extract<FollowUpCommand, { kind: 'resolve' }>,
  store: WorkStore,
  now: () => number,
): Promise<CommandResult> {
  const order = await store.readOrder(id);
  if (order !== undefined) {
    const resolved = await changeOrder(store, order, (current) =>
      resolveByPerson(current, { note, outcome, nowMs: now() }),
    );
    return resolved.ok
      ? { lines: [`${id} is resolved.`], exitCode: 0 }
      : { lines: [`${id} was not changed: ${resolved.reason}.`], exitCode: 1 };
  }
  const alert = await store.readAlert(id);
  if (alert === undefined) return { lines: [`There is no order and no alert ${id}.`], exitCode: 1 };
  const isWritten = await store.replaceAlert({
    ...alert,
    version: alert.version + 1,
    resolved: { atMs: now(), note },
  });
  return isWritten
    ? { lines: [`${id} is resolved.`], exitCode: 0 }
    : { lines: [`${id} was changed by somebody else at this moment: try again.`], exitCode: 1 };
}

/** Whether a word names what a person may find out. */
export function isFoundOutcome(word: string): word is FoundOutcome {
  return Object.hasOwn(FOUND_OUTCOMES, word);
}
