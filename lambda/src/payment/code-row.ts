import { type PrescribedPrompt } from './prompt-keys';

/** The operation of Amazon Pay for Alexa that an answer belongs to. */
export type Operation = 'Setup' | 'Charge';

/** What kind of failure a row is. @see outcome-table.md, section 1 */
export type OutcomeClass =
  | 'ok'
  | 'sameKeyRetry'
  | 'newAttemptAfterStateCheck'
  | 'buyerMustAct'
  | 'merchantMustFix'
  | 'amazonHandles'
  | 'terminal';

/**
 * What a row does to the order.
 * `keep`: no money moved. `keepRefused`: no authorization exists under this reference.
 * `keepNotProcessed`: refused before processing. `hold`: result unknown, frozen until reconciled.
 * `human`: frozen until a person decided. `declinedBySoftDecline`: soft or hard by the answer's `softDecline`.
 */
export type OrderEffect =
  | 'none'
  | 'keep'
  | 'keepRefused'
  | 'keepNotProcessed'
  | 'hold'
  | 'human'
  | 'paid'
  | 'authorized'
  | 'pending'
  | 'declinedSoft'
  | 'declinedHard'
  | 'declinedBySoftDecline';

/** What the skill does next. The words of each move are chosen in `decide.ts`. */
export type NextMove =
  | 'confirmOrder'
  | 'sendCharge'
  | 'sayCartKept'
  | 'offerOtherWay'
  | 'apologise'
  | 'sendConsentCard'
  | 'pointToAmazonsCard'
  | 'resendOnce'
  | 'setUpAgainOnce'
  | 'askForUpdate'
  | 'askToTryAgain'
  | 'sayDeclined'
  | 'sayNotASale'
  | 'promiseResult'
  | 'sayChecking';

/** When the merchant is told: each time, never, or counted and told when frequent. */
type AlertRule = 'each' | 'never' | 'counted';

/** One row of the outcome table: everything the product knows about one code, state or reason. */
export interface CodeRow {
  /** Stable row id, the one of outcome-table.md; `x..` are the product's own rows. */
  readonly row: string;
  /** The code, or `State / ReasonCode`. */
  readonly code: string;
  /** The source document and its table. */
  readonly source: string;
  /** `status.code` as documented; `-` where the row has none. */
  readonly httpStatus: string;
  readonly handledBy: 'Amazon Pay' | 'merchant';
  readonly class: OutcomeClass;
  /** What follows once the class is dealt with (the words in brackets of the table). */
  readonly afterwards?: OutcomeClass;
  readonly prompt: PrescribedPrompt | null;
  readonly effect: OrderEffect;
  readonly next: NextMove;
  readonly alert: AlertRule;
  /** Voice cannot pay here, but the web checkout can, where it is set up. Hard declines offer it without this. */
  readonly offersWeb?: true;
  /** Corrective action of the source, for the merchant's alert and the generated table. */
  readonly action: string;
}

/**
 * The row of a code, or undefined when the table has none. Own keys only: `constructor` and `__proto__` find nothing.
 * @see outcome-table.md, section 6 (rule 7)
 */
export function rowOf(
  table: Readonly<Record<string, CodeRow>>,
  code: string | undefined,
): CodeRow | undefined {
  return code !== undefined && Object.hasOwn(table, code) ? table[code] : undefined;
}
