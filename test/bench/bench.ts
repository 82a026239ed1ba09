/**
 * `npm run bench`: what a turn and a start cost, as ratios to floors measured in the same run. Exits with 1 when a
 * budget is exceeded. Milliseconds are printed beside the ratios, but belong to the machine.
 */
import { spawnSync } from 'node:child_process';
import { measureColdStart } from './cold-start';
import { isOverBudget, printFigure, type Figure } from './figure';
import { measureWarmTurn } from './warm-turn';
import { measureWholeTurn } from './whole-turn';

/** Cost a process start or disturb a measurement; a bench runs without them. */
const DISTURBING = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_V8_COVERAGE'];

async function bench(): Promise<void> {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  console.log(`Node ${process.version}, medians after warm-up. Quote the ratios, not the milliseconds.`);
  const over: Figure[] = [];
  const show = (figure: Figure): void => {
    printFigure(figure).forEach((line) => {
      console.log(line);
    });
    if (isOverBudget(figure)) over.push(figure);
  };
  show(await measureWarmTurn());
  show(await measureWholeTurn());
  const coldStart = await measureColdStart();
  coldStart?.forEach(show);
  if (coldStart === undefined)
    console.log('\nLoad and first answer of the Lambda bundle: not measured, run npm run build first');
  console.log(over.length === 0 ? '\nEvery budget is kept.' : `\n${over.length} budget(s) exceeded.`);
  process.exitCode = over.length === 0 ? 0 : 1;
}

/** The same command once more without the disturbing names; resolves to its exit code. */
function benchInCleanEnvironment(): void {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !DISTURBING.includes(name)));
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    env,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

if (DISTURBING.some((name) => process.env[name] !== undefined)) benchInCleanEnvironment();
else void bench();
