import { type LogFields } from './log';

/**
 * What a log may tell of a thrown value: class or code, the cause's class, and stack frames. The message stays out: it
 * may hold what a buyer said or a store answered.
 */
export function errorFields(error: unknown): Pick<LogFields, 'code' | 'causeName' | 'frames'> {
  if (!(error instanceof Error)) return { code: 'thrownValue' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  // The stack begins with the message, which may hold lines that look like frames.
  const messageEnd = (error.stack ?? '').indexOf(error.message) + error.message.length;
  const frames = (error.stack ?? '')
    .slice(Math.max(messageEnd, 0))
    .split('\n')
    .filter((row) => row.trimStart().startsWith('at '));
  return {
    code,
    causeName: error.cause instanceof Error ? error.cause.name : undefined,
    frames: frames
      .slice(0, 6)
      .map((row) => row.trim())
      .join(' | '),
  };
}
