import type { Exchange, Turn } from '../alexa/device-types';

/** A finished simulation, as `GET …/simulations/{id}` answers it. */
export interface Simulation {
  readonly id: string;
  readonly status: 'SUCCESSFUL' | 'FAILED';
  readonly result: unknown;
}

/** What Alexa says in a turn, one caption for each time it speaks: the skill's words and its own. */
export function captionsOf({ exchanges }: Turn): readonly string[] {
  return exchanges.flatMap(({ speech, deviceSpeech }) =>
    [speech?.text, deviceSpeech].flatMap((caption) => caption ?? []),
  );
}

/**
 * Writes a turn as SMAPI reports it. FAILED: the utterance reached no skill, or Alexa refused the skill's answer (it
 * was down, too slow, or said something Alexa does not take).
 * @see ask-cli.md, section 3.1
 */
export function writeSimulation(id: string, turn: Turn): Simulation {
  const fault =
    turn.exchanges.length === 0
      ? 'The utterance did not invoke the skill.'
      : turn.complaints.find((complaint) => complaint.startsWith('error'));
  if (fault !== undefined) return { id, status: 'FAILED', result: { error: { message: fault } } };
  const result = {
    skillExecutionInfo: { invocations: turn.exchanges.map(writeInvocation) },
    alexaExecutionInfo: {
      alexaResponses: captionsOf(turn).map((caption) => ({ type: 'Speech', content: { caption } })),
    },
  };
  return { id, status: 'SUCCESSFUL', result };
}

function writeInvocation({ request, response }: Exchange): unknown {
  return { invocationRequest: { body: request }, invocationResponse: { body: response } };
}
