/** What the simulated widgets say to the buyer. */
export const WIDGET_WORDS = {
  simulated: '模擬',
  button: 'Amazonアカウントでお支払い',
  addressBook: 'お届け先の住所',
  wallet: 'お支払い方法',
  consent: 'お支払い方法設定の承認',
  consentLabel: 'この支払い方法を、このお店での今後のお支払いにも使うことに同意します。',
  loading: '読み込んでいます…',
  cookies: 'お支払いを続けるには、Amazon PayにCookieの使用を許可してください。',
  cookiesAllow: 'Cookieの使用を許可',
  cookiesRefuse: '許可しない',
  simulation: '模擬: エラーを起こす',
  noError: '（エラーなし）',
  signInTitle: '模擬のAmazonログイン',
  signInHint: '練習用の画面です。本物のアカウントは使いません。',
  signIn: 'ログインする',
  signInRefuse: 'やめる',
} as const;

/** The simulated buyer's cards, by what they do. */
export const CARDS = [
  ['valid', 'Visa •••• 1111'],
  ['declining', 'Mastercard •••• 3434（承認されません）'],
] as const;
