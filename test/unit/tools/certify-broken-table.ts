import { type Answering } from '../../../lambda/tools/certify/project';
import { exchange, LIVE_PROJECT, PROJECT, swap, type Changed } from './certify-project';

const MANIFEST = 'skill-package/skill.json';
const JA = 'interactionModels/custom/ja-JP.json';
const EN = 'interactionModels/custom/en-US.json';
const SHOP = 'lambda/src/shop/shop.json';
const REGISTRY = 'lambda/src/handlers/registry.ts';
const RESOURCES = 'ask-resources.json';

const SENTENCE =
  'このスキルは、Amazon Payを使用して支払いを処理します。意図しないご注文を避けるために、Alexaアプリの「設定」から4桁の確認コードを設定することができます。';

const manifestWith = (from: string, to: string): Changed => ({ manifest: swap(PROJECT.manifest, from, to) });
const shopWith = (from: string, to: string): Changed => ({ shop: swap(PROJECT.shop, from, to) });
const modelWith = (from: string, to: string): Changed => ({
  models: { ...PROJECT.models, 'ja-JP': swap(PROJECT.models['ja-JP'], from, to) },
});
const englishWith = (from: string, to: string): Changed => ({
  models: { ...PROJECT.models, 'en-US': swap(PROJECT.models['en-US'], from, to) },
});
const sizeOf = (name: string, widthPx: number, heightPx: number): Changed => ({
  imageSizes: new Map([...PROJECT.imageSizes, [`file://assets/images/${name}`, { widthPx, heightPx }]]),
});
const settingsWith = (values: Readonly<Record<string, string>>, faults: readonly string[] = []): Changed => ({
  settings: { ...PROJECT.settings, values: { ...PROJECT.settings.values, ...values }, faults },
});
const liveManifestWith = (from: string, to: string): Changed => ({
  manifest: swap(LIVE_PROJECT.manifest, from, to),
});
const liveShopWith = (from: string, to: string): Changed => ({ shop: swap(LIVE_PROJECT.shop, from, to) });
const liveSettingsWith = (
  values: Readonly<Record<string, string>>,
  faults: readonly string[] = [],
): Changed => ({
  settings: { ...LIVE_PROJECT.settings, values: { ...LIVE_PROJECT.settings.values, ...values }, faults },
});
/** The Japanese shop, its model and its store text under another name. */
const called = (name: string): Changed => ({
  models: { ...PROJECT.models, 'ja-JP': exchange(PROJECT.models['ja-JP'], ['こえみせ珈琲', name]) },
  manifest: exchange(PROJECT.manifest, ['こえみせ珈琲', name]),
  shop: exchange(PROJECT.shop, ['こえみせ珈琲', name]),
});
const without = (name: string): Changed => ({
  handlers: PROJECT.handlers.filter((handler) => handler.name !== name),
});
const greedy: Answering = { name: 'greedy', canHandle: ({ intent }) => intent !== undefined };
const idle: Answering = { name: 'GreetIntent', canHandle: ({ intent }) => intent?.name === 'GreetIntent' };

/** One way to break a rule: rule, what is broken, the change, the file the finding names, and pieces of what it says to do. */
type Broken = readonly [rule: string, what: string, changed: Changed, file: string, ...fix: string[]];

/** What a program has to notice before Amazon does. */
export const BROKEN: readonly Broken[] = [
  [
    'files-readable',
    'a file that is no JSON',
    { fileFaults: [{ file: SHOP, fix: 'mend it: it is not JSON' }] },
    SHOP,
    'it is not JSON',
  ],
  [
    'manifest-schema',
    'a permission Amazon does not know',
    manifestWith('payments:autopay_consent', 'payments:autopay'),
    MANIFEST,
    'mend /manifest/permissions/0/name',
  ],
  [
    'manifest-schema',
    'a country that is none',
    manifestWith('["JP"]', '["JA"]'),
    MANIFEST,
    'mend /manifest/publishingInformation/distributionCountries/0',
  ],
  [
    'manifest-schema',
    'an endpoint without https',
    manifestWith('"custom":{', '"custom":{"endpoint":{"uri":"http://koemise.example"},'),
    MANIFEST,
    'mend /manifest/apis/custom/endpoint/uri',
  ],
  [
    'manifest-schema',
    'a summary of 161 characters',
    manifestWith(
      '"自家焙煎のコーヒー豆とドリップバッグを、声で注文できるお店です。"',
      `"${'豆'.repeat(161)}"`,
    ),
    MANIFEST,
    'mend /manifest/publishingInformation/locales/ja-JP/summary',
  ],
  [
    'manifest-keys',
    'a misspelt key',
    manifestWith('"summary"', '"sumary"'),
    MANIFEST,
    'unknown key "sumary"',
  ],
  [
    'model-schema',
    'no invocation name',
    modelWith('"invocationName":"こえみせ珈琲",', ''),
    JA,
    'invocationName',
  ],
  [
    'model-schema',
    'samples that are no list, in another locale',
    englishWith('"samples":["what do you have",', '"samples":"","more":['),
    EN,
    'must be array',
  ],
  ['model-keys', 'a misspelt key', modelWith('"samples"', '"sample"'), JA, 'unknown key "sample"'],
  [
    'ask-cli-form',
    'a newline at the end of skill.json',
    { texts: { ...PROJECT.texts, [MANIFEST]: `${PROJECT.texts[MANIFEST] ?? ''}\n` } },
    MANIFEST,
    'no newline at the end',
  ],
  [
    'ask-cli-form',
    'ask-resources.json on one line',
    { texts: { ...PROJECT.texts, [RESOURCES]: '{"profiles":{}}' } },
    RESOURCES,
    'two blanks of indent',
  ],
  [
    'consent-permission',
    'another permission beside the sentence about Amazon Pay',
    manifestWith('payments:autopay_consent', 'alexa::devices:all:address:full:read'),
    MANIFEST,
    'payments:autopay_consent',
  ],
  [
    'consent-permission',
    'neither permission nor sentence, with the voice channel on',
    { ...settingsWith({ PAYMENT_CHANNEL: 'voice' }), manifest: LIVE_PROJECT.manifest },
    MANIFEST,
    'payments:autopay_consent',
  ],
  [
    'email-permission',
    'order mails without the permission to read the address',
    {
      ...settingsWith({ MAIL_FROM: 'shop@midori-coffee.jp' }),
      ...manifestWith('alexa::profile:email:read', 'alexa::profile:name:read'),
    },
    MANIFEST,
    'alexa::profile:email:read',
  ],
  [
    'allows-purchases',
    'no purchases allowed',
    manifestWith('"allowsPurchases":true', '"allowsPurchases":false'),
    MANIFEST,
    'allowsPurchases to true',
  ],
  [
    'not-child-directed',
    'directed to children',
    manifestWith('"isChildDirected":false', '"isChildDirected":true'),
    MANIFEST,
    'isChildDirected to false',
  ],
  [
    'uses-personal-info',
    'personal info left out',
    manifestWith('"usesPersonalInfo":true,', ''),
    MANIFEST,
    'usesPersonalInfo to true',
  ],
  [
    'compliance-answers',
    'no word on export',
    manifestWith('"isExportCompliant":true,', ''),
    MANIFEST,
    'isExportCompliant',
  ],
  [
    'compliance-answers',
    'no word on advertising',
    manifestWith('"containsAds":false,', ''),
    MANIFEST,
    'containsAds',
  ],
  [
    'legal-links',
    'no privacy policy',
    manifestWith('privacyPolicyUrl', 'privacy'),
    MANIFEST,
    'locales.ja-JP.privacyPolicyUrl',
  ],
  [
    'legal-links',
    'no terms of use',
    manifestWith('termsOfUseUrl', 'terms'),
    MANIFEST,
    'locales.ja-JP.termsOfUseUrl',
  ],
  [
    'legal-links',
    'a privacy policy without https',
    manifestWith('https://koemise.example/privacy', 'http://koemise.example/privacy'),
    MANIFEST,
    'privacyPolicyUrl',
  ],
  ['category', 'no such category', manifestWith('"SHOPPING"', '"SHOPS"'), MANIFEST, 'SHOPPING'],
  [
    'distribution',
    'a country in which nothing is delivered',
    manifestWith('["JP"]', '["JP","US"]'),
    MANIFEST,
    '["JP"]',
  ],
  [
    'distribution',
    'the whole world',
    manifestWith('"isAvailableWorldwide":false', '"isAvailableWorldwide":true'),
    MANIFEST,
    'isAvailableWorldwide to false',
  ],
  ['distribution', 'a private skill', manifestWith('"PUBLIC"', '"PRIVATE"'), MANIFEST, 'PUBLIC'],
  [
    'testing-instructions',
    'no instructions',
    manifestWith('"testingInstructions"', '"instructions"'),
    MANIFEST,
    'testingInstructions',
  ],
  [
    'screen-interface',
    'screens that are not declared',
    manifestWith('ALEXA_PRESENTATION_APL', 'ALEXA_PRESENTATION_HTML'),
    MANIFEST,
    'ALEXA_PRESENTATION_APL',
  ],
  [
    'locale-complete',
    'a locale without a model',
    { models: { 'ja-JP': PROJECT.models['ja-JP'] } },
    EN,
    'write the interaction model of en-US',
  ],
  [
    'locale-complete',
    'a model without store text',
    { models: { ...PROJECT.models, 'de-DE': PROJECT.models['en-US'] } },
    MANIFEST,
    'add publishingInformation.locales.de-DE',
  ],
  [
    'store-text',
    'an empty summary',
    manifestWith('"自家焙煎のコーヒー豆とドリップバッグを、声で注文できるお店です。"', '" "'),
    MANIFEST,
    'locales.ja-JP.summary',
  ],
  [
    'no-markup',
    'bold text in a description',
    manifestWith('できること', '<b>できること</b>'),
    MANIFEST,
    'locales.ja-JP.description',
  ],
  [
    'no-markup',
    'a link in the instructions',
    manifestWith('お会計して」と話してください', '[お会計して](https://koemise.example)」と話してください'),
    MANIFEST,
    'testingInstructions',
  ],
  [
    'icons',
    'a small icon that is not there',
    manifestWith('ja-JP_smallIcon.png', 'small.png'),
    MANIFEST,
    'smallIconUri of ja-JP name a PNG of 108 × 108',
  ],
  [
    'icons',
    'a large icon one pixel too narrow',
    sizeOf('ja-JP_largeIcon.png', 511, 512),
    MANIFEST,
    'largeIconUri of ja-JP name a PNG of 512 × 512',
  ],
  [
    'icons',
    'a large icon one pixel too low',
    sizeOf('en-US_largeIcon.png', 512, 511),
    MANIFEST,
    'largeIconUri of en-US name a PNG of 512 × 512',
  ],
  [
    'amazon-pay-sentence',
    'one character of the sentence changed',
    manifestWith('Amazon Payを使用して支払いを', 'AmazonPayを使用して支払いを'),
    MANIFEST,
    SENTENCE,
  ],
  [
    'amazon-pay-sentence',
    'the second half of the sentence gone',
    manifestWith('意図しないご注文を避けるために', ''),
    MANIFEST,
    SENTENCE,
  ],
  [
    'amazon-pay-sentence',
    'no sentence, with the voice channel on',
    { ...settingsWith({ PAYMENT_CHANNEL: 'voice' }), manifest: LIVE_PROJECT.manifest },
    MANIFEST,
    SENTENCE,
  ],
  [
    'amazon-pay-told',
    'an English description that does not name Amazon Pay',
    {
      manifest: exchange(
        PROJECT.manifest,
        ['uses Amazon Pay', 'uses cards'],
        ['allow Amazon Pay', 'allow it'],
      ),
    },
    MANIFEST,
    'say in the en-US description',
  ],
  [
    'amazon-pay-name',
    'the name in one word in the store text',
    manifestWith('AlexaアプリでAmazon Payの使用', 'AlexaアプリでAmazonPayの使用'),
    MANIFEST,
    'instead of "AmazonPay" in locales.ja-JP.description',
  ],
  [
    'amazon-pay-name',
    'the name in katakana in the terms of the shop',
    shopWith('"payment":"Amazon Pay"', '"payment":"アマゾンペイ"'),
    SHOP,
    'instead of "アマゾンペイ" in terms.payment',
  ],
  [
    'invocation-name-told',
    'a description that does not tell how to open the skill',
    manifestWith('「アレクサ、こえみせ珈琲を開いて」と話しかけて', 'スキルを開いて'),
    MANIFEST,
    'アレクサこえみせ珈琲を開いて',
  ],
  [
    'example-phrases',
    'two phrases only',
    manifestWith('"アレクサ、こえみせ珈琲を開いて",', ''),
    MANIFEST,
    'give 3 example phrases for ja-JP',
  ],
  [
    'example-phrases',
    'a phrase that is no sample',
    manifestWith('でブレンドを2つください', 'で紅茶を2つください'),
    MANIFEST,
    '紅茶を2つください',
  ],
  [
    'example-phrases',
    'a phrase without the invocation name',
    manifestWith('["アレクサ、こえみせ珈琲を開いて"', '["アレクサ、お店を開いて"'),
    MANIFEST,
    'アレクサ、お店を開いて',
  ],
  [
    'example-phrases',
    'a language whose phrases cannot be judged',
    {
      manifest: exchange(PROJECT.manifest, ['en-US', 'de-DE']),
      models: { 'ja-JP': PROJECT.models['ja-JP'], 'de-DE': PROJECT.models['en-US'] },
    },
    MANIFEST,
    'add de-DE to lambda/tools/certify/language-table.ts',
  ],
  [
    'invocation-name-merchant',
    'another name in the model',
    modelWith('"こえみせ珈琲"', '"声店珈琲"'),
    JA,
    'こえみせ珈琲',
  ],
  [
    'invocation-name-merchant',
    'another name in the English model',
    englishWith('"koemise coffee"', '"coffee shop"'),
    EN,
    'koemise coffee',
  ],
  [
    'invocation-name-merchant',
    'another merchant name in the shop',
    shopWith('"merchantName":"こえみせ珈琲"', '"merchantName":"珈琲の店"'),
    SHOP,
    '珈琲の店',
  ],
  ['invocation-name-form', 'a digit in the name', called('こえみせ24'), JA, 'without digits and signs'],
  ['invocation-name-form', 'a wake word in the name', called('アレクサ珈琲'), JA, 'アレクサ珈琲'],
  ['invocation-name-form', 'a word that opens a skill', called('珈琲を開いて'), JA, '珈琲を開いて'],
  [
    'invocation-name-form',
    'capitals in the English name',
    englishWith('"koemise coffee"', '"Koemise Coffee"'),
    EN,
    'letters of its language',
  ],
  ['invocation-name-words', 'a particle in the name', called('声の珈琲店'), JA, 'take the particle out'],
  ['invocation-name-words', 'a name of one noun', called('珈琲'), JA, 'at least two nouns'],
  [
    'invocation-name-words',
    'an English name of one word',
    englishWith('"koemise coffee"', '"koemise"'),
    EN,
    'at least two words',
  ],
  [
    'invocation-name-words',
    'an article in the English name',
    englishWith('"koemise coffee"', '"the koemise"'),
    EN,
    'articles and connecting words',
  ],
  ...(
    [
      'AMAZON.HelpIntent',
      'AMAZON.StopIntent',
      'AMAZON.CancelIntent',
      'AMAZON.FallbackIntent',
      'AMAZON.NavigateHomeIntent',
      'AMAZON.YesIntent',
      'AMAZON.NoIntent',
      'AMAZON.RepeatIntent',
    ] as const
  ).map((name): Broken => [
    'built-in-intents',
    `no ${name}`,
    modelWith(`"name":"${name}"`, '"name":"AMAZON.PauseIntent"'),
    JA,
    `add the intent ${name}`,
  ]),
  ...(
    [
      'CartIntent',
      'CheckoutIntent',
      'CancelOrderIntent',
      'RefundIntent',
      'OrderStatusIntent',
      'SupportIntent',
    ] as const
  ).map((name): Broken => [
    'order-intents',
    `no ${name}`,
    modelWith(`"name":"${name}"`, '"name":"OtherIntent"'),
    JA,
    `add the intent ${name}`,
  ]),
  [
    'own-intents-have-samples',
    'an intent without samples',
    modelWith('{"name":"AMAZON.YesIntent"', '{"name":"YesIntent"'),
    JA,
    'YesIntent',
  ],
  [
    'slots-declared',
    'a sample with a slot that is not there',
    modelWith('"何がありますか"', '"{kind} がありますか"'),
    JA,
    'declare the slot kind in BrowseIntent',
  ],
  [
    'slots-declared',
    'a slot’s own sample with a slot that is not there',
    modelWith('"{product} です"', '"{item} です"'),
    JA,
    'declare the slot item in OrderIntent',
  ],
  [
    'slots-used',
    'a slot that no sample has',
    modelWith(
      '"name":"CartIntent","slots":[]',
      '"name":"CartIntent","slots":[{"name":"side","type":"PRODUCT"}]',
    ),
    JA,
    'use the slot side in a sample of CartIntent',
  ],
  [
    'slot-types-declared',
    'a slot of an unknown type',
    modelWith('"type":"PRODUCT"', '"type":"GOODS"'),
    JA,
    'declare the slot type GOODS that BrowseIntent uses',
  ],
  [
    'sample-text',
    'a question mark in a sample',
    modelWith('"何がありますか"', '"何がありますか？"'),
    JA,
    '「何がありますか？」',
  ],
  [
    'no-own-voice-code',
    'a slot for a code of the skill’s own',
    modelWith('"type":"AMAZON.NUMBER"', '"type":"AMAZON.FOUR_DIGIT_NUMBER"'),
    JA,
    'take the slot quantity out of OrderIntent',
  ],
  [
    'same-intents',
    'an intent of one locale only',
    englishWith('"name":"AMAZON.StartOverIntent"', '"name":"AMAZON.PauseIntent"'),
    EN,
    'add the intent AMAZON.StartOverIntent',
  ],
  [
    'products-in-model',
    'a new product in the shop only',
    shopWith('"id":"drip"', '"id":"decaf"'),
    JA,
    'add ドリップバッグ to the slot value decaf',
  ],
  [
    'products-in-model',
    'a new synonym in the shop only',
    shopWith('"synonyms":["深煎り"]', '"synonyms":["深煎り","ダーク"]'),
    JA,
    'add ダーク to the slot value dark',
  ],
  [
    'products-in-model',
    'another English name in the shop only',
    shopWith('"こえみせブレンド":"Koemise Blend"', '"こえみせブレンド":"Garden Blend"'),
    EN,
    'add Garden Blend to the slot value blend',
  ],
  [
    'intents-handled',
    'an intent nobody answers',
    modelWith('"name":"AMAZON.StartOverIntent"', '"name":"AMAZON.PauseIntent"'),
    REGISTRY,
    'add a handler for the intent AMAZON.PauseIntent',
  ],
  ['intents-handled', 'no handler for refunds', without('RefundIntent'), REGISTRY, 'RefundIntent'],
  [
    'requests-handled',
    'no handler for the end of a session',
    without('SessionEndedRequest'),
    REGISTRY,
    'add a handler for SessionEndedRequest',
  ],
  [
    'requests-handled',
    'no handler for the answers of Amazon Pay',
    without('Connections.Response'),
    REGISTRY,
    'add a handler for Connections.Response',
  ],
  [
    'handlers-reachable',
    'a handler in the shade of one that takes everything',
    { handlers: [greedy, ...PROJECT.handlers] },
    REGISTRY,
    'let the handler CartIntent be reached',
  ],
  [
    'handlers-reachable',
    'a handler of an intent that no model has',
    { handlers: [idle, ...PROJECT.handlers] },
    REGISTRY,
    'let the handler GreetIntent be reached',
  ],
  ...(
    [
      ['"name":"株式会社こえみせ"', 'seller.name', 'name of the seller'],
      ['"representative":"見本 花子"', 'seller.representative', 'person responsible'],
      ['"postalCode":"153-0064"', 'seller.postalCode', 'address of the seller'],
      ['"address":"東京都目黒区見本町1-2-3"', 'seller.address', 'address of the seller'],
      ['"phone":"03-1234-5678"', 'seller.phone', 'phone of the seller'],
      ['"payment":"', 'terms.payment', 'way of payment'],
      ['"paymentTime":"', 'terms.paymentTime', 'time of payment'],
      ['"delivery":"ご', 'terms.delivery', 'delivery time'],
      ['"orderPeriod":"', 'terms.orderPeriod', 'period of the offer'],
      ['"cancellation":"', 'terms.cancellation', 'cancellation terms'],
      ['"returns":"', 'terms.returns', 'return terms'],
      ['"otherCosts":"', 'terms.otherCosts', 'costs beside the price'],
      ['"quantityLimit":"', 'terms.quantityLimit', 'limits of quantity'],
      ['"subscription":"', 'terms.subscription', 'terms of a contract that goes on'],
      ['"digitalDelivery":"', 'terms.digitalDelivery', 'delivery of goods that are not shipped'],
      ['"flatYen":600', 'shipping.flatYen', 'price of shipping'],
      ['"priceYen":1296', 'products.0.priceYen', 'prices and goods'],
    ] as const
  ).map(([field, path, duty]): Broken => [
    'legal-facts',
    `no ${path}`,
    shopWith(field, field.replace('"', '"x')),
    SHOP,
    `fill in ${path}: `,
    `(${duty})`,
  ]),
  [
    'expensive-goods',
    'goods of 15000 yen without a word on the voice code',
    { shop: swap(PROJECT.shop, '"priceYen":3000', '"priceYen":15000'), manifest: LIVE_PROJECT.manifest },
    MANIFEST,
    'ギフトコード costs 15000 yen',
    'in the ja-JP description',
  ],
  [
    'sandbox-off',
    'the sandbox',
    liveSettingsWith({ AMAZON_PAY_SANDBOX: 'true' }),
    RESOURCES,
    'AmazonPaySandbox',
  ],
  [
    'live-stage',
    'a development stage',
    liveSettingsWith({ SKILL_STAGE: 'development' }),
    RESOURCES,
    'SkillStage',
  ],
  [
    'live-settings',
    'a setting that is missing',
    liveSettingsWith({}, ['AmazonPaySellerId: has no value']),
    RESOURCES,
    'mend AmazonPaySellerId: has no value',
  ],
  [
    'own-addresses',
    'a privacy policy on a host that nobody can own',
    liveManifestWith('https://midori-coffee.jp/privacy', 'https://www.example.com/privacy'),
    MANIFEST,
    'https://www.example.com/privacy is a placeholder',
  ],
  [
    'own-addresses',
    'a mail address of the sample',
    liveShopWith('support@midori-coffee.jp', 'support@koemise.example'),
    SHOP,
    'support.email, support@koemise.example is a placeholder',
  ],
  [
    'own-shop-facts',
    'the phone number of the sample',
    liveShopWith('03-5551-2468', '03-1234-5678'),
    SHOP,
    'seller.phone, 03-1234-5678',
  ],
  [
    'own-shop-facts',
    'the representative of the sample',
    liveShopWith('緑川 葉子', '見本 花子'),
    SHOP,
    'seller.representative, 見本 花子',
  ],
  [
    'pages-https',
    'pages without https',
    liveSettingsWith({ SHOP_URL: 'http://127.0.0.1:3000' }),
    RESOURCES,
    'ShopUrl',
  ],
  [
    'paid-on-page',
    'the voice channel, which ended in Japan',
    liveSettingsWith({ PAYMENT_CHANNEL: 'voice' }),
    RESOURCES,
    'PaymentChannel',
  ],
  [
    'paid-on-page',
    'a permission that is never used',
    liveManifestWith('alexa::profile:email:read', 'payments:autopay_consent'),
    MANIFEST,
    'take the permission payments:autopay_consent out',
  ],
  [
    'paid-on-page',
    'a description that promises a voice code',
    liveManifestWith('アカウントリンクが必要です。', SENTENCE),
    MANIFEST,
    'take 「Alexaアプリの「設定」から4桁の確認コード」',
  ],
  [
    'paid-on-page',
    'a description that does not say where to pay',
    liveManifestWith('not inside Alexa', 'somewhere'),
    MANIFEST,
    'say in the en-US description',
  ],
  [
    'account-linking',
    'no word on account linking',
    liveManifestWith('アカウントリンクが必要です。', ''),
    MANIFEST,
    'say so in the ja-JP description',
  ],
  ['order-mails', 'no sender of order mails', liveSettingsWith({ MAIL_FROM: '' }), RESOURCES, 'MailFrom'],
  [
    'amazon-prompts',
    'prompts that Amazon speaks as well',
    liveSettingsWith({ PAYMENT_CHANNEL: 'voice', AMAZON_PROMPTS: 'repeat' }),
    RESOURCES,
    'AmazonPrompts',
  ],
];
