import type { CallSkill } from './device-types';

/** Where the skill listens, and how to get there. */
interface SkillAddress {
  readonly url: string;
  readonly fetch: typeof fetch;
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Makes the caller of a skill behind HTTP. The body of the answer is parsed; one that is not JSON comes back as
 * its text. The returned function rejects when the skill is down or the signal aborts.
 */
export function skillOverHttp({ url, fetch: send }: SkillAddress): CallSkill {
  return async (envelope, signal) => {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' },
      body: JSON.stringify(envelope),
      signal,
    });
    return { httpStatus: response.status, body: parseBody(await response.text()) };
  };
}
