import manifest from '../../skill-package/skill.json';
import english from '../../interactionModels/custom/en-US.json';
import japanese from '../../interactionModels/custom/ja-JP.json';
import shopFile from '../../lambda/src/shop/shop.json';

const { invocationName, intents, types } = english.interactionModel.languageModel;
const words: Record<string, unknown> = shopFile.translations['en-US'];
const store = manifest.manifest.publishingInformation.locales['en-US'];
const samplesOf = ({ samples = [] }: { samples?: readonly string[] }) => samples;
const sorted = (texts: readonly string[]) => [...texts].sort();

/** The sample that an example phrase says, with the values of its slots put in. */
function isSample(request: string): boolean {
  const goods = types.flatMap(({ values }) => values.flatMap(({ name }) => [name.value, ...name.synonyms]));
  const slots: Readonly<Record<string, string>> = {
    product: `(?:${goods.map((name) => name.toLowerCase()).join('|')})`,
    quantity: '(?:one|two|three|[0-9]+)',
  };
  return intents
    .flatMap(samplesOf)
    .some((sample) =>
      new RegExp(`^${sample.replaceAll(/\{(\w+)\}/g, (_all, name: string) => slots[name] ?? '')}$`).test(
        request,
      ),
    );
}

describe('the English interaction model', () => {
  it('is called by the English name of the shop', () => {
    expect(invocationName).toBe('koemise coffee');
    expect(words['こえみせ珈琲']).toBe('Koemise Coffee');
    expect(store.name).toBe('Koemise Coffee');
  });

  it('sells the goods of the shop under the names that are spoken', () => {
    const sold = types.flatMap(({ values }) => values.map(({ id, name }) => [id, name.value]));
    const singular = (word: unknown) => (typeof word === 'string' ? word : (word as { one: string }).one);

    expect(sold).toEqual(shopFile.products.map(({ id, name }) => [id, singular(words[name])]));
    expect(sold).toHaveLength(5);
  });

  it('has samples in letters, blanks and slots, and none of them twice', () => {
    const samples = intents.flatMap(samplesOf);

    for (const sample of samples)
      expect(sample).toMatch(/^(?:[a-z']+|\{[a-z]+\})(?: (?:[a-z']+|\{[a-z]+\}))*$/);
    expect(samples).toHaveLength(new Set(samples).size);
    expect(samples.length).toBeGreaterThan(500);
  });

  it('has samples for every intent of our own', () => {
    for (const intent of intents.filter(({ name }) => !name.startsWith('AMAZON.')))
      expect(samplesOf(intent).length).toBeGreaterThan(20);
  });

  it('asks for the same slots with prompts of the same names', () => {
    const ids = (model: typeof english | typeof japanese) =>
      sorted(model.interactionModel.prompts.map(({ id }) => id));

    expect(ids(english)).toEqual(ids(japanese));
    for (const { variations } of english.interactionModel.prompts)
      for (const { value } of variations) expect(value).toMatch(/^[\x20-\x7e]+[.?]$/);
  });
});

describe('the English store text', () => {
  it('gives three phrases that the model understands', () => {
    const [open, ...asking] = store.examplePhrases;

    expect(open).toBe('Alexa, open koemise coffee');
    expect(asking).toHaveLength(2);
    for (const phrase of asking) {
      const request = /^Alexa, ask koemise coffee (?:for )?(.+)$/.exec(phrase)?.[1];
      expect(isSample(request ?? '')).toBe(true);
    }
    expect(isSample('two bags of tea')).toBe(false);
  });

  it('tells who pays how, and that the shop delivers within Japan', () => {
    expect(store.description).toContain(
      'This skill uses Amazon Pay to process your payments. To help protect against unwanted ordering, you can enable a four-digit voice code under Settings in the Alexa app.',
    );
    expect(store.description).toContain('within Japan only');
  });
});
