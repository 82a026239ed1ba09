import * as z from 'zod';

const slotSchema = z.object({
  name: z.string(),
  type: z.string(),
  samples: z.array(z.string()).default([]),
});

const intentSchema = z.object({
  name: z.string(),
  slots: z.array(slotSchema).default([]),
  samples: z.array(z.string()).default([]),
});

const typeSchema = z.object({
  name: z.string(),
  values: z.array(
    z.object({
      id: z.string().optional(),
      name: z.object({ value: z.string(), synonyms: z.array(z.string()).default([]) }),
    }),
  ),
});

const dialogSlotSchema = z.object({
  name: z.string(),
  type: z.string(),
  elicitationRequired: z.boolean().default(false),
  confirmationRequired: z.boolean().default(false),
  prompts: z.object({ elicitation: z.string().optional(), confirmation: z.string().optional() }).default({}),
});

const dialogIntentSchema = z.object({
  name: z.string(),
  delegationStrategy: z.enum(['ALWAYS', 'SKILL_RESPONSE']).optional(),
  confirmationRequired: z.boolean().default(false),
  slots: z.array(dialogSlotSchema).default([]),
});

const promptSchema = z.object({
  id: z.string(),
  variations: z.array(z.object({ type: z.enum(['PlainText', 'SSML']), value: z.string() })).min(1),
});

const modelSchema = z
  .object({
    interactionModel: z.object({
      languageModel: z.object({
        invocationName: z.string().min(1),
        intents: z.array(intentSchema).min(1),
        types: z.array(typeSchema).default([]),
      }),
      dialog: z
        .object({
          delegationStrategy: z.enum(['ALWAYS', 'SKILL_RESPONSE']).optional(),
          intents: z.array(dialogIntentSchema),
        })
        .optional(),
      prompts: z.array(promptSchema).default([]),
    }),
  })
  .transform(({ interactionModel: { languageModel, dialog, prompts } }) => ({
    ...languageModel,
    dialogIntents: dialog?.intents ?? [],
    prompts,
  }));

/** The part of an interaction model that the device uses. */
export type InteractionModel = z.infer<typeof modelSchema>;
/** One intent with its slots and sample utterances. */
export type ModelIntent = z.infer<typeof intentSchema>;

/**
 * Reads an interaction model in the form SMAPI uses (the content of `interactionModels/custom/ja-JP.json`).
 * Unknown fields are dropped; missing lists become empty ones.
 * @throws z.ZodError naming every fault by its path
 * @see ask-cli.md, section 8
 */
export function parseInteractionModel(json: unknown): InteractionModel {
  return modelSchema.parse(json);
}
