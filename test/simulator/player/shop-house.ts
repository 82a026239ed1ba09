import type { SimulatorEffects } from '../contract';
import { startLocalShop, type LocalShop, type LocalShopOptions } from '../local-shop';
import type { LogFields } from '../../../lambda/src/telemetry/log';

/** A shop with the log lines that a merchant would have to look at. */
export interface HousedShop {
  readonly shop: LocalShop;
  readonly effects: SimulatorEffects;
  /** Lets time pass for the skill, the device and Amazon Pay alike. */
  passSec(seconds: number): void;
  /** Warnings and alerts since the last call. */
  takeNotes(): readonly LogFields[];
}

/** Shops in memory, one for each set of settings, each started when it is first needed. */
export interface ShopHouse {
  shopFor(environment: Readonly<Record<string, string>>): Promise<HousedShop>;
  close(): Promise<void>;
}

/** Opens a house of simulated shops on free loopback ports. `now`: epoch milliseconds, `random` in [0, 1). */
export function openShopHouse({ now, random }: SimulatorEffects): ShopHouse {
  const shops = new Map<string, Promise<HousedShop>>();

  const start = async (environment: Readonly<Record<string, string>>): Promise<HousedShop> => {
    let passedMs = 0;
    let notes: LogFields[] = [];
    const note = (fields: LogFields): void => void notes.push(fields);
    const effects = { now: () => now() + passedMs, random };
    const log = { info: () => undefined, warn: note, alert: note };
    const shop = await startLocalShop({ ...settingsOf(environment), effects, log });
    return {
      shop,
      effects,
      passSec: (seconds) => {
        passedMs += seconds * 1000;
        shop.amazonPay.passTime();
      },
      takeNotes: () => {
        const taken = notes;
        notes = [];
        return taken;
      },
    };
  };

  return {
    shopFor: (environment) => {
      const key = JSON.stringify(Object.entries(environment).sort());
      const known = shops.get(key) ?? start(environment);
      shops.set(key, known);
      return known;
    },
    close: async () => {
      for (const started of shops.values()) await (await started).shop.close();
    },
  };
}

/** The address of the shop in dialogs with the web checkout: a transcript must not depend on a free port. */
export const DIALOG_SHOP_URL = 'https://shop.koemise.example';

/** Naming the channel or the address sets the whole web checkout up, with Amazon Pay's server API behind it. */
function settingsOf(
  environment: Readonly<Record<string, string>>,
): Pick<LocalShopOptions, 'environment' | 'serverSide'> {
  const isWebWanted = 'PAYMENT_CHANNEL' in environment || 'SHOP_URL' in environment;
  return isWebWanted
    ? { environment: { SHOP_URL: DIALOG_SHOP_URL, ...environment }, serverSide: true }
    : { environment };
}
