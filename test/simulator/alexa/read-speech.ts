import { error, type Complaint } from './complaint';
import { isJsonRecord } from './json-record';
import { parseSsml } from './parse-ssml';
import { ssmlToText, type SpokenPerson } from './ssml-text';

/** Words the buyer hears: as SSML when the skill sent SSML, and always as plain text. */
export interface Speech {
  readonly ssml?: string;
  readonly text: string;
}

/** Speech that was read, with what Alexa has against it. */
export interface SpeechReading {
  readonly speech?: Speech;
  readonly complaints: readonly Complaint[];
}

const MOST_CHARACTERS = 8000;

/**
 * Reads an `outputSpeech` object (unknown: the skill may send anything); undefined reads as no speech.
 * `where` names the place for the complaints, e.g. `response.outputSpeech`.
 * @see certification-and-law.md, section 3: outputSpeech under 8000 characters
 */
export function readSpeech(value: unknown, where: string, person: SpokenPerson): SpeechReading {
  if (value === undefined) return { complaints: [] };
  if (!isJsonRecord(value)) return { complaints: [error(`${where} is no object`)] };
  const { type } = value;
  if (type !== 'SSML' && type !== 'PlainText') {
    return { complaints: [error(`${where}.type is neither "SSML" nor "PlainText"`)] };
  }
  const field = type === 'SSML' ? 'ssml' : 'text';
  const words = value[field];
  if (typeof words !== 'string' || words === '') return { complaints: [error(`${where}.${field} is empty`)] };
  const complaints: Complaint[] = [];
  if (words.length > MOST_CHARACTERS) {
    complaints.push(error(`${where} has ${words.length} characters, more than 8000`));
  }
  if (type === 'PlainText') return { speech: { text: words }, complaints };
  const parsed = parseSsml(words);
  if ('fault' in parsed) complaints.push(error(`${where}.ssml is malformed: ${parsed.fault}`));
  return { speech: { ssml: words, text: ssmlToText(words, person) }, complaints };
}
