/** One small world: a shop, its buyers and everything that can go wrong, on virtual time. */
import type { Order } from '../../../lambda/src/orders/order';
import { shopFor, type BuyerWorld } from './buyer';
import type { Factors } from './faults';
import { createDevice, type Device, type Household } from './household';
import { createDice } from './random';
import type { TraceLine } from './trace';
import type { Variant } from './variant';
import type { Violation } from './violation';
import { furnish, SKILL_ID, type Furniture } from './world-parts';
import { startWorker, type WorkerWorld } from './worker-line';

/** Which world is run. The same settings give the same story, event by event. */
export interface WorldSettings {
  readonly seed: number;
  /** Number of the world under its seed. */
  readonly world: number;
  /** Visits to the shop. */
  readonly visits: number;
  readonly variant?: Variant | undefined;
  /** Comparison with the rates of the table, by kind; `allFaults` for the rest. Absent: each world draws its own. */
  readonly factors?: Factors | undefined;
  readonly allFaults?: number | undefined;
  readonly keepsLines?: boolean;
}

/** What came of it. */
export interface WorldResult {
  readonly violations: readonly Violation[];
  readonly orders: readonly Order[];
  readonly faults: ReadonlyMap<string, number>;
  readonly capturedOrders: number;
  readonly requests: number;
  readonly steps: number;
  readonly digest: number;
  readonly lines: readonly TraceLine[];
}

/** Buyers begin within this time. */
const RUSH_MS = 600_000;

/** Runs one world to its end and judges it. */
export async function runWorld(settings: WorldSettings): Promise<WorldResult> {
  const dice = createDice(`${settings.seed}/${settings.world}`);
  const households: Household[] = [];
  const { variant } = settings;
  const factors = settings.factors ?? variant?.factors;
  const parts = furnish({ ...settings, factors }, { dice, households });
  const { scheduler, faults, judge } = parts;
  const devices = settle(parts, households, settings.visits);
  const world = assemble(parts, settings, devices);
  for (const device of devices) {
    const startsInMs = startOf(device, devices, dice.between(0, RUSH_MS));
    scheduler.after(startsInMs, () => void shopFor(world, device));
  }
  if (faults.strikes('itemCorrupt')) parts.spoilItem();
  const workers = variant?.isWorkerOff === true ? 0 : dice.between(1, 2);
  for (let worker = 1; worker <= workers; worker += 1) startWorker(world, `worker-${worker}`);
  await scheduler.run();
  await judge.end();
  return {
    violations: judge.violations,
    orders: [...parts.orders.values()],
    faults: faults.counts,
    capturedOrders: judge.capturedOrders(),
    requests: world.requests,
    steps: scheduler.steps,
    digest: parts.trace.digest(),
    lines: parts.trace.lines,
  };
}

/** Every visit has a device; now and then a second one stands in the same house, or the buyer comes twice. */
function settle({ faults, dice }: Furniture, households: Household[], visits: number): [Device, ...Device[]] {
  const first = createDevice('echo-1', newHousehold(households, dice.chance(0.6)));
  const devices: [Device, ...Device[]] = [first];
  for (let visit = 2; visit <= visits; visit += 1) {
    const isSecond = faults.strikes('secondDevice');
    const household = isSecond
      ? (devices.at(-1) ?? first).household
      : newHousehold(households, dice.chance(0.6));
    devices.push(createDevice(`echo-${visit}`, household));
  }
  return devices;
}

function newHousehold(households: Household[], givesEmail: boolean): Household {
  const household: Household = {
    userId: `amzn1.ask.account.${households.length + 1}`,
    consent: 'GRANTED',
    givesEmail,
    priceList: 0,
    tokens: [],
  };
  households.push(household);
  return household;
}

/** Two devices of one house are in use at the same time. */
function startOf(device: Device, devices: readonly Device[], drawnMs: number): number {
  const isShared = devices.some((other) => other !== device && other.household === device.household);
  return isShared ? drawnMs % 20_000 : drawnMs;
}

function assemble(
  parts: Furniture,
  { variant }: WorldSettings,
  devices: [Device, ...Device[]],
): BuyerWorld & WorkerWorld {
  const { judge, variantWorld } = parts;
  return {
    ...parts,
    devices,
    requests: 0,
    sessions: 0,
    skillId: SKILL_ID,
    hears: judge.hears,
    consents: judge.consents,
    chargeArrives: judge.chargeArrives,
    mailTaken: judge.mailTaken,
    readFailed: judge.readFailed,
    onDirective: (directive, { household }) =>
      variant?.onDirective?.(directive, household.userId, variantWorld) ?? directive,
    onAnswer: (answer, { household }) =>
      variant?.onAnswer?.(answer, household.userId, variantWorld) ?? answer,
  };
}
