/** What bounds the speed: the processor time of a part of the run by module, measured while it runs. */
import type { Profiler } from 'node:inspector';
import { Worker } from 'node:worker_threads';
import { PROFILE_PLEASE } from './profile-please';
import type { Task } from './seed-thread';

/** Profiles the thread's own code from its start; stands on the bundle's first line, so that line numbers stay. */
const PROFILED =
  "const { Session } = require('node:inspector'); const session = new Session(); session.connect();" +
  "session.post('Profiler.enable'); session.post('Profiler.start');" +
  `require('node:worker_threads').parentPort.on('message', (message) => { if (message === '${PROFILE_PLEASE}') ` +
  "session.post('Profiler.stop', (_error, { profile }) => require('node:worker_threads').parentPort.postMessage(profile)); });";

/** Shares below this are added up as the rest. */
const SMALLEST_SHARE = 0.02;

/** Runs one task in a profiled thread. Resolves to one line: the modules by share of self time, largest first. */
export async function boundLine(code: string, task: Task): Promise<string> {
  const thread = new Worker(PROFILED + code, { eval: true });
  try {
    const once = <T>(message: unknown): Promise<T> =>
      new Promise((resolve, reject) => {
        thread.once('error', reject);
        thread.once('message', resolve);
        thread.postMessage(message);
      });
    await once(task);
    return shares(await once<Profiler.Profile>(PROFILE_PLEASE), code.split('\n'));
  } finally {
    await thread.terminate();
  }
}

function shares(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  lines: readonly string[],
): string {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, moduleOf(callFrame, lines)]));
  const selfTime = new Map<string, number>();
  let total = 0;
  samples.forEach((id, index) => {
    const name = frames.get(id) ?? 'Node';
    const time = timeDeltas[index] ?? 0;
    if (name === 'idle') return;
    total += time;
    selfTime.set(name, (selfTime.get(name) ?? 0) + time);
  });
  const parts = [...selfTime].map(([name, time]) => ({ name, share: time / total }));
  const large = parts
    .filter(({ share }) => share >= SMALLEST_SHARE)
    .sort((one, other) => other.share - one.share);
  return large.map(({ name, share }) => `${name} ${Math.round(share * 100)} %`).join(', ');
}

/** esbuild writes the path of each module above its code. */
function moduleOf(
  { functionName, url, lineNumber }: Profiler.ProfileNode['callFrame'],
  lines: readonly string[],
): string {
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(idle)') return 'idle';
  if (!url.includes('worker eval')) return 'Node';
  for (let line = lineNumber; line >= 0; line -= 1) {
    const path = /^\/\/ (\S+)$/.exec(lines[line] ?? '')?.[1];
    if (path !== undefined) return groupOf(path);
  }
  return 'Node';
}

function groupOf(path: string): string {
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (library !== undefined) return library;
  if (path.startsWith('lambda/src')) return 'the skill';
  return path.startsWith('test/simulator/amazon-pay') ? 'simulated Amazon Pay' : 'simulated world and judge';
}
