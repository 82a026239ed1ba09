import * as z from 'zod';
import { isLocale, SHOP_LOCALE } from '../../src/voice/languages';

/** One parsed file interactionModels/custom/<locale>.json. */
interface LocaleModel {
  readonly locale: string;
  readonly model: unknown;
}

const NAMED = z.looseObject({ name: z.string() });
const MODEL = z.looseObject({
  interactionModel: z.looseObject({
    languageModel: z.looseObject({
      intents: z.array(NAMED.extend({ slots: z.array(NAMED.extend({ type: z.string() })).default([]) })),
    }),
  }),
});
const SHOP = z.looseObject({ translations: z.record(z.string(), z.unknown()).default({}) });

/** What keeps the skill from speaking a locale that skill.json publishes: no sentences, or no words for the goods. */
export function speechFaults(locale: string, shop: unknown): readonly string[] {
  if (locale === SHOP_LOCALE) return [];
  if (!isLocale(locale)) return [`skill.json: publishes ${locale}, but lambda/src/voice speaks no ${locale}`];
  // A shop file that cannot be read is a fault of its own.
  const words = SHOP.safeParse(shop).data?.translations;
  return words === undefined || Object.hasOwn(words, locale)
    ? []
    : [`shop.json: translations.${locale} is missing, skill.json publishes it`];
}

/**
 * Each difference in intents and slots between the models of a skill, one sentence each: the same handlers answer all of
 * them. A model without intents differs in all.
 */
export function modelDifferences(models: readonly LocaleModel[]): readonly string[] {
  const [first, ...others] = models.map(({ locale, model }) => ({ locale, parts: partsOf(model) }));
  if (first === undefined) return [];
  return others.flatMap(({ locale, parts }) => [
    ...lacking(
      locale,
      first.parts.filter((part) => !parts.includes(part)),
      first.locale,
    ),
    ...lacking(
      first.locale,
      parts.filter((part) => !first.parts.includes(part)),
      locale,
    ),
  ]);
}

function lacking(locale: string, parts: readonly string[], other: string): readonly string[] {
  return parts.map((part) => `interactionModels/custom/${locale}.json: ${part} of ${other} is missing`);
}

function partsOf(model: unknown): readonly string[] {
  const intents = MODEL.safeParse(model).data?.interactionModel.languageModel.intents ?? [];
  return intents.flatMap(({ name, slots }) => [
    name,
    ...slots.map((slot) => `${name} {${slot.name}: ${slot.type}}`),
  ]);
}
