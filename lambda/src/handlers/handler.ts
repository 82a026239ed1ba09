import { type Answer } from '../alexa/respond';
import { type Turn } from '../alexa/turn';
import { type Config } from '../config';
import { type OrderStore } from '../orders/store';
import { type Shop } from '../shop/shop';
import { type Log } from '../telemetry/log';

/** Everything a handler may use beside the request: settings, goods and effects. */
export interface SkillDeps {
  readonly config: Config;
  readonly shop: Shop;
  readonly store: OrderStore;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** For Alexa's customer profile API only. */
  readonly fetch: typeof fetch;
}

/** A request of a buyer with the effects to answer it. */
export interface Visit {
  readonly turn: Turn;
  readonly deps: SkillDeps;
}

/** One kind of request. The first handler of the list whose `canHandle` says yes answers it. */
export interface Handler {
  readonly name: string;
  canHandle(turn: Turn): boolean;
  handle(visit: Visit): Promise<Answer>;
}

/** Says yes to intents of the given names. */
export function forIntent(...names: readonly string[]): (turn: Turn) => boolean {
  return ({ intent }) => intent !== undefined && names.includes(intent.name);
}

/** Says yes to requests of the given type. */
export function forRequestType(type: string): (turn: Turn) => boolean {
  return ({ requestType }) => requestType === type;
}
