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
import { ASK_PROGRAM, AskCliInstallError, installAskCli } from './ask-cli-folder';
import { deployWithAsk } from './deploy-with-ask';
import { replayWithAsk, type AskReplay } from './replay-with-ask';

const USAGE = `npm run ask-dialog -- FILE… | --all | --deploy

  FILE      a replay file, played by the real ask-cli and judged by its sidecar
  --all     every file of test/dialogs
  --deploy  ask deploy --target skill-metadata, from a copy of build/skill-package`;

const DIALOGS = join(relative(process.cwd(), join(__dirname, '../../dialogs')));
const MOST_AT_ONCE = 4;

interface Wish {
  readonly files: readonly string[];
  readonly deploy: boolean;
}

/**
 * Runs the real ask-cli against the whole simulated shop. Resolves to the exit code: 0 everything was as expected,
 * 1 something was not (or a file is bad, or ask-cli could not be installed), 2 wrong use.
 */
export async function askDialogMain(argv: readonly string[], { write, colours }: Terminal): Promise<number> {
  const paint = createPaint(colours);
  const wish = readWish(argv);
  if (wish === undefined) {
    write(USAGE);
    return 2;
  }
  try {
    const dialogs = wish.files.map(readDialog);
    await installAskCli(write);
    const failed = await replayAll(dialogs, { write, paint });
    const problems = wish.deploy ? await deployWithAsk(ASK_PROGRAM) : [];
    if (wish.deploy) write(verdict('ask deploy --target skill-metadata', problems.length === 0, paint));
    problems.forEach((problem) => {
      write(`    ${problem}`);
    });
    if (dialogs.length > 0) write(`${dialogs.length - failed} dialogs as expected, ${failed} not`);
    return failed + problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DialogFileError || error instanceof AskCliInstallError)) throw error;
    write(error.message);
    return 1;
  }
}

/** Undefined: not to be understood, or nothing to do. */
function readWish(argv: readonly string[]): Wish | undefined {
  try {
    const options = { all: { type: 'boolean' }, deploy: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
    const all = values.all === true ? readdirSync(DIALOGS).filter((name) => name.endsWith('.json')) : [];
    const files = [...positionals, ...all.map((name) => join(DIALOGS, name))];
    const deploy = values.deploy === true;
    return files.length === 0 && !deploy ? undefined : { files, deploy };
  } catch {
    return undefined;
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
