import { languageOf } from './language-table';
import { asksForConsent, channelOf, CONSENT } from './pay-channel';
import { isSampleFact, isSampleHost } from './placeholders';
import { MANIFEST_FILE, SHOP_FILE, type AskProject } from './project';
import { sampleGreeting } from './sample-greeting';
import { unless, type Fault, type Rule } from './rule';
import { textsOf } from './texts-of';

const ENDED = 'payments inside skills ended in Japan on 2023-01-31; certification-and-law.md, 5.4';
const PURCHASE_PAGE = 'Amazon: Requirements for Skills That Allow Purchases';

/** What only a submission, or a shop with real buyers, has to keep. */
export const LIVE_RULES: readonly Rule[] = [
  {
    ...live('sandbox-off', 'Amazon: Certify a Skill with Amazon Pay (sandboxMode is false for submission)'),
    find: ({ settings }) =>
      unless(
        settings.values['AMAZON_PAY_SANDBOX'] !== 'true',
        settings.file,
        'set AmazonPaySandbox (AMAZON_PAY_SANDBOX) to false: in the sandbox no money moves',
      ),
  },
  {
    ...live('live-stage', 'this product: the sandbox is refused for a live shop'),
    find: ({ settings }) =>
      unless(
        (settings.values['SKILL_STAGE'] ?? 'live') === 'live',
        settings.file,
        'set SkillStage (SKILL_STAGE) to live',
      ),
  },
  {
    ...live('live-settings', 'this product: the preflight of npm run deploy'),
    find: ({ settings }) => settings.faults.map((fault) => ({ file: settings.file, fix: `mend ${fault}` })),
  },
  {
    ...live('settings-known', 'this product: settings are judged before a shop goes live'),
    severity: 'warning',
    find: ({ settings }) =>
      unless(
        settings.isKnown || settings.unreadable !== undefined,
        settings.file,
        'run npm run certify -- --live once more with the environment of your server (SKILL_ID and the rest), or its settings stay unjudged',
      ),
  },
  {
    ...live('own-addresses', 'RFC 2606: nobody can own or reach these hosts'),
    find: ({ files }) => [
      ...sampleHosts(MANIFEST_FILE, files.manifest),
      ...sampleHosts(SHOP_FILE, files.shop),
    ],
  },
  {
    ...live('own-shop-facts', 'Act on Specified Commercial Transactions, Art. 11: the facts have to be true'),
    find: ({ files, shop }) =>
      [
        ...textsOf(files.shop).filter(({ path, text }) => isSampleFact(path, text)),
        ...sampleGreeting(shop),
      ].map(({ path, text }) => ({
        file: SHOP_FILE,
        fix: `put your own into ${path}, ${text} is the sample’s`,
      })),
  },
  {
    ...live('pages-https', 'Amazon Pay: live pages are https'),
    find: ({ settings }) =>
      unless(
        (settings.values['SHOP_URL'] ?? '') === '' ||
          settings.values['SHOP_URL']?.startsWith('https://') === true,
        settings.file,
        'give ShopUrl (SHOP_URL) an https address',
      ),
  },
  {
    ...live('paid-on-page', ENDED),
    find: findPageFaults,
  },
  {
    ...live('paid-on-page-told', ENDED),
    severity: 'warning',
    find: findUntold,
  },
  {
    ...live('account-linking', PURCHASE_PAGE),
    severity: 'warning',
    find: (project) =>
      channelOf(project) === 'voice'
        ? []
        : project.locales.flatMap(({ locale, store }) =>
            unless(
              languageOf(locale)?.accountLinking.test(store?.description ?? '') === true,
              MANIFEST_FILE,
              `goods sold without Amazon Pay in Alexa need account linking: set it up (ask smapi update-account-linking-info) and say so in the ${locale} description, or ask Amazon whether a page with a code of its own will do`,
            ),
          ),
  },
  {
    ...live('order-mails', `${PURCHASE_PAGE} (voice, e-mail and card after the order)`),
    severity: 'warning',
    find: ({ settings }) =>
      unless(
        !settings.isKnown || Boolean(settings.values['MAIL_FROM']),
        settings.file,
        'set MailFrom (MAIL_FROM, with SMTP_URL as a secret), or buyers get no mail of their order',
      ),
  },
  {
    ...live(
      'amazon-prompts',
      'alexa/alexa-cookbook, issue 162: to repeat what Amazon speaks may confuse certification',
    ),
    severity: 'warning',
    find: (project) =>
      unless(
        channelOf(project) === 'web' || project.settings.values['AMAZON_PROMPTS'] === 'skip',
        project.settings.file,
        'set AmazonPrompts (AMAZON_PROMPTS) to skip',
      ),
  },
];

function live(id: string, source: string): Pick<Rule, 'id' | 'severity' | 'when' | 'source'> {
  return { id, severity: 'error', when: 'live', source };
}

function sampleHosts(file: string, json: unknown): readonly Fault[] {
  return textsOf(json)
    .filter(({ text }) => isSampleHost(text))
    .map(({ path, text }) => ({
      file,
      fix: `put an address of your own into ${path}, ${text} is a placeholder`,
    }));
}

/** A shop that is paid on its page neither asks for nor promises a payment inside Alexa. */
function findPageFaults(project: AskProject): readonly Fault[] {
  if (channelOf(project) === 'voice')
    return [
      {
        file: project.settings.file,
        fix: 'set PaymentChannel (PAYMENT_CHANNEL) to web: nobody can pay inside Alexa in Japan any more',
      },
    ];
  const instructions = project.manifest.publishingInformation.testingInstructions;
  return [
    ...(asksForConsent(project)
      ? [`take the permission ${CONSENT} out: it is asked for and never used`]
      : []),
    ...project.locales.flatMap(({ locale, store }) => {
      const language = languageOf(locale);
      if (language === undefined) return [];
      const description = store?.description ?? '';
      return [
        ...wordsIn(description, language.paidInAlexa, `the ${locale} description`),
        ...wordsIn(instructions, language.paidInAlexa, 'testingInstructions'),
      ];
    }),
  ].map((fix) => ({ file: MANIFEST_FILE, fix }));
}

function wordsIn(text: string, pattern: RegExp, where: string): readonly string[] {
  return (text.match(pattern) ?? []).map(
    (words) =>
      `take 「${words}」 and what belongs to it out of ${where}: nobody can pay inside Alexa any more`,
  );
}

/** A shop that is paid on its page says so where buyers could expect to pay by voice. */
function findUntold(project: AskProject): readonly Fault[] {
  if (channelOf(project) === 'voice') return [];
  return project.locales.flatMap(({ locale, store }) => {
    const sentence = languageOf(locale)?.paidOnPage;
    return unless(
      sentence === undefined || store?.description.includes(sentence) === true,
      MANIFEST_FILE,
      `say in the ${locale} description where buyers pay: ${sentence ?? ''}`,
    );
  });
}
