import type { TurnUnderstanding } from '../alexa/device-types';

/** What an utterance was taken for: the intent, `LaunchRequest`, or `nothing` when no skill was meant. */
export function understoodName(understood: TurnUnderstanding): string {
  if ('intent' in understood) return understood.intent;
  if ('launch' in understood) return 'LaunchRequest';
  if ('notInvoked' in understood) return 'nothing';
  return 'silence' in understood ? 'silence' : 'late answer';
}
