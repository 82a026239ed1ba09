/** Settings of a web checkout whose pages nobody opens, for tests of what the skill and the background say of it. */
export const WEB_SETTINGS = {
  SHOP_URL: 'https://shop.koemise.example',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  MAIL_FROM: 'shop@koemise.example',
  AMAZON_PAY_STORE_ID: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
  AMAZON_PAY_PUBLIC_KEY_ID: 'SANDBOX-TESTKEY',
  // Nothing is signed here: the head of a key is all that the settings look at.
  AMAZON_PAY_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----',
} as const;
