import { type RequestEnvelope } from 'ask-sdk-model';
import * as z from 'zod/mini';

const ENVELOPE = z.object({
  version: z.string(),
  context: z.object({
    System: z.object({
      application: z.object({ applicationId: z.string() }),
      user: z.object({ userId: z.string().check(z.minLength(1)) }),
    }),
  }),
  session: z.optional(z.object({ new: z.boolean(), sessionId: z.string() })),
  request: z.object({
    type: z.string().check(z.minLength(1)),
    requestId: z.string().check(z.minLength(1)),
    timestamp: z.string(),
  }),
});

/** What came is no Alexa request for this skill: nothing is run and nothing is stored. Express answers 400. */
export class InvalidEnvelopeError extends Error {
  readonly code = 'invalidEnvelope';

  constructor(readonly reason: 'notAnEnvelope' | 'wrongSkillId') {
    super(
      reason === 'wrongSkillId'
        ? 'the request is for another skill'
        : 'the body is not an Alexa request envelope',
    );
  }
}

/**
 * Checks that a body is an Alexa request for this skill. Unknown fields and unknown request types are accepted.
 * @throws InvalidEnvelopeError otherwise
 * @see endpoint-security.md, sections 1 and 4 (8, 19)
 */
export function parseEnvelope(body: unknown, skillId: string): RequestEnvelope {
  if (isTooDeep(body) || !isEnvelope(body)) throw new InvalidEnvelopeError('notAnEnvelope');
  if (body.context.System.application.applicationId !== skillId)
    throw new InvalidEnvelopeError('wrongSkillId');
  return body;
}

/** Intent requests carry an intent with a name: the SDK's own matching relies on it. */
const INTENT_REQUEST = z.object({ intent: z.object({ name: z.string() }) });

function isEnvelope(body: unknown): body is RequestEnvelope {
  const parsed = z.safeParse(ENVELOPE, body);
  if (!parsed.success) return false;
  const { type } = parsed.data.request;
  return type !== 'IntentRequest' || z.safeParse(z.object({ request: INTENT_REQUEST }), body).success;
}

/** Deeper than any Alexa request, and far less deep than what overflows the stack of a recursive reader. */
const MAX_DEPTH = 64;

function isTooDeep(body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; depth <= MAX_DEPTH; depth += 1) {
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
