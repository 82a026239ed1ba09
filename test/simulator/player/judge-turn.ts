import type { Card } from '../alexa/read-card';
import type { PlayedTurn } from './conversation';
import { compare, show, type Difference } from './difference';
import { showWords, wordsMatch } from './match-words';
import type { ExpectedCard, ExpectedTurn, ExpectedWords } from './sidecar-schema';
import { understoodName } from './understood-name';
import type { SentDirective } from './wire';

/** A turn to be judged: what was expected of it, and the AuthorizationReferenceIds of the Charges before it. */
export interface TurnToJudge {
  readonly expected: ExpectedTurn;
  readonly played: PlayedTurn;
  readonly earlierReferences: readonly string[];
}

/** Every expectation of a turn's block that was not met; a complaint of severity error fails without one. */
export function judgeTurn(trial: TurnToJudge): readonly Difference[] {
  const { expected, played } = trial;
  const { turn, own } = played;
  const spoken = turn.exchanges.flatMap(({ speech }) => (speech === undefined ? [] : [speech.text]));
  const device = turn.exchanges.flatMap(({ deviceSpeech }) => deviceSpeech ?? []).join('\n');
  const reprompt = turn.exchanges.at(-1)?.reprompt?.text;
  const words = (key: string, wanted: ExpectedWords | undefined, got: string | undefined) =>
    wanted === undefined || wordsMatch(wanted, got ?? '', own)
      ? []
      : [{ ...at(played, key), expected: showWords(wanted), got: show(got) }];
  return [
    ...judgeUnderstanding(trial),
    ...judgeSpeech(trial, spoken),
    ...words('device', expected.device, device === '' ? undefined : device),
    ...words('reprompt', expected.reprompt, reprompt),
    ...judgeCard(trial),
    ...judgeDirectives(trial),
    ...judgeAnswers(trial),
    ...compare(at(played, 'session'), expected.session, turn.sessionOpen ? 'open' : 'closed'),
    ...judgeComplaints(trial),
  ];
}

function at({ no, turn }: PlayedTurn, ...keys: readonly PropertyKey[]): Pick<Difference, 'path' | 'what'> {
  return {
    path: ['turns', no - 1, ...keys],
    what: `turn ${no} 「${turn.utterance}」, ${keys.map(String).join(' ')}`,
  };
}

function judgeUnderstanding({ expected, played }: TurnToJudge): readonly Difference[] {
  const wanted =
    typeof expected.understood === 'string' ? { intent: expected.understood } : expected.understood;
  if (wanted === undefined) return [];
  const { understood } = played.turn;
  const slots = 'slots' in understood ? understood.slots : {};
  const differing = Object.entries('slots' in wanted ? (wanted.slots ?? {}) : {}).flatMap(([name, value]) => {
    const heard = slots[name];
    return compare(at(played, 'understood', 'slots', name), value, heard?.resolved?.id ?? heard?.value);
  });
  return [...compare(at(played, 'understood'), wanted.intent, understoodName(understood)), ...differing];
}

function judgeSpeech(
  { expected: { speech }, played }: TurnToJudge,
  spoken: readonly string[],
): readonly Difference[] {
  if (speech === undefined) return [];
  const wanted: readonly ExpectedWords[] = Array.isArray(speech) ? speech : [speech];
  if (wanted.length !== spoken.length) {
    const expected = wanted.map(showWords).join('\n');
    return [{ ...at(played, 'speech'), expected, got: spoken.length === 0 ? 'nothing' : spoken.join('\n') }];
  }
  return wanted.flatMap((one, index) => {
    const got = spoken[index] ?? '';
    if (wordsMatch(one, got, played.own)) return [];
    const where = Array.isArray(speech) ? at(played, 'speech', index) : at(played, 'speech');
    return [{ ...where, expected: showWords(one), got }];
  });
}

function judgeCard({ expected: { card: wanted }, played }: TurnToJudge): readonly Difference[] {
  if (wanted === undefined) return [];
  const cards = played.turn.exchanges.flatMap(({ card }) => card ?? []);
  const card = cards.at(-1);
  if (wanted === 'none') return compare(at(played, 'card'), 'none', card === undefined ? 'none' : card);
  if (card === undefined) return [{ ...at(played, 'card'), expected: show(wanted), got: 'none' }];
  return compareCard(played, wanted, card);
}

function compareCard(
  played: PlayedTurn,
  wanted: Exclude<ExpectedCard, 'none'>,
  card: Card,
): readonly Difference[] {
  const content = cardContent(card);
  const contentDiffers = wanted.content !== undefined && !wordsMatch(wanted.content, content, played.own);
  return [
    ...compare(at(played, 'card', 'type'), wanted.type, card.type),
    ...compare(at(played, 'card', 'title'), wanted.title, 'title' in card ? card.title : undefined),
    ...compare(
      at(played, 'card', 'permissions'),
      wanted.permissions,
      'permissions' in card ? card.permissions : undefined,
    ),
    ...(contentDiffers && wanted.content !== undefined
      ? [{ ...at(played, 'card', 'content'), expected: showWords(wanted.content), got: content }]
      : []),
  ];
}

function cardContent(card: Card): string {
  if (card.type === 'Simple') return card.content;
  return card.type === 'Standard' ? card.text : '';
}

function judgeDirectives({ expected, played, earlierReferences }: TurnToJudge): readonly Difference[] {
  if (expected.directives === undefined) return [];
  const seen = [...earlierReferences];
  const got = played.directives.map((directive) => describe(directive, seen));
  const wanted = expected.directives;
  if (wanted.length !== got.length) return compare(at(played, 'directives'), wanted, got);
  return wanted.flatMap((fields, index) =>
    Object.entries(fields).flatMap(([key, value]) =>
      compare(
        at(played, 'directives', index, key),
        value,
        Object.entries(got[index] ?? {}).find(([k]) => k === key)?.[1],
      ),
    ),
  );
}

/** A directive in the words of the sidecar; adds its reference to those `seen`. */
function describe(
  { name, amountYen, reference }: SentDirective,
  seen: string[],
): Readonly<Record<string, unknown>> {
  if (name === 'Setup') return { name, subscriptionYen: amountYen };
  const isSame = reference !== undefined && reference === seen.at(-1);
  const isNew = reference !== undefined && !seen.includes(reference);
  if (reference !== undefined) seen.push(reference);
  return { name, amountYen, reference: isSame ? 'same' : isNew ? 'new' : 'an older one' };
}

function judgeAnswers({ expected: { answers: wanted }, played }: TurnToJudge): readonly Difference[] {
  if (wanted === undefined) return [];
  const got = played.answers;
  if (wanted.length !== got.length) return compare(at(played, 'answers'), wanted, got);
  return wanted.flatMap((fields, index) =>
    Object.entries(fields).flatMap(([key, value]) =>
      compare(
        at(played, 'answers', index, key),
        value,
        Object.entries(got[index] ?? {}).find(([k]) => k === key)?.[1],
      ),
    ),
  );
}

function judgeComplaints({
  expected: { complaints: wanted = [] },
  played,
}: TurnToJudge): readonly Difference[] {
  const { complaints } = played.turn;
  const missing = wanted.flatMap((part, index) =>
    complaints.some((complaint) => complaint.includes(part))
      ? []
      : [{ ...at(played, 'complaints', index), expected: part, got: show(complaints) }],
  );
  const unexpected = complaints.filter(
    (complaint) => complaint.startsWith('error') && !wanted.some((part) => complaint.includes(part)),
  );
  return [
    ...missing,
    ...unexpected.map((got) => ({
      ...at(played, 'complaints'),
      expected: 'no complaint of the device',
      got,
    })),
  ];
}
