import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Order } from '../../../lambda/src/orders/order';
import { buyerKeyOf } from '../../../lambda/src/orders/token';
import type { LogFields } from '../../../lambda/src/telemetry/log';
import { createDevice, type Turn } from '../alexa/device';
import { parseInteractionModel } from '../alexa/interaction-model';
import { skillOverHttp } from '../alexa/skill-over-http';
import { findScenario } from '../amazon-pay/scenario';
import type { OwnNumbers } from './match-words';
import { ownNumbersOf } from './own-numbers';
import type { HousedShop } from './shop-house';
import type { Before, Sidecar } from './sidecar-schema';
import { settingUp } from './set-up-buyer';
import { readAnswers, readDirectives, type SeenAnswer, type SentDirective } from './wire';

/** One turn as it went, ready to be judged and printed. */
export interface PlayedTurn {
  /** From 1. */
  readonly no: number;
  readonly turn: Turn;
  readonly directives: readonly SentDirective[];
  readonly answers: readonly SeenAnswer[];
  /** Scenarios that were forced just before this turn. */
  readonly forced: readonly string[];
  /** Warnings and alerts of the skill's log. */
  readonly notes: readonly LogFields[];
  /** Numbers and codes of all orders the buyer has after this turn, the newest last. */
  readonly own: OwnNumbers;
}

/** Where everything stands when the buyer has said the last word. */
export interface Ending {
  /** The buyer's orders, the newest last. */
  readonly orders: readonly Order[];
  /** Whole yen of each capture on this buyer's agreements, oldest first. */
  readonly capturesYen: readonly number[];
  /** Scenarios that were forced and met no directive. */
  readonly unusedScenarios: readonly string[];
  /** What stands for the numbers and codes of these orders in written words. */
  readonly own: OwnNumbers;
}

/** What happens before a turn; `newSession` leaves an open session first. */
type Prelude = Before & { readonly newSession?: boolean };

/** A buyer who talks to the shop. */
export interface Conversation {
  play(utterance: string, before?: Prelude): Promise<PlayedTurn>;
  end(): Promise<Ending>;
  /** Scenarios that still wait for a directive. */
  unusedScenarios(): readonly string[];
}

/** Who talks, and to which shop. `name` must differ from that of any other conversation with this shop. */
export interface ConversationOptions {
  readonly house: HousedShop;
  readonly name: string;
  /** Absent: a speaker without a screen. */
  readonly hasScreen?: boolean;
  readonly buyer?: Sidecar['buyer'];
}

const MODEL_FILE = join(__dirname, '../../../interactionModels/custom/ja-JP.json');
const MODEL = parseInteractionModel(JSON.parse(readFileSync(MODEL_FILE, 'utf8')));

/** Puts a buyer of the given kind in front of a new device; nothing waits at Amazon Pay any more. */
export function openConversation({
  house,
  name,
  hasScreen = false,
  buyer = {},
}: ConversationOptions): Conversation {
  const { shop, effects } = house;
  const userId = `amzn1.ask.account.${name}`;
  const device = createDevice({
    model: MODEL,
    skillId: shop.config.skillId,
    stage: 'development',
    buyer: {
      userId,
      deviceId: `amzn1.ask.device.${name}`,
      consent: buyer.consent ?? 'GRANTED',
      hasScreen,
      emailConsent: buyer.emailConsent ?? 'NOT_REQUESTED',
      ...(buyer.recognised === true && { personId: `amzn1.ask.person.${name}` }),
      ...(buyer.givenName !== undefined && { givenName: buyer.givenName }),
    },
    skill: skillOverHttp({ url: shop.skillUrl, fetch }),
    amazonPay: shop.amazonPay,
    effects,
    ...(shop.config.localAlexaEndpoint && { apiEndpoint: shop.config.localAlexaEndpoint }),
  });
  const forced: string[] = [];
  let no = 0;
  shop.amazonPay.clearForced();
  shop.amazonPay.setBuyer(settingUp(userId, buyer));

  const { tokenSecret } = shop.config;
  const readOrders = async (): Promise<readonly Order[]> => {
    const { orderIds } = await shop.deps.store.readBuyer(buyerKeyOf(userId, tokenSecret));
    const orders = await Promise.all(orderIds.map((orderId) => shop.deps.store.readOrder(orderId)));
    return orders.filter((order) => order !== undefined);
  };

  const prepare = ({ force = [], consent, waitSec = 0, buyer: changed }: Before): void => {
    for (const scenario of force.map(findScenario)) {
      shop.amazonPay.force(scenario);
      forced.push(...Array.from({ length: scenario.effect.times ?? 1 }, () => scenario.name));
    }
    if (consent !== undefined) device.setConsent(consent);
    if (changed !== undefined) shop.amazonPay.setBuyer(settingUp(userId, { ...buyer, ...changed }));
    if (waitSec > 0) house.passSec(waitSec);
  };

  const unusedScenarios = (): readonly string[] => {
    const used = shop.amazonPay.ledger.requests.filter((request) => request.userId === userId);
    const left = [...forced];
    for (const { scenario } of used) {
      const index = left.findIndex((waiting) => waiting === scenario);
      if (index >= 0) left.splice(index, 1);
    }
    return left;
  };

  return {
    unusedScenarios,
    async play(utterance, before = {}) {
      prepare(before);
      house.takeNotes();
      no += 1;
      const turn = await device.say(utterance, { newSession: before.newSession === true });
      return {
        no,
        turn,
        directives: readDirectives(turn.exchanges),
        answers: readAnswers(turn.exchanges),
        forced: before.force ?? [],
        notes: house.takeNotes(),
        own: ownNumbersOf(await readOrders(), tokenSecret),
      };
    },
    async end() {
      const { ledger } = shop.amazonPay;
      const orders = await readOrders();
      const capturesYen = ledger.judge.captures().flatMap(({ amazonAuthorizationId, amountYen }) => {
        const agreementId = ledger.authorizations.get(amazonAuthorizationId)?.billingAgreementId ?? '';
        return ledger.billingAgreements.get(agreementId)?.userId === userId ? [amountYen] : [];
      });
      const own = ownNumbersOf(orders, tokenSecret);
      return { orders, capturesYen, unusedScenarios: unusedScenarios(), own };
    },
  };
}
