import type { Turn } from '../alexa/device';
import type { SimulatedBuyer } from '../amazon-pay/account';
import type { DeviceSettings } from './settings-file';
import { viewTurn } from './turn-view';
import type { EntryView, NoteView } from './wire';

/** How things stood when a part of the conversation began. */
export interface ConversationStart {
  readonly settings: DeviceSettings;
  readonly buyer: SimulatedBuyer;
  /** Names of the scenarios that waited, one per directive. */
  readonly armed: readonly string[];
}

/** One step that can be played again: a turn, or a change made between turns. */
export type ConversationStep =
  | { readonly kind: 'turn'; readonly turn: Turn; readonly startedAtMs: number }
  | { readonly kind: 'note'; readonly note: NoteView['note']; readonly detail: string };

/** A part of the conversation from its beginning. */
export interface ConversationPart {
  readonly start: ConversationStart;
  readonly steps: readonly ConversationStep[];
}

/** The conversation as the page shows it (`entries`), and its latest part as it can be saved. */
export interface Conversation {
  /** `elapsedMs`: until its last answer. */
  turn(turn: Turn, time: { readonly startedAtMs: number; readonly elapsedMs: number }): void;
  note(note: NoteView['note'], detail: string): void;
  /** A note that begins a new part. */
  begin(note: 'newSession' | 'newShopper', detail: string): void;
  entriesAfter(no: number): readonly EntryView[];
  part(): ConversationPart;
}

const KEPT_ENTRIES = 500;

/** Keeps the latest 500 entries. `startNow` tells how things stand. */
export function createConversation(startNow: () => ConversationStart): Conversation {
  let entries: readonly EntryView[] = [];
  let lastNo = 0;
  let start = startNow();
  let steps: ConversationStep[] = [];

  const add = (entryOf: (no: number) => EntryView): void => {
    lastNo += 1;
    entries = [...entries, entryOf(lastNo)].slice(-KEPT_ENTRIES);
  };
  const addNote = (note: NoteView['note'], detail: string): void => {
    add((no) => ({ kind: 'note', no, note, detail }));
  };

  return {
    turn: (turn, { startedAtMs, elapsedMs }) => {
      steps.push({ kind: 'turn', turn, startedAtMs });
      add((no) => viewTurn(turn, { no, elapsedMs }));
    },
    note: (note, detail) => {
      // What is changed before the first turn belongs to the start of the part.
      if (steps.length > 0) steps.push({ kind: 'note', note, detail });
      else start = startNow();
      addNote(note, detail);
    },
    begin: (note, detail) => {
      steps = [];
      start = startNow();
      addNote(note, detail);
    },
    entriesAfter: (no) => entries.filter((entry) => entry.no > no),
    part: () => ({ start, steps }),
  };
}
