import fc from 'fast-check';
import { InvalidEnvelopeError, parseEnvelope } from '../../../lambda/src/alexa/parse-envelope';
import { envelopeJson, SKILL_ID, without } from './an-envelope';

/** Why a body is refused; undefined when it is taken. */
function refusalOf(body: unknown): string | undefined {
  try {
    parseEnvelope(body, SKILL_ID);
  } catch (error) {
    if (error instanceof InvalidEnvelopeError) return error.reason;
    throw error;
  }
  return undefined;
}

/** So many objects, one in another, with a text in the innermost. */
function nested(levels: number): unknown {
  let value: unknown = 'text';
  for (let level = 0; level < levels; level += 1) value = { deeper: value };
  return value;
}

describe('what counts as a request for this skill', () => {
  it('is an envelope of Alexa, given back as it is', () => {
    const body = envelopeJson();

    expect(parseEnvelope(body, SKILL_ID)).toBe(body);
  });

  it.each([
    'version',
    'context',
    'context.System',
    'context.System.application',
    'context.System.application.applicationId',
    'context.System.user',
    'context.System.user.userId',
    'session.new',
    'session.sessionId',
    'request',
    'request.type',
    'request.requestId',
    'request.timestamp',
  ])('is nothing without %s', (path) => {
    expect(refusalOf(without(envelopeJson(), path))).toBe('notAnEnvelope');
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['nothing', undefined],
    ['a number', 7],
    ['a text', '{}'],
    ['a list', []],
    ['an empty object', {}],
    ['an empty request type', envelopeJson({ request: { type: '' } })],
    ['a request type of another kind', envelopeJson({ request: { type: 7 } })],
    ['an empty request id', envelopeJson({ request: { requestId: '' } })],
    ['an empty user id', envelopeJson({ user: { userId: '' } })],
    ['a session that is no object', { ...envelopeJson(), session: 'x' }],
    ['a session whose "new" is a text', envelopeJson({ session: { new: 'true' } })],
    ['an intent request without intent', envelopeJson({ request: { type: 'IntentRequest' } })],
    ['an intent without name', envelopeJson({ request: { type: 'IntentRequest', intent: {} } })],
    [
      'an intent whose name is a number',
      envelopeJson({ request: { type: 'IntentRequest', intent: { name: 7 } } }),
    ],
  ])('is not %s', (_title, body) => {
    expect(refusalOf(body)).toBe('notAnEnvelope');
  });

  it('is not a request for another skill', () => {
    const other = { application: { applicationId: 'amzn1.ask.skill.00000000-0000-4000-8000-00000000000b' } };

    expect(refusalOf(envelopeJson({ system: other }))).toBe('wrongSkillId');
    expect(refusalOf(envelopeJson({ system: { application: { applicationId: '' } } }))).toBe('wrongSkillId');
  });

  it('may lack a session and carry what nobody knows', () => {
    expect(refusalOf(envelopeJson({ session: undefined }))).toBeUndefined();
    expect(refusalOf({ ...envelopeJson(), future: { field: 1 } })).toBeUndefined();
    expect(refusalOf(envelopeJson({ request: { type: 'Future.Request', extra: [] } }))).toBeUndefined();
    expect(
      refusalOf(
        envelopeJson({ request: { type: 'IntentRequest', intent: { name: 'FutureIntent', slots: 7 } } }),
      ),
    ).toBeUndefined();
  });

  it('is at most 64 levels deep', () => {
    const deep = (levels: number) => ({ ...envelopeJson(), extra: nested(levels - 1) });

    expect(refusalOf(deep(64))).toBeUndefined();
    expect(refusalOf(deep(65))).toBe('notAnEnvelope');
    expect(
      refusalOf({ ...envelopeJson(), extra: JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) }),
    ).toBe('notAnEnvelope');
  });

  it('is no garbage of any kind', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(refusalOf(body)).toBe('notAnEnvelope');
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('tells the two refusals apart without a value of the request', () => {
    expect(new InvalidEnvelopeError('wrongSkillId').message).toBe('the request is for another skill');
    expect(new InvalidEnvelopeError('notAnEnvelope').message).toBe(
      'the body is not an Alexa request envelope',
    );
    expect(new InvalidEnvelopeError('notAnEnvelope').code).toBe('invalidEnvelope');
  });
});
