import { hear } from '../../../simulator/alexa/hear';
import { ear, hearPlainly, model } from './ja-model';

/** Every way to write the quantities, apart from the native readings that hold their counter つ. */
const QUANTITIES: readonly (readonly [string, number])[] = [
  ['1', 1],
  ['2', 2],
  ['10', 10],
  ['99', 99],
  ['１', 1],
  ['２', 2],
  ['１０', 10],
  ['９９', 99],
  ['一', 1],
  ['二', 2],
  ['十', 10],
  ['九十九', 99],
];
const NATIVE: readonly (readonly [string, number])[] = [
  ['ひとつ', 1],
  ['ふたつ', 2],
  ['みっつ', 3],
  ['よっつ', 4],
  ['いつつ', 5],
  ['むっつ', 6],
  ['ななつ', 7],
  ['やっつ', 8],
  ['ここのつ', 9],
  ['とお', 10],
];

const PRODUCTS = model.types.flatMap(({ values }) =>
  values.flatMap(({ id, name }) => [name.value, ...name.synonyms].map((spoken) => [spoken, id] as const)),
);

interface Spoken {
  readonly text: string;
  readonly product?: string;
  readonly quantity?: number;
}

/** A sample with every form of every slot value put in, with the blanks of the sample. */
function spokenForms(sample: string): Spoken[] {
  const withProducts: Spoken[] = sample.includes('{product}')
    ? PRODUCTS.map(([spoken, id]) => ({
        text: sample.replace('{product}', spoken),
        ...(id !== undefined && { product: id }),
      }))
    : [{ text: sample }];
  if (!sample.includes('{quantity}')) return withProducts;
  return withProducts.flatMap((spoken) => [
    ...QUANTITIES.map(([form, quantity]) => ({
      ...spoken,
      text: spoken.text.replace('{quantity}', form),
      quantity,
    })),
    ...(/\{quantity\} つ/.test(sample)
      ? NATIVE.map(([form, quantity]) => ({
          ...spoken,
          text: spoken.text.replace('{quantity} つ', form),
          quantity,
        }))
      : []),
  ]);
}

const withAndWithoutBlanks = (text: string): string[] => [text, text.replaceAll(' ', '')];

describe('the sample utterances of the model', () => {
  it('all resolve to their own intent and values, in every form of the values', () => {
    const cases = model.intents.flatMap(({ name, samples }) =>
      samples.flatMap((sample) => spokenForms(sample).map((spoken) => ({ intent: name, ...spoken }))),
    );

    const failures = cases.flatMap(({ text, ...expected }) =>
      withAndWithoutBlanks(text).flatMap((utterance) => {
        const heard = JSON.stringify(hearPlainly(utterance));
        return heard === JSON.stringify(expected)
          ? []
          : [`${utterance}: ${heard}, not ${JSON.stringify(expected)}`];
      }),
    );

    expect(cases.length).toBeGreaterThan(30_000);
    expect(failures).toStrictEqual([]);
  }, 120_000);

  it('answer their slot when the skill has just asked for it', () => {
    const failures = model.intents.flatMap(({ name, slots }) =>
      slots.flatMap((slot) =>
        slot.samples.flatMap(spokenForms).flatMap(({ text, product, quantity }) => {
          const intent = { name, confirmationStatus: 'NONE', slots: {} } as const;
          const step = { kind: 'elicitSlot', intent, slot: slot.name, delegated: false } as const;
          const { understood } = hear(text, step, ear);
          const heard = [
            understood.intent,
            understood.slots['product']?.resolved?.id,
            understood.slots['quantity']?.value,
          ];
          const expected = [name, product, quantity?.toString()];
          return JSON.stringify(heard) === JSON.stringify(expected) ? [] : [`${text}: ${heard.join()}`];
        }),
      ),
    );

    expect(failures).toStrictEqual([]);
  });
});
