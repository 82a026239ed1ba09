/** Judges orders, words and mails after a crash by Amazon Pay's ledger. */
import { openFollowUps } from '../../../lambda/src/orders/follow-up';
import { type Order } from '../../../lambda/src/orders/order';
import { type ReceivedMail } from '../mailbox';
import { type ProviderBooks } from '../faults/provider-books';
import { type AnswerFate } from './buyer';

/** Money of an order in Amazon Pay's books. */
export interface Money {
  readonly captures: readonly unknown[];
  readonly authorizations: readonly unknown[];
  readonly capturedYen: number;
}

/** An order after everything has come to rest, with all that the judge compares. */
export interface JudgedOrder {
  readonly order: Order;
  readonly money: Money;
  /** Whether the follow-up list names it, as an order or in an alert. */
  readonly isListed: boolean;
  /** Mails about it, each Message-ID once. */
  readonly mails: readonly ReceivedMail[];
}

const PAID = ['PAID', 'CONFIRMED', 'REFUNDED'];
const OVER = [...PAID, 'ABANDONED', 'CANCELLED'];
const OPEN = ['CART', 'QUOTED', 'DECLINED_SOFT', 'DECLINED_HARD'];

/** What is wrong with an order, in words; empty when every promise is kept. */
export function findOrderFaults({ order, money, isListed, mails }: JudgedOrder): readonly string[] {
  const { state, quote } = order;
  const { captures, capturedYen, authorizations } = money;
  const isPaid = PAID.includes(state);
  const isFrozenForPerson = state === 'NEEDS_HUMAN' && openFollowUps(order).length > 0;
  const paidMails = mails.filter(({ messageId }) => messageId.startsWith('<paid.'));
  const rules: readonly (readonly [boolean, string])[] = [
    [captures.length > 1, `is captured ${captures.length} times`],
    [
      capturedYen > 0 && !isPaid && !(isFrozenForPerson && isListed),
      `is captured and nobody knows: ${state}`,
    ],
    [isPaid && capturedYen !== quote?.totalYen, `is ${state} with ${capturedYen} yen captured`],
    [
      order.attempts.length > 0 && !OVER.includes(state) && !OPEN.includes(state) && !isListed,
      `hangs: ${state}`,
    ],
    [state === 'CONSENTED' || state === 'CHARGE_SENT' || state === 'RETRY', `hangs: ${state}`],
    [
      authorizations.length > 0 && capturedYen === 0 && OPEN.includes(state) && !isListed,
      `has a failed charge nobody follows`,
    ],
    [mails.length > paidMails.length && capturedYen > 0, 'is captured, and a mail says it is not'],
    [paidMails.length > 0 && capturedYen === 0, 'is not captured, and a mail says it is'],
    [paidMails.length > 1, `has ${paidMails.length} different mails`],
    [state === 'CONFIRMED' && paidMails.length === 0, 'is paid, and no mail came'],
  ];
  return [...new Set(rules.filter(([isBroken]) => isBroken).map(([, fault]) => fault))];
}

const SAID_PAID = [
  /お支払いが完了し、ご注文を承りました。ご注文番号は<say-as[^>]*>([\d-]+)<\/say-as>です。合計は(\d+)円です。/g,
  /ご注文番号<say-as[^>]*>([\d-]+)<\/say-as>は、(\d+)円のお支払いが完了しています。/g,
];
const ANY_PAID = /お支払いが完了し(?:、|ています)/;
const DENIED =
  /お支払いは行われていません|お支払いは行われませんでした|お支払いが完了していません|(?<!このお手続きでは、)ご注文は確定していません/;

/**
 * What is untrue in a sentence at the moment it is heard. `orderIds`: the buyer's orders; one that is captured must not
 * be denied.
 */
export function findSpeechFaults(
  speech: string,
  books: ProviderBooks,
  orderIds: readonly string[],
): readonly string[] {
  const claims = SAID_PAID.flatMap((pattern) => [...speech.matchAll(pattern)]);
  const untrue = claims
    .filter(([, orderId = '', yen]) => books.moneyOf(orderId).capturedYen !== Number(yen))
    .map(([sentence]) => `says paid without a capture: ${sentence}`);
  const vague = ANY_PAID.test(speech) && claims.length === 0 ? [`says paid of no order: ${speech}`] : [];
  const isCaptured = orderIds.some((orderId) => books.moneyOf(orderId).capturedYen > 0);
  const denied = isCaptured && DENIED.test(speech) ? [`denies a capture: ${speech}`] : [];
  return [...untrue, ...vague, ...denied];
}

/** Where something was found. */
export interface Finding {
  readonly boundaryNo: number;
  readonly boundary: string;
  readonly buyer: string;
  readonly answerFate: AnswerFate;
  readonly comesBack: boolean;
  readonly found: string;
}

/** One finding as a line. */
export function findingLine({ boundaryNo, boundary, buyer, answerFate, comesBack, found }: Finding): string {
  const after = `${comesBack ? 'comes back' : 'walks away'}, answers ${answerFate}`;
  return `boundary ${boundaryNo} (${boundary}), ${buyer} (${after}): ${found}`;
}
