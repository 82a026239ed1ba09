import * as z from 'zod';

/** One locale of the store text; every field may be absent, because its absence is what a rule reports. */
const STORE_TEXT = z.looseObject({
  name: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().default(''),
  smallIconUri: z.string().optional(),
  largeIconUri: z.string().optional(),
  examplePhrases: z.array(z.string()).default([]),
});

const LEGAL_LINKS = z.looseObject({
  privacyPolicyUrl: z.string().optional(),
  termsOfUseUrl: z.string().optional(),
});

const MANIFEST = z
  .looseObject({
    manifest: z.looseObject({
      publishingInformation: z.looseObject({
        locales: z.record(z.string(), STORE_TEXT).default({}),
        category: z.string().optional(),
      }),
      permissions: z.array(z.looseObject({ name: z.string() })).default([]),
      privacyAndCompliance: z.looseObject({
        allowsPurchases: z.boolean().optional(),
        isChildDirected: z.boolean().optional(),
        usesPersonalInfo: z.boolean().optional(),
        locales: z.record(z.string(), LEGAL_LINKS).default({}),
      }),
    }),
  })
  .transform(({ manifest }) => manifest);

const SLOT = z.looseObject({
  name: z.string(),
  type: z.string(),
  samples: z.array(z.string()).default([]),
});

const INTENT = z.looseObject({
  name: z.string(),
  slots: z.array(SLOT).default([]),
  samples: z.array(z.string()).default([]),
});

const SLOT_TYPE = z.looseObject({
  name: z.string(),
  values: z.array(
    z.looseObject({
      id: z.string().optional(),
      name: z.looseObject({ value: z.string(), synonyms: z.array(z.string()).default([]) }),
    }),
  ),
});

const MODEL = z
  .looseObject({
    interactionModel: z.looseObject({
      languageModel: z.looseObject({
        invocationName: z.string(),
        intents: z.array(INTENT),
        types: z.array(SLOT_TYPE).default([]),
      }),
    }),
  })
  .transform(({ interactionModel }) => interactionModel.languageModel);

const SHOP = z.looseObject({
  merchantName: z.string(),
  invocationName: z.string(),
  products: z.array(z.looseObject({ id: z.string(), name: z.string(), synonyms: z.array(z.string()) })),
});

/** The parts of skill.json that certification looks at. */
type Manifest = z.infer<typeof MANIFEST>;
/** The language model: invocation name, intents with samples, slot types. */
export type LanguageModel = z.infer<typeof MODEL>;
/** One intent of the language model. */
export type Intent = z.infer<typeof INTENT>;
/** The parts of shop.json that the store text and the model have to agree with. */
type ShopNames = z.infer<typeof SHOP>;

/** Width and height of an image in pixels. */
export interface ImageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Everything certification looks at, for the Japanese store. */
export interface AskProject {
  readonly manifest: Manifest;
  readonly model: LanguageModel;
  readonly shop: ShopNames;
  /** The size of each PNG under skill-package, by its `file://…` address; an address without a PNG is not in it. */
  readonly imageSizes: ReadonlyMap<string, ImageSize>;
  /** The bytes of skill.json and ask-resources.json as text, by file name. */
  readonly texts: Readonly<Record<string, string>>;
}

/** What `parseAskProject` reads: parsed JSON files, image sizes and raw texts. */
export interface AskProjectFiles extends Pick<AskProject, 'imageSizes' | 'texts'> {
  readonly manifest: unknown;
  readonly model: unknown;
  readonly shop: unknown;
}

/**
 * Reads the three JSON files of an ASK project into what the rules work on; unknown fields pass.
 * @throws ZodError when a file has not even the outline of a manifest, a model or a shop
 */
export function parseAskProject(files: AskProjectFiles): AskProject {
  return {
    manifest: MANIFEST.parse(files.manifest),
    model: MODEL.parse(files.model),
    shop: SHOP.parse(files.shop),
    imageSizes: files.imageSizes,
    texts: files.texts,
  };
}
