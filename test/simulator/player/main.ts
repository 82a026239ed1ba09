import { join, relative } from 'node:path';
import { parseArguments, USAGE, UsageError, type PlayerArguments } from './arguments';
import { readDialog, type Dialog } from './dialog-files';
import { DialogFileError } from './file-fault';
import { createPaint, type Paint } from './paint';
import { complaintsOf, playDialog } from './play-dialog';
import { playScenarios } from './play-scenarios';
import { printEnding } from './print-ending';
import { printMiss, printTurn } from './print-turn';
import { printScenarios } from './scenario-list';
import { openShopHouse, type ShopHouse } from './shop-house';

/** Where the player writes, and whether colours can be seen there. */
export interface Terminal {
  readonly write: (line: string) => void;
  readonly colours: boolean;
}

/** Played when nothing is named. */
const PURCHASE = join(relative(process.cwd(), join(__dirname, '../../dialogs')), 'purchase.json');

interface Stage {
  readonly house: ShopHouse;
  readonly paint: Paint;
  readonly print: (lines: readonly string[]) => void;
}

/**
 * The terminal player. Resolves to the exit code: 0 all was as expected, 1 an expectation was missed, the device
 * complained, the skill was down or a file is bad, 2 wrong use.
 */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  const print = (lines: readonly string[]): void => {
    lines.forEach(terminal.write);
  };
  const house = openShopHouse({ now: Date.now, random: Math.random });
  try {
    const wish = parseArguments(argv);
    const paint = createPaint(wish.colours && terminal.colours);
    return await fulfil(wish, { house, paint, print });
  } catch (error) {
    if (error instanceof UsageError) {
      print([error.message, '', USAGE]);
      return 2;
    }
    if (!(error instanceof DialogFileError)) throw error;
    print([error.message]);
    return 1;
  } finally {
    await house.close();
  }
}

async function fulfil(wish: PlayerArguments, stage: Stage): Promise<number> {
  const { files, scenarioNames, list, help } = wish;
  if (help || list) {
    stage.print(help ? [USAGE] : printScenarios(stage.paint));
    return 0;
  }
  if (files.length === 0 && scenarioNames.length > 0) return playBuiltIn(scenarioNames, stage);
  // All files are read first: a bad one is named before anything is played.
  const dialogs = (files.length === 0 ? [PURCHASE] : files).map(readDialog);
  let failed = 0;
  for (const [index, dialog] of dialogs.entries()) {
    const isFine = await playFile(dialog, { buyerName: `dialog-${index + 1}`, scenarioNames }, stage);
    if (!isFine) failed += 1;
  }
  if (dialogs.length > 1) stage.print(['', `${dialogs.length - failed} dialogs as expected, ${failed} not`]);
  return failed === 0 ? 0 : 1;
}

async function playBuiltIn(
  scenarioNames: readonly string[],
  { house, paint, print }: Stage,
): Promise<number> {
  print([paint('bold', `━━ ${scenarioNames.join(', ')}`)]);
  const { turns, ending } = await playScenarios({ house, scenarioNames }, (played) => {
    print(printTurn(played, [], paint));
  });
  print(printEnding(ending, paint));
  return complaintsOf(turns).length + ending.unusedScenarios.length === 0 ? 0 : 1;
}

async function playFile(
  dialog: Dialog,
  { buyerName, scenarioNames }: { readonly buyerName: string; readonly scenarioNames: readonly string[] },
  { house, paint, print }: Stage,
): Promise<boolean> {
  const sidecar = dialog.expectations?.sidecar;
  print(['', paint('bold', `━━ ${dialog.file}${sidecar === undefined ? '' : `: ${sidecar.title}`}`)]);
  const { turns, ending, misses } = await playDialog(
    { house, dialog, buyerName, scenarios: scenarioNames },
    (played, missed) => {
      print(printTurn(played, missed, paint));
    },
  );
  print(printEnding(ending, paint));
  const late = misses.filter(({ path }) => path[0] !== 'turns' || path.length === 1);
  print(late.flatMap((miss) => printMiss(miss, paint)));
  const complaints = sidecar === undefined || scenarioNames.length > 0 ? complaintsOf(turns) : [];
  const isFine = misses.length + complaints.length === 0;
  print(['', verdict({ isFine, isJudged: sidecar !== undefined && scenarioNames.length === 0 }, paint)]);
  return isFine;
}

function verdict({ isFine, isJudged }: { isFine: boolean; isJudged: boolean }, paint: Paint): string {
  if (!isFine) return paint('red', '✗ not as expected');
  return paint('green', isJudged ? '✓ every expectation met' : '✓ played (no expectations to judge)');
}
