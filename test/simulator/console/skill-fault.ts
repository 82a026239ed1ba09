import type { CallSkill } from '../alexa/device-types';
import type { SkillFault } from './wire';

/** Longer than the 8 s Alexa waits. */
const SLOW_MS = 9_000;

/** Lets the skill's line be spoilt on purpose, so that a failing skill can be seen without breaking one. */
export function withSkillFault(skill: CallSkill, faultNow: () => SkillFault): CallSkill {
  return async (envelope, signal) => {
    switch (faultNow()) {
      case 'none':
        return skill(envelope, signal);
      case 'down':
        throw new Error('connect ECONNREFUSED (switched off in the console)');
      case 'slow':
        await waitFor(SLOW_MS, signal);
        return skill(envelope, signal);
      case 'garbage':
        return { httpStatus: 200, body: '<html>It works!</html>' };
      case 'error':
        return { httpStatus: 500, body: { error: 'switched on in the console' } };
    }
  };
}

function waitFor(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, delayMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Error('given up'));
    });
  });
}
