import { type Order } from '../../../../lambda/src/orders/order';
import {
  findOrderFaults,
  findSpeechFaults,
  type JudgedOrder,
  type Money,
} from '../../../simulator/crash/judge';
import { createProviderBooks, type ProviderBooks } from '../../../simulator/faults/provider-books';
import { aFullOrder, anOrder } from '../../orders/an-order';

const NO_MONEY: Money = { captures: [], authorizations: [], capturedYen: 0 };
const CAPTURE = { amountYen: 3192 };
const AUTHORIZATION = { state: 'Closed' };
const CAPTURED: Money = { captures: [CAPTURE], authorizations: [AUTHORIZATION], capturedYen: 3192 };
const PAID_MAIL = {
  messageId: '<paid.261122-482109@koemise.example>',
  to: ['shopper@koemise.example'],
  from: 'shop@koemise.example',
  subject: '',
  text: 'ご注文を承りました。',
};

const inState = (state: Order['state']): Order => ({ ...aFullOrder(), state });
const faultsOf = (changes: Partial<JudgedOrder>): readonly string[] =>
  findOrderFaults({
    order: inState('CONFIRMED'),
    money: CAPTURED,
    isListed: false,
    mails: [PAID_MAIL],
    ...changes,
  });

const ENTRY = { no: 1, kind: 'outcomeUnknown', openedAtMs: 1, reason: 'noWayToAsk' } as const;

describe('the judge of orders after a crash', () => {
  it.each<[string, Partial<JudgedOrder>]>([
    ['captured, confirmed, with a mail', {}],
    [
      'captured, with a person, on the list',
      { order: { ...inState('NEEDS_HUMAN'), followUps: [ENTRY] }, isListed: true, mails: [] },
    ],
    ['consented, never charged, given up', { order: inState('ABANDONED'), money: NO_MONEY, mails: [] }],
    ['a cart that nobody paid', { order: anOrder(), money: NO_MONEY, mails: [] }],
  ])('finds nothing with an order that is %s', (_what, judged) => {
    expect(faultsOf(judged)).toEqual([]);
  });

  it.each<[string, Partial<JudgedOrder>]>([
    ['is captured 2 times', { money: { ...CAPTURED, captures: [CAPTURE, CAPTURE] } }],
    ['is captured and nobody knows: QUOTED', { order: inState('QUOTED') }],
    [
      'is captured and nobody knows: NEEDS_HUMAN',
      { order: { ...inState('NEEDS_HUMAN'), followUps: [ENTRY] } },
    ],
    ['is PAID with 0 yen captured', { order: inState('PAID'), money: NO_MONEY, mails: [] }],
    ['hangs: CHARGE_SENT', { order: inState('CHARGE_SENT'), money: NO_MONEY, mails: [], isListed: true }],
    ['hangs: UNKNOWN', { order: inState('UNKNOWN'), money: NO_MONEY, mails: [] }],
    [
      'has a failed charge nobody follows',
      { order: inState('DECLINED_HARD'), money: { ...NO_MONEY, authorizations: [AUTHORIZATION] }, mails: [] },
    ],
    [
      'is captured, and a mail says it is not',
      { mails: [PAID_MAIL, { ...PAID_MAIL, messageId: '<notPaid.261122-482109@koemise.example>' }] },
    ],
    ['is not captured, and a mail says it is', { order: inState('ABANDONED'), money: NO_MONEY }],
    ['has 2 different mails', { mails: [PAID_MAIL, { ...PAID_MAIL, text: 'もう一通です。' }] }],
    ['is paid, and no mail came', { mails: [] }],
  ])('finds that an order %s', (fault, judged) => {
    expect(faultsOf(judged)).toContain(fault);
  });
});

describe('the judge of what a buyer hears after a crash', () => {
  const paid =
    'ご注文番号<say-as interpret-as="digits">261122-482109</say-as>は、3192円のお支払いが完了しています。';
  const none: ProviderBooks = createProviderBooks(() => undefined);
  const captured: ProviderBooks = {
    ...none,
    moneyOf: () => ({ captures: [], authorizations: [], capturedYen: 3192 }),
  };

  it('believes "paid" only with a capture of that amount', () => {
    expect(findSpeechFaults(paid, captured, ['261122-482109'])).toEqual([]);
    expect(findSpeechFaults(paid, none, [])).toEqual([`says paid without a capture: ${paid}`]);
    expect(findSpeechFaults(paid.replace('3192', '3193'), captured, [])).toHaveLength(1);
    expect(findSpeechFaults('お支払いが完了し、ご注文を承りました。', captured, [])).toHaveLength(1);
  });

  it.each([
    'まだ確定していないご注文があります。お支払いは行われていません。',
    'お支払いは行われませんでした。',
    'お支払いが完了していません。',
    'ご注文は確定していません。',
  ])('takes "%s" for a denial once an order is captured', (speech) => {
    expect(findSpeechFaults(speech, none, ['261122-482109'])).toEqual([]);
    expect(findSpeechFaults(speech, captured, ['261122-482109'])).toEqual([`denies a capture: ${speech}`]);
  });

  it('lets "このお手続きでは、ご注文は確定していません。" pass: it speaks of this turn only', () => {
    expect(
      findSpeechFaults('このお手続きでは、ご注文は確定していません。', captured, ['261122-482109']),
    ).toEqual([]);
  });
});
