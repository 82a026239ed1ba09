import type { CallSkill, SetTimer, SkillAnswer } from './device-types';

/** What became of one call: an answer in time, none within 8 s, or no skill at all. */
export type CallOutcome =
  | { readonly kind: 'answered'; readonly answer: SkillAnswer }
  | { readonly kind: 'tooSlow' }
  | { readonly kind: 'down'; readonly reason: string };

/** Alexa waits this long for the skill. */
const SKILL_LIMIT_MS = 8000;

/** A real timer, for a device outside of tests. */
export const realTimer: SetTimer = (onTime, delayMs) => {
  const timer = setTimeout(onTime, delayMs);
  return () => {
    clearTimeout(timer);
  };
};

/** Calls the skill and gives it 8 s; a slower call is aborted. Never rejects. */
export async function callSkill(
  skill: CallSkill,
  envelope: unknown,
  setTimer: SetTimer,
): Promise<CallOutcome> {
  const abort = new AbortController();
  let cancel = (): void => undefined;
  const limit = new Promise<CallOutcome>((resolve) => {
    cancel = setTimer(() => {
      resolve({ kind: 'tooSlow' });
      abort.abort();
    }, SKILL_LIMIT_MS);
  });
  const call = async (): Promise<CallOutcome> => {
    try {
      return { kind: 'answered', answer: await skill(envelope, abort.signal) };
    } catch (failure) {
      return { kind: 'down', reason: failure instanceof Error ? failure.message : String(failure) };
    }
  };
  try {
    return await Promise.race([call(), limit]);
  } finally {
    cancel();
  }
}
