import * as z from 'zod';
import type { InteractionModel } from './interaction-model';
import type { SlotHeard } from './slot-values';
import type { Understood } from './understand';

const slotSchema = z.looseObject({
  name: z.string(),
  value: z.string().optional(),
  confirmationStatus: z.enum(['NONE', 'CONFIRMED', 'DENIED']).default('NONE'),
});

const intentSchema = z.looseObject({
  name: z.string(),
  confirmationStatus: z.enum(['NONE', 'CONFIRMED', 'DENIED']).default('NONE'),
  slots: z.record(z.string(), slotSchema).default({}),
});

/** An intent as envelopes and Dialog directives carry it. */
export type IntentJson = z.infer<typeof intentSchema>;
type SlotJson = z.infer<typeof slotSchema>;

/** What turning words into an intent's JSON needs to know. */
export interface IntentWriter {
  readonly model: InteractionModel;
  readonly skillId: string;
}

/** Reads an intent out of a Dialog directive; undefined when it is no intent. */
export function parseIntentJson(value: unknown): IntentJson | undefined {
  const parsed = intentSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

function resolutionsOf(heard: SlotHeard, type: string, skillId: string): object | undefined {
  if (heard.kind === 'number') return undefined;
  const authority = `amzn1.er-authority.echo-sdk.${skillId}.${type}`;
  return {
    resolutionsPerAuthority: [
      heard.resolved === undefined
        ? { authority, status: { code: 'ER_SUCCESS_NO_MATCH' } }
        : { authority, status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: heard.resolved }] },
    ],
  };
}

function filledSlot(name: string, heard: SlotHeard, resolutions: object | undefined): SlotJson {
  const { value } = heard;
  return {
    name,
    value,
    ...(resolutions && { resolutions }),
    confirmationStatus: 'NONE',
    source: 'USER',
    slotValue: { type: 'Simple', value, ...(resolutions && { resolutions }) },
  };
}

/**
 * Writes what was understood as Alexa sends it: every slot of the intent, the spoken ones with entity
 * resolution (ER_SUCCESS_MATCH or ER_SUCCESS_NO_MATCH; numbers have none). `kept` gives the values of earlier
 * turns of the same dialog; newly spoken ones replace them.
 */
export function writeIntent(understood: Understood, writer: IntentWriter, kept?: IntentJson): IntentJson {
  const declared = writer.model.intents.find(({ name }) => name === understood.intent)?.slots ?? [];
  const slots = declared.map(({ name, type }): readonly [string, SlotJson] => {
    const heard = understood.slots[name];
    if (heard !== undefined)
      return [name, filledSlot(name, heard, resolutionsOf(heard, type, writer.skillId))];
    return [name, kept?.slots[name] ?? { name, confirmationStatus: 'NONE' }];
  });
  return {
    name: understood.intent,
    confirmationStatus: kept?.confirmationStatus ?? 'NONE',
    ...(slots.length > 0 ? { slots: Object.fromEntries(slots) } : { slots: {} }),
  };
}
