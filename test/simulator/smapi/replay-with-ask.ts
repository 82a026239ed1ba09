import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Dialog } from '../player/dialog-files';
import { stageDialog, type Miss } from '../player/play-dialog';
import type { ShopHouse } from '../player/shop-house';
import { judgeReplay } from './judge-run';
import { runAsk } from './run-ask';
import { startSmapi } from './smapi';

const MANIFEST_FILE = join(__dirname, '../../../skill-package/skill.json');
/** A dialog takes about a second; a pipe that stays open or a call that never ends would take for ever. */
const LIMIT_MS = 60_000;

/** A replay file that the real ask-cli is to play. */
export interface ReplayJob {
  /** The program of the installed ask-cli. */
  readonly program: string;
  readonly house: ShopHouse;
  readonly dialog: Dialog;
  /** Tells this replay's buyer from all others. */
  readonly buyerName: string;
}

/** How it went: all is well when both lists are empty. */
export interface AskReplay {
  readonly problems: readonly string[];
  readonly misses: readonly Miss[];
  readonly turns: number;
  readonly elapsedMs: number;
  readonly stdout: string;
}

/** Lets the real `ask dialog --replay` play a file through the simulated SMAPI, and judges everything about it. */
export async function replayWithAsk({ program, house, dialog, buyerName }: ReplayJob): Promise<AskReplay> {
  const { skillId, utterances } = dialog.replay;
  const staged = await stageDialog({ house, dialog, buyerName });
  const misses: Miss[] = [];
  const smapi = await startSmapi({
    skillId,
    manifest: JSON.parse(readFileSync(MANIFEST_FILE, 'utf8')),
    say: async (utterance, options) => {
      const { played, misses: missed } = await staged.play(utterance, options);
      misses.push(...missed);
      return played.turn;
    },
  });
  try {
    const argv = ['dialog', '--replay', resolve(dialog.file)];
    const run = await runAsk({ program, argv, smapiUrl: smapi.url, limitMs: LIMIT_MS });
    misses.push(...(await staged.end()).misses);
    return {
      problems: judgeReplay({ run, journal: smapi.journal, planned: utterances }),
      misses,
      turns: smapi.journal.utterances.length,
      elapsedMs: run.elapsedMs,
      stdout: run.stdout,
    };
  } finally {
    await smapi.close();
  }
}
