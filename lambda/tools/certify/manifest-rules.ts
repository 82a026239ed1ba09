import { CONSENT, asksForConsent, insteadOnPage, paysInAlexa } from './pay-channel';
import { MANIFEST_FILE, type AskProject } from './project';
import { unless, type Fault, type Rule } from './rule';

const AMAZON_PAY_PAGE = 'Amazon: Certify a Skill with Amazon Pay';
const MANIFEST_PAGE = 'Amazon: Skill Manifest Schema';
const PURCHASE_PAGE = 'Amazon: Requirements for Skills That Allow Purchases';

/** The permission with which the buyer's e-mail address is read for the order mails. */
const EMAIL_PERMISSION = 'alexa::profile:email:read';

/** The least that tells a tester anything, in characters. */
const INSTRUCTIONS_MIN = 30;

/** What the manifest has to say of the skill as a whole, beyond what Amazon's schema checks. */
export const MANIFEST_RULES: readonly Rule[] = [
  manifestRule('consent-permission', AMAZON_PAY_PAGE, (project) =>
    demand(
      !paysInAlexa(project) || asksForConsent(project),
      `declare the permission ${CONSENT} in permissions${insteadOnPage(project)}`,
    ),
  ),
  manifestRule(
    'email-permission',
    'Amazon: contact details only with permission, only for the service asked for',
    ({ manifest, settings }) =>
      demand(
        !settings.values['MAIL_FROM'] || manifest.permissions.some(({ name }) => name === EMAIL_PERMISSION),
        `declare the permission ${EMAIL_PERMISSION}, or set no sender of order mails`,
      ),
  ),
  manifestRule('allows-purchases', PURCHASE_PAGE, ({ manifest }) =>
    demand(
      manifest.privacyAndCompliance.allowsPurchases === true,
      'set privacyAndCompliance.allowsPurchases to true: buyers spend real money',
    ),
  ),
  manifestRule('not-child-directed', AMAZON_PAY_PAGE, ({ manifest }) =>
    demand(
      manifest.privacyAndCompliance.isChildDirected === false,
      'set privacyAndCompliance.isChildDirected to false: a skill for children may not sell',
    ),
  ),
  manifestRule('uses-personal-info', MANIFEST_PAGE, ({ manifest }) =>
    demand(
      manifest.privacyAndCompliance.usesPersonalInfo === true,
      'set privacyAndCompliance.usesPersonalInfo to true: the shop learns delivery addresses',
    ),
  ),
  manifestRule('compliance-answers', MANIFEST_PAGE, ({ manifest: { privacyAndCompliance } }) => [
    ...demand(
      privacyAndCompliance.isExportCompliant === true,
      'set privacyAndCompliance.isExportCompliant to true, once you know that it is so',
    ),
    ...demand(
      privacyAndCompliance.containsAds !== undefined,
      'answer privacyAndCompliance.containsAds with true or false',
    ),
  ]),
  manifestRule('legal-links', AMAZON_PAY_PAGE, findLinkFaults),
  manifestRule('category', MANIFEST_PAGE, ({ manifest }) =>
    demand(
      manifest.publishingInformation.category === 'SHOPPING',
      'set publishingInformation.category to SHOPPING',
    ),
  ),
  manifestRule(
    'distribution',
    'Amazon Pay for Alexa was for Japan (JPY); shipping is computed for Japan',
    findDistributionFaults,
  ),
  manifestRule('testing-instructions', MANIFEST_PAGE, ({ manifest }) =>
    demand(
      manifest.publishingInformation.testingInstructions.trim().length >= INSTRUCTIONS_MIN,
      'tell the tester in publishingInformation.testingInstructions how to buy, cancel and get a refund',
    ),
  ),
  manifestRule(
    'screen-interface',
    'this product: screens are sent in Alexa Presentation Language',
    ({ manifest }) =>
      demand(
        (manifest.apis?.custom.interfaces ?? []).some(({ type }) => type === 'ALEXA_PRESENTATION_APL'),
        'declare the interface ALEXA_PRESENTATION_APL in apis.custom.interfaces',
      ),
  ),
];

function manifestRule(id: string, source: string, find: Rule['find']): Rule {
  return { id, severity: 'error', when: 'always', source, find };
}

function demand(isKept: boolean, fix: string): readonly Fault[] {
  return unless(isKept, MANIFEST_FILE, fix);
}

function findLinkFaults({ locales }: AskProject): readonly Fault[] {
  return locales.flatMap(({ locale, links }) =>
    (['privacyPolicyUrl', 'termsOfUseUrl'] as const).flatMap((field) =>
      demand(
        isHttps(links[field]),
        `give an https address in privacyAndCompliance.locales.${locale}.${field}`,
      ),
    ),
  );
}

function findDistributionFaults({ manifest: { publishingInformation } }: AskProject): readonly Fault[] {
  const { distributionCountries, isAvailableWorldwide, distributionMode } = publishingInformation;
  return [
    ...demand(
      distributionCountries.length === 1 &&
        distributionCountries[0] === 'JP' &&
        isAvailableWorldwide === false,
      'set distributionCountries to ["JP"] and isAvailableWorldwide to false: the shop delivers in Japan only',
    ),
    ...demand(distributionMode === 'PUBLIC', 'set distributionMode to PUBLIC, or nobody finds the shop'),
  ];
}

function isHttps(address: string | undefined): boolean {
  return address !== undefined && URL.canParse(address) && new URL(address).protocol === 'https:';
}
