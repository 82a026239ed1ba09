import { type AskProject } from './project';
import { LOCALE, unless, type Rule } from './rule';

/** The sentence Amazon prescribes for the description of a Japanese skill that is paid with Amazon Pay. */
const AMAZON_PAY_SENTENCE =
  'このスキルは、Amazon Payを使用して支払いを処理します。意図しないご注文を避けるために、Alexaアプリの「設定」から4桁の確認コードを設定することができます。';

const AMAZON_PAY_PAGE = 'Amazon: Certify a Skill with Amazon Pay';
const MANIFEST_PAGE = 'Amazon: Skill Manifest Schema';
const PURCHASE_PAGE = 'Amazon: Requirements for Skills That Allow Purchases';

/** Icons the store asks for: the manifest field and the edge length in pixels. */
const ICONS = [
  { field: 'smallIconUri', sizePx: 108 },
  { field: 'largeIconUri', sizePx: 512 },
] as const;

/** What the manifest (skill.json) has to say, beyond what Amazon's schema checks. */
export const MANIFEST_RULES: readonly Rule[] = [
  {
    id: 'consent-permission',
    source: AMAZON_PAY_PAGE,
    find: ({ manifest }) =>
      unless(
        manifest.permissions.some(({ name }) => name === 'payments:autopay_consent'),
        'declare the permission payments:autopay_consent in skill.json',
      ),
  },
  {
    id: 'allows-purchases',
    source: PURCHASE_PAGE,
    find: ({ manifest }) =>
      unless(
        manifest.privacyAndCompliance.allowsPurchases === true,
        'set privacyAndCompliance.allowsPurchases to true: buyers spend real money',
      ),
  },
  {
    id: 'not-child-directed',
    source: AMAZON_PAY_PAGE,
    find: ({ manifest }) =>
      unless(
        manifest.privacyAndCompliance.isChildDirected === false,
        'set privacyAndCompliance.isChildDirected to false: a skill for children may not sell',
      ),
  },
  {
    id: 'uses-personal-info',
    source: MANIFEST_PAGE,
    find: ({ manifest }) =>
      unless(
        manifest.privacyAndCompliance.usesPersonalInfo === true,
        'set privacyAndCompliance.usesPersonalInfo to true: the shop learns delivery addresses',
      ),
  },
  {
    id: 'legal-links',
    source: MANIFEST_PAGE,
    find: findLinkFaults,
  },
  {
    id: 'amazon-pay-sentence',
    source: AMAZON_PAY_PAGE,
    find: (project) =>
      unless(
        storeText(project)?.description.includes(AMAZON_PAY_SENTENCE) === true,
        `put this sentence into the ${LOCALE} description, to the letter: ${AMAZON_PAY_SENTENCE}`,
      ),
  },
  {
    id: 'category',
    source: MANIFEST_PAGE,
    find: ({ manifest }) =>
      unless(
        manifest.publishingInformation.category === 'SHOPPING',
        'set publishingInformation.category to SHOPPING',
      ),
  },
  {
    id: 'store-text',
    source: MANIFEST_PAGE,
    find: findTextFaults,
  },
  {
    id: 'icons',
    source: MANIFEST_PAGE,
    find: (project) =>
      ICONS.flatMap(({ field, sizePx }) => {
        const size = project.imageSizes.get(storeText(project)?.[field] ?? '');
        return unless(
          size?.widthPx === sizePx && size.heightPx === sizePx,
          `let ${field} name a PNG of ${sizePx} × ${sizePx} pixels in skill-package/assets`,
        );
      }),
  },
  {
    id: 'ask-cli-form',
    source: 'ask-cli rewrites both files at each deploy: two blanks of indent, no newline at the end',
    find: ({ texts }) =>
      Object.entries(texts).flatMap(([name, text]) =>
        unless(
          text === JSON.stringify(JSON.parse(text), null, 2),
          `save ${name} with two blanks of indent and no newline at the end`,
        ),
      ),
  },
];

function findLinkFaults({ manifest }: AskProject): readonly string[] {
  const links = manifest.privacyAndCompliance.locales[LOCALE];
  return (['privacyPolicyUrl', 'termsOfUseUrl'] as const).flatMap((field) =>
    unless(
      isHttps(links?.[field]),
      `give an https address in privacyAndCompliance.locales.${LOCALE}.${field}`,
    ),
  );
}

function findTextFaults(project: AskProject): readonly string[] {
  const text = storeText(project);
  return (['name', 'summary', 'description'] as const).flatMap((field) =>
    unless((text?.[field] ?? '').trim() !== '', `fill in publishingInformation.locales.${LOCALE}.${field}`),
  );
}

function storeText({
  manifest,
}: AskProject): AskProject['manifest']['publishingInformation']['locales'][string] | undefined {
  return manifest.publishingInformation.locales[LOCALE];
}

function isHttps(address: string | undefined): boolean {
  return address !== undefined && URL.canParse(address) && new URL(address).protocol === 'https:';
}
