import model from '../../interactionModels/custom/ja-JP.json';
import { type Order } from '../../lambda/src/orders/order';
import { buyerKeyOf } from '../../lambda/src/orders/token';
import { runPass } from '../../lambda/src/worker/run-worker';
import { createDevice, type Device } from '../simulator/alexa/device';
import { parseInteractionModel } from '../simulator/alexa/interaction-model';
import { skillOverHttp } from '../simulator/alexa/skill-over-http';
import { type ConsentState } from '../simulator/contract';
import { startLocalShop, type LocalShop } from '../simulator/local-shop';
import { fixedEffects } from './fixed-effects';

/** A whole simulated shop on loopback with one buyer in front of it, on a clock that a test moves. */
export interface LocalShopping {
  readonly shop: LocalShop;
  /** Says one sentence after the other; resolves to everything the skill spoke, in order. */
  say(...utterances: readonly string[]): Promise<readonly string[]>;
  /** Lets time pass and runs one pass of the background. */
  after(elapsedMs: number): Promise<void>;
  readonly now: () => number;
  /** The buyer's newest order as the store holds it. */
  newestOrder(): Promise<Order | undefined>;
}

const USER_ID = 'amzn1.ask.account.TARO';
const MODEL = parseInteractionModel(model);

/** Opens the shop for a buyer who lets it pay and, by default, read the e-mail address. The caller closes the shop. */
export async function goShopping(
  emailConsent: ConsentState = 'GRANTED',
  { serverSide = false }: { readonly serverSide?: boolean } = {},
): Promise<LocalShopping> {
  const effects = fixedEffects();
  const shop = await startLocalShop({ effects, email: 'taro@example.jp', serverSide });
  const device: Device = createDevice({
    model: MODEL,
    skillId: shop.config.skillId,
    stage: 'development',
    buyer: { userId: USER_ID, deviceId: 'device-1', consent: 'GRANTED', emailConsent },
    skill: skillOverHttp({ url: shop.skillUrl, fetch }),
    amazonPay: shop.amazonPay,
    effects,
    ...(shop.config.localAlexaEndpoint === undefined ? {} : { apiEndpoint: shop.config.localAlexaEndpoint }),
  });
  return {
    shop,
    now: effects.now,
    async say(...utterances) {
      const spoken: string[] = [];
      for (const utterance of utterances) {
        const { exchanges } = await device.say(utterance);
        spoken.push(...exchanges.flatMap(({ speech }) => speech?.text ?? []));
      }
      return spoken;
    },
    async newestOrder() {
      const { store } = shop.deps;
      const { orderIds } = await store.readBuyer(buyerKeyOf(USER_ID, shop.config.tokenSecret));
      return store.readOrder(orderIds.at(-1) ?? '');
    },
    async after(elapsedMs) {
      effects.advance(elapsedMs);
      await runPass(shop.background);
    },
  };
}
