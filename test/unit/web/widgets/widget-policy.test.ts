import { createSay } from '../../../../lambda/src/web/page-text';
import { noticeAfter } from '../../../../lambda/src/web/widgets/notice-after';
import { widgetPolicy } from '../../../../lambda/src/web/widgets/widget-policy';

const SAY = createSay({ merchantName: 'こえみせ珈琲' });
const FIRST = widgetPolicy(SAY, { reloadedOnce: false });
const AGAIN = widgetPolicy(SAY, { reloadedOnce: true });

describe('what the page is told about errors', () => {
  it('has the sixteen codes, each with its row and what each widget does', () => {
    expect(Object.keys(FIRST.codes)).toHaveLength(16);
    expect(FIRST.codes['InvalidSellerId']).toEqual({
      row: 'b13',
      widgets: {
        button: { message: null, action: 'hideAmazonPay' },
        addressBook: { message: 'widgetPaymentTrouble', action: 'hideAmazonPay' },
        wallet: { message: 'widgetPaymentTrouble', action: 'hideAmazonPay' },
        consent: { message: 'widgetPaymentTrouble', action: 'hideAmazonPay' },
      },
    });
  });

  it('has a designed answer for any other code', () => {
    expect(FIRST.other).toMatchObject({
      row: 'x90',
      widgets: { wallet: { message: 'widgetContactMerchant', action: 'reloadOnce' } },
    });
  });

  it('has a text for every message and an addition for every action it names', () => {
    const named = [FIRST, AGAIN].flatMap(({ codes, other }) =>
      [...Object.values(codes), other].flatMap(({ widgets }) => Object.values(widgets)),
    );

    for (const { message, action } of named) {
      expect(message === null || FIRST.texts[message]).toBeTruthy();
      expect(FIRST.additions[action]).toBeDefined();
    }
    expect(FIRST.texts['widgetPaymentFixed']).toBe(
      'この注文の支払方法は変更できません。販売事業者の支援先までお問い合わせください。',
    );
  });

  it('says in every hint first that nothing was paid, and no code', () => {
    const hints = Object.values(FIRST.additions).flatMap(({ hint }) => (hint === '' ? [] : [hint]));

    expect(hints.length).toBeGreaterThan(5);
    for (const hint of hints) {
      expect(hint).toMatch(/^お支払いは行われていません。/);
      expect(hint).not.toMatch(/[A-Z][a-z]+[A-Z]|\d/);
    }
  });

  it('shows the contact where the message asks for it, and the other way where this page cannot go on', () => {
    expect(FIRST.additions['keepPaymentMethod']).toMatchObject({ contact: true, otherWay: true });
    expect(FIRST.additions['hideAmazonPay']).toMatchObject({ contact: true, otherWay: true });
    expect(FIRST.additions['removeSpinner']).toEqual({ hint: '', contact: false, otherWay: false });
  });

  it('offers another way once the page was loaded anew in vain', () => {
    expect(AGAIN.codes['UnknownError']?.widgets.wallet.action).toBe('hideAmazonPay');
    expect(AGAIN.codes['BuyerSessionExpired']?.widgets.wallet.action).toBe('backToCart');
  });
});

describe('the error after which a buyer was led to a page', () => {
  it.each([
    ['checkout', 'b08', 'widgetSessionExpired'],
    ['widgets', 'b11', 'widgetPaymentTrouble'],
    ['widgets', 'b20', 'widgetContactMerchant'],
    ['widgets', 'b21', 'widgetContactMerchant'],
    ['widgets', 'x90', 'widgetContactMerchant'],
  ] as const)('%s after %s says its message', (page, row, message) => {
    expect(noticeAfter(page, row)).toBe(message);
  });

  it.each([
    ['checkout', 'b21'],
    ['widgets', 'b08'],
    ['widgets', 'b13'],
    ['checkout', undefined],
    ['checkout', ['b08']],
    ['widgets', { row: 'b21' }],
    ['widgets', '<script>'],
  ] as const)('%s after %j says nothing', (page, after) => {
    expect(noticeAfter(page, after)).toBeUndefined();
  });
});
