import { openConversation, type Conversation, type Ending, type PlayedTurn } from './conversation';
import type { Dialog } from './dialog-files';
import type { Difference } from './difference';
import { judgeEnding } from './judge-ending';
import { judgeTurn } from './judge-turn';
import type { ShopHouse } from './shop-house';

/** An expectation that was missed, with the place where it is written. */
export interface Miss extends Difference {
  readonly file: string;
  readonly line: number;
}

/** A dialog on the stage: whoever drives it says the utterances one by one, then ends it. */
export interface StagedDialog {
  /** Plays the next turn; `utterance` is normally the file's. `newSession` leaves an open session first. */
  play(
    utterance: string,
    options?: { readonly newSession?: boolean },
  ): Promise<{ readonly played: PlayedTurn; readonly misses: readonly Miss[] }>;
  end(): Promise<{ readonly ending: Ending; readonly misses: readonly Miss[] }>;
}

/** What a performance is made of. */
export interface StageOptions {
  readonly house: ShopHouse;
  readonly dialog: Dialog;
  /** Tells this performance's buyer from all others. */
  readonly buyerName: string;
  /** Scenarios forced before the first turn; the sidecar then only sets the stage and judges nothing. */
  readonly scenarios?: readonly string[];
  /** Absent: a speaker without a screen. */
  readonly hasScreen?: boolean;
}

/** Sets the stage of a dialog: its shop, its buyer. Turns beyond the sidecar's blocks are played and not judged. */
export async function stageDialog(options: StageOptions): Promise<StagedDialog> {
  const { house, dialog, buyerName, scenarios = [], hasScreen = false } = options;
  const { expectations } = dialog;
  const sidecar = expectations?.sidecar;
  const conversation: Conversation = openConversation({
    house: await house.shopFor(sidecar?.environment ?? {}),
    name: buyerName,
    hasScreen,
    ...(sidecar?.buyer && { buyer: sidecar.buyer }),
  });
  const references: string[] = [];
  let index = 0;

  const locate = (differences: readonly Difference[]): readonly Miss[] =>
    expectations === undefined || scenarios.length > 0
      ? []
      : differences.map((difference) => ({
          ...difference,
          file: expectations.file,
          line: expectations.lineOf(difference.path),
        }));

  return {
    async play(utterance, { newSession = false } = {}) {
      const block = sidecar?.turns[index];
      const extra =
        index === 0 && scenarios.length > 0 ? [...scenarios, ...(block?.before?.force ?? [])] : undefined;
      const played = await conversation.play(utterance, {
        ...block?.before,
        ...(extra && { force: extra }),
        newSession,
      });
      index += 1;
      const differences = block ? judgeTurn({ expected: block, played, earlierReferences: references }) : [];
      references.push(...played.directives.flatMap(({ reference }) => reference ?? []));
      return { played, misses: locate(differences) };
    },
    async end() {
      const ending = await conversation.end();
      return { ending, misses: locate(sidecar === undefined ? [] : judgeEnding(sidecar, ending)) };
    },
  };
}

/** A dialog that was played to its end. */
export interface Performance {
  readonly turns: readonly PlayedTurn[];
  readonly ending: Ending;
  /** All expectations that were missed, those on the end included. */
  readonly misses: readonly Miss[];
  /** Those on the stored orders, the captures and the scenarios. */
  readonly endMisses: readonly Miss[];
}

/** Plays a dialog from the first utterance to the last. `onTurn` hears of each turn as soon as it was played. */
export async function playDialog(
  options: StageOptions,
  onTurn: (played: PlayedTurn, misses: readonly Miss[]) => void = () => undefined,
): Promise<Performance> {
  const staged = await stageDialog(options);
  const turns: PlayedTurn[] = [];
  const misses: Miss[] = [];
  for (const utterance of options.dialog.replay.utterances) {
    const { played, misses: missed } = await staged.play(utterance);
    onTurn(played, missed);
    turns.push(played);
    misses.push(...missed);
  }
  const end = await staged.end();
  return { turns, ending: end.ending, misses: [...misses, ...end.misses], endMisses: end.misses };
}

/** Whether a turn went as a turn must go whatever was expected: no complaint of severity error, the skill was there. */
export function complaintsOf(turns: readonly PlayedTurn[]): readonly string[] {
  return turns.flatMap(({ turn }) => turn.complaints.filter((complaint) => complaint.startsWith('error')));
}
