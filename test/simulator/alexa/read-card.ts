import { error, type Complaint } from './complaint';
import { isJsonRecord, type JsonRecord } from './json-record';

/** A card as the Alexa app shows it. */
export type Card =
  | { readonly type: 'Simple'; readonly title: string; readonly content: string }
  | { readonly type: 'Standard'; readonly title: string; readonly text: string; readonly image?: unknown }
  | { readonly type: 'LinkAccount' }
  | { readonly type: 'AskForPermissionsConsent'; readonly permissions: readonly string[] };

/** A card that was read, with what Alexa has against it. */
interface CardReading {
  readonly card?: Card;
  readonly complaints: readonly Complaint[];
}

const MOST_CHARACTERS = 8000;

const refuse = (text: string): CardReading => ({ complaints: [error(text)] });

function readTexts(
  card: JsonRecord,
  bodyField: 'content' | 'text',
): { title: string; body: string } | string {
  const { title, [bodyField]: body } = card;
  const type = String(card['type']);
  if (typeof title !== 'string' || title === '') return `a ${type} card needs a title`;
  if (typeof body !== 'string' || body === '') return `a ${type} card needs ${bodyField}`;
  const length = title.length + body.length;
  return length > MOST_CHARACTERS ? `the card has ${length} characters, more than 8000` : { title, body };
}

function readConsent({ permissions }: JsonRecord): CardReading {
  if (!Array.isArray(permissions) || permissions.length === 0) {
    return refuse('an AskForPermissionsConsent card needs permissions, an array with at least one name');
  }
  const names = permissions.filter((name) => typeof name === 'string' && name !== '').map(String);
  return names.length === permissions.length
    ? { card: { type: 'AskForPermissionsConsent', permissions: names }, complaints: [] }
    : refuse('a permission of the AskForPermissionsConsent card is no text');
}

/**
 * Reads the `card` of a response (unknown: the skill may send anything); undefined reads as no card.
 * @see alexa-amazon-pay.md, section 6: the consent card carries an array
 */
export function readCard(value: unknown): CardReading {
  if (value === undefined) return { complaints: [] };
  if (!isJsonRecord(value)) return refuse('response.card is no object');
  switch (value['type']) {
    case 'Simple': {
      const texts = readTexts(value, 'content');
      if (typeof texts === 'string') return refuse(texts);
      return { card: { type: 'Simple', title: texts.title, content: texts.body }, complaints: [] };
    }
    case 'Standard': {
      const texts = readTexts(value, 'text');
      if (typeof texts === 'string') return refuse(texts);
      const image = value['image'];
      const card: Card = { type: 'Standard', title: texts.title, text: texts.body };
      return { card: image === undefined ? card : { ...card, image }, complaints: [] };
    }
    case 'LinkAccount':
      return { card: { type: 'LinkAccount' }, complaints: [] };
    case 'AskForPermissionsConsent':
      return readConsent(value);
    default:
      return refuse(`Alexa knows no card of type ${JSON.stringify(value['type'])}`);
  }
}
