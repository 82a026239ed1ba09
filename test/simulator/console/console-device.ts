import { createDevice, type CallSkill, type Device, type SetTimer } from '../alexa/device';
import type { InteractionModel } from '../alexa/interaction-model';
import type { AmazonPay } from '../amazon-pay/amazon-pay';
import type { AmazonPayConnection, ConsentState, SimulatorEffects } from '../contract';
import type { ArmedScenarios } from './armed-scenarios';
import type { DeviceSettings } from './settings-file';

/** What stands behind every device of the console. */
export interface DeviceParts {
  readonly model: InteractionModel;
  readonly skillId: string;
  readonly skill: CallSkill;
  readonly amazonPay: AmazonPay;
  /** Where the skill asks for the customer profile; absent: Alexa's own address, which nobody answers here. */
  readonly apiEndpoint?: string | undefined;
  /** Whether the shop may read the e-mail address at this moment. */
  readonly emailConsentNow: () => ConsentState;
  /** Whether the device has a screen at this moment. */
  readonly hasScreenNow: () => boolean;
  readonly effects: SimulatorEffects & { readonly setTimer?: SetTimer };
}

/** A device with its count of answers that Amazon Pay holds back. */
export interface ConsoleDevice extends Omit<Device, 'setConsent'> {
  readonly lateAnswers: number;
  readonly setConsent: Device['setConsent'];
}

/** The Alexa user id of a shopper; 1 is the one who is there at the beginning. */
export function userIdOf(shopper: number): string {
  return `amzn1.ask.account.KOEMISE${String(shopper).padStart(4, '0')}`;
}

/** Puts a device before the shopper whom the settings name. */
export function openDevice(
  parts: DeviceParts,
  settings: DeviceSettings,
  armed: ArmedScenarios,
): ConsoleDevice {
  let lateAnswers = 0;
  const amazonPay: AmazonPayConnection = {
    connect: async (directive, context) => {
      const answered = parts.amazonPay.connect(directive, context);
      // The books are written before connect() returns, so the last request is this one.
      const { scenario } = parts.amazonPay.ledger.requests.at(-1) ?? {};
      if (scenario !== undefined) armed.used(scenario);
      const deliveries = await answered;
      lateAnswers += deliveries.filter(({ when }) => when === 'late').length;
      return deliveries;
    },
  };
  const device = createDevice({
    model: parts.model,
    skillId: parts.skillId,
    stage: 'development',
    buyer: {
      userId: userIdOf(settings.shopper),
      deviceId: 'amzn1.ask.device.KOEMISECONSOLE',
      ...(settings.recognised && { personId: `amzn1.ask.person.KOEMISE${settings.shopper}` }),
      consent: settings.consent,
      // Read for each envelope, so that the permission changes without another device.
      get emailConsent() {
        return parts.emailConsentNow();
      },
      get hasScreen() {
        return parts.hasScreenNow();
      },
    },
    skill: parts.skill,
    amazonPay,
    effects: parts.effects,
    ...(parts.apiEndpoint !== undefined && { apiEndpoint: parts.apiEndpoint }),
    holdLateAnswers: true,
  });
  return {
    say: device.say,
    silence: device.silence,
    deliverLate: () => {
      lateAnswers = 0;
      return device.deliverLate();
    },
    setConsent: device.setConsent,
    get sessionOpen() {
      return device.sessionOpen;
    },
    get lateAnswers() {
      return lateAnswers;
    },
  };
}
