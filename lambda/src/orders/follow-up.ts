import { type FollowUp, type Order } from './order';

/** What goes on the list. */
export type FollowUpKind = FollowUp['kind'];

/** The reason for an entry: row of the outcome table where there is one, and a word for the log. */
export interface FollowUpReason {
  readonly kind: FollowUpKind;
  readonly row?: string | undefined;
  readonly reason: string;
  readonly nowMs: number;
}

/** The order's entries with a new one; an open entry of the same kind is enough, so none is added then. */
export function withFollowUp({ followUps }: Pick<Order, 'followUps'>, entry: FollowUpReason): FollowUp[] {
  const { kind, row, reason, nowMs } = entry;
  if (followUps.some((known) => known.kind === kind && known.resolved === undefined)) return [...followUps];
  return [...followUps, { no: followUps.length + 1, kind, row, reason, openedAtMs: nowMs }];
}

/** The entries with the open ones of the given kinds closed. `by`: the program when the charge came true later. */
export function resolveFollowUps(
  { followUps }: Pick<Order, 'followUps'>,
  kinds: readonly FollowUpKind[],
  resolved: NonNullable<FollowUp['resolved']>,
): FollowUp[] {
  return followUps.map((entry) =>
    kinds.includes(entry.kind) && entry.resolved === undefined ? { ...entry, resolved } : entry,
  );
}

/** The entries that still wait for a person. */
export function openFollowUps({ followUps }: Pick<Order, 'followUps'>): readonly FollowUp[] {
  return followUps.filter(({ resolved }) => resolved === undefined);
}
