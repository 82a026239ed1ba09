import * as z from 'zod/mini';
import { isPromptKey, type PromptKey } from './prompts';

const plainValue = z.union([
  z.string(),
  z.number(),
  z.object({ digits: z.string() }),
  z.object({ telephone: z.string() }),
]);
const key = z.custom<PromptKey>((value) => typeof value === 'string' && isPromptKey(value));
const plainLine = z.object({ key, values: z.optional(z.record(z.string(), plainValue)) });
/** Lists hold plain sentences and, in a recap, one more level (an address with a name); never deeper. */
const innerLine = z.object({
  key,
  values: z.optional(z.record(z.string(), z.union([plainValue, z.object({ list: z.array(plainLine) })]))),
});

/** The shape of a line that comes back from the store or from session attributes. */
export const LINE = z.object({
  key,
  values: z.optional(z.record(z.string(), z.union([plainValue, z.object({ list: z.array(innerLine) })]))),
});

/** The shape of a card that comes back from the store. */
export const CARD = z.union([
  z.object({ type: z.literal('consent') }),
  z.object({ type: z.literal('simple'), title: LINE, content: z.array(LINE) }),
]);
