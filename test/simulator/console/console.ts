/** The state behind the page: one shopper before one device, and what happened between them. */
import { buyerKeyOf } from '../../../lambda/src/orders/token';
import type { Turn } from '../alexa/device';
import { ordinaryBuyer, type SimulatedBuyer } from '../amazon-pay/account';
import { findScenario } from '../amazon-pay/scenario';
import type { UnopenedShop } from '../local-shop';
import { createArmedScenarios } from './armed-scenarios';
import { isAnythingDue, viewBooks } from './books-view';
import { changeBuyer, viewBuyer } from './buyer-settings';
import { writeBuyerNotes } from './dialog-changes';
import { openDevice, userIdOf, type DeviceParts } from './console-device';
import { ConsoleRefusal, type Console } from './console-types';
import { createConversation } from './conversation';
import { readMerchantSide } from './merchant-view';
import { recordShop } from './record-shop';
import type { DeviceSettings, SettingsKeeper } from './settings-file';
import { withSkillFault } from './skill-fault';
import { createWatch } from './watch';
import type { SkillFault } from './wire';

/** What the console is made of. */
export interface ConsoleOptions extends Pick<DeviceParts, 'model' | 'skill' | 'effects'> {
  readonly shop: UnopenedShop;
  readonly settings: SettingsKeeper;
}

/** Opens the console on a shop. */
export function createConsole(options: ConsoleOptions): Console {
  const { shop, settings: keeper, effects, model } = options;
  const { amazonPay, config } = shop;
  const listeners = new Set<() => void>();
  const armed = createArmedScenarios(amazonPay);
  let settings = keeper.read();
  let skillFault: SkillFault = 'none';
  let busy = 0;
  let startFresh = false;
  const skill = withSkillFault(options.skill, () => skillFault);
  const parts: DeviceParts = {
    model,
    skill,
    effects,
    skillId: config.skillId,
    amazonPay,
    apiEndpoint: config.localAlexaEndpoint,
    emailConsentNow: () => settings.emailConsent,
    hasScreenNow: () => settings.hasScreen,
  };
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
  const buyerKeyNow = (): string => buyerKeyOf(userIdOf(settings.shopper), config.tokenSecret);
  const watchBackground = createWatch(() => readMerchantSide(shop, buyerKeyNow()), tell);
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
      keep({ shopper: settings.shopper + 1, consent: 'NOT_REQUESTED', emailConsent: 'NOT_REQUESTED' });
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
    setEmailConsent: (emailConsent) => {
      if (emailConsent === settings.emailConsent) return;
      keep({ emailConsent });
      conversation.note('email', emailConsent);
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
    setScreen: (hasScreen) => {
      if (hasScreen === settings.hasScreen) return;
      keep({ hasScreen });
      conversation.note('screen', hasScreen ? 'on' : 'off');
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
      if (isAnythingDue(amazonPay.ledger, effects.now())) {
        amazonPay.passTime();
        tell();
      }
      if (listeners.size > 0) watchBackground();
    },
    state: async (afterNo) => {
      const merchantSide = await readMerchantSide(shop, buyerKeyNow());
      return {
        shopper: settings.shopper,
        ...(config.web && { shopUrl: config.web.shopUrl }),
        sessionOpen: device.sessionOpen && !startFresh,
        busy: busy > 0,
        consent: settings.consent,
        emailConsent: settings.emailConsent,
        recognised: settings.recognised,
        hasScreen: settings.hasScreen,
        buyer: viewBuyer(buyerNow()),
        skillFault,
        armed: armed.list().map(({ id, scenario, left }) => ({ id, name: scenario.name, left })),
        lateAnswers: device.lateAnswers,
        entries: conversation.entriesAfter(afterNo),
        ...merchantSide,
        books: viewBooks(amazonPay.ledger, {
          userId: userIdOf(settings.shopper),
          orderIds: merchantSide.orders.map(({ orderId }) => orderId),
        }),
      };
    },
    record: async () => ({
      ...conversation.part(),
      ...(await recordShop(shop, userIdOf(settings.shopper))),
      stillArmed: armed
        .list()
        .flatMap(({ scenario, left }) => (left === (scenario.effect.times ?? 1) ? [scenario.name] : [])),
      lateAnswers: device.lateAnswers,
    }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
