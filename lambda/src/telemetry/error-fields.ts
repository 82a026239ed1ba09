import { type LogFields } from './log';

/**
 * What a log may tell of a thrown value: class or code, the cause's class, and stack frames. The message stays out: it
 * may hold what a buyer said or a store answered.
 */
export function errorFields(error: unknown): Pick<LogFields, 'code' | 'causeName' | 'frames'> {
  if (!(error instanceof Error)) return { code: 'thrownValue' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const frames = (error.stack ?? '').split('\n').filter((row) => row.trimStart().startsWith('at '));
  return {
    code,
    causeName: error.cause instanceof Error ? error.cause.name : undefined,
    frames: frames
      .slice(0, 6)
      .map((row) => row.trim())
      .join(' | '),
  };
}
