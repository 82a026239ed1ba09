import { languageOf, type Language } from '../../lambda/tools/certify/language-table';
import { readPhrase, type PhraseMeaning } from '../../lambda/tools/certify/phrase';
import { parseAskProject } from '../../lambda/tools/certify/project';
import { RULES } from '../../lambda/tools/certify/rules';
import { findSchemaFaults, findUnknownKeys, SMAPI_DEFINITION } from '../../lambda/tools/certify/smapi-schema';
import { findingsIn, PROJECT, swap } from '../unit/tools/certify-project';

const FINDINGS = findingsIn({});
const LIVE_IDS = RULES.filter(({ when }) => when === 'live').map(({ id }) => id);

/** What stands in this repository for what only a merchant has: rule, and the field or setting it is about. */
const PLACEHOLDERS = [
  ['sandbox-off', 'AmazonPaySandbox'],
  ['live-stage', 'SkillStage'],
  ['live-settings', 'AmazonPaySellerId'],
  ['live-settings', 'AmazonPaySandboxEmail'],
  ['live-settings', 'AmazonPayStoreId'],
  ['live-settings', 'AmazonPayPublicKeyId'],
  ['own-addresses', 'manifest.privacyAndCompliance.locales.ja-JP.privacyPolicyUrl'],
  ['own-addresses', 'manifest.privacyAndCompliance.locales.ja-JP.termsOfUseUrl'],
  ['own-addresses', 'manifest.privacyAndCompliance.locales.en-US.privacyPolicyUrl'],
  ['own-addresses', 'manifest.privacyAndCompliance.locales.en-US.termsOfUseUrl'],
  ['own-addresses', 'seller.email'],
  ['own-addresses', 'support.email'],
  ['own-shop-facts', 'merchantName'],
  ['own-shop-facts', 'invocationName'],
  ['own-shop-facts', 'seller.name'],
  ['own-shop-facts', 'seller.representative'],
  ['own-shop-facts', 'seller.address'],
  ['own-shop-facts', 'seller.phone'],
  ['own-shop-facts', 'support.phone'],
  // The sample speaks of the payment inside Alexa that npm start simulates.
  ['paid-on-page', 'payments:autopay_consent'],
  ['paid-on-page', 'Alexaアプリの「設定」から4桁の確認コード'],
  ['paid-on-page', 'the ja-JP description'],
  ['paid-on-page', 'testingInstructions'],
  ['paid-on-page', 'four-digit voice code under Settings in the Alexa app'],
  ['paid-on-page', 'allow Amazon Pay'],
  ['paid-on-page-told', 'say in the ja-JP description'],
  ['paid-on-page-told', 'say in the en-US description'],
  ['account-linking', 'ja-JP'],
  ['account-linking', 'en-US'],
  ['order-mails', 'MailFrom'],
] as const;

describe('the ASK project, ready for certification', () => {
  it('keeps every rule', () => {
    expect(FINDINGS.filter(({ rule }) => !LIVE_IDS.includes(rule))).toEqual([]);
  });

  it('lacks before a submission what only a merchant has, and nothing else', () => {
    expect(FINDINGS.map(({ rule, fix }) => [rule, fix])).toEqual(
      PLACEHOLDERS.map(([rule, what]) => [rule, expect.stringContaining(what)]),
    );
  });
});

describe('example phrases, read as Alexa would', () => {
  const { locales } = parseAskProject(PROJECT);

  function meaningOf(phrase: string, locale: string): PhraseMeaning {
    const model = locales.find((one) => one.locale === locale)!.model!;
    return readPhrase(phrase, model, languageOf(locale) as Language);
  }

  it.each([
    ['アレクサ、こえみせ珈琲でブレンドを2つください', 'ja-JP', 'OrderIntent'],
    ['アレクサ、こえみせ珈琲でこえみせブレンドを十二袋ください', 'ja-JP', 'OrderIntent'],
    ['アレクサ、こえみせ珈琲で注文の状況を教えて', 'ja-JP', 'OrderStatusIntent'],
    ['アレクサ、こえみせ珈琲に問い合わせ先を教えて', 'ja-JP', 'SupportIntent'],
    ['Alexa, ask Koemise Coffee what do you have', 'en-US', 'BrowseIntent'],
  ])('finds the intent of 「%s」', (phrase, locale, intent) => {
    expect(meaningOf(phrase, locale)).toEqual({ kind: 'asks', intents: [intent] });
  });

  it.each([
    ['アレクサ、こえみせ珈琲を開いて', 'ja-JP'],
    ['Alexa, open Koemise Coffee', 'en-US'],
  ])('knows that 「%s」 only opens the skill', (phrase, locale) => {
    expect(meaningOf(phrase, locale)).toEqual({ kind: 'opens' });
  });

  it('finds no intent for goods the shop does not sell', () => {
    expect(meaningOf('アレクサ、こえみせ珈琲で紅茶を2つください', 'ja-JP')).toEqual({
      kind: 'asks',
      intents: [],
    });
  });

  it('is not called by another shop’s name', () => {
    expect(meaningOf('アレクサ、よその珈琲を開いて', 'ja-JP')).toEqual({ kind: 'not-invoking' });
  });

  it('knows no phrases of a language nobody described', () => {
    expect(languageOf('de-DE')).toBeUndefined();
    expect(languageOf('constructor')).toBeUndefined();
  });
});

describe('the ASK project against Amazon’s own specification', () => {
  const { manifest, interactionModel } = SMAPI_DEFINITION;

  it.each([
    ['skill.json', manifest, PROJECT.manifest],
    ['the Japanese interaction model', interactionModel, PROJECT.models['ja-JP']],
    ['the English interaction model', interactionModel, PROJECT.models['en-US']],
  ])('accepts %s', (_name, definition, json) => {
    expect(findSchemaFaults(definition, json)).toEqual([]);
    expect(findUnknownKeys(definition, json)).toEqual([]);
  });

  it('refuses another manifest version', () => {
    const faults = findSchemaFaults(
      manifest,
      swap(PROJECT.manifest, '"manifestVersion":"1.0"', '"manifestVersion":"2.0"'),
    );

    expect(faults).toEqual([expect.stringContaining('/manifest/manifestVersion')]);
  });

  it.each([
    ['at the top', '"apis"', '"api"', 'unknown key "api"'],
    ['of one kind of interface', '"supportedViewports"', '"viewports"', 'unknown key "viewports"'],
  ])('warns of a misspelt key %s', (...[, from, to, fault]) => {
    const misspelt = swap(PROJECT.manifest, from, to);

    expect(findSchemaFaults(manifest, misspelt)).toEqual([]);
    expect(findUnknownKeys(manifest, misspelt).join('\n')).toContain(fault);
  });

  it('blames no key while a value is wrong', () => {
    const wrong = swap(swap(PROJECT.manifest, '"apis"', '"api"'), '["JP"]', '["JA"]');

    expect(findSchemaFaults(manifest, wrong)).toHaveLength(1);
    expect(findUnknownKeys(manifest, wrong)).toEqual([]);
  });

  it('says so when the specification has no such definition', () => {
    expect(() => findSchemaFaults('v1.skill.Nothing', {})).toThrow('v1.skill.Nothing');
  });
});
