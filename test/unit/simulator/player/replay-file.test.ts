import { DialogFileError, type FileFault } from '../../../simulator/player/file-fault';
import { parseReplay } from '../../../simulator/player/replay-file';

const FINE = {
  skillId: 'amzn1.ask.skill.00000000-0000-4000-8000-00000000000a',
  locale: 'ja-JP',
  type: 'text',
  userInput: ['こえみせ珈琲を開いて', 'はい', '.quit'],
};

function faultsOf(text: string): readonly FileFault[] {
  try {
    parseReplay('x.json', text);
  } catch (error) {
    if (error instanceof DialogFileError) return error.faults;
    throw error;
  }
  return [];
}

const printed = ({ file, line, field, message }: FileFault): string =>
  `${file}:${line}  ${field}: ${message}`;

/** One field to a line, as a person writes it. */
const written = (changes: object): string => JSON.stringify({ ...FINE, ...changes }, null, 2);

describe('a replay file of ask dialog', () => {
  it('is read up to the dot command that ends it', () => {
    expect(parseReplay('x.json', written({}))).toEqual({
      skillId: 'amzn1.ask.skill.00000000-0000-4000-8000-00000000000a',
      utterances: ['こえみせ珈琲を開いて', 'はい'],
      quits: true,
    });
  });

  it('may lack .quit, which makes the real ask wait for more', () => {
    expect(parseReplay('x.json', written({ userInput: ['はい'] }))).toMatchObject({
      utterances: ['はい'],
      quits: false,
    });
  });

  it.each([
    ['a type that ask never reads', { type: 7 }],
    ['fields that ask does not know', { comment: 'a note' }],
  ])('may have %s', (_what, changes) => {
    expect(faultsOf(written(changes))).toEqual([]);
  });

  it.each([
    ['a blank skill ID', { skillId: ' ' }, 'x.json:2  skillId: must not be blank'],
    ['no skill ID', { skillId: undefined }, 'x.json:1  skillId: a text is missing'],
    ['a blank locale', { locale: '' }, 'x.json:3  locale: must not be blank'],
    [
      'a language the skill does not speak',
      { locale: 'en-US' },
      'x.json:3  locale: the skill speaks ja-JP only',
    ],
    ['no utterances', { userInput: undefined }, 'x.json:1  userInput: a list of utterances is missing'],
    [
      'a text for the utterances',
      { userInput: 'はい' },
      'x.json:5  userInput: a list of utterances is missing',
    ],
    [
      'an empty list of utterances',
      { userInput: [] },
      'x.json:5  userInput: at least one utterance is needed; ask would say "undefined" to the skill',
    ],
    ['a blank utterance', { userInput: ['はい', '　'] }, 'x.json:7  userInput[1]: must not be blank'],
    ['a number for an utterance', { userInput: [1] }, 'x.json:6  userInput[0]: a text is missing'],
    [
      'a dot command that ends ask',
      { userInput: ['はい', '.new', 'はい'] },
      'x.json:7  userInput[1]: ask ends the dialog at .new and drops the rest; only .quit at the end is of use',
    ],
    [
      '.QUIT, which is another word than .quit',
      { userInput: ['.QUIT'] },
      'x.json:6  userInput[0]: ask ends the dialog at .QUIT and drops the rest; only .quit at the end is of use',
    ],
    [
      'utterances after .quit',
      { userInput: ['.quit', 'はい'] },
      'x.json:6  userInput[0]: what follows .quit is never said',
    ],
  ])('with %s is refused, naming line and field', (_what, changes, expected) => {
    expect(faultsOf(written(changes)).map(printed)).toContain(expected);
  });

  it('names every fault at once', () => {
    const faults = faultsOf(written({ skillId: '', locale: '', userInput: [''] }));

    expect(faults.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['skillId', 'locale', 'userInput[0]']),
    );
  });

  it('must be JSON, although the lines are found by a parser that takes more', () => {
    const [fault] = faultsOf('{\n  "skillId": "x",\n  locale: "ja-JP"\n}');

    expect(fault).toMatchObject({ file: 'x.json', line: 3 });
  });
});
