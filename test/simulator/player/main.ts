import { join, relative } from 'node:path';
import { findScenario } from '../amazon-pay/scenario';
import { parseArguments, USAGE, UsageError, type PlayerArguments } from './arguments';
import { readDialog } from './dialog-files';
import { DialogFileError } from './file-fault';
import { createPaint } from './paint';
import { complaintsOf } from './play-dialog';
import { playFile, type Stage } from './play-file';
import { playScenarios } from './play-scenarios';
import { printEnding } from './print-ending';
import { printTurn } from './print-turn';
import { printScenarios } from './scenario-list';
import { openShopHouse } from './shop-house';

/** Where the player writes, and whether colours can be seen there. */
export interface Terminal {
  readonly write: (line: string) => void;
  readonly colours: boolean;
}

/** Played when nothing is named. */
const PURCHASE = join(relative(process.cwd(), join(__dirname, '../../dialogs')), 'purchase.json');

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
  const { files, scenarioNames, hasScreen, list, help, write } = wish;
  if (help || list) {
    stage.print(help ? [USAGE] : printScenarios(stage.paint));
    return 0;
  }
  if (files.length === 0 && scenarioNames.length > 0) return playBuiltIn(wish, stage);
  // All files are read first: a bad one is named before anything is played.
  const dialogs = (files.length === 0 ? [PURCHASE] : files).map(readDialog);
  let failed = 0;
  for (const [index, dialog] of dialogs.entries()) {
    const buyerName = `dialog-${index + 1}`;
    const isFine = await playFile(dialog, { buyerName, scenarioNames, hasScreen, write }, stage);
    if (!isFine) failed += 1;
  }
  if (dialogs.length > 1) stage.print(['', `${dialogs.length - failed} dialogs as expected, ${failed} not`]);
  return failed === 0 ? 0 : 1;
}

async function playBuiltIn(
  { scenarioNames, hasScreen }: PlayerArguments,
  { house, paint, print }: Stage,
): Promise<number> {
  print([paint('bold', `━━ ${scenarioNames.join(', ')}`)]);
  const { turns, ending } = await playScenarios({ house, scenarioNames, hasScreen }, (played) => {
    print(printTurn(played, [], paint));
  });
  print(printEnding(ending, paint));
  const neverMet = scenarioNames.filter((name) => !happened(name, scenarioNames, ending.unusedScenarios));
  return complaintsOf(turns).length + neverMet.length === 0 ? 0 : 1;
}

/** Whether a scenario was met at least once; the second part of one may be made impossible by the first. */
function happened(name: string, forced: readonly string[], unused: readonly string[]): boolean {
  const times = findScenario(name).effect.times ?? 1;
  const count = (names: readonly string[]): number => names.filter((other) => other === name).length;
  return count(unused) < times * count(forced);
}
