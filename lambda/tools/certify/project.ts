import * as z from 'zod';
import { type Turn } from '../../src/alexa/turn';
import { type Fault } from './rule';

/** The files that findings name. */
export const MANIFEST_FILE = 'skill-package/skill.json';
export const RESOURCES_FILE = 'ask-resources.json';
export const SHOP_FILE = 'lambda/src/shop/shop.json';

// Absent and ill-formed values are what the rules report, so nothing here is refused.
const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).catch([]);
const flag = z.boolean().optional().catch(undefined);
const named = z.array(z.looseObject({ name: z.string() })).catch([]);

const STORE_TEXT = z.looseObject({
  name: text,
  summary: text,
  description: z.string().catch(''),
  smallIconUri: text,
  largeIconUri: text,
  examplePhrases: texts,
});
const LEGAL_LINKS = z.looseObject({ privacyPolicyUrl: text, termsOfUseUrl: text });
const PUBLISHING = z.looseObject({
  locales: z.record(z.string(), STORE_TEXT).catch({}),
  category: text,
  isAvailableWorldwide: flag,
  distributionMode: text,
  distributionCountries: texts,
  testingInstructions: z.string().catch(''),
});
const PRIVACY = z.looseObject({
  allowsPurchases: flag,
  isExportCompliant: flag,
  isChildDirected: flag,
  usesPersonalInfo: flag,
  containsAds: flag,
  locales: z.record(z.string(), LEGAL_LINKS).catch({}),
});
const INTERFACES = z.array(z.looseObject({ type: z.string() })).catch([]);
const MANIFEST = z.looseObject({
  publishingInformation: z.preprocess((value) => value ?? {}, PUBLISHING),
  permissions: named,
  privacyAndCompliance: z.preprocess((value) => value ?? {}, PRIVACY),
  apis: z
    .looseObject({ custom: z.looseObject({ interfaces: INTERFACES }) })
    .optional()
    .catch(undefined),
});

const SLOT = z.looseObject({ name: z.string(), type: z.string(), samples: texts });
const INTENT = z.looseObject({ name: z.string(), slots: z.array(SLOT).catch([]), samples: texts });
const VALUE = z.looseObject({ id: text, name: z.looseObject({ value: z.string(), synonyms: texts }) });
const SLOT_TYPE = z.looseObject({ name: z.string(), values: z.array(VALUE).catch([]) });
const MODEL = z.looseObject({
  invocationName: z.string().catch(''),
  intents: z.array(INTENT).catch([]),
  types: z.array(SLOT_TYPE).catch([]),
});
const MODEL_FILE = z.looseObject({ interactionModel: z.looseObject({ languageModel: MODEL }) });

const WORD = z.union([
  z.string(),
  z.looseObject({ one: z.string() }).transform(({ one }) => one),
  // A counter that the language does without.
  z.null().transform(() => ''),
]);
const PRODUCT = z.looseObject({
  id: z.string(),
  name: z.string(),
  synonyms: texts,
  priceYen: z.number().catch(0),
});
const SHOP = z.looseObject({
  merchantName: z.string().catch(''),
  invocationName: z.string().catch(''),
  sells: z.string().catch(''),
  products: z.array(PRODUCT).catch([]),
  translations: z.record(z.string(), z.record(z.string(), WORD)).catch({}),
});

/** The parts of skill.json that certification looks at. */
type Manifest = z.infer<typeof MANIFEST>;
/** The store text of one locale. */
export type StoreText = z.infer<typeof STORE_TEXT>;
/** The language model: invocation name, intents with samples, slot types. */
export type LanguageModel = z.infer<typeof MODEL>;
/** One intent of the language model. */
export type Intent = z.infer<typeof INTENT>;
/** The parts of shop.json that the store text and the models have to agree with. */
type ShopNames = z.infer<typeof SHOP>;

/** Width and height of an image in pixels. */
export interface ImageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What the functions will run with. `faults`: what the preflight of a deploy says of it. */
export interface Settings {
  /** The file that holds them, or `environment` for a server of one's own. */
  readonly file: string;
  /** False for a server of one's own whose environment is not that of this run: nothing can be said of it. */
  readonly isKnown: boolean;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly faults: readonly string[];
  /** Why the settings could not be read at all, such as a profile that does not exist. */
  readonly unreadable?: string | undefined;
}

/** The part of a request handler that says what it answers. */
export interface Answering {
  readonly name: string;
  canHandle(turn: Turn): boolean;
}

/** What one locale of the skill holds; store text and model may each be missing. */
export interface LocaleProject {
  readonly locale: string;
  readonly modelFile: string;
  readonly store: StoreText | undefined;
  readonly links: {
    readonly privacyPolicyUrl?: string | undefined;
    readonly termsOfUseUrl?: string | undefined;
  };
  readonly model: LanguageModel | undefined;
  /** The word of a locale for a text of shop.json; the text itself where it has none. */
  readonly word: (shopText: string) => string;
}

/** What is read from the disk and judged as it is. */
interface RawProject {
  /** The size of each PNG under skill-package, by its `file://…` address; an address without a PNG is not in it. */
  readonly imageSizes: ReadonlyMap<string, ImageSize>;
  /** The bytes of skill.json and ask-resources.json as text, by path. */
  readonly texts: Readonly<Record<string, string>>;
  /** The handlers in their order: the first that can answers. */
  readonly handlers: readonly Answering[];
  readonly settings: Settings;
  /** Files that are missing or no JSON. */
  readonly fileFaults: readonly Fault[];
}

/** What `parseAskProject` reads: JSON files as they are, and the rest. `models`: by locale. */
export interface AskProjectFiles extends RawProject {
  readonly manifest: unknown;
  readonly models: Readonly<Record<string, unknown>>;
  readonly shop: unknown;
}

/** Everything the rules look at. */
export interface AskProject extends RawProject {
  readonly manifest: Manifest;
  readonly locales: readonly LocaleProject[];
  readonly shop: ShopNames;
  readonly files: AskProjectFiles;
}

/** Reads the JSON files of an ASK project into what the rules work on. Nothing is refused: what is missing is empty. */
export function parseAskProject(files: AskProjectFiles): AskProject {
  const manifest = MANIFEST.parse(partOf(files.manifest, 'manifest'));
  const shop = SHOP.parse(isObject(files.shop) ? files.shop : {});
  const { publishingInformation, privacyAndCompliance } = manifest;
  const locales = new Set([...Object.keys(publishingInformation.locales), ...Object.keys(files.models)]);
  return {
    ...files,
    manifest,
    shop,
    files,
    locales: [...locales].map((locale) => ({
      locale,
      modelFile: modelFileOf(locale),
      store: publishingInformation.locales[locale],
      links: privacyAndCompliance.locales[locale] ?? {},
      model: MODEL_FILE.safeParse(files.models[locale]).data?.interactionModel.languageModel,
      word: (shopText) => shop.translations[locale]?.[shopText] ?? shopText,
    })),
  };
}

/** Where the interaction model of a locale lies. */
export function modelFileOf(locale: string): string {
  return `interactionModels/custom/${locale}.json`;
}

function partOf(file: unknown, key: string): object {
  const part: unknown = isObject(file) ? Reflect.get(file, key) : undefined;
  return isObject(part) ? part : {};
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
