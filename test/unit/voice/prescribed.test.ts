import { JA_JP } from '../../../lambda/src/voice/prompts';
import { renderSsml, renderText } from '../../../lambda/src/voice/render';
import { line } from '../../../lambda/src/voice/line';

/** The prompts of the Alexa document as outcome-table.md, section 8, lists them, with the sources' blanks. */
const PRESCRIBED = {
  somethingWentWrong: 'すみません。問題が発生しました。',
  updateShippingAddress:
    'Amazonアカウントのお届け先の住所に問題があります。Amazonアカウントのお届け先の住所を更新してください。',
  merchantUnavailable: 'すみません。現在、{merchantName}には注文できません。',
  tryAgainLater: 'すみません。問題が発生しました。後でもう一度試してください。',
  enableAmazonPay:
    'Amazon Payの権限が有効になっておりません。Alexaアプリにカードを送りましたのでAlexaアプリからAmazon Payを有効にしてください。',
  genericApology: '申し訳ございません、エラーが発生しました。しばらくたってからもう一度お試しください。',
  updatePaymentMethod:
    'Amazonアカウントの支払方法に問題があります。Amazonアカウントのお支払情報を修正してください。',
  checkConfirmationCode:
    'すみません、まだ問題が解決しません。{activeUser}さんのAlexaアプリで、音声ショッピング用の確認コードを確認するか、リセットしてください。',
  enableVoiceShopping:
    'お支払いを進めるには、{activeUser}さんのAlexaアプリの「設定」タブで、音声ショッピングを有効にしてください。',
  enableOneClick:
    'お支払いを進めるには、{activeUser} さんのAmazonアカウントで1-Click設定を有効にする必要があります。有効化の設定については、Alexaアプリにリンクを送信しました。設定が完了したら、もう一度試してください。',
  updateDefaultPaymentMethod:
    '既定の1-Click設定のお支払い方法を更新する必要があります。お支払い方法の更新については、{activeUser} さんのAlexaアプリにリンクを送信しました。更新が完了したら、もう一度試してください。',
  addBillingAddress:
    '既定の1-Click設定のお支払い方法に請求先住所が設定されていません。請求先住所の設定については、{activeUser} さんのAlexaアプリにリンクを送信しました。設定が完了したら、もう一度試してください。',
  changePaymentMethod:
    'この事業者では既定の1-Click設定のお支払い方法を利用できません。お支払い方法の変更については、{activeUser} さんのAlexaアプリにリンクを送信しました。完了したら、もう一度試してください。',
  registerEmail:
    'Eメールアドレスが登録されていません。{activeUser} さんのAmazonアカウントでアカウントサービスを選択し、ログインとセキュリティから登録をしてください。設定が完了したら、もう一度試してください。',
  cannotProcessPayment: '現在、お支払いを処理できません。後でもう一度試してください。',
} as const;
const KEYS = Object.keys(PRESCRIBED) as (keyof typeof PRESCRIBED)[];

/** The lines of the product of outcome-table.md, section 1, without the generic apology in front. */
const OUTCOME_LINES = {
  orderNotPlaced: 'ご注文は確定していません。',
  cartKept: 'カートは残してあります。',
  resultBeingChecked: 'お支払いの結果を確認しています。二重に請求されることはありません。',
  pendingResult: 'お支払いの結果を確認しています。もう一度ご注文なさらず、結果のお知らせをお待ちください。',
  updatePaymentFirst:
    'お支払い方法の更新が必要です。Amazonのお支払い方法をご確認のあと、「続きから」とお話しください。',
  otherPaymentNeeded: 'このお支払い方法では処理できませんでした。',
  webWayOffered: '別のお支払い方法をウェブページからお選びいただけます。',
  permissionNeeded: 'Amazon Payの権限が必要です。Alexaアプリにカードを送りました。',
  paymentNotMade: 'お支払いは行われませんでした。',
} as const;
const LINE_KEYS = Object.keys(OUTCOME_LINES) as (keyof typeof OUTCOME_LINES)[];

const NAME_TAG = '<alexa:name type="first" personId="amzn1.ask.person.TARO"/>';
const STRANGER = { merchantName: 'こえみせ珈琲' };
const TARO = { ...STRANGER, personId: 'amzn1.ask.person.TARO' };

describe('the prompts that the sources prescribe', () => {
  it('are the fifteen of the Alexa document', () => {
    expect(KEYS).toHaveLength(15);
  });

  it.each(KEYS)('%s is the source text, character by character', (key) => {
    expect(JA_JP[key]).toBe(PRESCRIBED[key]);
  });

  it.each(LINE_KEYS)('%s is the line of the outcome table', (key) => {
    expect(JA_JP[key]).toBe(OUTCOME_LINES[key]);
  });

  it('names the merchant', () => {
    expect(renderSsml([line('merchantUnavailable')], STRANGER)).toBe(
      'すみません。現在、こえみせ珈琲には注文できません。',
    );
  });

  it.each([
    [
      'checkConfirmationCode',
      `すみません、まだ問題が解決しません。${NAME_TAG}さんのAlexaアプリで、音声ショッピング用の確認コードを確認するか、リセットしてください。`,
    ],
    [
      'enableVoiceShopping',
      `お支払いを進めるには、${NAME_TAG}さんのAlexaアプリの「設定」タブで、音声ショッピングを有効にしてください。`,
    ],
    [
      'enableOneClick',
      `お支払いを進めるには、${NAME_TAG} さんのAmazonアカウントで1-Click設定を有効にする必要があります。有効化の設定については、Alexaアプリにリンクを送信しました。設定が完了したら、もう一度試してください。`,
    ],
    [
      'registerEmail',
      `Eメールアドレスが登録されていません。${NAME_TAG} さんのAmazonアカウントでアカウントサービスを選択し、ログインとセキュリティから登録をしてください。設定が完了したら、もう一度試してください。`,
    ],
  ] as const)('%s calls a recognised speaker by name, with the blank as the source has it', (key, ssml) => {
    expect(renderSsml([line(key)], TARO)).toBe(ssml);
  });

  it.each([
    [
      'checkConfirmationCode',
      'すみません、まだ問題が解決しません。Alexaアプリで、音声ショッピング用の確認コードを確認するか、リセットしてください。',
    ],
    [
      'enableVoiceShopping',
      'お支払いを進めるには、Alexaアプリの「設定」タブで、音声ショッピングを有効にしてください。',
    ],
    [
      'enableOneClick',
      'お支払いを進めるには、Amazonアカウントで1-Click設定を有効にする必要があります。有効化の設定については、Alexaアプリにリンクを送信しました。設定が完了したら、もう一度試してください。',
    ],
    [
      'updateDefaultPaymentMethod',
      '既定の1-Click設定のお支払い方法を更新する必要があります。お支払い方法の更新については、Alexaアプリにリンクを送信しました。更新が完了したら、もう一度試してください。',
    ],
    [
      'addBillingAddress',
      '既定の1-Click設定のお支払い方法に請求先住所が設定されていません。請求先住所の設定については、Alexaアプリにリンクを送信しました。設定が完了したら、もう一度試してください。',
    ],
    [
      'changePaymentMethod',
      'この事業者では既定の1-Click設定のお支払い方法を利用できません。お支払い方法の変更については、Alexaアプリにリンクを送信しました。完了したら、もう一度試してください。',
    ],
    [
      'registerEmail',
      'Eメールアドレスが登録されていません。Amazonアカウントでアカウントサービスを選択し、ログインとセキュリティから登録をしてください。設定が完了したら、もう一度試してください。',
    ],
  ] as const)('%s leaves a stranger unnamed, in speech and on a card', (key, text) => {
    expect(renderSsml([line(key)], STRANGER)).toBe(text);
    expect(renderText([line(key)], TARO)).toBe(text);
  });

  it('escapes the id of the speaker', () => {
    expect(renderSsml([line('enableVoiceShopping')], { ...STRANGER, personId: '"><x a=\'' })).toContain(
      'personId="&quot;&gt;&lt;x a=&apos;"/>',
    );
  });
});
