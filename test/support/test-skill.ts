import { LOCAL_DEFAULTS, readConfig } from '../../lambda/src/config';
import { type SkillDeps } from '../../lambda/src/handlers/handler';
import shopFile from '../../lambda/src/shop/shop.json';
import { parseShop } from '../../lambda/src/shop/shop';
import { createSkill } from '../../lambda/src/skill';
import { fixedEffects, type FixedEffects } from './fixed-effects';
import { memoryStore, type MemoryStore } from './memory-store';
import { recordingLog, type RecordingLog } from './recording-log';
import { createShopper, type Shopper } from './shopper';

/** A skill with a fixed clock, a store in memory and a log that can be read, and a shopper in front of it. */
export interface TestSkill {
  readonly shopper: Shopper;
  readonly deps: SkillDeps;
  readonly store: MemoryStore;
  readonly log: RecordingLog;
  readonly clock: FixedEffects;
  /** Another person, or another device, in front of the same skill. */
  shopperNamed(userId: string): Shopper;
}

/** Settings by environment name, and any effect to replace. */
export interface TestSkillOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly store?: SkillDeps['store'];
  /** Alexa's customer profile API; absent: no network. */
  readonly fetch?: typeof fetch;
}

/** Makes the real skill on the real ASK SDK with test effects. */
export function createTestSkill({
  environment = {},
  store: otherStore,
  fetch = refuseNetwork,
}: TestSkillOptions = {}): TestSkill {
  const store = memoryStore();
  const log = recordingLog();
  const clock = fixedEffects();
  const config = readConfig({ ...LOCAL_DEFAULTS, ...environment });
  const deps = {
    config,
    shop: parseShop(shopFile),
    store: otherStore ?? store,
    log,
    now: clock.now,
    random: clock.random,
    fetch,
  };
  const skill = createSkill(deps);
  const shopperNamed = (userId: string): Shopper =>
    createShopper({ userId, skillId: config.skillId, send: (envelope) => skill.invoke(envelope as never) });
  return { shopper: shopperNamed('amzn1.ask.account.TARO'), deps, store, log, clock, shopperNamed };
}

/** No test of the skill alone may reach the network. */
const refuseNetwork: typeof fetch = () => Promise.reject(new Error('no network in this test'));
