import model from '../../interactionModels/custom/ja-JP.json';
import { type Order } from '../../lambda/src/orders/order';
import { buyerKeyOf } from '../../lambda/src/orders/token';
import { type LogFields } from '../../lambda/src/telemetry/log';
import { createDevice } from '../simulator/alexa/device';
import { parseInteractionModel } from '../simulator/alexa/interaction-model';
import { skillOverHttp } from '../simulator/alexa/skill-over-http';
import { startLocalShop, type LocalShop, type LocalShopOptions } from '../simulator/local-shop';
import { fixedEffects, type FixedEffects } from './fixed-effects';

/** An order that was given by voice and waits for its payment on the page. `code`: 8 signs. */
export interface VoiceOrder {
  readonly orderId: string;
  readonly code: string;
  /** `/checkout/<code>`. */
  readonly path: string;
  /** The order as the store holds it now. */
  read(): Promise<Order>;
  /** Opens the skill again, and gives what it says first. */
  nextVisit(): Promise<string>;
}

/** A whole shop with its pages and the simulated Amazon Pay on free loopback ports, on a clock that tests move. */
export interface BrowserShop {
  readonly shop: LocalShop;
  readonly effects: FixedEffects;
  /** Origin of the shop's pages. */
  readonly url: string;
  readonly logged: readonly LogFields[];
  /** Waits for a line of the log, which may be there already. */
  line(step: string, orderId: string): Promise<LogFields>;
  /** A new buyer orders by voice; default are two bags of blend, and the e-mail address stays unknown. */
  order(utterance?: string): Promise<VoiceOrder>;
  /** Whole yen of each capture since the last call, oldest first. */
  capturedYen(): readonly number[];
  close(): Promise<void>;
}

const MODEL = parseInteractionModel(model);
const CODE = /コード: ([0-9A-Z]{4})-([0-9A-Z]{4})/;

/** Opens one whose orders are all paid on the web. */
export async function openBrowserShop(
  environment: NonNullable<LocalShopOptions['environment']> = {},
): Promise<BrowserShop> {
  const effects = fixedEffects();
  const logged: LogFields[] = [];
  let waiting: (() => void)[] = [];
  const note = (fields: LogFields): void => {
    logged.push(fields);
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const shop = await startLocalShop({
    effects,
    serverSide: true,
    environment: { PAYMENT_CHANNEL: 'web', ...environment },
    log: { info: note, warn: note, alert: note },
  });
  await shop.warmUp();
  let buyers = 0;
  let seen = 0;
  return {
    shop,
    effects,
    logged,
    url: `http://127.0.0.1:${shop.port}`,
    async line(step, orderId) {
      for (;;) {
        const found = logged.find((fields) => fields.step === step && fields.orderId === orderId);
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    async order(utterance = 'ブレンドを2つください') {
      buyers += 1;
      // Amazon Pay answers only so many calls in a minute, and here no time passes by itself.
      effects.advance(60_000);
      const userId = `amzn1.ask.account.BUYER${buyers}`;
      const device = createDevice({
        model: MODEL,
        skillId: shop.config.skillId,
        stage: 'development',
        buyer: { userId, deviceId: `device-${buyers}`, consent: 'GRANTED' },
        skill: skillOverHttp({ url: shop.skillUrl, fetch }),
        amazonPay: shop.amazonPay,
        effects,
      });
      await device.say('こえみせ珈琲を開いて');
      await device.say(utterance);
      const { exchanges } = await device.say('はい');
      const [, first, second] = CODE.exec(JSON.stringify(exchanges)) ?? [];
      if (first === undefined || second === undefined) throw new Error('The skill showed no code.');
      const { store } = shop.deps;
      const { orderIds } = await store.readBuyer(buyerKeyOf(userId, shop.config.tokenSecret));
      const orderId = orderIds.at(-1) ?? '';
      const code = first + second;
      return {
        orderId,
        code,
        path: `/checkout/${code}`,
        read: async () => {
          const order = await store.readOrder(orderId);
          if (order === undefined) throw new Error('The order is not in the store.');
          return order;
        },
        nextVisit: async () => {
          const { exchanges } = await device.say('こえみせ珈琲を開いて');
          return exchanges.map(({ speech }) => speech?.text ?? '').join('');
        },
      };
    },
    capturedYen() {
      const all = shop.amazonPay.ledger.judge.captures().map(({ amountYen }) => amountYen);
      const since = all.slice(seen);
      seen = all.length;
      return since;
    },
    close: () => shop.close(),
  };
}
