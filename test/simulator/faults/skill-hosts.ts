/** The merchant's servers: several processes of the real skill, started anew when they die. */
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Config } from '../../../lambda/src/config';
import { type SkillDeps } from '../../../lambda/src/handlers/handler';
import type { WorkStore } from '../../../lambda/src/orders/store';
import type { Shop } from '../../../lambda/src/shop/shop';
import { createSkill } from '../../../lambda/src/skill';
import type { Log } from '../../../lambda/src/telemetry/log';
import { faultyStore, type StoreWorld } from './faulty-store';
import { createHost, type Host } from './host';

/** What a server needs of its world. */
export interface SkillWorld extends StoreWorld {
  readonly config: Config;
  /** The shop's price lists; a server knows one of them. */
  readonly shops: readonly [Shop, ...Shop[]];
  readonly log: Log;
  readonly wrapStore: (store: WorkStore, by: 'server' | 'worker') => WorkStore;
}

/** A running server. */
export interface SkillHost {
  readonly host: Host;
  readonly invoke: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>;
}

/** The servers behind the endpoint. */
export interface SkillHosts {
  /** A living server with this price list. */
  readonly pick: (priceList: number) => SkillHost;
}

const SERVERS = 2;

/** Opens the endpoint. */
export function createSkillHosts(world: SkillWorld): SkillHosts {
  const slots = new Map<string, SkillHost>();
  let started = 0;
  const start = (priceList: number): SkillHost => {
    started += 1;
    const host = createHost(`server-${started}`, world);
    const deps: SkillDeps = {
      config: world.config,
      shop: world.shops[priceList % world.shops.length] ?? world.shops[0],
      store: world.wrapStore(faultyStore(world, host), 'server'),
      log: world.log,
      now: host.now,
      random: () => world.dice.next(),
      fetch: profileFetch(world),
    };
    const skill = createSkill(deps);
    return { host, invoke: (envelope) => skill.invoke(envelope) };
  };
  return {
    pick(priceList) {
      const key = `${priceList} ${world.dice.between(1, SERVERS)}`;
      const running = slots.get(key);
      if (running?.host.isAlive === true) return running;
      const fresh = start(priceList);
      slots.set(key, fresh);
      return fresh;
    },
  };
}

/** Alexa's customer profile API. */
function profileFetch({ faults, scheduler, dice }: SkillWorld): typeof fetch {
  return async () => {
    await scheduler.sleep(dice.between(5, 50));
    if (faults.strikes('profileNotAnswered')) throw new Error('simulated');
    return PROFILE;
  };
}

/** As much of an answer as is read; a real one would hand its text over on the event loop, outside of virtual time. */
const PROFILE = {
  ok: true,
  status: 200,
  text: () => Promise.resolve('"buyer@koemise.example"'),
  json: () => Promise.resolve('buyer@koemise.example'),
} as unknown as Response;
