import type { ConsentState } from '../contract';
import type { ConversationRecord } from './dialog-from-record';
import type { BuyerChange } from './requests';
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
  /** Whether the shop may read the e-mail address, from the next request on. */
  setEmailConsent(emailConsent: ConsentState): void;
  /** @throws ConsoleRefusal while answers are held back: they belong to the device as it is. */
  setRecognised(recognised: boolean): void;
  /** Whether the device has a screen, from the next request on. */
  setScreen(hasScreen: boolean): void;
  changeBuyer(change: BuyerChange): void;
  setSkillFault(fault: SkillFault): void;
  /** @throws UnknownScenarioError with the nearest names. */
  arm(name: string): void;
  /** @throws ConsoleRefusal when it is not armed any more. */
  disarm(id: number): void;
  /** Lets due changes of Amazon Pay happen, and tells open pages what the background has changed meanwhile. */
  passTime(): void;
  /** `afterNo`: entries up to this number are left out. */
  state(afterNo: number): Promise<ConsoleState>;
  /** What would be saved: everything since the session or the shopper was left. */
  record(): Promise<ConversationRecord>;
  /** Calls `listener` after each change until the returned function is called. */
  onChange(listener: () => void): () => void;
}
