import { parseArgs } from 'node:util';
import { type FollowUpCommand, isFoundOutcome } from './commands';

export const USAGE = `npm run follow-up -- list
npm run follow-up -- show ID
npm run follow-up -- resolve ID --note "what was done" [--outcome paid|not-charged|cancelled|refunded]`;

/** The command of the arguments; undefined when they are not understood (print USAGE then). */
export function parseCommand(args: readonly string[]): FollowUpCommand | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { note: { type: 'string' }, outcome: { type: 'string' } },
    });
    return toCommand(positionals, values);
  } catch {
    return undefined;
  }
}

function toCommand(
  [verb = 'list', id, ...rest]: readonly string[],
  { note, outcome }: { readonly note?: string | undefined; readonly outcome?: string | undefined },
): FollowUpCommand | undefined {
  if (rest.length > 0) return undefined;
  if (verb === 'list') return id === undefined ? { kind: 'list' } : undefined;
  if (id === undefined) return undefined;
  if (verb === 'show') return { kind: 'show', id };
  if (verb !== 'resolve' || note === undefined || note.trim() === '') return undefined;
  if (outcome !== undefined && !isFoundOutcome(outcome)) return undefined;
  return { kind: 'resolve', id, note, outcome };
}
