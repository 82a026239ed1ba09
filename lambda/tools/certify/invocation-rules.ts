import { languageOf, type Language } from './language-table';
import { SHOP_FILE, type AskProject, type LanguageModel, type LocaleProject } from './project';
import { unless, type Fault, type Rule } from './rule';

const NAME_PAGE = 'Amazon: Choose the Invocation Name for a Custom Skill';

/** The name by which buyers call the shop. */
export const INVOCATION_RULES: readonly Rule[] = [
  {
    id: 'invocation-name-merchant',
    severity: 'error',
    when: 'always',
    source: 'Amazon: Certify a Skill with Amazon Pay (the invocation name is the seller’s or brand name)',
    find: (project) => [
      ...unless(
        project.shop.invocationName === project.shop.merchantName,
        SHOP_FILE,
        `let invocationName be the merchant name ${project.shop.merchantName}`,
      ),
      ...eachModel(project, ({ invocationName }, { modelFile, word }) =>
        unless(
          invocationName === word(project.shop.merchantName).toLowerCase(),
          modelFile,
          `let invocationName be the merchant name ${word(project.shop.merchantName).toLowerCase()}`,
        ),
      ),
    ],
  },
  {
    id: 'invocation-name-form',
    severity: 'error',
    when: 'always',
    source: NAME_PAGE,
    find: (project) =>
      eachLanguage(project, ({ invocationName }, { modelFile }, { nameCharacters, forbiddenInName }) => [
        ...unless(
          nameCharacters.test(invocationName),
          modelFile,
          `write the invocation name ${invocationName} in letters of its language, without digits and signs`,
        ),
        ...unless(
          !forbiddenInName.test(invocationName),
          modelFile,
          `take wake words and words that open a skill out of the invocation name ${invocationName}`,
        ),
      ]),
  },
  {
    id: 'invocation-name-words',
    severity: 'warning',
    when: 'always',
    source: `${NAME_PAGE}; Amazon's developer blog of 2021-10 (Japanese: at least two nouns, no particles)`,
    find: (project) =>
      eachLanguage(project, ({ invocationName }, { modelFile }, { doubts }) =>
        doubts
          .filter(({ pattern }) => pattern.test(invocationName))
          .map(({ fix }) => ({ file: modelFile, fix: `${fix}: ${invocationName}` })),
      ),
  },
];

type FindInModel = (model: LanguageModel, locale: LocaleProject) => readonly Fault[];

function eachModel({ locales }: AskProject, find: FindInModel): readonly Fault[] {
  return locales.flatMap((locale) => (locale.model === undefined ? [] : find(locale.model, locale)));
}

function eachLanguage(
  project: AskProject,
  find: (model: LanguageModel, locale: LocaleProject, language: Language) => readonly Fault[],
): readonly Fault[] {
  return eachModel(project, (model, locale) => {
    const language = languageOf(locale.locale);
    return language === undefined ? [] : find(model, locale, language);
  });
}
