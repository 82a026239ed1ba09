/** Kills the shop at every boundary of a purchase in turn, lets it recover, and judges what is left. */
import { findScenario } from '../amazon-pay/scenario';
import { type Buyer } from './buyer';
import {
  gatherCrowd,
  readBoundaries,
  runBackground,
  startLaneServer,
  talk,
  workOnOrdersOf,
  type Crowd,
  type Lane,
} from './crash-lane';
import { judgeCrowd, type NumberedBoundary } from './judge-crowd';
import { type Outside } from './outside';
import { type PlantedDefect } from './planted-defect';
import { type ServerBundle } from './server-process';

/** What happens to the buyers of a story. */
export interface Story {
  readonly name: string;
  /** What Amazon Pay does with each Charge; absent: it pays. */
  readonly scenario?: string | undefined;
  /** Only boundaries from the first one of this step on are deadly; those before are the same in another story. */
  readonly fromStep?: string | undefined;
  /** A defect that is planted in the shop, to see it found. */
  readonly defect?: PlantedDefect | undefined;
  /** The last deadly boundary; absent: the last of all. */
  readonly until?: string | undefined;
}

/** What a run of boundaries came to. */
export interface CrashReport {
  /** Names of all boundaries of the story, in order. */
  readonly boundaries: readonly string[];
  /** Numbers of the boundaries at which a process was killed. */
  readonly killedAt: readonly number[];
  /** Orders that were judged, and how many of them are captured. */
  readonly orders: number;
  readonly capturedOrders: number;
  readonly findings: readonly string[];
}

/** Where and how to run. `outsides`: shops that run beside each other and share the boundaries. */
export interface CrashOptions {
  readonly bundle: ServerBundle;
  readonly story: Story;
  readonly buyersPerBoundary: number;
  readonly outsides: readonly Outside[];
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Runs a story: first a purchase without a crash that counts the boundaries, then one crash at each of them. */
export async function crashEverywhere(options: CrashOptions): Promise<CrashReport> {
  const { story, outsides } = options;
  const boundaries = await countBoundaries(options);
  const numbers = boundaries
    .map((name, index) => ({ name, no: index + 1 }))
    .slice(firstOf(boundaries, story), endOf(boundaries, story));
  const shares = outsides.map((outside, lane) => ({
    outside,
    share: numbers.filter((_, index) => index % outsides.length === lane),
  }));
  const reports = await Promise.all(shares.map(({ outside, share }) => liveThrough(options, outside, share)));
  return {
    boundaries,
    killedAt: reports.flatMap(({ killedAt }) => killedAt).sort((one, other) => one - other),
    orders: reports.reduce((sum, { orders }) => sum + orders, 0),
    capturedOrders: reports.reduce((sum, { capturedOrders }) => sum + capturedOrders, 0),
    findings: reports.flatMap(({ findings }) => findings),
  };
}

function firstOf(boundaries: readonly string[], { fromStep }: Story): number {
  if (fromStep === undefined) return 0;
  const first = boundaries.findIndex((name) => name.startsWith(`${fromStep}:`));
  if (first === -1) throw new Error(`no boundary belongs to the step ${fromStep}`);
  return first;
}

function endOf(boundaries: readonly string[], { until }: Story): number {
  if (until === undefined) return boundaries.length;
  const last = boundaries.indexOf(until);
  if (last === -1) throw new Error(`there is no boundary ${until}`);
  return last + 1;
}

async function countBoundaries({ bundle, story, outsides }: CrashOptions): Promise<readonly string[]> {
  const [outside] = outsides;
  if (outside === undefined) throw new Error('no outside was given');
  outside.clock.nowMs += DAY_MS;
  const crowd = gatherCrowd({ outside, shopUrl: () => lane.server.url }, `${story.name}-count`, 3);
  const { defect } = story;
  const lane: Lane = {
    outside,
    bundle,
    defect,
    server: await startLaneServer({ outside, bundle, defect }, crowd),
  };
  await purchase(lane, story, crowd.buyers);
  const [first = [], ...others] = await readBoundaries(lane);
  await lane.server.kill();
  if (others.some((other) => other.join() !== first.join()))
    throw new Error('the boundaries are not the same for each buyer');
  return first;
}

async function purchase(lane: Lane, { scenario }: Story, buyers: readonly Buyer[]): Promise<void> {
  const { amazonPay } = lane.outside;
  amazonPay.clearForced();
  if (scenario !== undefined)
    buyers.forEach(() => {
      amazonPay.force(findScenario(scenario));
    });
  await talk(lane.outside, buyers);
  await workOnOrdersOf(lane, buyers);
}

type LaneReport = Omit<CrashReport, 'boundaries'>;

async function liveThrough(
  { bundle, story, buyersPerBoundary }: CrashOptions,
  outside: Outside,
  share: readonly NumberedBoundary[],
): Promise<LaneReport> {
  const crowdAt = (boundary: NumberedBoundary | undefined): Crowd =>
    gatherCrowd(
      { outside, shopUrl: () => lane.server.url },
      `${story.name}-${boundary?.no ?? 0}`,
      boundary === undefined ? 0 : buyersPerBoundary,
    );
  const { defect } = story;
  let crowd = crowdAt(share[0]);
  const lane: Lane = {
    outside,
    bundle,
    defect,
    server: await startLaneServer({ outside, bundle, defect }, crowd, share[0]?.no),
  };
  const killedAt: number[] = [];
  const findings: string[] = [];
  let orders = 0;
  let capturedOrders = 0;
  for (const [index, boundary] of share.entries()) {
    outside.clock.nowMs += DAY_MS;
    await purchase(lane, story, crowd.buyers);
    const how = await endingOf(lane);
    if (how === 'SIGKILL') killedAt.push(boundary.no);
    else findings.push(`boundary ${boundary.no} (${boundary.name}): the process ended by ${how}`);
    const next = share[index + 1];
    const nextCrowd = crowdAt(next);
    lane.server = await startLaneServer(lane, nextCrowd, next?.no);
    await recover(lane, crowd.buyers);
    const judged = await judgeCrowd(outside, crowd, boundary);
    findings.push(...judged.findings);
    orders += judged.orders;
    capturedOrders += judged.capturedOrders;
    crowd = nextCrowd;
  }
  await lane.server.kill();
  return { killedAt, findings, orders, capturedOrders };
}

/** A process that should have died by itself is ended; then the boundary was not reached. */
async function endingOf({ server }: Lane): Promise<string> {
  const notReached = new Promise<string>((resolve) => setTimeout(resolve, 5000, 'nobody').unref());
  const how = await Promise.race([server.ended, notReached]);
  if (how === 'nobody') await server.kill();
  return how;
}

/** What happens after a restart: answers come again, buyers come back, and time passes with the background running. */
async function recover(lane: Lane, buyers: readonly Buyer[]): Promise<void> {
  const { outside } = lane;
  const { clock, amazonPay } = outside;
  const crashedAtMs = clock.nowMs;
  amazonPay.clearForced();
  clock.nowMs = crashedAtMs + 5000;
  for (const buyer of buyers) if (buyer.answerFate === 'delivered again') buyer.redeliver();
  await talk(outside, buyers);
  clock.nowMs += 20_000;
  for (const buyer of buyers) {
    // Who has no order yet wants one still; so at least one order of each buyer is judged.
    const { orderIds } = await outside.store.readBuyer(buyer.account.buyerKey);
    if (buyer.comesBack || orderIds.length === 0) buyer.returns();
  }
  await talk(outside, buyers);
  for (const minute of [2, 3]) {
    clock.nowMs = crashedAtMs + minute * MINUTE_MS;
    await runBackground(lane);
  }
  for (const buyer of buyers) if (buyer.answerFate === 'delivered late') buyer.redeliver();
  await talk(outside, buyers);
  for (const minute of [4, 5, 6, 7, 8, 10, 13, 17]) {
    clock.nowMs = crashedAtMs + minute * MINUTE_MS;
    await runBackground(lane);
  }
}
