import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { foldText } from '../../../simulator/alexa/fold-text';
import { hearPlainly, model } from './ja-model';

const fixture = z
  .array(
    z.strictObject({
      say: z.string(),
      intent: z.string(),
      slots: z
        .strictObject({ product: z.string(), unknown: z.string(), quantity: z.number() })
        .partial()
        .default({}),
    }),
  )
  .parse(parse(readFileSync(join(__dirname, '../../../fixtures/natural-utterances.yaml'), 'utf8')));

describe('utterances buyers really say', () => {
  it('are at least 60, and none of them is a sample of the model', () => {
    const samples = new Set(
      model.intents.flatMap((intent) => intent.samples.map((sample) => foldText(sample).text)),
    );

    expect(fixture.length).toBeGreaterThanOrEqual(60);
    expect(fixture.filter(({ say }) => samples.has(foldText(say).text))).toStrictEqual([]);
  });

  it('are understood, at least 95 of 100, and the misses are these', () => {
    const misses = fixture.flatMap(({ say, intent, slots }) => {
      const heard = hearPlainly(say);
      const { product, unknown, quantity } = slots;
      const same =
        heard.intent === intent &&
        heard.product === product &&
        heard.unknown === unknown &&
        heard.quantity === quantity;
      return same ? [] : [`${say} → ${heard.intent}, not ${intent}`];
    });
    console.info([`misses of ${fixture.length} natural utterances:`, ...misses].join('\n  '));

    expect(misses.length / fixture.length).toBeLessThanOrEqual(0.05);
  });
});
