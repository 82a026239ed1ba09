import { join } from 'node:path';
import { MANIFEST_RULES } from '../../lambda/tools/certify/manifest-rules';
import { MODEL_RULES } from '../../lambda/tools/certify/model-rules';
import { readPhrase } from '../../lambda/tools/certify/phrase';
import { parseAskProject, type AskProjectFiles } from '../../lambda/tools/certify/project';
import { readAskProject } from '../../lambda/tools/certify/read-project';
import { findFindings, type Finding } from '../../lambda/tools/certify/rule';
import { checkAgainstSmapi, SMAPI_DEFINITION } from '../support/smapi-schema';

const RULES = [...MANIFEST_RULES, ...MODEL_RULES];
const PROJECT = readAskProject(join(__dirname, '../..'));

/** A copy of a parsed JSON file with one piece of its text exchanged; fails when the piece is not there. */
function swap(json: unknown, from: string, to: string): unknown {
  const text = JSON.stringify(json);
  if (!text.includes(from)) {
    throw new Error(`nothing to break: ${from}`);
  }
  return JSON.parse(text.replace(from, to));
}

function findingsIn(changed: Partial<AskProjectFiles>): readonly Finding[] {
  return findFindings(RULES, parseAskProject({ ...PROJECT, ...changed }));
}

const manifestWith = (from: string, to: string): Partial<AskProjectFiles> => ({
  manifest: swap(PROJECT.manifest, from, to),
});
const modelWith = (from: string, to: string): Partial<AskProjectFiles> => ({
  model: swap(PROJECT.model, from, to),
});
const shopWith = (from: string, to: string): Partial<AskProjectFiles> => ({
  shop: swap(PROJECT.shop, from, to),
});
const iconOf = (name: string, edgePx: number): Partial<AskProjectFiles> => ({
  imageSizes: new Map([
    ...PROJECT.imageSizes,
    [`file://assets/images/${name}`, { widthPx: edgePx, heightPx: 512 }],
  ]),
});

/** Rule, what is broken, the broken files, and a piece of what the finding tells the developer. */
const BROKEN: readonly (readonly [string, string, Partial<AskProjectFiles>, string])[] = [
  [
    'consent-permission',
    'another permission',
    manifestWith('payments:autopay_consent', 'alexa::profile:email:read'),
    'payments:autopay_consent',
  ],
  [
    'allows-purchases',
    'no purchases allowed',
    manifestWith('"allowsPurchases":true', '"allowsPurchases":false'),
    'allowsPurchases to true',
  ],
  [
    'not-child-directed',
    'directed to children',
    manifestWith('"isChildDirected":false', '"isChildDirected":true'),
    'isChildDirected to false',
  ],
  [
    'uses-personal-info',
    'personal info left out',
    manifestWith('"usesPersonalInfo":true,', ''),
    'usesPersonalInfo to true',
  ],
  ['legal-links', 'no privacy policy', manifestWith('privacyPolicyUrl', 'privacy'), 'privacyPolicyUrl'],
  ['legal-links', 'no terms of use', manifestWith('termsOfUseUrl', 'terms'), 'termsOfUseUrl'],
  [
    'legal-links',
    'a privacy policy without https',
    manifestWith('https://koemise.example/privacy', 'http://koemise.example/privacy'),
    'privacyPolicyUrl',
  ],
  [
    'amazon-pay-sentence',
    'one character of the sentence changed',
    manifestWith('Amazon Payを使用して支払いを', 'AmazonPayを使用して支払いを'),
    'このスキルは、Amazon Payを使用して支払いを処理します。',
  ],
  [
    'amazon-pay-sentence',
    'the second half of the sentence gone',
    manifestWith('意図しないご注文を避けるために', ''),
    'このスキルは、Amazon Payを使用して支払いを処理します。',
  ],
  ['category', 'no such category', manifestWith('"SHOPPING"', '"SHOPS"'), 'SHOPPING'],
  [
    'store-text',
    'an empty summary',
    manifestWith('"自家焙煎のコーヒー豆とドリップバッグを、声で注文できるお店です。"', '" "'),
    'summary',
  ],
  [
    'icons',
    'a small icon that is not there',
    manifestWith('ja-JP_smallIcon.png', 'small.png'),
    'PNG of 108 × 108',
  ],
  [
    'icons',
    'a large icon one pixel too narrow',
    iconOf('ja-JP_largeIcon.png', 511),
    'largeIconUri name a PNG of 512 × 512',
  ],
  [
    'ask-cli-form',
    'a newline at the end of skill.json',
    { texts: { ...PROJECT.texts, 'skill.json': `${PROJECT.texts['skill.json'] ?? ''}\n` } },
    'skill.json',
  ],
  [
    'ask-cli-form',
    'ask-resources.json on one line',
    { texts: { ...PROJECT.texts, 'ask-resources.json': '{"profiles":{}}' } },
    'ask-resources.json',
  ],
  ['invocation-name', 'another name in the model', modelWith('"こえみせ珈琲"', '"声店珈琲"'), 'こえみせ珈琲'],
  [
    'invocation-name',
    'another merchant name in the shop',
    shopWith('"merchantName":"こえみせ珈琲"', '"merchantName":"珈琲の店"'),
    '珈琲の店',
  ],
  [
    'required-intents',
    'no refund intent',
    modelWith('"name":"RefundIntent"', '"name":"MoneyBackIntent"'),
    'RefundIntent',
  ],
  [
    'required-intents',
    'no fallback intent',
    modelWith('"name":"AMAZON.FallbackIntent"', '"name":"AMAZON.PauseIntent"'),
    'AMAZON.FallbackIntent',
  ],
  [
    'own-intents-have-samples',
    'an intent without samples',
    modelWith('{"name":"AMAZON.YesIntent"', '{"name":"YesIntent"'),
    'YesIntent',
  ],
  [
    'slots-declared',
    'a sample with a slot that is not there',
    modelWith('"何がありますか"', '"{kind} がありますか"'),
    'declare the slot kind in BrowseIntent',
  ],
  [
    'slots-declared',
    'a slot’s own sample with a slot that is not there',
    modelWith('"{product} です"', '"{item} です"'),
    'declare the slot item in OrderIntent',
  ],
  [
    'slot-types-declared',
    'a slot of an unknown type',
    modelWith('"type":"PRODUCT"', '"type":"GOODS"'),
    'declare the slot type GOODS that BrowseIntent uses',
  ],
  [
    'sample-text',
    'a question mark in a sample',
    modelWith('"何がありますか"', '"何がありますか？"'),
    '「何がありますか？」',
  ],
  [
    'products-in-model',
    'a new product in the shop only',
    shopWith('"id":"drip"', '"id":"decaf"'),
    'add ドリップバッグ to the slot value decaf',
  ],
  [
    'products-in-model',
    'a new synonym in the shop only',
    shopWith('"synonyms":["深煎り"]', '"synonyms":["深煎り","ダーク"]'),
    'add ダーク to the slot value dark',
  ],
  ['example-phrases', 'two phrases only', manifestWith('"アレクサ、こえみせ珈琲を開いて",', ''), 'give 3'],
  [
    'example-phrases',
    'a phrase that is no sample',
    manifestWith('でブレンドを2つください', 'で紅茶を2つください'),
    '紅茶を2つください',
  ],
  [
    'example-phrases',
    'a phrase without the invocation name',
    manifestWith('["アレクサ、こえみせ珈琲を開いて"', '["アレクサ、お店を開いて"'),
    'アレクサ、お店を開いて',
  ],
];

describe('the ASK project, ready for certification', () => {
  it('keeps every rule', () => {
    expect(findingsIn({})).toEqual([]);
  });

  it.each(BROKEN)('%s refuses %s', (...[rule, , changed, fix]) => {
    const findings = findingsIn(changed);

    expect(findings).toContainEqual({
      rule,
      fix: expect.stringContaining(fix),
      source: expect.stringMatching(/./),
    });
  });

  it('has a broken example for every rule', () => {
    const broken = new Set(BROKEN.map(([rule]) => rule));

    expect([...broken].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it('names all broken rules at once', () => {
    const findings = findingsIn({
      ...manifestWith('payments:autopay_consent', 'alexa::profile:email:read'),
      ...modelWith('"name":"RefundIntent"', '"name":"MoneyBackIntent"'),
    });

    expect(findings.map(({ rule }) => rule)).toEqual(['consent-permission', 'required-intents']);
  });
});

describe('example phrases, read as Alexa would', () => {
  const { model } = parseAskProject(PROJECT);

  it.each([
    ['アレクサ、こえみせ珈琲でブレンドを2つください', 'OrderIntent'],
    ['アレクサ、こえみせ珈琲でこえみせブレンドを十二袋ください', 'OrderIntent'],
    ['アレクサ、こえみせ珈琲で注文の状況を教えて', 'OrderStatusIntent'],
    ['アレクサ、こえみせ珈琲に問い合わせ先を教えて', 'SupportIntent'],
  ])('finds the intent of 「%s」', (phrase, intent) => {
    expect(readPhrase(phrase, model)).toEqual({ kind: 'asks', intents: [intent] });
  });

  it('knows a phrase that only opens the skill', () => {
    expect(readPhrase('アレクサ、こえみせ珈琲を開いて', model)).toEqual({ kind: 'opens' });
  });

  it('finds no intent for goods the shop does not sell', () => {
    expect(readPhrase('アレクサ、こえみせ珈琲で紅茶を2つください', model)).toEqual({
      kind: 'asks',
      intents: [],
    });
  });

  it('is not called by another shop’s name', () => {
    expect(readPhrase('アレクサ、よその珈琲を開いて', model)).toEqual({ kind: 'not-invoking' });
  });
});

describe('the ASK project against Amazon’s own specification', () => {
  const { manifest, interactionModel } = SMAPI_DEFINITION;

  it.each([
    ['skill.json', manifest, PROJECT.manifest],
    ['the Japanese interaction model', interactionModel, PROJECT.model],
  ])('accepts %s', (_name, definition, json) => {
    expect(checkAgainstSmapi(definition, json)).toEqual([]);
  });

  it.each([
    [
      'a permission Amazon does not know',
      'payments:autopay_consent',
      'payments:autopay',
      '/manifest/permissions/0/name',
    ],
    [
      'a country that is none',
      '"distributionCountries":["JP"]',
      '"distributionCountries":["JA"]',
      'distributionCountries/0',
    ],
    [
      'another manifest version',
      '"manifestVersion":"1.0"',
      '"manifestVersion":"2.0"',
      '/manifest/manifestVersion',
    ],
    [
      'an endpoint without https',
      '"custom":{',
      '"custom":{"endpoint":{"uri":"http://koemise.example"},',
      '/manifest/apis/custom/endpoint/uri',
    ],
    ['a misspelt key', '"summary"', '"sumary"', 'unknown key "sumary"'],
    ['a misspelt key at the top', '"apis"', '"api"', 'unknown key "api"'],
    [
      'a misspelt key of one kind of interface',
      '"supportedViewports"',
      '"viewports"',
      'unknown key "viewports"',
    ],
  ])('refuses a manifest with %s', (...[, from, to, fault]) => {
    const faults = checkAgainstSmapi(manifest, swap(PROJECT.manifest, from, to));

    expect(faults.join('\n')).toContain(fault);
  });

  it.each([
    ['no invocation name', '"invocationName":"こえみせ珈琲",', '', 'invocationName'],
    ['samples that are no list', '"samples":["何がありますか",', '"samples":"","more":[', 'must be array'],
    ['a misspelt key', '"samples"', '"sample"', 'unknown key "sample"'],
  ])('refuses a model with %s', (...[, from, to, fault]) => {
    const faults = checkAgainstSmapi(interactionModel, swap(PROJECT.model, from, to));

    expect(faults.join('\n')).toContain(fault);
  });

  it('says so when the specification has no such definition', () => {
    expect(() => checkAgainstSmapi('v1.skill.Nothing', {})).toThrow('v1.skill.Nothing');
  });
});
