/** One shop that lives through one crash after the other: a process dies, the next one recovers and sells on. */
import * as z from 'zod';
import { createAccount } from './alexa-account';
import { createBuyer, type AnswerFate, type Buyer } from './buyer';
import { findSpeechFaults } from './judge';
import { type Outside } from './outside';
import { type PlantedDefect } from './planted-defect';
import { post } from './post';
import { startServer, type ServerBundle, type ServerProcess } from './server-process';
import { CRASH_ENVIRONMENT, HEADERS, ROUTES } from './wire';

/** A shop's life. `server`: the process that runs now. */
export interface Lane {
  readonly outside: Outside;
  readonly bundle: ServerBundle;
  /** A defect that is planted in each of its processes. */
  readonly defect?: PlantedDefect | undefined;
  server: ServerProcess;
}

/** The buyers who stand in the shop when it dies, and what was wrong with what they heard. */
export interface Crowd {
  readonly buyers: readonly Buyer[];
  readonly heardFaults: readonly { readonly buyer: Buyer; readonly found: string }[];
}

const FATES: readonly AnswerFate[] = ['delivered again', 'delivered late', 'lost'];

/** Brings new buyers to a shop: each way through a crash is taken by some of them. */
export function gatherCrowd(
  { outside, shopUrl }: { readonly outside: Outside; readonly shopUrl: () => string },
  name: string,
  size: number,
): Crowd {
  const heardFaults: { buyer: Buyer; found: string }[] = [];
  const buyers = Array.from({ length: size }, (_, index): Buyer => {
    const account = createAccount({
      name: `${name}-${index + 1}`,
      profileUrl: outside.profileUrl,
      shopUrl,
      nowMs: () => outside.clock.nowMs,
    });
    const buyer = createBuyer({
      account,
      amazonPay: outside.amazonPay,
      answerFate: FATES[index % FATES.length] ?? 'lost',
      comesBack: Math.floor(index / FATES.length) % 2 === 0,
      hears(speech, chargedOrderIds) {
        for (const found of findSpeechFaults(speech, outside.books, chargedOrderIds))
          heardFaults.push({ buyer, found });
      },
    });
    return buyer;
  });
  return { buyers, heardFaults };
}

/** Starts a process that dies when all of the crowd stand at the boundary; without a boundary it lives on and counts. */
export function startLaneServer(
  { outside, bundle, defect }: Omit<Lane, 'server'>,
  { buyers }: Crowd,
  killAt?: number,
): Promise<ServerProcess> {
  return startServer(bundle, {
    ...outside.environment,
    [CRASH_ENVIRONMENT.nowMs]: String(outside.clock.nowMs),
    [CRASH_ENVIRONMENT.buyerKeys]: buyers.map(({ account }) => account.buyerKey).join(','),
    ...(defect === undefined ? {} : { [CRASH_ENVIRONMENT.defect]: defect }),
    ...(killAt === undefined ? {} : { [CRASH_ENVIRONMENT.killAt]: String(killAt) }),
  });
}

const MAX_ROUNDS = 20;
const ROUND_MS = 2000;

/** Lets everybody talk, all at once, turn by turn, until nobody has anything more to say. */
export async function talk({ clock }: Outside, buyers: readonly Buyer[]): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const acted = await Promise.all(buyers.map((buyer) => buyer.step()));
    if (!acted.includes(true)) return;
    clock.nowMs += ROUND_MS;
  }
  throw new Error('the buyers do not come to an end');
}

const REPORT = z.object({ done: z.number() });
const MAX_PASSES = 8;

/** Runs the background until nothing more is due now. Does nothing when the process is dead. */
export async function runBackground({ outside, server }: Lane): Promise<void> {
  for (let passes = 0; passes < MAX_PASSES; passes += 1) {
    const report = REPORT.safeParse(await pass(server, outside, []));
    if (!report.success) throw new Error(`a pass failed: ${server.complaints()}`);
    if (report.data.done === 0) return;
  }
}

/** Questions to Amazon Pay, a mail and the confirmation, with room. */
const MAX_PASSES_PER_ORDER = 12;

/** Lets the background work on the orders of all these buyers at once, each order in a pass of its own. */
export async function workOnOrdersOf({ outside, server }: Lane, buyers: readonly Buyer[]): Promise<void> {
  for (let passes = 0; passes < MAX_PASSES_PER_ORDER; passes += 1) {
    outside.clock.nowMs += ROUND_MS;
    const orderIds = await Promise.all(
      buyers.map(async ({ account }) => (await outside.store.readBuyer(account.buyerKey)).orderIds.at(-1)),
    );
    const answer = await pass(
      server,
      outside,
      orderIds.filter((id) => id !== undefined),
    );
    const reports = z.array(REPORT).safeParse(answer).data ?? [];
    if (reports.every(({ done }) => done === 0)) return;
  }
}

/** Names of the boundaries that each buyer passed. */
export async function readBoundaries({ server }: Lane): Promise<readonly (readonly string[])[]> {
  const response = await fetch(`${server.url}${ROUTES.boundaries}`);
  return z.array(z.array(z.string())).parse(await response.json());
}

/** Undefined: the process is dead, or the pass failed. */
async function pass(
  server: ServerProcess,
  { clock }: Outside,
  orderIds: readonly string[],
): Promise<unknown> {
  const sent = { headers: { [HEADERS.nowMs]: String(clock.nowMs) }, body: JSON.stringify(orderIds) };
  const answer = await post(`${server.url}${ROUTES.pass}`, sent).catch(() => undefined);
  return answer?.statusCode === 200 ? JSON.parse(answer.text) : undefined;
}
