import type { Exchange } from '../../../simulator/alexa/device-types';
import type { PlayedTurn } from '../../../simulator/player/conversation';
import { judgeTurn } from '../../../simulator/player/judge-turn';
import type { ExpectedTurn } from '../../../simulator/player/sidecar-schema';

const EXCHANGE: Exchange = {
  requestType: 'IntentRequest',
  request: {},
  response: {},
  speech: { text: 'お支払いの手続きをします。' },
  directives: [],
  shouldEndSession: true,
  complaints: [],
};

function judge(
  expected: Omit<ExpectedTurn, 'say'>,
  changes: Partial<PlayedTurn> & { complaints?: readonly string[]; exchanges?: readonly Exchange[] } = {},
): readonly string[] {
  const { complaints = [], exchanges = [EXCHANGE], ...played } = changes;
  const turn = {
    utterance: 'はい',
    understood: { intent: 'AMAZON.YesIntent', slots: {} },
    exchanges,
    sessionOpen: false,
    complaints,
  };
  const base = {
    no: 2,
    turn,
    directives: [],
    answers: [],
    forced: [],
    notes: [],
    own: { orderIds: [], checkoutCodes: [], deadlines: [] },
  };
  const differences = judgeTurn({
    expected: { say: 'はい', ...expected },
    played: { ...base, ...played },
    earlierReferences: ['first', 'second'],
  });
  return differences.map(({ path, expected: wanted, got }) => `${path.join('.')}: ${wanted} / ${got}`);
}

const charge = (reference: string) => ({ name: 'Charge', amountYen: 3192, reference });

describe('the judgement of a turn', () => {
  it('asks for nothing that is not expected', () => {
    expect(judge({})).toEqual([]);
  });

  it('fails a turn in which the device complains, without any expectation', () => {
    const complaint = 'error: the skill cannot be reached: fetch failed';

    expect(judge({}, { complaints: [complaint] })).toEqual([
      `turns.1.complaints: no complaint of the device / ${complaint}`,
    ]);
  });

  it('lets a warning and an expected complaint pass', () => {
    expect(judge({}, { complaints: ['warning: no question'] })).toEqual([]);
    expect(
      judge({ complaints: ['cannot be reached'] }, { complaints: ['error: cannot be reached'] }),
    ).toEqual([]);
  });

  it('misses a complaint that did not come', () => {
    expect(judge({ complaints: ['cannot be reached'] })).toEqual([
      'turns.1.complaints.0: cannot be reached / []',
    ]);
  });

  it('takes one text for the only answer that speaks, not for one of two', () => {
    const two = [EXCHANGE, { ...EXCHANGE, speech: { text: '完了しました。' } }];

    expect(judge({ speech: 'お支払いの手続きをします。' })).toEqual([]);
    expect(judge({ speech: 'お支払いの手続きをします。' }, { exchanges: two })).toHaveLength(1);
    expect(judge({ speech: ['お支払いの手続きをします。', '完了しました。'] }, { exchanges: two })).toEqual(
      [],
    );
  });

  it('takes an empty list for a turn in which the skill says nothing', () => {
    expect(judge({ speech: [] }, { exchanges: [] })).toEqual([]);
    expect(judge({ speech: [] })).toHaveLength(1);
  });

  it.each([
    ['second', 'same'],
    ['third', 'new'],
    ['first', 'an older one'],
  ])('calls the reference of a Charge after two others (%s) %s', (reference, name) => {
    const wrong = name === 'same' ? ('new' as const) : ('same' as const);
    const directives = [{ name: 'Charge' as const, reference: wrong }];

    expect(judge({ directives }, { directives: [charge(reference)] })).toEqual([
      `turns.1.directives.0.reference: ${wrong} / ${name}`,
    ]);
  });

  it('misses a directive that did not leave and one that should not have', () => {
    expect(judge({ directives: [{ name: 'Charge' }] })).toHaveLength(1);
    expect(judge({ directives: [] }, { directives: [charge('third')] })).toHaveLength(1);
  });

  it('misses a card that did not come and one that should not have', () => {
    const withCard = [{ ...EXCHANGE, card: { type: 'Simple', title: '件名', content: '本文' } as const }];

    expect(judge({ card: { type: 'Simple' } })).toHaveLength(1);
    expect(judge({ card: 'none' }, { exchanges: withCard })).toHaveLength(1);
    expect(
      judge({ card: { title: '件名', content: { includes: ['本'] } } }, { exchanges: withCard }),
    ).toEqual([]);
  });
});
