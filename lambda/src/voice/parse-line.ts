import * as z from 'zod/mini';
import { type Card, type Line, type LineValue, type Screen } from './line';
import { isPromptKey, type PromptKey } from './prompts';

const key = z.custom<PromptKey>((value) => typeof value === 'string' && isPromptKey(value));

const value: z.ZodMiniType<LineValue> = z.union([
  z.string(),
  z.number(),
  z.object({ digits: z.string() }),
  z.object({ telephone: z.string() }),
  z.object({ list: z.readonly(z.array(z.lazy(() => LINE))) }),
]);

/** The shape of a line that comes back from the store or from session attributes. */
export const LINE: z.ZodMiniType<Line> = z.object({ key, values: z.optional(z.record(z.string(), value)) });

/** The shape of a card that comes back from the store. */
export const CARD: z.ZodMiniType<Card> = z.union([
  z.object({ type: z.literal('consent') }),
  z.object({ type: z.literal('simple'), title: LINE, content: z.readonly(z.array(LINE)) }),
]);

const lines = z.readonly(z.array(LINE));
const row = z.object({ label: LINE, amount: LINE });

/** The shape of a screen that comes back from the store. */
export const SCREEN: z.ZodMiniType<Screen> = z.union([
  z.object({
    type: z.literal('order'),
    title: LINE,
    status: lines,
    rows: z.readonly(z.array(row)),
    total: row,
    notes: lines,
  }),
  z.object({ type: z.literal('notice'), title: LINE, text: lines }),
]);
