import { type Question } from '../orders/question';
import { type Speech } from './line';

/**
 * What the skill answers in words: speech, card, and the question a はい or いいえ will answer.
 * The session stays open exactly when there is a reprompt.
 */
export interface Reply extends Speech {
  readonly question?: Question | undefined;
}
