import { readQuantity, readSlots } from '../../../lambda/src/alexa/slots';
import { readTurn } from '../../../lambda/src/alexa/turn';
import { anEnvelope, type EnvelopeParts } from './an-envelope';

const SECRET = 'a secret of more than thirty-two characters';
const turn = (parts: EnvelopeParts = {}) => readTurn(anEnvelope(parts), SECRET);

describe('what a handler may look at', () => {
  it('is the request, parsed once, without the user id', () => {
    const launch = turn();

    expect(launch).toMatchObject({
      requestId: 'request-1',
      requestType: 'LaunchRequest',
      newSession: true,
      personId: undefined,
      consentGranted: false,
      session: {},
      intent: undefined,
    });
    expect(launch.buyerKey).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify({ ...launch, request: undefined })).not.toContain('TARO');
  });

  it('has the same key for the same buyer, and another for another', () => {
    expect(turn().buyerKey).toBe(turn({ session: { sessionId: 'another' } }).buyerKey);
    expect(turn({ user: { userId: 'amzn1.ask.account.HANAKO' } }).buyerKey).not.toBe(turn().buyerKey);
  });

  it('knows a new session; a request without one counts as new', () => {
    expect(turn({ session: { new: false } }).newSession).toBe(false);
    expect(turn({ session: undefined }).newSession).toBe(true);
  });

  it.each<[string, Record<string, unknown>, string | undefined]>([
    ['a recognised speaker', { person: { personId: 'amzn1.ask.person.TARO' } }, 'amzn1.ask.person.TARO'],
    ['no speaker', {}, undefined],
    ['a speaker without id', { person: {} }, undefined],
    ['an id of another kind', { person: { personId: 7 } }, undefined],
    ['a speaker that is no object', { person: 'TARO' }, undefined],
  ])('%s', (_title, system, personId) => {
    expect(turn({ system }).personId).toBe(personId);
  });
});

describe('the consent to Amazon Pay', () => {
  const consent = (permissions: unknown) => turn({ user: { permissions } }).consentGranted;
  const scope = (value: unknown) => ({ scopes: { 'payments:autopay_consent': value } });

  it('is granted only by the word GRANTED at its place', () => {
    expect(consent(scope({ status: 'GRANTED' }))).toBe(true);
    expect(
      consent({ consentToken: 't', scopes: { other: 7, 'payments:autopay_consent': { status: 'GRANTED' } } }),
    ).toBe(true);
  });

  it.each<[string, unknown]>([
    ['permissions are missing', undefined],
    ['permissions are null', null],
    ['permissions are a text', 'GRANTED'],
    ['scopes are missing', { consentToken: 't' }],
    ['scopes are null', { scopes: null }],
    ['scopes are a list', { scopes: ['payments:autopay_consent'] }],
    ['the scope is missing', { scopes: {} }],
    ['another scope is granted', { scopes: { 'alexa::profile:name:read': { status: 'GRANTED' } } }],
    ['the scope is null', scope(null)],
    ['the scope is a text', scope('GRANTED')],
    ['the scope has no status', scope({})],
    ['the scope is denied', scope({ status: 'DENIED' })],
    ['the word is in small letters', scope({ status: 'granted' })],
    ['the word is true', scope({ status: true })],
  ])('is not granted when %s', (_title, permissions) => {
    expect(consent(permissions)).toBe(false);
  });
});

describe('what a session carries', () => {
  const said = { speech: [{ key: 'welcome' }], reprompt: [{ key: 'orderExample' }] };

  it('is the open question and the last words', () => {
    const attributes = { question: { kind: 'confirmQuote', token: 't' }, said };

    expect(turn({ session: { attributes } }).session).toEqual(attributes);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a list', [1]],
    ['a question nobody asks', { question: { kind: 'constructor' } }],
    ['a question without its token', { question: { kind: 'confirmQuote' } }],
    ['words that are no sentences', { said: { speech: ['Hello'] } }],
    ['words under an unknown key', { said: { speech: [{ key: '__proto__' }] } }],
  ])('is nothing when the attributes are %s', (_title, attributes) => {
    const { session } = turn({ session: { attributes } });

    expect(session.question).toBeUndefined();
    expect(session.said).toBeUndefined();
  });

  it('keeps the question when only the words are spoilt', () => {
    const { session } = turn({ session: { attributes: { question: { kind: 'checkout' }, said: 7 } } });

    expect(session.question).toEqual({ kind: 'checkout' });
  });
});

describe('slots', () => {
  const authority = (code: string, id?: string) => ({
    authority: 'a',
    status: { code },
    values: [{ value: { name: 'n', id } }],
  });
  const product = (resolutions: unknown, value: unknown = 'ブレンド') =>
    readSlots({ name: 'OrderIntent', slots: { product: { name: 'product', value, resolutions } } }).product;

  it('are resolved by Alexa', () => {
    expect(product({ resolutionsPerAuthority: [authority('ER_SUCCESS_MATCH', 'blend')] })).toEqual({
      spoken: 'ブレンド',
      id: 'blend',
    });
  });

  it('take the authority that matched', () => {
    expect(
      product({
        resolutionsPerAuthority: [
          authority('ER_SUCCESS_NO_MATCH', 'x'),
          authority('ER_SUCCESS_MATCH', 'drip'),
        ],
      }),
    ).toEqual({ spoken: 'ブレンド', id: 'drip' });
  });

  it.each<[string, unknown]>([
    ['no match', { resolutionsPerAuthority: [authority('ER_SUCCESS_NO_MATCH', 'blend')] }],
    ['a time-out', { resolutionsPerAuthority: [authority('ER_ERROR_TIMEOUT', 'blend')] }],
    ['no resolutions', undefined],
    ['no authorities', {}],
    ['an empty list', { resolutionsPerAuthority: [] }],
    ['garbage', 'x'],
    ['garbage in the list', { resolutionsPerAuthority: [7] }],
    ['a match without values', { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' } }] }],
    [
      'a match with no value',
      { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' }, values: [] }] },
    ],
    ['a match without id', { resolutionsPerAuthority: [authority('ER_SUCCESS_MATCH')] }],
  ])('keep the word without an id: %s', (_title, resolutions) => {
    expect(product(resolutions)).toEqual({ spoken: 'ブレンド', id: undefined });
  });

  it.each([[null], [''], ['  '], [7]])('are empty when %j was said', (value) => {
    expect(product(undefined, value)).toEqual({ spoken: undefined, id: undefined });
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [{ slots: null }],
    [{ slots: [] }],
    [{ slots: { product: null } }],
    ['x'],
  ])('are empty for the intent %j', (intent) => {
    expect(readSlots(intent)).toEqual({
      product: { spoken: undefined, id: undefined },
      quantity: { spoken: undefined, id: undefined },
    });
  });

  it('come with the intent of a turn', () => {
    const intent = { name: 'OrderIntent', slots: { quantity: { name: 'quantity', value: ' 2 ' } } };

    expect(turn({ request: { type: 'IntentRequest', intent } }).intent).toEqual({
      name: 'OrderIntent',
      slots: { product: { spoken: undefined, id: undefined }, quantity: { spoken: '2', id: undefined } },
    });
  });
});

describe('a quantity', () => {
  const quantity = (spoken: string | undefined) => readQuantity({ spoken, id: undefined });

  it.each([
    ['1', 1],
    ['2', 2],
    ['10', 10],
    ['99', 99],
    ['２', 2],
    ['１２', 12],
  ])('%s is %i', (spoken, expected) => {
    expect(quantity(spoken)).toBe(expected);
  });

  it.each(['0', '100', '?', '-1', '1.5', '01', '1e1', '二', 'たくさん', '1 2'])(
    '%s is out of range',
    (spoken) => {
      expect(quantity(spoken)).toBe('outOfRange');
    },
  );

  it('may be missing', () => {
    expect(quantity(undefined)).toBe('missing');
  });
});
