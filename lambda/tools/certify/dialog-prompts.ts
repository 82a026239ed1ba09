import * as z from 'zod';

// Values of another kind are the schema's business, so nothing here is refused.
const REFERENCES = z.record(z.string(), z.unknown()).catch({});
const VALIDATION = z.looseObject({ prompt: z.unknown() });
const SLOT = z.looseObject({
  name: z.string(),
  prompts: REFERENCES,
  validations: z.array(VALIDATION).catch([]),
});
const INTENT = z.looseObject({ name: z.string(), prompts: REFERENCES, slots: z.array(SLOT).catch([]) });
const MODEL_FILE = z.looseObject({
  interactionModel: z.looseObject({
    dialog: z.looseObject({ intents: z.array(INTENT).catch([]) }).catch({ intents: [] }),
    prompts: z.array(z.looseObject({ id: z.string() })).catch([]),
  }),
});

/** A prompt that a dialog asks for by its id. `where`: intent, or intent and slot. */
export interface PromptReference {
  readonly where: string;
  readonly id: string;
}

/**
 * The prompts that the dialog of a parsed model file asks for and the model does not have. Empty as well for a file
 * without a dialog.
 * @see spec.json of npm ask-smapi-model, v1.skill.interactionModel.DialogPrompts ("Reference to a prompt-id")
 */
export function findMissingPrompts(modelFile: unknown): readonly PromptReference[] {
  const model = MODEL_FILE.safeParse(modelFile).data?.interactionModel;
  if (model === undefined) return [];
  const asked = model.dialog.intents.flatMap((intent) => [
    ...references(intent.name, Object.values(intent.prompts)),
    ...intent.slots.flatMap((slot) =>
      references(`${intent.name}, slot ${slot.name}`, [
        ...Object.values(slot.prompts),
        ...slot.validations.map(({ prompt }) => prompt),
      ]),
    ),
  ]);
  return asked.filter((reference) => !model.prompts.some(({ id }) => id === reference.id));
}

function references(where: string, ids: readonly unknown[]): readonly PromptReference[] {
  return ids.filter((id) => typeof id === 'string').map((id) => ({ where, id }));
}
