import { WIDGET_CODES, type WidgetRow } from '../../../lambda/src/payment/codes/widget-codes';
import { JA_JP } from '../../../lambda/src/voice/prompts';

const TROUBLE =
  '申し訳ございません。このWebサイトからあなたの支払処理に問題がありました。販売事業者の支援先までお問い合わせください。';
const ASK_THE_MERCHANT =
  '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者にお問い合わせください。';

/**
 * Row, code, class, whether the button hides it, alert, and the message that the source prescribes.
 * @see outcome-table.md, sections 3 (rows b06-b21) and 8
 */
const EXPECTED = [
  [
    'b06',
    'AddressNotModifiable',
    'terminal',
    false,
    'never',
    'あなたはこの注文では配送先住所を変更できません。販売事業者の支援先にお問い合わせください。',
  ],
  [
    'b07',
    'BuyerNotAssociated',
    'buyerMustAct',
    false,
    'never',
    'このセッションは無効です。Amazonアカウントでお支払いボタンをクリックして購入処理を再実行してください。',
  ],
  [
    'b08',
    'BuyerSessionExpired',
    'buyerMustAct',
    false,
    'never',
    'セッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
  ],
  [
    'b09',
    'ConfirmedBillingAgreement',
    'ok',
    false,
    'never',
    'お支払い方法設定の承認ウィジェットは表示されません。',
  ],
  ['b10', 'InvalidAccountStatus', 'merchantMustFix', true, 'each', TROUBLE],
  ['b11', 'InvalidBillingAgreementId', 'merchantMustFix', false, 'each', TROUBLE],
  ['b12', 'InvalidParameterValue', 'merchantMustFix', true, 'each', TROUBLE],
  ['b13', 'InvalidSellerId', 'merchantMustFix', true, 'each', TROUBLE],
  ['b14', 'ITP', 'amazonHandles', false, 'never', null],
  ['b15', 'MissingParameter', 'merchantMustFix', true, 'each', TROUBLE],
  [
    'b16',
    'PaymentMethodNotModifiable',
    'terminal',
    false,
    'never',
    'この注文の支払方法は変更できません。販売事業者の支援先までお問い合わせください。',
  ],
  [
    'b17',
    'ReleaseEnvironmentMismatch',
    'merchantMustFix',
    false,
    'each',
    '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者の支援先までお問い合わせください。',
  ],
  [
    'b18',
    'StaleBillingAgreement',
    'terminal',
    false,
    'never',
    'あなたのセッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
  ],
  ['b19', 'WidgetNotApplicable', 'merchantMustFix', false, 'each', ASK_THE_MERCHANT],
  ['b20', 'InvalidBillingAgreementStatus', 'newAttemptAfterStateCheck', false, 'counted', ASK_THE_MERCHANT],
  ['b21', 'UnknownError', 'sameKeyRetry', false, 'counted', ASK_THE_MERCHANT],
] as const;

const TABLE: Readonly<Record<string, WidgetRow>> = WIDGET_CODES;

describe('the error codes of the widgets', () => {
  it('are the sixteen of the source, in its order', () => {
    expect(Object.keys(TABLE)).toEqual(EXPECTED.map(([, code]) => code));
    expect(EXPECTED).toHaveLength(16);
  });

  it.each(EXPECTED)('%s %s is what the outcome table says', (...expected) => {
    const [row, code, outcomeClass, hiddenOnButton, alert] = expected;

    expect(TABLE[code]).toMatchObject({ row, code, class: outcomeClass, hiddenOnButton, alert });
  });

  it.each(EXPECTED)('%s %s says the message of the source, character by character', (...expected) => {
    const [, code, , , , message] = expected;
    const key = TABLE[code]?.message ?? null;

    expect(key === null ? null : JA_JP[key]).toBe(message);
  });

  it('never move money: the order keeps waiting', () => {
    for (const { effect } of Object.values(TABLE)) expect(['keep', 'none']).toContain(effect);
  });

  it('say something for a merchant to do wherever the merchant is told', () => {
    for (const { action } of Object.values(TABLE)) expect(action).toMatch(/^\p{Lu}.{20,}\.$/u);
  });
});
