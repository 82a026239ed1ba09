import { BUILT_IN_PHRASES } from './built-in-phrases-table';
import { foldText, type FoldedText } from './fold-text';
import type { InteractionModel, ModelIntent } from './interaction-model';
import { isBetterMatch, matchSample, type MatchInput, type SampleMatch } from './match-sample';
import { leadingFillerLength, relaxEnding } from './relax-text';
import { parseSample, relaxPattern, type SamplePattern } from './sample-pattern';
import { slotReaders, type SlotHeard, type SlotReader } from './slot-values';

/** An intent with the slots that were spoken. */
export interface Understood {
  readonly intent: string;
  readonly slots: Readonly<Record<string, SlotHeard>>;
}

/** How sure a reading has to be: `known` takes no word that a slot type does not list. */
export type Sureness = 'known' | 'unknown';

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
  readonly exact: readonly SamplePattern[];
  readonly relaxed: readonly SamplePattern[];
}

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
  return { intent: intent.name, readers: new Map(readers), exact, relaxed: exact.map(relaxPattern) };
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

function bestMatch(search: Search, style: 'exact' | 'relaxed'): Understood | undefined {
  const { utterance, grammars, fixedBeforeUnknown } = search;
  const readings = style === 'exact' ? [{ from: 0, text: utterance.text }] : relaxedReadings(utterance);
  let best: SampleMatch | undefined;
  let understood: Understood | undefined;
  for (const reading of readings) {
    for (const { intent, readers, [style]: patterns } of grammars) {
      for (const pattern of patterns) {
        const input = {
          utterance,
          readers,
          ...reading,
          ...(fixedBeforeUnknown !== undefined && { fixedBeforeUnknown }),
        };
        const match = matchSample(pattern, input);
        if (match === undefined || !isBetterMatch(match, best)) continue;
        best = match;
        understood = { intent, slots: match.slots };
      }
    }
  }
  return understood;
}

function search(
  grammars: readonly Grammar[],
  spoken: string,
  fixedBeforeUnknown?: number,
): Understood | undefined {
  const utterance = foldText(spoken);
  if (utterance.text === '' || utterance.text.length > LONGEST_UTTERANCE) return undefined;
  const input = { utterance, grammars, ...(fixedBeforeUnknown !== undefined && { fixedBeforeUnknown }) };
  return bestMatch(input, 'exact') ?? bestMatch(input, 'relaxed');
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
  return {
    intentOf: (utterance, sureness) =>
      search(grammars, utterance, sureness === 'known' ? undefined : FIXED_BEFORE_UNKNOWN),
    answerOf: (utterance, { intent, slot }, sureness) =>
      search(answers.get(`${intent}.${slot}`) ?? [], utterance, sureness === 'known' ? undefined : 0),
  };
}
