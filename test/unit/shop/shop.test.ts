import shopFile from '../../../lambda/src/shop/shop.json';
import { findProduct, parseShop, ShopFileError } from '../../../lambda/src/shop/shop';

type Json = Record<string, unknown>;
const copy = (): typeof shopFile => structuredClone(shopFile);

/** The faults of a shop file, by the path before the colon. */
function faultsOf(file: unknown): readonly string[] {
  try {
    parseShop(file);
  } catch (error) {
    if (error instanceof ShopFileError) return error.faults;
    throw error;
  }
  return [];
}
const pathsOf = (file: unknown) => faultsOf(file).map((fault) => fault.split(':')[0]);

/** Every text and number of the file, as a path. */
function leaves(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function without(path: readonly (string | number)[]): unknown {
  const file: Json = copy();
  const parent = path.slice(0, -1).reduce<Json>((level, key) => level[key] as Json, file);
  const last = path.at(-1)!;
  parent[last] = undefined;
  return file;
}

describe('the shop file', () => {
  it('of this shop is good', () => {
    const shop = parseShop(shopFile);

    expect(shop.merchantName).toBe('こえみせ珈琲');
    expect(shop.products.map(({ id, priceYen, plan }) => [id, priceYen, plan])).toEqual([
      ['blend', 1296, 'once'],
      ['dark', 1404, 'once'],
      ['drip', 1080, 'once'],
      ['monthly', 2480, 'monthly'],
      ['gift', 3000, 'once'],
    ]);
    expect(shop.shipping).toMatchObject({ flatYen: 600, freeFromYen: 5000 });
  });

  it('ships its goods, all but the gift code', () => {
    const notShipped = parseShop(shopFile).products.filter(({ delivery }) => delivery === 'none');

    expect(notShipped.map(({ id }) => id)).toEqual(['gift']);
  });

  // How a product is delivered need not be said: it is shipped. A word's two forms are one entry.
  const optional: readonly unknown[] = ['delivery', 'one', 'other'];
  const needed = leaves(shopFile).filter((path) => !optional.includes(path.at(-1)));
  it.each(needed.map((path) => [path.join('.'), path] as const))('is refused without %s', (name, path) => {
    expect(pathsOf(without(path))).toEqual([name]);
  });

  it('is told all its faults at once', () => {
    const file: Json = copy();
    file['merchantName'] = '';
    file['support'] = { phone: '03-1234-5678', hours: '平日' };
    file['shipping'] = {
      flatYen: -1,
      freeFromYen: 5000.5,
      surcharges: [{ stateOrRegion: [], extraYen: '600' }],
    };

    expect(pathsOf(file)).toEqual([
      'merchantName',
      'support.email',
      'shipping.flatYen',
      'shipping.freeFromYen',
      'shipping.surcharges.0.stateOrRegion',
      'shipping.surcharges.0.postalCodePrefixes',
      'shipping.surcharges.0.extraYen',
    ]);
  });

  it.each<[string, (product: Json) => void, string]>([
    ['a price of 0', (product) => (product['priceYen'] = 0), 'products.0.priceYen'],
    ['a price with a fraction', (product) => (product['priceYen'] = 1296.5), 'products.0.priceYen'],
    ['a price as text', (product) => (product['priceYen'] = '1296'), 'products.0.priceYen'],
    ['an id with a capital letter', (product) => (product['id'] = 'Blend'), 'products.0.id'],
    ['an id of 33 characters', (product) => (product['id'] = 'b'.repeat(33)), 'products.0.id'],
    ['a blank name', (product) => (product['name'] = '　 '), 'products.0.name'],
    ['an empty synonym', (product) => (product['synonyms'] = ['']), 'products.0.synonyms.0'],
    ['another way of delivery', (product) => (product['delivery'] = 'mail'), 'products.0.delivery'],
    ['another plan', (product) => (product['plan'] = 'weekly'), 'products.0.plan'],
  ])('is refused with %s', (_title, change, path) => {
    const file = copy();
    change(file.products[0] as unknown as Json);

    expect(pathsOf(file)).toEqual([path]);
  });

  it('needs, in each further language, a word for whatever a device says of it', () => {
    const file = copy();
    file.products[0]!.name = '朝のブレンド';
    const words: Json = { ...file.translations['en-US'], 袋: { one: 'bag' } };

    expect(faultsOf(file)).toEqual(['translations.en-US: a word for "朝のブレンド" is missing']);
    expect(pathsOf({ ...file, translations: { 'en-US': words } })).toEqual(['translations.en-US.袋']);
  });

  it('may do without an English counter, but without no other word', () => {
    const words: Json = { ...copy().translations['en-US'], 袋: null, ドリップバッグ: null };

    expect(faultsOf({ ...copy(), translations: { 'en-US': words } })).toEqual([
      'translations.en-US: a word for "ドリップバッグ" is missing',
    ]);
  });

  it('is refused with an example of an order that names no product', () => {
    const orderExample = '煎茶を2つください';

    expect(faultsOf({ ...copy(), orderExample, translations: undefined })).toEqual([
      'orderExample: "煎茶を2つください" names no product, say one as it stands in products',
    ]);
  });

  it('may speak Japanese alone', () => {
    expect(parseShop({ ...copy(), translations: undefined }).translations).toEqual({});
  });

  it('needs to say how goods without a delivery place reach the buyer, and only while it sells some', () => {
    const terms = { ...copy().terms, digitalDelivery: undefined };
    const shippedOnly = copy().products.filter(({ id }) => id !== 'gift');

    expect(faultsOf({ ...copy(), terms })).toEqual([
      'terms.digitalDelivery: a text is missing, a product has delivery "none"',
    ]);
    expect(faultsOf({ ...copy(), terms, products: shippedOnly })).toEqual([]);
  });

  it('needs the conditions of a subscription only while it sells one', () => {
    const terms = { ...copy().terms, subscription: undefined };
    const withoutPlan = copy().products.filter(({ id }) => id !== 'monthly');

    expect(faultsOf({ ...copy(), terms, products: withoutPlan })).toEqual([]);
  });

  it('is refused without goods', () => {
    expect(pathsOf({ ...copy(), products: [] })).toEqual(['products']);
  });

  it('is refused when an id or a spoken name stands twice', () => {
    const file = copy();
    file.products[1]!.id = 'blend';
    file.products[2]!.synonyms = ['ブレンド', '深煎りブレンド'];

    expect(faultsOf(file)).toEqual([
      'products: the id "blend" stands twice',
      'products: the spoken name "ブレンド" stands twice',
      'products: the spoken name "深煎りブレンド" stands twice',
    ]);
  });

  it.each([[null], [undefined], [7], ['text'], [[]]])('is refused when it is %j', (file) => {
    expect(() => parseShop(file)).toThrow(ShopFileError);
  });

  it('says in one message how many faults there are and where', () => {
    const error = new ShopFileError(['seller.phone: missing', 'terms.returns: missing']);

    expect(error.message).toBe(
      'shop.json has 2 fault(s):\n  - seller.phone: missing\n  - terms.returns: missing',
    );
    expect(error.code).toBe('shopFile');
  });

  it('gives a product by its id, and nothing for another word', () => {
    const shop = parseShop(shopFile);

    expect(findProduct(shop, 'drip')?.name).toBe('ドリップバッグ');
    expect(findProduct(shop, 'ドリップバッグ')).toBeUndefined();
    expect(findProduct(shop, 'constructor')).toBeUndefined();
  });
});
