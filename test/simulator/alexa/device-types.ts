import type { AmazonPayConnection, ConsentState, SimulatorEffects, SkillStage } from '../contract';
import type { InteractionModel } from './interaction-model';
import type { Card } from './read-card';
import type { Speech } from './read-speech';
import type { SlotHeard } from './slot-values';

/** The buyer in front of the device. */
export interface DeviceBuyer {
  readonly userId: string;
  readonly deviceId: string;
  /** Present when Alexa recognises the voice; then the envelope carries `person`. */
  readonly personId?: string;
  /** What `<alexa:name type="first">` is spoken as; default はなこ. */
  readonly givenName?: string;
  /** Whether the device shows documents of Alexa Presentation Language; absent: a speaker without a screen. */
  readonly hasScreen?: boolean;
  /** Whether the skill may read the e-mail address (`alexa::profile:email:read`); absent: never asked for. */
  readonly emailConsent?: ConsentState;
  /** The consent at the start; `Device.setConsent` changes it. */
  readonly consent: ConsentState;
}

/** The skill's raw answer: an HTTP status and the parsed body, or the text when it was not JSON. */
export interface SkillAnswer {
  readonly httpStatus: number;
  readonly body: unknown;
}

/** Sends one request envelope to the skill; rejects when the skill cannot be reached. */
export type CallSkill = (envelope: unknown, signal: AbortSignal) => Promise<SkillAnswer>;

/** Runs `onTime` after `delayMs` unless the returned function is called before. */
export type SetTimer = (onTime: () => void, delayMs: number) => () => void;

/** What a device is made of. */
export interface DeviceOptions {
  readonly model: InteractionModel;
  readonly skillId: string;
  readonly stage: SkillStage;
  readonly buyer: DeviceBuyer;
  readonly skill: CallSkill;
  readonly amazonPay: AmazonPayConnection;
  /** `setTimer` is the 8 s limit's clock; absent: a real timer. */
  readonly effects: SimulatorEffects & { readonly setTimer?: SetTimer };
  /** Default `ja-JP`. */
  readonly locale?: string;
  /** Base address of Alexa's own APIs in the envelope; default `https://api.fe.amazonalexa.com`. */
  readonly apiEndpoint?: string;
  /** True: late answers wait for `deliverLate()`; false (default): the next utterance brings them first. */
  readonly holdLateAnswers?: boolean;
}

/** One request to the skill and what came back. */
export interface Exchange {
  readonly requestType: string;
  /** The whole envelope as sent. */
  readonly request: unknown;
  /** The whole body as received; null when nothing came. */
  readonly response: unknown;
  /** What the skill says; absent when it says nothing or its answer was not accepted. */
  readonly speech?: Speech;
  readonly reprompt?: Speech;
  readonly card?: Card;
  /** Empty when the answer was not accepted. */
  readonly directives: readonly unknown[];
  readonly shouldEndSession: boolean | undefined;
  /** What Alexa itself says here (an error, or a prompt of the dialog model): not the skill's words. */
  readonly deviceSpeech?: string;
  /** `error: …` (the answer was not accepted) and `warning: …` (accepted, but certification would object). */
  readonly complaints: readonly string[];
}

/** What the device made of an utterance. `silence` and `late` are turns without one. */
export type TurnUnderstanding =
  | { readonly intent: string; readonly slots: Readonly<Record<string, SlotHeard>> }
  | { readonly launch: true }
  | { readonly notInvoked: true }
  | { readonly silence: true }
  | { readonly late: true };

/** Everything that happened between one utterance and the moment the device listens or rests. */
export interface Turn {
  readonly utterance: string;
  readonly understood: TurnUnderstanding;
  readonly exchanges: readonly Exchange[];
  /** The reprompt, when the buyer's silence made the device speak it. */
  readonly reprompted?: Speech;
  readonly sessionOpen: boolean;
  /** The complaints of all exchanges, and those about the turn as a whole. */
  readonly complaints: readonly string[];
}

/** A simulated speaker, with or without a screen. */
export interface Device {
  /** Plays one utterance to its end; `newSession` leaves an open session first. Never rejects. */
  readonly say: (utterance: string, options?: { readonly newSession?: boolean }) => Promise<Turn>;
  /** The buyer says nothing: the reprompt, then SessionEndedRequest with EXCEEDED_MAX_REPROMPTS. */
  readonly silence: () => Promise<Turn>;
  /** Delivers the held-back answers, one turn each, oldest first. */
  readonly deliverLate: () => Promise<readonly Turn[]>;
  /** What the accept button of the consent card, or the Alexa app, does. */
  readonly setConsent: (state: ConsentState) => void;
  readonly sessionOpen: boolean;
}
