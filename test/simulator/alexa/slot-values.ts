import { foldText, type FoldedText } from './fold-text';
import type { InteractionModel } from './interaction-model';
import { numberReadings } from './number-words';

/** What one slot heard. */
export interface SlotHeard {
  /** Numbers as digits, other values as spoken. */
  readonly value: string;
  /** How sure the device is: a number, a value of the type, or some other word. */
  readonly kind: 'number' | 'known' | 'unknown';
  /** Canonical value, for `known` only; `id` only when the model gives one. */
  readonly resolved?: { readonly name: string; readonly id?: string };
}

/** A slot value that can be read at a position. */
interface SlotCandidate {
  readonly end: number;
  readonly heard: SlotHeard;
  readonly holdsCounter?: 'つ';
}

/** Lists the values that can be read at `from`, likeliest first. */
type ReadValues = (utterance: FoldedText, from: number) => readonly SlotCandidate[];

/** How the values of one slot type are heard. */
export interface SlotReader {
  readonly read: ReadValues;
  /** A custom type also takes words it does not list (ER_SUCCESS_NO_MATCH); a number is a number. */
  readonly readUnknown?: ReadValues;
}

const LONGEST_UNKNOWN = 12;
/** An unknown word never reaches over one of these: they belong to the sentence around it. */
const BORDERS = /[を0-9]|ください|おねがい|ちゅうもん/;
/** 続けてください asks for no product called 続けて. */
const VERB_FORM = /[てで]$/;

const readNumber: ReadValues = ({ text }, from) =>
  numberReadings(text, from).map(({ end, value, holdsCounter }) => ({
    end,
    heard: { kind: 'number', value: String(value) },
    ...(holdsCounter && { holdsCounter }),
  }));

/** Any word of up to 12 characters that holds none of the type's own values. */
function unknownWords(own: readonly string[]): ReadValues {
  return ({ text, spokenBetween }, from) => {
    const candidates: SlotCandidate[] = [];
    for (let end = from + 1; end <= Math.min(text.length, from + LONGEST_UNKNOWN); end += 1) {
      const word = text.slice(from, end);
      if (BORDERS.test(word) || own.some((value) => word.includes(value))) break;
      const value = spokenBetween(from, end);
      if (!VERB_FORM.test(value)) candidates.push({ end, heard: { kind: 'unknown', value } });
    }
    return candidates;
  };
}

type CustomType = InteractionModel['types'][number];

function customReader(type: CustomType): SlotReader {
  const words = type.values
    .flatMap(({ id, name }) =>
      [name.value, ...name.synonyms].map((form) => ({
        folded: foldText(form).text,
        resolved: { name: name.value, ...(id !== undefined && { id }) },
      })),
    )
    .sort((one, other) => other.folded.length - one.folded.length);
  const read: ReadValues = ({ text, spokenBetween }, from) =>
    words
      .filter(({ folded }) => text.startsWith(folded, from))
      .map(({ folded, resolved }) => ({
        end: from + folded.length,
        heard: { kind: 'known', value: spokenBetween(from, from + folded.length), resolved },
      }));
  return { read, readUnknown: unknownWords(words.map(({ folded }) => folded)) };
}

/**
 * Makes the readers of all slot types of a model, by type name. Of the built-in types the device knows
 * `AMAZON.NUMBER` only; a slot of another built-in type stays empty.
 */
export function slotReaders(model: InteractionModel): ReadonlyMap<string, SlotReader> {
  return new Map<string, SlotReader>([
    ['AMAZON.NUMBER', { read: readNumber }],
    ...model.types.map((type) => [type.name, customReader(type)] as const),
  ]);
}
