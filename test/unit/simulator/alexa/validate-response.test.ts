import { validateResponse } from '../../../simulator/alexa/validate-response';

const HANAKO = { personId: 'amzn1.ask.person.c', givenName: 'はなこ' };
const ssml = (words: string): object => ({ outputSpeech: { type: 'SSML', ssml: words } });
const plain = { outputSpeech: { type: 'PlainText', text: 'はい。' } };
const good = { ...plain, reprompt: plain, shouldEndSession: false };
const setup = { type: 'Connections.SendRequest', name: 'Setup', payload: {}, token: 't' };

/** The complaints about a `response`, as `severity: text`. */
function complaints(response: unknown, requestType = 'IntentRequest'): string[] {
  const answer = { httpStatus: 200, body: { version: '1.0', response } };
  return validateResponse(answer, requestType, HANAKO).complaints.map(
    ({ severity, text }) => `${severity}: ${text}`,
  );
}

describe('an answer that Alexa accepts', () => {
  it.each([
    ['speech with a reprompt', good],
    ['speech that ends the session', { ...plain, shouldEndSession: true }],
    ['a directive without speech', { directives: [setup], shouldEndSession: true }],
    [
      'a consent card',
      { ...good, card: { type: 'AskForPermissionsConsent', permissions: ['payments:autopay_consent'] } },
    ],
    ['a simple card', { ...good, card: { type: 'Simple', title: 'ご注文', content: 'ブレンド 2袋' } }],
    [
      'a standard card',
      { ...good, card: { type: 'Standard', title: 'ご注文', text: 'ブレンド 2袋', image: {} } },
    ],
    ['an account linking card', { ...good, card: { type: 'LinkAccount' } }],
    ['fields it does not know', { ...good, canFulfillIntent: {}, novelty: 1 }],
  ])('%s', (_name, response) => {
    expect(complaints(response)).toStrictEqual([]);
  });

  it('to the end of a session is empty', () => {
    expect(complaints({}, 'SessionEndedRequest')).toStrictEqual([]);
    expect(complaints({ directives: [], shouldEndSession: true }, 'SessionEndedRequest')).toStrictEqual([]);
  });

  it('is read: words, card, directives, attributes and what becomes of the session', () => {
    const body = {
      version: '1.0',
      sessionAttributes: { asked: 1 },
      response: {
        ...ssml('<speak>はい。<break time="1s"/>どうぞ。</speak>'),
        card: { type: 'LinkAccount' },
        directives: [setup],
        shouldEndSession: true,
      },
    };

    expect(validateResponse({ httpStatus: 200, body }, 'IntentRequest', HANAKO).accepted).toStrictEqual({
      speech: { ssml: '<speak>はい。<break time="1s"/>どうぞ。</speak>', text: 'はい。どうぞ。' },
      card: { type: 'LinkAccount' },
      directives: [setup],
      shouldEndSession: true,
      sessionAttributes: { asked: 1 },
      keepsSessionOpen: false,
    });
  });

  it.each([
    [false, true],
    [null, true],
    [undefined, false],
    [true, false],
  ])('keeps the session open with shouldEndSession %s: %s', (shouldEndSession, open) => {
    const body = { version: '1.0', response: { ...plain, shouldEndSession } };

    expect(
      validateResponse({ httpStatus: 200, body }, 'IntentRequest', HANAKO).accepted!.keepsSessionOpen,
    ).toBe(open);
  });

  it('closes the session with Connections.SendRequest, whatever shouldEndSession says', () => {
    const body = { version: '1.0', response: { ...plain, directives: [setup], shouldEndSession: false } };

    expect(
      validateResponse({ httpStatus: 200, body }, 'IntentRequest', HANAKO).accepted!.keepsSessionOpen,
    ).toBe(false);
  });

  it('keeps the session open when a Dialog directive asks, even without shouldEndSession', () => {
    const body = { version: '1.0', response: { ...plain, directives: [{ type: 'Dialog.ElicitSlot' }] } };

    expect(
      validateResponse({ httpStatus: 200, body }, 'IntentRequest', HANAKO).accepted!.keepsSessionOpen,
    ).toBe(true);
  });
});

describe('an answer that Alexa refuses', () => {
  it.each([
    [
      'a status of 500',
      { httpStatus: 500, body: { version: '1.0', response: good } },
      'the skill answered with HTTP status 500',
    ],
    ['a redirect', { httpStatus: 302, body: {} }, 'the skill answered with HTTP status 302'],
    ['text', { httpStatus: 200, body: '<html>' }, 'the answer is not JSON'],
    ['an array', { httpStatus: 200, body: [] }, 'the answer is no JSON object'],
    ['null', { httpStatus: 200, body: null }, 'the answer is no JSON object'],
    ['no version', { httpStatus: 200, body: { response: good } }, 'the answer has no version'],
    ['no response', { httpStatus: 200, body: { version: '1.0' } }, 'the answer has no response object'],
    [
      'attributes that are a list',
      { httpStatus: 200, body: { version: '1.0', response: good, sessionAttributes: [] } },
      'sessionAttributes is no object',
    ],
    [
      '122881 bytes',
      { httpStatus: 200, body: { version: '1.0', response: {}, x: 'あ'.repeat(40947) + 'ab' } },
      'the answer has 122881 bytes, more than 120 KB',
    ],
  ])('%s', (_name, answer, text) => {
    const verdict = validateResponse(answer, 'IntentRequest', HANAKO);

    expect(verdict).toStrictEqual({ complaints: [{ severity: 'error', text }] });
  });

  it('accepts 122880 bytes', () => {
    const body = { version: '1.0', response: { ...plain, shouldEndSession: true }, x: '' };
    const filler = 'a'.repeat(122_880 - Buffer.byteLength(JSON.stringify(body)));

    expect(
      validateResponse({ httpStatus: 200, body: { ...body, x: filler } }, 'IntentRequest', HANAKO).complaints,
    ).toStrictEqual([]);
  });

  it.each([
    ['shouldEndSession as a text', { ...good, shouldEndSession: 'false' }, 'shouldEndSession is no boolean'],
    ['speech that is a text', { ...good, outputSpeech: 'はい' }, 'response.outputSpeech is no object'],
    [
      'speech of an unknown type',
      { ...good, outputSpeech: { type: 'Text', text: 'はい' } },
      'response.outputSpeech.type is neither "SSML" nor "PlainText"',
    ],
    [
      'speech without words',
      { ...good, outputSpeech: { type: 'SSML', text: 'はい' } },
      'response.outputSpeech.ssml is empty',
    ],
    [
      '8001 characters',
      { ...good, outputSpeech: { type: 'PlainText', text: 'あ'.repeat(8001) } },
      'response.outputSpeech has 8001 characters, more than 8000',
    ],
    [
      'a reprompt of 8001 characters',
      { ...good, reprompt: { outputSpeech: { type: 'PlainText', text: 'あ'.repeat(8001) } } },
      'response.reprompt.outputSpeech has 8001 characters, more than 8000',
    ],
    ['a reprompt that is a text', { ...good, reprompt: 'はい' }, 'response.reprompt is no object'],
    [
      'malformed SSML',
      { ...good, ...ssml('<speak>A & B</speak>') },
      `response.outputSpeech.ssml is malformed: '&' is not escaped in "A & B"`,
    ],
    ['a card that is a text', { ...good, card: 'Simple' }, 'response.card is no object'],
    [
      'a card of an unknown type',
      { ...good, card: { type: 'Poster' } },
      'Alexa knows no card of type "Poster"',
    ],
    [
      'a simple card without content',
      { ...good, card: { type: 'Simple', title: 'ご注文' } },
      'a Simple card needs content',
    ],
    [
      'a simple card without title',
      { ...good, card: { type: 'Simple', content: 'x' } },
      'a Simple card needs a title',
    ],
    [
      'a standard card without text',
      { ...good, card: { type: 'Standard', title: 'x', content: 'x' } },
      'a Standard card needs text',
    ],
    [
      'a standard card without title',
      { ...good, card: { type: 'Standard', text: 'x' } },
      'a Standard card needs a title',
    ],
    [
      'a card of 8001 characters',
      { ...good, card: { type: 'Simple', title: 'あ', content: 'あ'.repeat(8000) } },
      'the card has 8001 characters, more than 8000',
    ],
    [
      'a consent card with a text',
      { ...good, card: { type: 'AskForPermissionsConsent', permissions: 'payments:autopay_consent' } },
      'an AskForPermissionsConsent card needs permissions, an array with at least one name',
    ],
    [
      'a consent card with nothing',
      { ...good, card: { type: 'AskForPermissionsConsent', permissions: [] } },
      'an AskForPermissionsConsent card needs permissions, an array with at least one name',
    ],
    [
      'a consent card with a number',
      { ...good, card: { type: 'AskForPermissionsConsent', permissions: [1] } },
      'a permission of the AskForPermissionsConsent card is no text',
    ],
    ['directives that are no list', { ...good, directives: {} }, 'response.directives is no array'],
    ['a directive without type', { ...good, directives: [{}] }, 'a directive has no type'],
    [
      'an unknown directive',
      { ...good, directives: [{ type: 'Connections.Send' }] },
      'Alexa knows no directive Connections.Send',
    ],
    [
      'a directive for a screen',
      { ...good, directives: [{ type: 'Alexa.Presentation.APL.RenderDocument' }] },
      'Alexa.Presentation.APL.RenderDocument needs the interface Alexa.Presentation.APL, which this device has not',
    ],
    [
      'a request without name',
      { shouldEndSession: true, directives: [{ ...setup, name: '' }] },
      'Connections.SendRequest has no name',
    ],
    [
      'a request without payload',
      { shouldEndSession: true, directives: [{ ...setup, payload: [] }] },
      'Connections.SendRequest: payload is no object',
    ],
    [
      'a request with a number as token',
      { shouldEndSession: true, directives: [{ ...setup, token: 1 }] },
      'Connections.SendRequest: token is no text',
    ],
    [
      'two requests',
      { shouldEndSession: true, directives: [setup, setup] },
      '2 Connections.SendRequest in one response',
    ],
    [
      'two dialog steps',
      { ...good, directives: [{ type: 'Dialog.Delegate' }, { type: 'Dialog.ElicitSlot' }] },
      '2 Dialog directives in one response',
    ],
    [
      'a dialog step in a closing answer',
      { ...plain, shouldEndSession: true, directives: [{ type: 'Dialog.ElicitSlot' }] },
      'a Dialog directive with shouldEndSession true',
    ],
    [
      'a dialog step beside a request',
      { ...plain, directives: [setup, { type: 'Dialog.ElicitSlot' }], shouldEndSession: false },
      'a Dialog directive beside Connections.SendRequest, which closes the session',
    ],
  ])('%s', (_name, response, text) => {
    const { accepted, complaints: all } = validateResponse(
      { httpStatus: 200, body: { version: '1.0', response } },
      'IntentRequest',
      HANAKO,
    );

    expect(all.filter(({ severity }) => severity === 'error')).toStrictEqual([{ severity: 'error', text }]);
    expect(accepted).toBeUndefined();
  });

  it.each([
    ['speaks', plain, 'a reply to SessionEndedRequest must not speak'],
    ['reprompts', { reprompt: plain }, 'a reply to SessionEndedRequest must not speak'],
    [
      'sends a card',
      { card: { type: 'LinkAccount' } },
      'a reply to SessionEndedRequest must not send a card',
    ],
    [
      'sends a directive',
      { directives: [setup], shouldEndSession: true },
      'a reply to SessionEndedRequest must not send directives',
    ],
  ])('%s after the session ended', (_name, response, text) => {
    expect(complaints(response, 'SessionEndedRequest')).toStrictEqual([`error: ${text}`]);
  });
});

describe('an answer that passes with a warning', () => {
  it.each([
    [
      'no reprompt in an open session',
      { ...plain, shouldEndSession: false },
      'the session stays open without a reprompt',
    ],
    ['no word and no directive', { shouldEndSession: true }, 'the skill says nothing'],
    [
      'shouldEndSession null',
      { ...good, shouldEndSession: null },
      'shouldEndSession is null; Alexa reads it as false',
    ],
    [
      'a request that leaves shouldEndSession open',
      { directives: [setup] },
      'Connections.SendRequest closes the session: send shouldEndSession true with it',
    ],
  ])('%s', (_name, response, text) => {
    expect(complaints(response)).toStrictEqual([`warning: ${text}`]);
  });
});
