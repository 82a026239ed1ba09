import { writeFileSync } from 'node:fs';
import { sidecarFileOf, type Dialog } from './dialog-files';
import type { Paint } from './paint';
import { complaintsOf, playDialog, type Performance } from './play-dialog';
import { printEnding } from './print-ending';
import { printMiss, printTurn } from './print-turn';
import type { ShopHouse } from './shop-house';
import { writeSidecar } from './write-sidecar';

/** Where dialogs are played, and who watches. */
export interface Stage {
  readonly house: ShopHouse;
  readonly paint: Paint;
  readonly print: (lines: readonly string[]) => void;
}

/** How one file is played. */
export interface FileWish {
  readonly buyerName: string;
  /** Forced before the first turn; then nothing is judged. */
  readonly scenarioNames: readonly string[];
  /** Absent: the device is a speaker without a screen. */
  readonly hasScreen?: boolean;
  /** Writes the sidecar anew instead of judging it. */
  readonly write: boolean;
}

/** Plays one replay file, prints it, and tells whether everything went as expected. */
export async function playFile(dialog: Dialog, wish: FileWish, stage: Stage): Promise<boolean> {
  const { house, paint, print } = stage;
  const { buyerName, scenarioNames, hasScreen = false, write } = wish;
  const title = dialog.expectations?.sidecar.title;
  print(['', paint('bold', `━━ ${dialog.file}${title === undefined ? '' : `: ${title}`}`)]);
  const performance = await playDialog(
    { house, dialog, buyerName, scenarios: scenarioNames, hasScreen },
    (played, missed) => {
      print(printTurn(played, write ? [] : missed, paint));
    },
  );
  print(printEnding(performance.ending, paint));
  if (write) {
    print(['', `written: ${recordSidecar(dialog, performance)}`]);
    return true;
  }
  const isJudged = title !== undefined && scenarioNames.length === 0;
  const isFine = isJudged ? performance.misses.length === 0 : complaintsOf(performance.turns).length === 0;
  print(performance.endMisses.flatMap((miss) => printMiss(miss, paint)));
  print(['', verdict({ isFine, isJudged }, paint)]);
  return isFine;
}

function recordSidecar(dialog: Dialog, { turns, ending }: Performance): string {
  const file = sidecarFileOf(dialog.file);
  const sidecar = dialog.expectations?.sidecar;
  const text = writeSidecar({
    title: sidecar?.title ?? dialog.name,
    ...(sidecar?.buyer && { buyer: sidecar.buyer }),
    ...(sidecar?.environment && { environment: sidecar.environment }),
    turns: turns.map((played, index) => ({ played, before: sidecar?.turns[index]?.before })),
    ending,
  });
  writeFileSync(file, text);
  return file;
}

function verdict({ isFine, isJudged }: { isFine: boolean; isJudged: boolean }, paint: Paint): string {
  if (!isFine) return paint('red', '✗ not as expected');
  return paint('green', isJudged ? '✓ every expectation met' : '✓ played (no expectations to judge)');
}
