import { parseExpectations } from '../../../simulator/player/dialog-files';
import { DialogFileError } from '../../../simulator/player/file-fault';

const REPLAY = { skillId: 'x', utterances: ['こえみせ珈琲を開いて', 'はい'], quits: true };
const FINE = `title: A buyer opens the shop
turns:
  - say: こえみせ珈琲を開いて
    speech: こんにちは。
    session: open
  - say: はい
    before:
      force: [Charge/Pending]
    directives:
      - { name: Charge, amountYen: 3192, reference: new }
captures: []
`;

function messageOf(text: string): string {
  try {
    parseExpectations('x.expect.yaml', text, REPLAY);
  } catch (error) {
    if (error instanceof DialogFileError) return error.message;
    throw error;
  }
  return 'no fault';
}

describe('a sidecar', () => {
  it('knows the line of each expectation', () => {
    const read = parseExpectations('x.expect.yaml', FINE, REPLAY);

    expect(read.sidecar.turns[1]?.directives).toEqual([
      { name: 'Charge', amountYen: 3192, reference: 'new' },
    ]);
    expect(read.lineOf(['turns', 0, 'speech'])).toBe(4);
    expect(read.lineOf(['turns', 1, 'directives', 0, 'amountYen'])).toBe(10);
    expect(read.lineOf(['captures'])).toBe(11);
  });

  it('gives the nearest line for what is not in it', () => {
    const read = parseExpectations('x.expect.yaml', FINE, REPLAY);

    expect(read.lineOf(['turns', 1, 'complaints'])).toBe(6);
    expect(read.lineOf(['orders', 0, 'state'])).toBe(1);
  });

  it.each([
    [
      'an unknown key of a turn',
      ['session: open', 'sesion: open'],
      'x.expect.yaml:5  turns[0].sesion: no such key here',
    ],
    [
      'an unknown key at the top',
      ['captures: []', 'capture: []'],
      'x.expect.yaml:11  capture: no such key here',
    ],
    [
      'a word that is no state of a session',
      ['session: open', 'session: ajar'],
      'x.expect.yaml:5  turns[0].session: open or closed',
    ],
    [
      'an amount that is no number',
      ['3192', 'much'],
      'x.expect.yaml:10  turns[1].directives[0].amountYen: a whole number is needed',
    ],
    [
      'half a yen',
      ['3192', '0.5'],
      'x.expect.yaml:10  turns[1].directives[0].amountYen: a whole number is needed',
    ],
    [
      'a negative amount',
      ['3192', '-1'],
      'x.expect.yaml:10  turns[1].directives[0].amountYen: a whole number, 0 or more, is needed',
    ],
    ['a missing title', ['title: A buyer opens the shop\n', ''], 'x.expect.yaml:1  title: a text is missing'],
    [
      'an utterance that differs from the replay',
      ['say: はい', 'say: いいえ'],
      'x.expect.yaml:6  turns[1].say: the replay file says 「はい」',
    ],
    [
      'speech of a kind that does not exist',
      ['speech: こんにちは。', 'speech: { contains: [あ] }'],
      'x.expect.yaml:4  turns[0].speech: a text, includes:, or a list of these',
    ],
    [
      'a setting that is no text',
      ['captures: []', 'environment: { PORT: 3000 }'],
      'x.expect.yaml:11  environment.PORT: a text in quotes is needed',
    ],
  ])('with %s is refused, naming line and field', (_what, [right, wrong], expected) => {
    expect(messageOf(FINE.replace(right!, wrong!))).toContain(expected);
  });

  it('offers the nearest names for a scenario that does not exist', () => {
    const message = messageOf(FINE.replace('Charge/Pending', 'Charge/Pendin'));

    expect(message).toContain(
      'x.expect.yaml:8  turns[1].before.force[0]: There is no scenario "Charge/Pendin".',
    );
    expect(message).toContain('Charge/Pending');
  });

  it('with a block too few is refused', () => {
    const message = messageOf('title: t\nturns:\n  - say: こえみせ珈琲を開いて\n');

    expect(message).toBe('x.expect.yaml:2  turns: no block for 「はい」: the replay file has 2 utterances');
  });

  it('with a block too many is refused', () => {
    const message = messageOf(FINE.replace('captures: []', '  - say: はい'));

    expect(message).toBe('x.expect.yaml:11  turns[2].say: the replay file has no such turn');
  });

  it.each([
    ['broken YAML', FINE.replace('session: open', 'session: "open'), /^x\.expect\.yaml:\d+ {2}/],
    [
      'a key twice',
      FINE.replace('session: open', 'speech: あ'),
      /^x\.expect\.yaml:5 {2}Map keys must be unique/,
    ],
    ['nothing in it', '', /^x\.expect\.yaml:1 {2}/],
  ])('with %s is refused, naming the line', (_what, text, expected) => {
    expect(messageOf(text)).toMatch(expected);
  });
});
