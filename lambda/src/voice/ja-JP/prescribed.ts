import { type PrescribedPrompt } from '../../payment/prompt-keys';

/**
 * Prompts that the source documents prescribe, character by character; only the placeholders are written in one way.
 * @see outcome-table.md, section 8
 */
export const PRESCRIBED = {
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
} as const satisfies Record<PrescribedPrompt, string>;
