import fc from 'fast-check';
import { buyerKeyOf, signToken, verifyToken, type TokenUse } from '../../../lambda/src/orders/token';

const KEY = {
  secret: 'a secret of more than thirty-two characters',
  buyerKey: '0123456789abcdef0123456789abcdef',
};
const CLAIM = { orderId: '261122-482109', use: 'charge', no: 3 } as const;
const TOKEN = signToken(CLAIM, KEY);
const USES: readonly TokenUse[] = ['setup', 'charge', 'quote', 'cancel', 'refund'];

describe('the token of a directive or question', () => {
  it.each(USES)('leads back to its order, use (%s) and number', (use) => {
    const claim = { orderId: '261122-482109', use, no: 42 };

    expect(verifyToken(signToken(claim, KEY), KEY)).toEqual(claim);
  });

  it('is short', () => {
    expect(TOKEN).toHaveLength(39);
    expect(signToken({ ...CLAIM, no: 999_999 }, KEY).length).toBeLessThanOrEqual(70);
  });

  it('is the same each time, so that a re-sent answer matches', () => {
    expect(signToken(CLAIM, KEY)).toBe(TOKEN);
  });

  it('is worth nothing under another buyer or another secret', () => {
    expect(verifyToken(TOKEN, { ...KEY, buyerKey: 'ffffffffffffffffffffffffffffffff' })).toBeUndefined();
    expect(verifyToken(TOKEN, { ...KEY, secret: `${KEY.secret}.` })).toBeUndefined();
  });

  it.each([
    ['another order', TOKEN.replace('482109', '482110')],
    ['another use', TOKEN.replace('.c3.', '.s3.')],
    ['a use that does not exist', TOKEN.replace('.c3.', '.z3.')],
    ['another number', TOKEN.replace('.c3.', '.c4.')],
    ['the number in another spelling', TOKEN.replace('.c3.', '.c03.')],
    ['one character less', TOKEN.slice(0, -1)],
    ['one character more', `${TOKEN}A`],
    ['the last character changed', TOKEN.slice(0, -1) + (TOKEN.endsWith('A') ? 'B' : 'A')],
    ['a line break at the end', `${TOKEN}\n`],
    ['a blank in front', ` ${TOKEN}`],
    ['no signature', '261122-482109.c3.'],
    ['nothing', ''],
  ])('is refused with %s', (_title, token) => {
    expect(verifyToken(token, KEY)).toBeUndefined();
  });

  it('may be missing', () => {
    expect(verifyToken(undefined, KEY)).toBeUndefined();
  });

  it('is never made up by chance', () => {
    const shaped = fc.stringMatching(/^261122-\d{6}\.[cqsxr]\d\.[A-Za-z0-9_-]{22}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), shaped), (token) => {
        expect(verifyToken(token, KEY)).toBeUndefined();
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('does not hold the secret or the buyer', () => {
    expect(TOKEN).not.toContain(KEY.buyerKey.slice(0, 8));
    expect(TOKEN).toMatch(/^261122-482109\.c3\.[\w-]{22}$/);
  });
});

describe('the key of a buyer', () => {
  it('is 32 hex digits that do not show the user id', () => {
    const key = buyerKeyOf('amzn1.ask.account.TARO', KEY.secret);

    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(buyerKeyOf('amzn1.ask.account.TARO', KEY.secret)).toBe(key);
    expect(buyerKeyOf('amzn1.ask.account.HANAKO', KEY.secret)).not.toBe(key);
    expect(buyerKeyOf('amzn1.ask.account.TARO', 'another secret of thirty-two characters')).not.toBe(key);
  });

  // printf 'buyer\namzn1.ask.account.TARO' | openssl dgst -sha256 -hmac 'a secret of more than thirty-two characters'
  it('is an HMAC-SHA256 of the user id', () => {
    expect(buyerKeyOf('amzn1.ask.account.TARO', KEY.secret)).toBe('ec429608d8bfb1302dd7ec9dd27bcaf0');
  });
});
