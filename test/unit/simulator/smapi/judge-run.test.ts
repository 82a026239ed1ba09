import { judgeReplay, type ReplayToJudge } from '../../../simulator/smapi/judge-run';

const UTTERANCE = {
  utterance: 'はい',
  locale: 'ja-JP',
  forcedNewSession: false,
  status: 'SUCCESSFUL',
  captions: ['お支払いの手続きをします。', '完了しました。'],
} as const;
const FINE: ReplayToJudge = {
  run: {
    exitCode: 0,
    stdout: 'User  > Alexa > お支払いの手続きをします。\nAlexa > 完了しました。\n',
    stderr: '',
    elapsedMs: 900,
  },
  journal: { calls: [{ method: 'GET', path: '/x', isKnown: true, status: 200 }], utterances: [UTTERANCE] },
  planned: ['はい'],
};

describe('the judgement of a replay by the real ask-cli', () => {
  it('finds nothing wrong with a replay that went as planned', () => {
    expect(judgeReplay(FINE)).toEqual([]);
  });

  it.each<[string, ReplayToJudge, string]>([
    [
      'an exit code',
      { ...FINE, run: { ...FINE.run, exitCode: 1, stderr: '[Error]: not enabled\n' } },
      'ask left with 1: [Error]: not enabled',
    ],
    [
      'the limit of time',
      { ...FINE, run: { ...FINE.run, exitCode: null, elapsedMs: 60_000 } },
      'ask was stopped after 60 s',
    ],
    [
      'a call to an endpoint that is not there',
      {
        ...FINE,
        journal: {
          ...FINE.journal,
          calls: [{ method: 'GET', path: '/v1/vendors', isKnown: false, status: 404 }],
        },
      },
      'ask called GET /v1/vendors, which the SMAPI lacks',
    ],
    [
      'an utterance that was never said',
      { ...FINE, planned: ['はい', 'いいえ'] },
      'turn 2: the file has 「いいえ」, ask said nothing',
    ],
    [
      'another utterance',
      { ...FINE, planned: ['いいえ'] },
      'turn 1: the file has 「いいえ」, ask said 「はい」',
    ],
    ['an utterance too many', { ...FINE, planned: [] }, 'ask said 「はい」, which is not in the file'],
    [
      'a simulation that failed',
      { ...FINE, journal: { ...FINE.journal, utterances: [{ ...UTTERANCE, status: 'FAILED' }] } },
      'the simulation of turn 1 「はい」 is FAILED',
    ],
    [
      'a turn in which Alexa says nothing',
      { ...FINE, journal: { ...FINE.journal, utterances: [{ ...UTTERANCE, captions: [] }] } },
      'turn 1: Alexa said nothing',
    ],
    [
      'a caption that ask did not print',
      { ...FINE, run: { ...FINE.run, stdout: 'Alexa > お支払いの手続きをします。\n' } },
      'turn 1: ask did not print 「完了しました。」',
    ],
    [
      'captions in another order',
      {
        ...FINE,
        run: { ...FINE.run, stdout: 'Alexa > 完了しました。\nAlexa > お支払いの手続きをします。\n' },
      },
      'turn 1: ask did not print 「完了しました。」',
    ],
  ])('names %s', (_what, replay, problem) => {
    expect(judgeReplay(replay)).toEqual([problem]);
  });
});
