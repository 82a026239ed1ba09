import type { SmapiJournal } from './journal';
import type { AskRun } from './run-ask';

/** A replay by the real ask-cli, and what it should have said. */
export interface ReplayToJudge {
  readonly run: AskRun;
  readonly journal: SmapiJournal;
  /** The utterances of the replay file. */
  readonly planned: readonly string[];
}

/**
 * What went wrong in a replay, one sentence each. ask-cli leaves with 0 whatever happens in a dialog, so everything
 * is looked at: the exit, the calls, each utterance and its simulation, and that ask printed what Alexa said.
 * @see ask-cli.md, sections 3.3 and 3.4
 */
export function judgeReplay({ run, journal, planned }: ReplayToJudge): readonly string[] {
  const said = journal.utterances.map(({ utterance }) => utterance);
  return [
    ...judgeExit(run),
    ...judgeCalls(journal),
    ...judgeUtterances(planned, said),
    ...journal.utterances.flatMap(({ utterance, status }, index) =>
      status === 'SUCCESSFUL' ? [] : [`the simulation of turn ${index + 1} 「${utterance}」 is ${status}`],
    ),
    ...judgeCaptions(run.stdout, journal),
  ];
}

/** What is wrong with how ask-cli ended; an empty list when all is well. */
export function judgeExit({ exitCode, stderr, elapsedMs }: AskRun): readonly string[] {
  if (exitCode === 0) return [];
  if (exitCode === null) return [`ask was stopped after ${Math.round(elapsedMs / 1000)} s`];
  return [`ask left with ${exitCode}: ${stderr.trim()}`];
}

/** Calls that the simulated SMAPI has no endpoint for. */
export function judgeCalls({ calls }: SmapiJournal): readonly string[] {
  return calls.flatMap(({ isKnown, method, path }) =>
    isKnown ? [] : [`ask called ${method} ${path}, which the SMAPI lacks`],
  );
}

function judgeUtterances(planned: readonly string[], said: readonly string[]): readonly string[] {
  const differing = planned.flatMap((utterance, index) => {
    const got = said[index];
    if (got === utterance.trim()) return [];
    return [
      `turn ${index + 1}: the file has 「${utterance}」, ask said ${got === undefined ? 'nothing' : `「${got}」`}`,
    ];
  });
  const beyond = said
    .slice(planned.length)
    .map((utterance) => `ask said 「${utterance}」, which is not in the file`);
  return [...differing, ...beyond];
}

/** The captions have to stand in ask's output in their order. */
function judgeCaptions(stdout: string, { utterances }: SmapiJournal): readonly string[] {
  let from = 0;
  return utterances.flatMap(({ captions }, index) => {
    if (captions.length === 0) return [`turn ${index + 1}: Alexa said nothing`];
    return captions.flatMap((caption) => {
      const found = stdout.indexOf(`Alexa > ${caption}`, from);
      if (found === -1) return [`turn ${index + 1}: ask did not print 「${caption}」`];
      from = found + 1;
      return [];
    });
  });
}
