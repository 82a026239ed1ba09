/** The state behind the page: one shopper before one device, and what happened between them. */
import { buyerKeyOf } from '../../../lambda/src/orders/token';
import type { Turn } from '../alexa/device';
import { ordinaryBuyer, type SimulatedBuyer } from '../amazon-pay/account';
import { findScenario } from '../amazon-pay/scenario';
import type { ConsentState } from '../contract';
import type { UnopenedShop } from '../local-shop';
import { createArmedScenarios } from './armed-scenarios';
import { capturesOf, isAnythingDue, viewBooks } from './books-view';
import { changeBuyer, viewBuyer } from './buyer-settings';
import { writeBuyerNotes } from './dialog-changes';
import { openDevice, userIdOf, type DeviceParts } from './console-device';
import { createConversation } from './conversation';
import type { ConversationRecord } from './dialog-from-record';
import { readOrders } from './orders-view';
import type { BuyerChange } from './requests';
import type { DeviceSettings, SettingsKeeper } from './settings-file';
import { withSkillFault } from './skill-fault';
import type { ConsoleState, SkillFault } from './wire';

/** A wish that cannot be carried out now; nothing has changed. `code` is for the page. */
export class ConsoleRefusal extends Error {
  constructor(
    readonly code: 'lateAnswersWaiting' | 'notArmed',
    message: string,
  ) {
    super(message);
    this.name = 'ConsoleRefusal';
  }
}

/** What the console is made of. */
export interface ConsoleOptions extends Pick<DeviceParts, 'model' | 'skill' | 'effects'> {
  readonly shop: UnopenedShop;
  readonly settings: SettingsKeeper;
}

/** The console as its server uses it. Turns run one after the other; none of the methods but `arm` throws surprises. */
export interface Console {
  say(utterance: string): Promise<void>;
  silence(): Promise<void>;
  deliverLate(): Promise<void>;
  /** The next utterance begins a new session. */
  leaveSession(): void;
  /** A shopper nobody knows: no orders, no agreement, the permission never asked for. */
  changeShopper(): void;
  setConsent(consent: ConsentState): void;
  /** @throws ConsoleRefusal while answers are held back: they belong to the device as it is. */
  setRecognised(recognised: boolean): void;
  changeBuyer(change: BuyerChange): void;
  setSkillFault(fault: SkillFault): void;
  /** @throws UnknownScenarioError with the nearest names. */
  arm(name: string): void;
  /** @throws ConsoleRefusal when it is not armed any more. */
  disarm(id: number): void;
  /** Lets due changes of Amazon Pay happen. */
  passTime(): void;
  /** `afterNo`: entries up to this number are left out. */
  state(afterNo: number): Promise<ConsoleState>;
  /** What would be saved: everything since the session or the shopper was left. */
  record(): Promise<ConversationRecord>;
  /** Calls `listener` after each change until the returned function is called. */
  onChange(listener: () => void): () => void;
}

/** Opens the console on a shop. */
export function createConsole(options: ConsoleOptions): Console {
  const { shop, settings: keeper, effects, model } = options;
  const { amazonPay, config, deps } = shop;
  const listeners = new Set<() => void>();
  const armed = createArmedScenarios(amazonPay);
  let settings = keeper.read();
  let skillFault: SkillFault = 'none';
  let busy = 0;
  let startFresh = false;
  const skill = withSkillFault(options.skill, () => skillFault);
  const parts: DeviceParts = { model, skill, effects, skillId: config.skillId, amazonPay };
  let device = openDevice(parts, settings, armed);
  const conversation = createConversation(() => ({
    settings,
    buyer: buyerNow(),
    armed: armed.list().map(({ scenario }) => scenario.name),
  }));

  function buyerNow(): SimulatedBuyer {
    const userId = userIdOf(settings.shopper);
    return amazonPay.ledger.buyers.get(userId) ?? ordinaryBuyer(userId);
  }
  const tell = (): void => {
    listeners.forEach((listener) => {
      listener();
    });
  };
  const keep = (changed: Partial<DeviceSettings>): void => {
    const next = { ...settings, ...changed };
    keeper.write(next);
    settings = next;
  };
  const play = async (happen: () => Promise<readonly Turn[]>): Promise<void> => {
    busy += 1;
    tell();
    const startedAtMs = effects.now();
    try {
      const turns = await happen();
      turns.forEach((turn) => {
        conversation.turn(turn, { startedAtMs, elapsedMs: effects.now() - startedAtMs });
      });
    } finally {
      busy -= 1;
      tell();
    }
  };

  return {
    say: (utterance) =>
      play(async () => {
        const newSession = startFresh;
        startFresh = false;
        return [await device.say(utterance, { newSession })];
      }),
    silence: () => play(async () => [await device.silence()]),
    deliverLate: () => play(() => device.deliverLate()),
    leaveSession: () => {
      startFresh = true;
      conversation.begin('newSession', '');
      tell();
    },
    changeShopper: () => {
      armed.clear();
      keep({ shopper: settings.shopper + 1, consent: 'NOT_REQUESTED' });
      device = openDevice(parts, settings, armed);
      startFresh = false;
      conversation.begin('newShopper', String(settings.shopper));
      tell();
    },
    setConsent: (consent) => {
      if (consent === settings.consent) return;
      keep({ consent });
      device.setConsent(consent);
      conversation.note('consent', consent);
      tell();
    },
    setRecognised: (recognised) => {
      if (recognised === settings.recognised) return;
      if (device.lateAnswers > 0)
        throw new ConsoleRefusal('lateAnswersWaiting', 'Answers are held back: deliver them first.');
      keep({ recognised });
      device = openDevice(parts, settings, armed);
      conversation.note('speaker', recognised ? 'on' : 'off');
      tell();
    },
    changeBuyer: (change) => {
      amazonPay.setBuyer(changeBuyer(buyerNow(), change));
      writeBuyerNotes(change).forEach((note) => {
        conversation.note('buyer', note);
      });
      tell();
    },
    setSkillFault: (fault) => {
      if (fault === skillFault) return;
      skillFault = fault;
      conversation.note('skillFault', fault);
      tell();
    },
    arm: (name) => {
      conversation.note('armed', armed.arm(findScenario(name)).scenario.name);
      tell();
    },
    disarm: (id) => {
      const scenario = armed.disarm(id);
      if (scenario === undefined) throw new ConsoleRefusal('notArmed', 'The scenario is not armed any more.');
      conversation.note('disarmed', scenario.name);
      tell();
    },
    passTime: () => {
      if (!isAnythingDue(amazonPay.ledger, effects.now())) return;
      amazonPay.passTime();
      tell();
    },
    state: async (afterNo) => {
      const userId = userIdOf(settings.shopper);
      const orders = await readOrders(deps.store, buyerKeyOf(userId, config.tokenSecret), deps.shop);
      return {
        shopper: settings.shopper,
        sessionOpen: device.sessionOpen && !startFresh,
        busy: busy > 0,
        consent: settings.consent,
        recognised: settings.recognised,
        buyer: viewBuyer(buyerNow()),
        skillFault,
        armed: armed.list().map(({ id, scenario, left }) => ({ id, name: scenario.name, left })),
        lateAnswers: device.lateAnswers,
        entries: conversation.entriesAfter(afterNo),
        ...orders,
        books: viewBooks(amazonPay.ledger, userId),
      };
    },
    record: async () => {
      const userId = userIdOf(settings.shopper);
      const { orderIds } = await deps.store.readBuyer(buyerKeyOf(userId, config.tokenSecret));
      const orders = await Promise.all(orderIds.map((orderId) => deps.store.readOrder(orderId)));
      return {
        ...conversation.part(),
        skillId: config.skillId,
        stillArmed: armed
          .list()
          .flatMap(({ scenario, left }) => (left === (scenario.effect.times ?? 1) ? [scenario.name] : [])),
        lateAnswers: device.lateAnswers,
        orders: orders.filter((order) => order !== undefined),
        capturesYen: capturesOf(amazonPay.ledger, userId),
      };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
