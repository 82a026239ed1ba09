import { BUILT_IN_PHRASES } from './built-in-phrases-table';
import { foldText, type FoldedText } from './fold-text';
import type { InteractionModel, ModelIntent } from './interaction-model';
import { isBetterMatch, matchSample, type MatchInput, type SampleMatch } from './match-sample';
import { createNearestSearch, type FindNearest } from './nearest-sample';
import { leadingFillerLength, relaxEnding } from './relax-text';
import {
  byEnding,
  parseSample,
  relaxPattern,
  type SamplePattern,
  type SamplesByEnding,
} from './sample-pattern';
import { slotReaders, type SlotHeard, type SlotReader } from './slot-values';

/** An intent with the slots that were spoken. */
export interface Understood {
  readonly intent: string;
  readonly slots: Readonly<Record<string, SlotHeard>>;
}

/**
 * How sure a reading has to be. `known`: a sample fits, fillers and politeness aside, and every slot holds a value
 * of its type. `guess`: also words no slot type lists, and the sample that is most like the utterance.
 */
type Sureness = 'known' | 'guess';

/** The device's language understanding for one interaction model. */
export interface Understanding {
  /** The intent of an utterance; undefined when no sample and no built-in phrase fits. */
  readonly intentOf: (utterance: string, sureness: Sureness) => Understood | undefined;
  /** The slots given by an answer to an elicitation; undefined when the utterance does not answer it. */
  readonly answerOf: (
    utterance: string,
    asked: { readonly intent: string; readonly slot: string },
    sureness: Sureness,
  ) => Understood | undefined;
}

interface Grammar {
  readonly intent: string;
  readonly readers: ReadonlyMap<string, SlotReader>;
  readonly exact: SamplesByEnding;
  readonly relaxed: SamplesByEnding;
  /** All samples with relaxed endings, for the search of the nearest. */
  readonly samples: readonly SamplePattern[];
}

/** From this likeness on (0 to 1) the nearest sample counts as what was meant. */
const LIKELY_ENOUGH = 0.5;
/** A sample has to bring this many fixed characters before it may swallow an unknown word. */
const FIXED_BEFORE_UNKNOWN = 4;
/** Nobody speaks longer than this in one breath; what is longer is noise. */
const LONGEST_UTTERANCE = 200;

type Reading = Pick<MatchInput, 'from' | 'text'>;

function grammarOf(
  intent: ModelIntent,
  samples: readonly string[],
  types: ReadonlyMap<string, SlotReader>,
): Grammar {
  const exact = samples.map(parseSample);
  const readers = intent.slots.flatMap(({ name, type }) => {
    const reader = types.get(type);
    return reader === undefined ? [] : [[name, reader] as const];
  });
  const relaxed = exact.map(relaxPattern);
  return {
    intent: intent.name,
    readers: new Map(readers),
    exact: byEnding(exact),
    relaxed: byEnding(relaxed),
    samples: relaxed,
  };
}

/** The relaxed ways to read an utterance: without politeness at its end, without fillers at its head. */
function relaxedReadings({ text }: FoldedText): readonly Reading[] {
  const relaxed = relaxEnding(text);
  const fillers = leadingFillerLength(relaxed);
  const whole = { from: 0, text: relaxed };
  return fillers > 0 && fillers < relaxed.length ? [whole, { from: fillers, text: relaxed }] : [whole];
}

interface Search {
  readonly utterance: FoldedText;
  readonly grammars: readonly Grammar[];
  readonly fixedBeforeUnknown?: number;
}

interface Found {
  readonly understood: Understood;
  readonly match: SampleMatch;
}

function bestMatch(
  { utterance, grammars, fixedBeforeUnknown }: Search,
  style: 'exact' | 'relaxed',
): Found | undefined {
  const readings = style === 'exact' ? [{ from: 0, text: utterance.text }] : relaxedReadings(utterance);
  let best: Found | undefined;
  for (const reading of readings) {
    for (const { intent, readers, [style]: samples } of grammars) {
      const input = {
        utterance,
        readers,
        ...reading,
        ...(fixedBeforeUnknown !== undefined && { fixedBeforeUnknown }),
      };
      for (const pattern of samples(reading.text)) {
        const match = matchSample(pattern, input);
        if (match === undefined || !isBetterMatch(match, best?.match)) continue;
        best = { understood: { intent, slots: match.slots }, match };
      }
    }
  }
  return best;
}

/** As written wins, unless hearing past fillers leaves a shorter unknown word. */
function search(
  grammars: readonly Grammar[],
  spoken: string,
  fixedBeforeUnknown?: number,
): Understood | undefined {
  const utterance = foldText(spoken);
  if (utterance.text === '' || utterance.text.length > LONGEST_UTTERANCE) return undefined;
  const input = { utterance, grammars, ...(fixedBeforeUnknown !== undefined && { fixedBeforeUnknown }) };
  const exact = bestMatch(input, 'exact');
  if (exact?.match.unknownLength === 0) return exact.understood;
  const relaxed = bestMatch(input, 'relaxed');
  const shorter =
    relaxed !== undefined && (exact === undefined || relaxed.match.unknownLength < exact.match.unknownLength);
  return shorter ? relaxed.understood : exact?.understood;
}

function likely(spoken: string, findNearest: FindNearest): Understood | undefined {
  const utterance = foldText(spoken);
  if (utterance.text.length > LONGEST_UTTERANCE) return undefined;
  const reading = relaxedReadings(utterance).at(-1);
  const nearest = reading && findNearest(utterance, reading);
  return nearest !== undefined && nearest.likeness >= LIKELY_ENOUGH
    ? { intent: nearest.intent, slots: nearest.slots }
    : undefined;
}

/**
 * Prepares the language understanding of a model. Samples win as written; only then fillers and politeness
 * are heard past; the longest fixed words win, then the model's order. It is a stand-in with rules one can read,
 * not Alexa's statistical model.
 * @see ask-cli.md, section 8
 */
export function createUnderstanding(model: InteractionModel): Understanding {
  const types = slotReaders(model);
  const grammars = model.intents.map((intent) =>
    grammarOf(intent, [...intent.samples, ...(BUILT_IN_PHRASES[intent.name] ?? [])], types),
  );
  const answers = new Map(
    model.intents.flatMap((intent) =>
      intent.slots.map((slot) => [
        `${intent.name}.${slot.name}`,
        [grammarOf(intent, [`{${slot.name}}`, ...slot.samples], types)],
      ]),
    ),
  );
  const findNearest = createNearestSearch(grammars);
  /** A likely intent beats an unknown word, unless the unknown word only adds to that very intent. */
  const guess = (utterance: string): Understood | undefined => {
    const withWord = search(grammars, utterance, FIXED_BEFORE_UNKNOWN);
    const near = likely(utterance, findNearest);
    return near === undefined || near.intent === withWord?.intent ? withWord : near;
  };
  return {
    intentOf: (utterance, sureness) =>
      sureness === 'known' ? search(grammars, utterance) : guess(utterance),
    answerOf: (utterance, { intent, slot }, sureness) =>
      search(answers.get(`${intent}.${slot}`) ?? [], utterance, sureness === 'known' ? undefined : 0),
  };
}

const prepared = new WeakMap<InteractionModel, Understanding>();

/** The understanding of a model, prepared once however many devices use it. */
export function understandingOf(model: InteractionModel): Understanding {
  const understanding = prepared.get(model) ?? createUnderstanding(model);
  prepared.set(model, understanding);
  return understanding;
}
