import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogFields } from '../../../../lambda/src/telemetry/log';
import { runPass } from '../../../../lambda/src/worker/run-worker';
import type { SetTimer } from '../../../simulator/alexa/device';
import { parseInteractionModel } from '../../../simulator/alexa/interaction-model';
import { skillOverHttp } from '../../../simulator/alexa/skill-over-http';
import { createClientBundle } from '../../../simulator/console/client-bundle';
import { createConsole } from '../../../simulator/console/console';
import type { Console } from '../../../simulator/console/console-types';
import { putConsoleInFront } from '../../../simulator/console/console-site';
import { createDialogSaver } from '../../../simulator/console/save-dialog';
import { keepSettings } from '../../../simulator/console/settings-file';
import { STATE, type ConsoleState } from '../../../simulator/console/wire';
import { startLocalShop, type LocalShop, type LocalShopOptions } from '../../../simulator/local-shop';
import { fixedEffects, type FixedEffects } from '../../../support/fixed-effects';
import model from '../../../../interactionModels/custom/ja-JP.json';

/** A whole shop with its console on a free loopback port, in memory, with a clock that stands still. */
export interface TestConsole {
  readonly url: string;
  readonly folder: string;
  readonly shop: LocalShop;
  readonly effects: FixedEffects;
  readonly reported: readonly unknown[];
  readonly logged: readonly LogFields[];
  readonly state: () => Promise<ConsoleState>;
  /** Sends a command as the page does. */
  readonly post: (name: string, body?: unknown) => Promise<Response>;
  readonly say: (...utterances: readonly string[]) => Promise<void>;
  readonly passSec: (seconds: number) => void;
  /** Lets time pass and the background work once, as it does each second in `npm start`. */
  readonly workAfterSec: (seconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How a console may differ. `setTimer`: the clock of the device's 8 s. */
export interface TestConsoleOptions extends Pick<LocalShopOptions, 'serverSide' | 'environment'> {
  readonly setTimer?: SetTimer;
}

/** Opens one; close it after the test. */
export async function openTestConsole({
  setTimer,
  ...shopOptions
}: TestConsoleOptions = {}): Promise<TestConsole> {
  const folder = mkdtempSync(join(tmpdir(), 'koemise-console-'));
  const effects = fixedEffects();
  const reported: unknown[] = [];
  const logged: LogFields[] = [];
  const note = (fields: LogFields): void => void logged.push(fields);
  let skillUrl = '';
  let opened: Console | undefined;
  const shop = await startLocalShop({
    ...shopOptions,
    effects,
    log: { info: () => undefined, warn: note, alert: note },
    inFront: (unopened, skillApp) => {
      const console = createConsole({
        shop: unopened,
        settings: keepSettings(undefined),
        model: parseInteractionModel(model),
        skill: (envelope, signal) => skillOverHttp({ url: skillUrl, fetch })(envelope, signal),
        effects: { ...effects, ...(setTimer && { setTimer }) },
      });
      opened = console;
      const saveDialog = createDialogSaver(folder);
      const report = (error: unknown): void => void reported.push(error);
      return putConsoleInFront({ console, saveDialog, clientScript: createClientBundle(), report }, skillApp);
    },
  });
  skillUrl = shop.skillUrl;
  const url = `http://127.0.0.1:${shop.port}`;
  const post = (name: string, body: unknown = {}): Promise<Response> =>
    fetch(`${url}/console/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const passSec = (seconds: number): void => {
    effects.advance(seconds * 1000);
    opened?.passTime();
  };
  return {
    url,
    folder,
    shop,
    effects,
    reported,
    logged,
    post,
    state: async () => STATE.parse(await (await fetch(`${url}/console/api/state`)).json()),
    say: async (...utterances) => {
      for (const utterance of utterances) await post('say', { utterance });
    },
    passSec,
    workAfterSec: async (seconds) => {
      passSec(seconds);
      await runPass(shop.background);
      opened?.passTime();
    },
    close: async () => {
      await shop.close();
      rmSync(folder, { recursive: true });
    },
  };
}
