import { type RequestEnvelope } from 'ask-sdk-model';

/** The skill of these tests. */
export const SKILL_ID = 'amzn1.ask.skill.00000000-0000-4000-8000-00000000000a';

type Json = Record<string, unknown>;

/** The parts of an envelope that a test may change. */
export interface EnvelopeParts {
  readonly request?: Json;
  readonly session?: Json | undefined;
  readonly user?: Json;
  readonly system?: Json;
}

/** A LaunchRequest as Alexa sends it, as plain JSON. */
export function envelopeJson(parts: EnvelopeParts = {}): Json {
  const application = { applicationId: SKILL_ID };
  const user = { userId: 'amzn1.ask.account.TARO', ...parts.user };
  return {
    version: '1.0',
    ...('session' in parts && parts.session === undefined
      ? {}
      : { session: { new: true, sessionId: 'session-1', application, user, ...parts.session } }),
    context: { System: { application, user, device: { deviceId: 'device-1' }, ...parts.system } },
    request: {
      type: 'LaunchRequest',
      requestId: 'request-1',
      timestamp: '2026-11-22T03:00:00Z',
      locale: 'ja-JP',
      ...parts.request,
    },
  };
}

/** The same in Alexa's type, for what stands behind the check. */
export function anEnvelope(parts: EnvelopeParts = {}): RequestEnvelope {
  return envelopeJson(parts) as unknown as RequestEnvelope;
}

/** A copy without the field at the end of the path. */
export function without(json: Json, path: string): unknown {
  const copy = structuredClone(json);
  const keys = path.split('.');
  const parent = keys.slice(0, -1).reduce<Json>((level, key) => level[key] as Json, copy);
  Reflect.deleteProperty(parent, keys.at(-1) ?? '');
  return copy;
}
