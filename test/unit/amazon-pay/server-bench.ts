import { createCv2Client, type Cv2Client } from '../../../lambda/src/amazon-pay/cv2/client';
import { createMwsClient, type MwsClient } from '../../../lambda/src/amazon-pay/mws/client';
import { type ClientEffects, type ClientLimits } from '../../../lambda/src/amazon-pay/sender';
import { type LogFields } from '../../../lambda/src/telemetry/log';
import {
  type AmazonPayServer,
  startAmazonPayServer,
} from '../../simulator/amazon-pay-server/amazon-pay-server';
import {
  serverAccount,
  type ServerAccount,
  testKeys,
} from '../../simulator/amazon-pay-server/server-account';

/** Noon in Japan of the fixed day that all these tests play on. */
export const NOON_MS = Date.parse('2026-11-22T03:00:00Z');

/** The simulated servers with both clients, on one clock that only sleeping moves. */
export interface Bench {
  readonly server: AmazonPayServer;
  readonly cv2: Cv2Client;
  readonly mws: MwsClient;
  readonly effects: ClientEffects;
  /** Milliseconds of each wait, in order. */
  readonly waits: number[];
  readonly log: LogFields[];
  passTime(ms: number): void;
  /** A client with other settings against the same server. */
  cv2With(changes: Partial<Parameters<typeof createCv2Client>[0]>, limits?: ClientLimits): Cv2Client;
  mwsWith(changes: Partial<Parameters<typeof createMwsClient>[0]>, limits?: ClientLimits): MwsClient;
  close(): Promise<void>;
}

const running = new Set<AmazonPayServer>();
// A failing test leaves its bench behind; an open server would keep the whole run from ending.
afterAll(async () => {
  const left = [...running];
  running.clear();
  await Promise.all(left.map((server) => server.close()));
});

/** Time-outs are real time: 400 ms is long for loopback and short for a test. */
export const LADDER_LIMITS: ClientLimits = { timeoutMs: 400, maxBytes: 262_144, budgetMs: 600_000 };
export const ONE_TRY: ClientLimits = { ...LADDER_LIMITS, budgetMs: 0 };

/** Starts a bench. `limits`: of the two clients; one try each unless given. */
export async function startBench(
  options: { limits?: ClientLimits; account?: Partial<ServerAccount> } = {},
): Promise<Bench> {
  const clock = createClock();
  const log: LogFields[] = [];
  const waits: number[] = [];
  const note = (fields: LogFields) => {
    log.push(fields);
  };
  const effects: ClientEffects = {
    fetch,
    now: () => clock.nowMs,
    random: () => 0.5,
    sleep: (ms) => {
      waits.push(ms);
      clock.nowMs += ms;
      return Promise.resolve();
    },
    log: { info: note, warn: note, alert: note },
  };
  const server = await startAmazonPayServer({
    effects: { now: () => clock.nowMs, random: seededRandom(7) },
    account: serverAccount(options.account),
  });
  running.add(server);
  const cv2With: Bench['cv2With'] = (changes, limits = options.limits ?? ONE_TRY) =>
    createCv2Client({ ...CV2_SETTINGS, baseUrl: server.url, ...changes }, effects, limits);
  const mwsWith: Bench['mwsWith'] = (changes, limits = options.limits ?? ONE_TRY) =>
    createMwsClient({ ...MWS_SETTINGS, baseUrl: server.url, ...changes }, effects, limits);
  return {
    server,
    cv2: cv2With({}),
    mws: mwsWith({}),
    effects,
    waits,
    log,
    passTime: (ms) => {
      clock.nowMs += ms;
    },
    cv2With,
    mwsWith,
    close: async () => {
      if (running.delete(server)) await server.close();
    },
  };
}

/** Settings that fit the simulated merchant. */
export const CV2_SETTINGS = {
  environment: 'SANDBOX',
  region: 'jp',
  publicKeyId: 'SANDBOX-AKOEMISEKEY',
  privateKey: testKeys().privateKey,
} as const;
export const MWS_SETTINGS = {
  environment: 'SANDBOX',
  sellerId: 'A1KOEMISE',
  accessKeyId: 'AKIAKOEMISELOCAL',
  secretKey: 'local-only-mws-secret',
} as const;

function createClock(): { nowMs: number } {
  return { nowMs: NOON_MS };
}

/** A small generator with a seed, 0 up to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
