import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { LOCAL_DEFAULTS } from '../../lambda/src/config';
import { startLocalDynamo } from '../simulator/local-dynamo';
import { type Figure } from './figure';
import { median } from './statistics';

const run = promisify(execFile);
const BUNDLE = join(__dirname, '../../build/lambda/index.js');
const PROCESSES = 15;

/** Loads a file, lets it answer one request, and tells on stderr how many milliseconds that took (stdout has the log). */
const LOADER = `
const [file, event] = process.argv.slice(2);
const before = process.hrtime.bigint();
require(file).handler(JSON.parse(event), {}).then((answer) => {
  if (!answer.response) throw new Error('no answer');
  process.stderr.write(String(Number(process.hrtime.bigint() - before) / 1e6));
  process.exit(0);
});
`;
const BARE_HANDLER = `
exports.handler = async () => ({ version: '1.0', response: { outputSpeech: { type: 'SSML', ssml: '<speak>a</speak>' } } });
`;

/**
 * Start of `build/lambda/index.js` in fresh processes, against a handler without any library: load and first answer
 * inside the process, and the whole process. Once with a request that needs no state, once with one that reads the
 * store. Undefined: there is no build.
 */
export async function measureColdStart(): Promise<readonly Figure[] | undefined> {
  if (!existsSync(BUNDLE)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'koemise-bench-'));
  const dynamo = await startLocalDynamo({ tableName: LOCAL_DEFAULTS.ORDERS_TABLE });
  try {
    const loader = join(folder, 'loader.cjs');
    const bare = join(folder, 'bare.cjs');
    writeFileSync(loader, LOADER);
    writeFileSync(bare, BARE_HANDLER);
    const starter = { loader, bare, endpoint: dynamo.endpoint };
    return [
      ...(await measure('no state needed (help)', HELP, starter)),
      ...(await measure('state read (launch)', LAUNCH, starter)),
    ];
  } finally {
    await dynamo.close();
    rmSync(folder, { recursive: true });
  }
}

interface Starter {
  readonly loader: string;
  readonly bare: string;
  readonly endpoint: string;
}

async function measure(title: string, request: object, starter: Starter): Promise<readonly Figure[]> {
  const event = JSON.stringify(envelope(request));
  const bundle: Start[] = [];
  const floor: Start[] = [];
  // The first pair fills the disk cache and is not counted.
  for (let start = 0; start <= PROCESSES; start += 1) {
    const pair = [
      await startOnce(starter, BUNDLE, event),
      await startOnce(starter, starter.bare, event),
    ] as const;
    if (start === 0) continue;
    bundle.push(pair[0]);
    floor.push(pair[1]);
  }
  const figure = (kind: string, read: (start: Start) => number): Figure => ({
    title: `${kind} of the Lambda bundle, ${title}`,
    floorTitle: 'a handler without any library, same request',
    valueMs: median(bundle.map(read)),
    floorMs: median(floor.map(read)),
    rounds: `${PROCESSES} fresh processes`,
  });
  return [
    figure('Load and first answer', ({ answeredMs }) => answeredMs),
    figure('Whole process', ({ processMs }) => processMs),
  ];
}

interface Start {
  /** From before the file was loaded until it answered. */
  readonly answeredMs: number;
  /** From spawning the process to its end. */
  readonly processMs: number;
}

/** Nothing of the caller's environment but PATH: certificate bundles and loaders in it would be measured too. */
async function startOnce({ loader, endpoint }: Starter, file: string, event: string): Promise<Start> {
  const env = {
    PATH: process.env['PATH'],
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    ...LOCAL_DEFAULTS,
  };
  const before = performance.now();
  const { stderr } = await run(process.execPath, [loader, file, event], { env });
  return { answeredMs: Number(stderr), processMs: performance.now() - before };
}

const HELP = { type: 'IntentRequest', intent: { name: 'AMAZON.HelpIntent', confirmationStatus: 'NONE' } };
const LAUNCH = { type: 'LaunchRequest' };

function envelope(request: object): object {
  const application = { applicationId: LOCAL_DEFAULTS.SKILL_ID };
  const user = { userId: 'amzn1.ask.account.BENCH' };
  return {
    version: '1.0',
    session: { new: true, sessionId: 'session-1', application, user },
    context: { System: { application, user, apiEndpoint: 'https://api.fe.amazonalexa.com' } },
    request: { requestId: 'request-1', timestamp: '2026-11-22T03:00:00Z', locale: 'ja-JP', ...request },
  };
}
