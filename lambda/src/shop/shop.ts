import * as z from 'zod/mini';
import { missingWords } from './missing-words';

const text = z.string('a text is missing').check(z.trim(), z.minLength(1, 'must not be empty'));
const yen = z.int('whole yen without quotes is missing').check(z.gte(0, 'must be 0 or more'));
const texts = z.array(text, 'a list of texts is missing');
const someTexts = texts.check(z.minLength(1, 'must hold at least one text'));

const MISSING_PART = 'this part is missing';

const product = z.object(
  {
    id: text.check(
      z.regex(/^[a-z][a-z0-9-]{0,31}$/, 'small letters, digits and hyphens, beginning with a letter'),
    ),
    name: text,
    synonyms: texts,
    counter: text,
    priceYen: z.int('whole yen without quotes is missing').check(z.gte(1, 'must be 1 or more')),
    plan: z.enum(['once', 'monthly'], 'must be "once" or "monthly"'),
    /** `none`: nothing is sent to a place, as with a gift code; no shipping is charged then. */
    delivery: z._default(z.enum(['ship', 'none'], 'must be "ship" or "none"'), 'ship'),
  },
  MISSING_PART,
);

const seller = z.object(
  { name: text, representative: text, postalCode: text, address: text, phone: text, email: text },
  MISSING_PART,
);

const terms = z.object(
  {
    payment: text,
    paymentTime: text,
    delivery: text,
    orderPeriod: text,
    cancellation: text,
    returns: text,
    otherCosts: text,
    quantityLimit: text,
    /** What a monthly delivery binds the buyer to; needed as soon as a product is sold monthly. */
    subscription: z.optional(text),
    /**
     * How goods that are sent to no place reach the buyer; needed as soon as there are such goods. Counted from the order:
     * where the payment is taken as they are handed over, counting from the payment would never begin.
     */
    digitalDelivery: z.optional(text),
  },
  MISSING_PART,
);

const surcharge = z.object(
  { stateOrRegion: someTexts, postalCodePrefixes: someTexts, extraYen: yen },
  MISSING_PART,
);

/**
 * A word in another language, and its plural where one is needed (bag, bags). `null` is for a counter that the language
 * does without: the goods are counted by their own name then (2 gift codes).
 */
const word = z.union(
  [text, z.object({ one: text, other: text }), z.null()],
  'a text, { "one", "other" }, or null for a counter that the language does without',
);

const SHOP = z.object(
  {
    merchantName: text,
    invocationName: text,
    /** What is sold, in one word: the welcome says it. */
    sells: text,
    /** An order in a buyer’s words; whoever does not know what to say hears it, so that it has to name a product. */
    orderExample: text,
    seller,
    support: z.object({ phone: text, email: text, hours: text }, MISSING_PART),
    terms,
    shipping: z.object(
      {
        flatYen: yen,
        freeFromYen: yen,
        surcharges: z.array(surcharge, 'a list is missing (an empty one will do)'),
      },
      MISSING_PART,
    ),
    products: z
      .array(product, 'a list of products is missing')
      .check(z.minLength(1, 'must hold at least one product')),
    /** By locale: how the words of this file are said in another language, by the word as it stands here. */
    translations: z._default(
      z.record(z.string(), z.record(z.string(), word), 'an object by locale is missing'),
      {},
    ),
  },
  'the file must hold one object',
);

/** The shop a merchant edits: names, legal facts, shipping rules and goods. Prices are whole yen, tax included. */
export type Shop = z.infer<typeof SHOP>;
export type Product = Shop['products'][number];

/** Names every fault of the shop file at once, each with the path of its field. */
export class ShopFileError extends Error {
  readonly code = 'shopFile';

  constructor(readonly faults: readonly string[]) {
    super(`shop.json has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Reads the shop file.
 * @throws ShopFileError naming every missing or wrong field, and every product id or spoken name that stands twice
 * @see certification-and-law.md, section 5.1 (each legal fact is a must)
 */
export function parseShop(file: unknown): Shop {
  const parsed = z.safeParse(SHOP, file);
  const faults = parsed.error?.issues.map(({ path, message }) => faultLine(path, message)) ?? [];
  const doubled = duplicates(z.safeParse(NAMED_PRODUCTS, file).data?.products ?? []);
  const words = parsed.success ? [...exampleFaults(parsed.data), ...missingWords(parsed.data)] : [];
  const together = [...doubled, ...missingConditions(file), ...words];
  if (!parsed.success || together.length > 0) throw new ShopFileError([...faults, ...together]);
  return parsed.data;
}

/** Just enough to find goods whose conditions the law wants stated, while other fields are wrong. */
const GOODS = z.object({
  terms: z.record(z.string(), z.unknown()),
  products: z.array(z.unknown()),
});

/** Terms that are needed only for certain goods. */
const CONDITIONS = [
  {
    term: 'subscription',
    goods: z.object({ plan: z.literal('monthly') }),
    reason: 'a product is sold monthly',
  },
  {
    term: 'digitalDelivery',
    goods: z.object({ delivery: z.literal('none') }),
    reason: 'a product has delivery "none"',
  },
] as const;

function missingConditions(file: unknown): readonly string[] {
  const parts = z.safeParse(GOODS, file).data;
  if (parts === undefined) return [];
  return CONDITIONS.filter(
    ({ term, goods }) =>
      parts.terms[term] === undefined && parts.products.some((one) => z.safeParse(goods, one).success),
  ).map(({ term, reason }) => `terms.${term}: a text is missing, ${reason}`);
}

/** An example that orders what the shop does not sell would lead every buyer who repeats it to an apology. */
function exampleFaults({ orderExample, products }: Shop): readonly string[] {
  const names = products.flatMap(({ name, synonyms }) => [name, ...synonyms]);
  return names.some((name) => orderExample.includes(name))
    ? []
    : [`orderExample: "${orderExample}" names no product, say one as it stands in products`];
}

function faultLine(path: readonly PropertyKey[], message: string): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}

/** Just enough of the products to find doubles, even while other fields are wrong. */
const NAMED_PRODUCTS = z.object({
  products: z.array(z.object({ id: z.string(), name: z.string(), synonyms: z.array(z.string()) })),
});

type NamedProducts = z.infer<typeof NAMED_PRODUCTS>['products'];

/** The product with this id, or undefined. */
export function findProduct(shop: Shop, productId: string): Product | undefined {
  return shop.products.find(({ id }) => id === productId);
}

function duplicates(products: NamedProducts): readonly string[] {
  const ids = products.map(({ id }) => ['id', id] as const);
  const names = products.flatMap(({ name, synonyms }) =>
    [name, ...synonyms].map((spoken) => ['spoken name', spoken] as const),
  );
  return [...ids, ...names]
    .filter(([kind, value], index, all) => all.findIndex(([k, v]) => k === kind && v === value) < index)
    .map(([kind, value]) => `products: the ${kind} "${value}" stands twice`);
}
