import { type AskProject, type LanguageModel, type LocaleProject } from './project';
import { type Fault, type Rule } from './rule';

/** What to do about one language model, one sentence per fault; empty when the rule is kept. */
export type FindInModel = (model: LanguageModel, locale: LocaleProject) => readonly string[];

/** An error that is looked for in the model of each locale. */
export function modelRule(id: string, source: string, find: FindInModel): Rule {
  return { id, severity: 'error', when: 'always', source, find: ({ locales }) => inModels(locales, find) };
}

/** The faults of all locales, each in its model's file; a locale without a model has none here. */
export function inModels(locales: AskProject['locales'], find: FindInModel): readonly Fault[] {
  return locales.flatMap((locale) =>
    locale.model === undefined
      ? []
      : find(locale.model, locale).map((fix) => ({ file: locale.modelFile, fix })),
  );
}
