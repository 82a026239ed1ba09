import * as z from 'zod/mini';

const text = z.string().check(z.trim(), z.minLength(1));
const yen = z.int().check(z.gte(0));

const product = z.object({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  name: text,
  synonyms: z.array(text),
  counter: text,
  priceYen: z.int().check(z.gte(1)),
  plan: z.enum(['once', 'monthly']),
});

const SHOP = z.object({
  merchantName: text,
  invocationName: text,
  seller: z.object({
    name: text,
    representative: text,
    postalCode: text,
    address: text,
    phone: text,
    email: text,
  }),
  support: z.object({ phone: text, email: text, hours: text }),
  terms: z.object({
    payment: text,
    paymentTime: text,
    delivery: text,
    orderPeriod: text,
    cancellation: text,
    returns: text,
    otherCosts: text,
  }),
  shipping: z.object({
    flatYen: yen,
    freeFromYen: yen,
    surcharges: z.array(z.object({ stateOrRegion: z.array(text).check(z.minLength(1)), extraYen: yen })),
  }),
  products: z.array(product).check(z.minLength(1)),
});

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
  if (!parsed.success)
    throw new ShopFileError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  const faults = duplicates(parsed.data.products);
  if (faults.length > 0) throw new ShopFileError(faults);
  return parsed.data;
}

/** The product with this id, or undefined. */
export function findProduct(shop: Shop, productId: string): Product | undefined {
  return shop.products.find(({ id }) => id === productId);
}

function duplicates(products: Shop['products']): readonly string[] {
  const ids = products.map(({ id }) => ['id', id] as const);
  const names = products.flatMap(({ name, synonyms }) =>
    [name, ...synonyms].map((spoken) => ['spoken name', spoken] as const),
  );
  return [...ids, ...names]
    .filter(([kind, value], index, all) => all.findIndex(([k, v]) => k === kind && v === value) < index)
    .map(([kind, value]) => `products: the ${kind} "${value}" stands twice`);
}
