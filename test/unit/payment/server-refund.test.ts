import { checkRefund } from '../../../lambda/src/payment/server-refund';

const captured = { capturedYen: 4000, refundedYen: 0, refunds: 0 };

it.each([
  ['all of it', captured, 4000, { ok: true }],
  ['15 % more', captured, 4600, { ok: true }],
  ['a yen above that', captured, 4601, { ok: false, reason: 'aboveLimit', maxYen: 4600 }],
  ['¥8,400 more', { ...captured, capturedYen: 100_000 }, 108_400, { ok: true }],
  [
    'a yen above ¥8,400 more',
    { ...captured, capturedYen: 100_000 },
    108_401,
    { ok: false, reason: 'aboveLimit', maxYen: 108_400 },
  ],
  ['the rest', { ...captured, refundedYen: 3000, refunds: 1 }, 1600, { ok: true }],
  [
    'more than the rest',
    { ...captured, refundedYen: 4700, refunds: 1 },
    1,
    { ok: false, reason: 'aboveLimit', maxYen: 0 },
  ],
  ['the tenth time', { ...captured, refunds: 9 }, 1, { ok: true }],
  ['the eleventh time', { ...captured, refunds: 10 }, 1, { ok: false, reason: 'tooManyRefunds', maxYen: 0 }],
  ['nothing', captured, 0, { ok: false, reason: 'notAnAmount', maxYen: 4600 }],
  ['a half yen', captured, 0.5, { ok: false, reason: 'notAnAmount', maxYen: 4600 }],
])('a refund of %s', (...[, soFar, amountYen, expected]) => {
  expect(checkRefund(soFar, amountYen)).toEqual(expected);
});
