import { join } from 'node:path';
import { parseAskProject, type AskProjectFiles } from '../../../lambda/tools/certify/project';
import { readAskProject } from '../../../lambda/tools/certify/read-project';
import { findFindings, type Finding } from '../../../lambda/tools/certify/rule';
import { RULES } from '../../../lambda/tools/certify/rules';

const ROOT = join(__dirname, '../../..');

/** The project of this repository, as it would be deployed by its default profile. */
export const PROJECT = readAskProject({ root: ROOT, profileName: 'default', environment: {} });

/** What a change of the project looks like. */
export type Changed = Partial<AskProjectFiles>;

/** Parsed JSON with texts exchanged wherever they stand; fails when one of them stands nowhere. */
export function exchange(json: unknown, ...swaps: readonly (readonly [string, string])[]): unknown {
  const text = swaps.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`nothing to exchange: ${from}`);
    return before.replaceAll(from, to);
  }, JSON.stringify(json));
  return JSON.parse(text);
}

/** Parsed JSON with the first place of a text exchanged; fails when it stands nowhere. */
export function swap(json: unknown, from: string, to: string): unknown {
  const text = JSON.stringify(json);
  if (!text.includes(from)) throw new Error(`nothing to break: ${from}`);
  return JSON.parse(text.replace(from, to));
}

/** Findings of all rules, those for a submission included, in the repository's project with a change. */
export function findingsIn(changed: Changed, files: AskProjectFiles = PROJECT): readonly Finding[] {
  return findFindings(RULES, parseAskProject({ ...files, ...changed }));
}

/** The same shop as a merchant would submit it: facts, addresses and settings of its own, paid on its page. */
export const LIVE_PROJECT: AskProjectFiles = {
  ...PROJECT,
  manifest: exchange(
    PROJECT.manifest,
    ['こえみせ珈琲', 'みどり珈琲店'],
    ['koemise.example', 'midori-coffee.jp'],
    ['{"name":"payments:autopay_consent"},', ''],
    [
      'このスキルは、Amazon Payを使用して支払いを処理します。意図しないご注文を避けるために、Alexaアプリの「設定」から4桁の確認コードを設定することができます。',
      'お支払いは、Alexaの中ではなく、お店のページでAmazon Payを使って行います。アカウントリンクが必要です。',
    ],
    ['はじめてご利用になるときは、AlexaアプリでAmazon Payの使用を許可してください。', ''],
    ['1. Alexaアプリのスキル設定で、Amazon Payの使用を許可してください。', '1. スキルを有効にしてください。'],
    [
      'This skill uses Amazon Pay to process your payments. To help protect against unwanted ordering, you can enable a four-digit voice code under Settings in the Alexa app.',
      'You pay with Amazon Pay on the shop’s own page, not inside Alexa. Account linking is needed.',
    ],
    [', and you have to allow Amazon Pay in the Alexa app before your first order', ''],
  ),
  models: { ...PROJECT.models, 'ja-JP': exchange(PROJECT.models['ja-JP'], ['こえみせ珈琲', 'みどり珈琲店']) },
  shop: exchange(
    PROJECT.shop,
    ['こえみせ珈琲', 'みどり珈琲店'],
    ['株式会社こえみせ', '株式会社みどり'],
    ['見本 花子', '緑川 葉子'],
    ['見本町', '緑が丘'],
    ['03-1234-5678', '03-5551-2468'],
    ['koemise.example', 'midori-coffee.jp'],
  ),
  settings: {
    file: 'ask-resources.json',
    isKnown: true,
    values: {
      AMAZON_PAY_SANDBOX: 'false',
      SKILL_STAGE: 'live',
      PAYMENT_CHANNEL: 'web',
      SHOP_URL: 'https://midori-coffee.jp',
      MAIL_FROM: 'shop@midori-coffee.jp',
    },
    faults: [],
  },
};
