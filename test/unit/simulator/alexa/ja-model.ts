import modelJson from '../../../../interactionModels/custom/ja-JP.json';
import { hear, type Ear } from '../../../simulator/alexa/hear';
import { parseInteractionModel } from '../../../simulator/alexa/interaction-model';
import { withoutWakeWord } from '../../../simulator/alexa/invocation';
import { createUnderstanding } from '../../../simulator/alexa/understand';

/** The shop's own Japanese interaction model, for tests of the device. */
export const model = parseInteractionModel(modelJson);

/** The ear of a device that uses the shop's model. */
export const ear: Ear = {
  model,
  skillId: 'amzn1.ask.skill.test',
  understanding: createUnderstanding(model),
};

/** What an utterance comes to inside an open session: the intent, the product's id (or the unknown word), the number. */
export function hearPlainly(utterance: string): {
  intent: string;
  product?: string;
  unknown?: string;
  quantity?: number;
} {
  const { intent, slots } = hear(withoutWakeWord(utterance), undefined, ear).understood;
  const { product, quantity } = slots;
  return {
    intent,
    ...(product?.resolved?.id !== undefined && { product: product.resolved.id }),
    ...(product?.kind === 'unknown' && { unknown: product.value }),
    ...(quantity && { quantity: Number(quantity.value) }),
  };
}
