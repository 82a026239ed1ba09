import { amazonPaySentence } from './amazon-pay-sentences';
import { languageOf } from './language-table';
import { insteadOnPage, paysInAlexa } from './pay-channel';
import { readPhrase, tellsHowToOpen } from './phrase';
import { MANIFEST_FILE, SHOP_FILE, type AskProject, type LocaleProject, type StoreText } from './project';
import { unless, type Fault, type Rule } from './rule';
import { textsOf, type PathText } from './texts-of';

const AMAZON_PAY_PAGE = 'Amazon: Certify a Skill with Amazon Pay';
const MANIFEST_PAGE = 'Amazon: Skill Manifest Schema';

/** Icons the store asks for: the manifest field and the edge length in pixels. */
const ICONS = [
  { field: 'smallIconUri', sizePx: 108 },
  { field: 'largeIconUri', sizePx: 512 },
] as const;

/** How many example phrases the store shows. */
const EXAMPLE_PHRASES = 3;

/** Tags, entities, bold text and links: the store shows them as they are written. */
const MARKUP = /<\/?[a-z][^>]*>|&[a-z]+;|&#\d+;|\*\*|\]\(/iu;

/** The name in any writing; only `Amazon Pay` is right. */
const AMAZON_PAY_ANY = /amazon[\s_-]?pay|アマゾン・?ペイ/giu;

/** The store text of each locale, beyond what Amazon's schema checks. */
export const STORE_RULES: readonly Rule[] = [
  storeRule('locale-complete', 'ask-cli: each locale has store text and interaction model', ({ locales }) =>
    locales.flatMap(({ locale, modelFile, store, model }) => [
      ...demand(
        store !== undefined,
        `add publishingInformation.locales.${locale}, or delete ${modelFile} to sell without ${locale}`,
      ),
      ...unless(model !== undefined, modelFile, `write the interaction model of ${locale}`),
    ]),
  ),
  storeRule('store-text', MANIFEST_PAGE, (project) =>
    eachStore(project, (store, { locale }) =>
      (['name', 'summary', 'description'] as const).flatMap((field) =>
        demand(
          (store[field] ?? '').trim() !== '',
          `fill in publishingInformation.locales.${locale}.${field}`,
        ),
      ),
    ),
  ),
  storeRule('no-markup', MANIFEST_PAGE, ({ manifest }) =>
    textsOf(manifest.publishingInformation)
      .filter(({ text }) => MARKUP.test(text))
      .map(({ path }) => ({
        file: MANIFEST_FILE,
        fix: `take the markup out of publishingInformation.${path}`,
      })),
  ),
  storeRule('icons', MANIFEST_PAGE, (project) =>
    eachStore(project, (store, { locale }) =>
      ICONS.flatMap(({ field, sizePx }) => {
        const size = project.imageSizes.get(store[field] ?? '');
        return demand(
          size?.widthPx === sizePx && size.heightPx === sizePx,
          `let ${field} of ${locale} name a PNG of ${sizePx} × ${sizePx} pixels in skill-package/assets`,
        );
      }),
    ),
  ),
  storeRule('amazon-pay-sentence', `${AMAZON_PAY_PAGE}, item 2`, (project) =>
    eachStore(project, ({ description }, { locale }) => {
      const sentence = amazonPaySentence(locale);
      return demand(
        sentence === undefined || !paysInAlexa(project) || description.includes(sentence),
        `put this sentence into the ${locale} description, to the letter: ${sentence ?? ''}${insteadOnPage(project)}`,
      );
    }),
  ),
  storeRule(
    'amazon-pay-told',
    `${AMAZON_PAY_PAGE}: the description says that Amazon Pay is used`,
    (project) =>
      eachStore(project, ({ description }, { locale }) =>
        demand(
          description.includes('Amazon Pay'),
          `say in the ${locale} description that buyers pay with Amazon Pay`,
        ),
      ),
  ),
  storeRule('amazon-pay-name', 'Amazon Pay: the name is written "Amazon Pay"', ({ manifest, files }) => [
    ...misnamed(MANIFEST_FILE, textsOf(manifest.publishingInformation)),
    ...misnamed(SHOP_FILE, textsOf(files.shop)),
  ]),
  storeRule(
    'invocation-name-told',
    `${AMAZON_PAY_PAGE}: the skill guides buyers to use the invocation name`,
    (project) =>
      eachStore(project, ({ description }, { locale, model }) => {
        const language = languageOf(locale);
        if (model === undefined || language === undefined) return [];
        const how = (language.openings[0] ?? '').replace('{name}', model.invocationName);
        return demand(
          tellsHowToOpen(description, model.invocationName, language),
          `tell in the ${locale} description how to open the skill by its invocation name: 「${how}」`,
        );
      }),
  ),
  storeRule(
    'example-phrases',
    'Amazon: example phrases come from the sample utterances, with the invocation name',
    (project) => eachStore(project, findPhraseFaults),
  ),
];

function storeRule(id: string, source: string, find: Rule['find']): Rule {
  return { id, severity: 'error', when: 'always', source, find };
}

function demand(isKept: boolean, fix: string): readonly Fault[] {
  return unless(isKept, MANIFEST_FILE, fix);
}

type FindInStore = (store: StoreText, locale: LocaleProject) => readonly Fault[];

function eachStore({ locales }: AskProject, find: FindInStore): readonly Fault[] {
  return locales.flatMap((locale) => (locale.store === undefined ? [] : find(locale.store, locale)));
}

function misnamed(file: string, texts: readonly PathText[]): readonly Fault[] {
  return texts.flatMap(({ path, text }) =>
    (text.match(AMAZON_PAY_ANY) ?? [])
      .filter((name) => name !== 'Amazon Pay')
      .map((name) => ({ file, fix: `write "Amazon Pay" instead of "${name}" in ${path}` })),
  );
}

function findPhraseFaults({ examplePhrases }: StoreText, { locale, model }: LocaleProject): readonly Fault[] {
  const language = languageOf(locale);
  if (model === undefined) return [];
  if (language === undefined)
    return demand(
      false,
      `add ${locale} to lambda/tools/certify/language-table.ts: its phrases cannot be judged`,
    );
  const faulty = examplePhrases.filter((phrase) => {
    const meaning = readPhrase(phrase, model, language);
    return !(meaning.kind === 'opens' || (meaning.kind === 'asks' && meaning.intents.length === 1));
  });
  return [
    ...demand(
      examplePhrases.length === EXAMPLE_PHRASES,
      `give ${EXAMPLE_PHRASES} example phrases for ${locale}`,
    ),
    ...faulty.flatMap((phrase) =>
      demand(
        false,
        `let the example phrase 「${phrase}」 be wake word, invocation name and a sample utterance of one intent`,
      ),
    ),
  ];
}
