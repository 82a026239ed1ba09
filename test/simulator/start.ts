/** `npm start`: the whole shop on this machine, everything outside simulated. */
import './console/quiet-aws-sdk';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseInteractionModel } from './alexa/interaction-model';
import { skillOverHttp } from './alexa/skill-over-http';
import { createClientBundle } from './console/client-bundle';
import { createConsole } from './console/console';
import { putConsoleInFront } from './console/console-site';
import { createReadableLog } from './console/readable-log';
import { createDialogSaver } from './console/save-dialog';
import { keepSettings } from './console/settings-file';
import { startBanner } from './console/start-banner';
import { explainStartFailure } from './console/start-failure';
import { readStartPlace } from './console/start-place';
import { startLocalShop, type LocalShop, type UnopenedShop } from './local-shop';

const MODEL_FILE = join(__dirname, '../../interactionModels/custom/ja-JP.json');
/** How often the books are looked at for a Pending that is due, in milliseconds. */
const PASS_TIME_MS = 1000;
const WATCH_PARENT_MS = 500;
/** What a merchant may try out on the laptop too. */
const PASSED_ON = [
  'AMAZON_PROMPTS',
  'AMAZON_PAY_SANDBOX_SIMULATION',
  'PAYMENT_CHANNEL',
  'AMAZON_PAY_PAYMENT_INTENT',
  'AMAZON_PAY_CAN_HANDLE_PENDING',
] as const;

async function start(environment: NodeJS.ProcessEnv): Promise<void> {
  const place = readStartPlace(environment);
  const { dataDir } = place;
  const settings = keepSettings(join(dataDir, 'console.json'));
  const clientScript = createClientBundle();
  let skillUrl = '';

  const openConsole = (unopened: UnopenedShop) =>
    createConsole({
      shop: unopened,
      settings,
      model: parseInteractionModel(JSON.parse(readFileSync(MODEL_FILE, 'utf8'))),
      skill: (envelope, signal) => skillOverHttp({ url: skillUrl, fetch })(envelope, signal),
      effects: { now: unopened.deps.now, random: unopened.deps.random },
    });

  const shop = await startLocalShop({
    dataDir,
    worker: true,
    serverSide: true,
    port: place.port,
    environment: localEnvironment(environment),
    log: createReadableLog(console.log),
    inFront: (unopened, skillApp) => {
      const simulator = openConsole(unopened);
      setInterval(() => {
        simulator.passTime();
      }, PASS_TIME_MS).unref();
      const saveDialog = createDialogSaver(join(dataDir, 'dialogs'));
      return putConsoleInFront(
        { console: simulator, saveDialog, clientScript, report: console.error },
        skillApp,
      );
    },
  });
  skillUrl = shop.skillUrl;
  setInterval(() => {
    // One that was not taken goes again with the next second, as SNS sends again.
    shop.notify().catch(() => undefined);
  }, PASS_TIME_MS).unref();
  closeOnSignal(shop);
  console.log(startBanner({ port: shop.port, dataDir }));
  // Ready before the browser asks for it; a failure is told when it does.
  await Promise.allSettled([clientScript(), shop.warmUp()]);
}

/** Settings of the shop that the environment changes; the rest are the local defaults. */
function localEnvironment(environment: NodeJS.ProcessEnv): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(PASSED_ON.map((name) => [name, environment[name]]));
}

/** Ends with the signal, and with the npm that started it. */
function closeOnSignal(shop: LocalShop): void {
  const close = (): void => {
    shop.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
  // A killed npm hands its signal to nobody; without this the shop would go on and keep port and folder.
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    close();
  }, WATCH_PARENT_MS).unref();
}

const giveUp = (error: unknown): void => {
  console.error(explainStartFailure(error, process.env));
  process.exit(1);
};
// The embedded store throws out of reach of any caller when it cannot open its files.
process.once('uncaughtException', giveUp);
start(process.env).then(() => process.off('uncaughtException', giveUp), giveUp);
