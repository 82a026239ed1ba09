import { ORDER_STATES } from './state-table';

/**
 * Checks the state table as a whole: every state can be reached from a cart, every state that is not over leads on, and
 * an over state leads only to another over state. Returns what is wrong, in words; empty when the table is sound.
 * The skill refuses to start with an unsound table.
 * @see money-safety.md, section 3
 */
export function findStateFaults(
  table: Readonly<Record<string, { readonly kind: string; readonly to: readonly string[] }>> = ORDER_STATES,
): readonly string[] {
  const states = Object.entries(table);
  const reached = reachableFrom('CART', table);
  return states.flatMap(([state, { kind, to }]) => [
    ...(reached.has(state) ? [] : [`${state} cannot be reached from CART`]),
    ...to
      .filter((target) => !Object.hasOwn(table, target))
      .map((target) => `${state} leads to ${target}, which does not exist`),
    ...(kind !== 'over' && to.length === 0 ? [`${state} is not over and leads nowhere`] : []),
    ...(kind === 'over' ? to.filter((target) => table[target]?.kind !== 'over') : []).map(
      (target) => `${state} is over and leads to ${target}, which is not`,
    ),
  ]);
}

function reachableFrom(
  start: string,
  table: Readonly<Record<string, { readonly to: readonly string[] }>>,
): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const state of reached) for (const target of table[state]?.to ?? []) reached.add(target);
  return reached;
}
