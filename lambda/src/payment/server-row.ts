import { type CodeRow, type OrderEffect } from './code-row';

/** The server APIs of Amazon Pay, each with its own codes. `buyer`: Buyer ID and Buyer address. */
export type Channel = 'cv2' | 'mws' | 'buyer';

/**
 * What the server does after an answer.
 * `done`: nothing. `wait`: the result comes by IPN or a later read. `retrySameKey`: the retry ladder.
 * `readObject`: GET the object and decide on its state. `correctAddress`: the same, and once more with the address it says.
 * `newAttempt`: a new key, only after a state check.
 * `askBuyer`: only the buyer can help. `otherWay`: this payment is over. `mendSetting`: the merchant's settings.
 * `handToPerson`: frozen until a person decided.
 */
export type ServerMove =
  | 'done'
  | 'wait'
  | 'retrySameKey'
  | 'readObject'
  | 'correctAddress'
  | 'newAttempt'
  | 'askBuyer'
  | 'otherWay'
  | 'mendSetting'
  | 'handToPerson';

/**
 * One row of the outcome table for a server channel.
 * `pageMessage`: the sentence the source prescribes for the page, by key. `setting`: what the merchant has to mend.
 * `isWrongId`: the id that was asked about is unknown, of another form or of the other environment; whoever named it was
 * wrong, which is the merchant's affair only where our own records name it.
 */
export interface ServerRow extends CodeRow {
  readonly move: ServerMove;
  readonly pageMessage: 'paymentFailed' | null;
  readonly setting?: string;
  readonly isWrongId?: true;
}

/** What a call was: a read says nothing about money, whatever it answers. */
export type CallKind = 'read' | 'write';

/**
 * A server answer, decided: the row, and what it does to the order.
 * `reason`: why this row, for the log; never spoken.
 */
export interface ServerOutcome {
  readonly row: ServerRow;
  readonly effect: OrderEffect;
  readonly reason: string;
}
