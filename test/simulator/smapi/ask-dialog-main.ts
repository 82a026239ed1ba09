import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readDialog, type Dialog } from '../player/dialog-files';
import { DialogFileError } from '../player/file-fault';
import type { Terminal } from '../player/main';
import { createPaint, type Paint } from '../player/paint';
import { printMiss } from '../player/print-turn';
import { openShopHouse } from '../player/shop-house';
import { ASK_PROGRAM, AskCliInstallError, installAskCli } from '../../../lambda/tools/ask/ask-cli-folder';
import { replayWithAsk, type AskReplay } from './replay-with-ask';

const USAGE = `npm run ask-dialog -- FILE… | --all

  FILE      a replay file, played by the real ask-cli and judged by its sidecar
  --all     every file of test/dialogs`;

const DIALOGS = join(relative(process.cwd(), join(__dirname, '../../dialogs')));
const MOST_AT_ONCE = 4;

/**
 * Runs the real ask-cli against the whole simulated shop. Resolves to the exit code: 0 everything was as expected,
 * 1 something was not (or a file is bad, or ask-cli could not be installed), 2 wrong use.
 */
export async function askDialogMain(argv: readonly string[], { write, colours }: Terminal): Promise<number> {
  const paint = createPaint(colours);
  const files = readFiles(argv);
  if (files.length === 0) {
    write(USAGE);
    return 2;
  }
  try {
    const dialogs = files.map(readDialog);
    await installAskCli(write);
    const failed = await replayAll(dialogs, { write, paint });
    write(`${dialogs.length - failed} dialogs as expected, ${failed} not`);
    return failed === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DialogFileError || error instanceof AskCliInstallError)) throw error;
    write(error.message);
    return 1;
  }
}

/** Empty: not to be understood, or nothing to do. */
function readFiles(argv: readonly string[]): readonly string[] {
  try {
    const options = { all: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
    const all = values.all === true ? readdirSync(DIALOGS).filter((name) => name.endsWith('.json')) : [];
    return [...positionals, ...all.map((name) => join(DIALOGS, name))];
  } catch {
    return [];
  }
}

interface Screen {
  readonly write: (line: string) => void;
  readonly paint: Paint;
}

/** Several dialogs at once, each group in shops of its own: what is forced in one must not meet another's directive. */
async function replayAll(dialogs: readonly Dialog[], screen: Screen): Promise<number> {
  const waiting = [...dialogs.entries()];
  let failed = 0;
  const work = async (): Promise<void> => {
    const house = openShopHouse({ now: Date.now, random: Math.random });
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, dialog] = next;
        const buyerName = `ask-dialog-${index + 1}`;
        const replay = await replayWithAsk({ program: ASK_PROGRAM, house, dialog, buyerName });
        if (!show(dialog, replay, screen)) failed += 1;
      }
    } finally {
      await house.close();
    }
  };
  const workers = Math.min(MOST_AT_ONCE, availableParallelism(), dialogs.length);
  await Promise.all(Array.from({ length: workers }, work));
  return failed;
}

function show(dialog: Dialog, replay: AskReplay, { write, paint }: Screen): boolean {
  const { problems, misses, turns, elapsedMs, stdout } = replay;
  const isFine = problems.length + misses.length === 0;
  const facts = paint('dim', `${turns} turns, ${(elapsedMs / 1000).toFixed(1)} s`);
  write(verdict(`${dialog.file}  ${facts}`, isFine, paint));
  if (isFine) return true;
  [
    ...problems.map((problem) => `    ${problem}`),
    ...misses.flatMap((miss) => printMiss(miss, paint)),
  ].forEach(write);
  write(paint('dim', stdout.trimEnd()));
  return false;
}

function verdict(what: string, isFine: boolean, paint: Paint): string {
  return `${isFine ? paint('green', '✓') : paint('red', '✗')} ${what}`;
}
