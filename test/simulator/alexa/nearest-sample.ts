import type { FoldedText } from './fold-text';
import type { SamplePattern } from './sample-pattern';
import type { SlotHeard, SlotReader } from './slot-values';
import { slotMark, spotSlots, withoutCounters } from './spot-slots';

/** What the search needs of an intent. */
interface NearestGrammar {
  readonly intent: string;
  readonly readers: ReadonlyMap<string, SlotReader>;
  /** Samples with relaxed endings. */
  readonly samples: readonly SamplePattern[];
}

/** The intent whose samples are most like an utterance. */
interface Nearest {
  readonly intent: string;
  readonly slots: Readonly<Record<string, SlotHeard>>;
  /** 0 (nothing in common) to 1 (the same words). */
  readonly likeness: number;
}

/** Finds the nearest sample of a text; undefined when no intent has the slots that were spoken. */
export type FindNearest = (
  utterance: FoldedText,
  range: { readonly from: number; readonly text: string },
) => Nearest | undefined;

type Grams = ReadonlySet<string>;

const SLOT_MARKS = /[\ue000-\uf8ff]/g;
/** A product or a number with its counter says more than any word: about as much as a rare pair. */
const SLOT_WEIGHT = 6;

function gramsOf(template: string): Grams {
  const grams = new Set<string>(template.match(SLOT_MARKS));
  for (let at = 0; at < template.length - 1; at += 1) grams.add(template.slice(at, at + 2));
  for (let at = 0; at < template.length - 2; at += 1) grams.add(template.slice(at, at + 3));
  return grams;
}

function templateOf(pattern: SamplePattern, slots: readonly string[]): string {
  const text = pattern.parts
    .map((part) => ('literal' in part ? part.literal : slotMark(slots.indexOf(part.slot))))
    .join('');
  return withoutCounters(text);
}

interface Template {
  readonly grams: Grams;
  /** The names of the slots in it, sorted and joined. */
  readonly slots: string;
}

const slotKey = (names: readonly string[]): string => [...names].sort().join(' ');

/**
 * Prepares the search for the nearest sample: pairs and triples of characters in common, rare ones counting more,
 * among the samples with exactly the slots that were spoken. It stands for the generalising of Alexa's own model.
 */
export function createNearestSearch(grammars: readonly NearestGrammar[]): FindNearest {
  const intents = grammars.map(({ intent, readers, samples }) => {
    const names = [...readers.keys()];
    const templates = samples.map((pattern): Template => {
      const used = pattern.parts.flatMap((part) => ('slot' in part ? [part.slot] : []));
      return { grams: gramsOf(templateOf(pattern, names)), slots: slotKey(used) };
    });
    return { intent, readers, templates };
  });
  const all = intents.flatMap(({ templates }) => templates);
  const seen = new Map<string, number>();
  for (const { grams } of all) for (const gram of grams) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const weightOf = (gram: string): number =>
    gram.length === 1 ? SLOT_WEIGHT : Math.log(1 + all.length / (seen.get(gram) ?? 1));
  const weigh = (grams: Iterable<string>): number =>
    [...grams].reduce((sum, gram) => sum + weightOf(gram), 0);
  const weights = new Map(all.map((template) => [template, weigh(template.grams)]));

  return (utterance, range) => {
    let nearest: Nearest | undefined;
    for (const { intent, readers, templates } of intents) {
      const { template, slots } = spotSlots(utterance, range, readers);
      const spoken = gramsOf(template);
      const spokenWeight = weigh(spoken);
      const key = slotKey(Object.keys(slots));
      for (const candidate of templates) {
        if (candidate.slots !== key || candidate.grams.size === 0) continue;
        const common = weigh([...spoken].filter((gram) => candidate.grams.has(gram)));
        const likeness = (2 * common) / (spokenWeight + (weights.get(candidate) ?? 0));
        if (likeness > (nearest?.likeness ?? 0)) nearest = { intent, slots, likeness };
      }
    }
    return nearest;
  };
}
