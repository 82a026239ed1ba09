import * as z from 'zod/mini';

/** A slot as the handlers see it: what was said, and the id Alexa resolved it to. */
export interface SlotValue {
  readonly spoken: string | undefined;
  readonly id: string | undefined;
}

/** The two slots of the interaction model; a slot that was not filled has neither words nor id. */
export interface Slots {
  readonly product: SlotValue;
  readonly quantity: SlotValue;
}

const RESOLUTION = z.object({
  status: z.object({ code: z.string() }),
  values: z.catch(z.array(z.object({ value: z.object({ id: z.optional(z.string()) }) })), []),
});
const SLOT = z.object({
  value: z.catch(z.optional(z.string()), undefined),
  resolutions: z.catch(
    z.optional(
      z.object({ resolutionsPerAuthority: z.catch(z.array(z.catch(z.optional(RESOLUTION), undefined)), []) }),
    ),
    undefined,
  ),
});
const INTENT = z.object({ slots: z.catch(z.optional(z.record(z.string(), z.unknown())), undefined) });

/**
 * Reads the slots of an intent with Alexa's entity resolution (static values; `ER_SUCCESS_MATCH` only).
 * Anything missing or misshapen is an empty slot.
 */
export function readSlots(intent: unknown): Slots {
  const slots = z.safeParse(INTENT, intent).data?.slots ?? {};
  const read = (name: string): SlotValue => (Object.hasOwn(slots, name) ? readSlot(slots[name]) : EMPTY);
  return { product: read('product'), quantity: read('quantity') };
}

const EMPTY: SlotValue = { spoken: undefined, id: undefined };

function readSlot(slot: unknown): SlotValue {
  const parsed = z.safeParse(SLOT, slot).data;
  const spoken = parsed?.value?.trim();
  const matched = parsed?.resolutions?.resolutionsPerAuthority.find(
    (resolution) => resolution?.status.code === 'ER_SUCCESS_MATCH',
  );
  return { spoken: spoken === '' ? undefined : spoken, id: matched?.values[0]?.value.id };
}

/** A quantity: a whole number from 1 to 99, `missing` when nothing was said, `outOfRange` for anything else. */
export function readQuantity({ spoken }: SlotValue): number | 'missing' | 'outOfRange' {
  if (spoken === undefined) return 'missing';
  const digits = spoken.normalize('NFKC');
  return /^[1-9]\d?$/.test(digits) ? Number(digits) : 'outOfRange';
}
