import type { ConsentState, SimulatorEffects } from '../contract';
import { SCREEN_INTERFACE } from './directive-table';
import type { JsonRecord } from './json-record';

/** A session as the device keeps it. */
interface SessionIdentity {
  readonly sessionId: string;
  readonly isNew: boolean;
  /** Absent on a Connections.Response: such a session has no `attributes` key at all. */
  readonly attributes?: JsonRecord;
}

/** What stays the same in all envelopes of one device. */
export interface EnvelopeFacts {
  readonly skillId: string;
  readonly locale: string;
  readonly apiEndpoint: string;
  readonly buyer: {
    readonly userId: string;
    readonly deviceId: string;
    readonly personId?: string;
    readonly emailConsent?: ConsentState;
    readonly hasScreen?: boolean;
  };
  readonly effects: SimulatorEffects;
}

/** One request: its `type`, its own fields, and the moment's session and consent. */
interface RequestToSend {
  readonly type: string;
  readonly fields: JsonRecord;
  readonly session: SessionIdentity;
  readonly consent: ConsentState;
}

const HEX_DIGITS = 16;

function hex(random: () => number, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * HEX_DIGITS).toString(HEX_DIGITS)).join('');
}

/** A new id in the form Alexa uses, e.g. `amzn1.echo-api.session.` and a UUID; `random` in [0, 1). */
export function newEchoId(kind: 'session' | 'request', random: () => number): string {
  return `amzn1.echo-api.${kind}.${[8, 4, 4, 4, 12].map((length) => hex(random, length)).join('-')}`;
}

/** What the buyer permits, scope by scope. */
interface Consents {
  readonly autopay: ConsentState;
  readonly email: ConsentState;
}

function scopeOf(scope: string, status: ConsentState): JsonRecord {
  return status === 'NOT_REQUESTED' ? {} : { [scope]: { status } };
}

/** The consent token and the scopes, as Alexa shows them: a scope that was never asked for is absent. */
function permissionsOf(consents: Consents, random: () => number): JsonRecord {
  const scopes = {
    ...scopeOf('payments:autopay_consent', consents.autopay),
    ...scopeOf('alexa::profile:email:read', consents.email),
  };
  return { consentToken: `simulated-consent-${hex(random, HEX_DIGITS)}`, scopes };
}

function interfacesOf(hasScreen: boolean): JsonRecord {
  return hasScreen ? { [SCREEN_INTERFACE]: { runtime: { maxVersion: '2024.3' } } } : {};
}

/**
 * Builds the whole envelope of one request: version, session, context of the speaker, request
 * with a fresh requestId and the effects' time in ISO 8601 seconds.
 * @see alexa-amazon-pay.md, section 6
 */
export function buildEnvelope(
  facts: EnvelopeFacts,
  { type, fields, session, consent }: RequestToSend,
): JsonRecord {
  const { skillId, locale, apiEndpoint, buyer, effects } = facts;
  const application = { applicationId: skillId };
  return {
    version: '1.0',
    session: {
      new: session.isNew,
      sessionId: session.sessionId,
      application,
      ...(session.attributes && { attributes: session.attributes }),
      user: { userId: buyer.userId },
    },
    context: {
      System: {
        application,
        user: {
          userId: buyer.userId,
          permissions: permissionsOf(
            { autopay: consent, email: buyer.emailConsent ?? 'NOT_REQUESTED' },
            effects.random,
          ),
        },
        ...(buyer.personId !== undefined && { person: { personId: buyer.personId } }),
        device: { deviceId: buyer.deviceId, supportedInterfaces: interfacesOf(buyer.hasScreen === true) },
        apiEndpoint,
        apiAccessToken: `simulated-access-${hex(effects.random, HEX_DIGITS)}`,
      },
    },
    request: {
      type,
      requestId: newEchoId('request', effects.random),
      timestamp: new Date(effects.now()).toISOString().replace(/\.\d{3}Z$/, 'Z'),
      locale,
      ...fields,
    },
  };
}
