import { command, fetchState, OfflineError } from './api';
import type { ConsoleState, EntryView } from '../wire';
import { t } from './words';

/** Everything the page knows: the server's state and the conversation since the page was opened or before. */
export interface Snapshot {
  readonly state: ConsoleState;
  readonly entries: readonly EntryView[];
  /** Entries that this refresh brought. */
  readonly fresh: readonly EntryView[];
}

/** The page's one way to the server. */
export interface Desk {
  /** Carries out a command and shows what came of it; failures are told, never thrown. True: it was done. */
  run(name: string, body?: Readonly<Record<string, unknown>>): Promise<boolean>;
  refresh(): Promise<void>;
  /** The present snapshot again, as when the language changes. */
  latest(): Snapshot | undefined;
}

/** Where the desk shows things. `tell`: one line for the person at the page. */
export interface DeskScreen {
  show(snapshot: Snapshot): void;
  tell(message: string): void;
}

/** Opens the desk. Refreshes wait for one another, so entries come once and in order. */
export function openDesk(screen: DeskScreen): Desk {
  let latest: Snapshot | undefined;
  let running: Promise<void> = Promise.resolve();
  let queued = false;

  const load = async (): Promise<void> => {
    queued = false;
    const known = latest?.entries ?? [];
    const state = await fetchState(known.at(-1)?.no ?? 0);
    latest = { state, entries: [...known, ...state.entries], fresh: state.entries };
    screen.show(latest);
  };
  const refresh = (): Promise<void> => {
    if (!queued) {
      queued = true;
      running = running.then(load, load);
    }
    return running;
  };
  const tellFailure = (failure: unknown): void => {
    const message = failure instanceof Error ? failure.message : String(failure);
    screen.tell(failure instanceof OfflineError ? t('offline') : t('failed', { message }));
  };

  return {
    run: async (name, body) => {
      try {
        await command(name, body);
        await refresh();
        return true;
      } catch (failure) {
        tellFailure(failure);
        return false;
      }
    },
    refresh: () => refresh().catch(tellFailure),
    latest: () => latest,
  };
}
