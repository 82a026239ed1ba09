import { type HandlerInput, AttributesManagerFactory, ResponseFactory } from 'ask-sdk-core';
import { respond, type Answer } from '../../../lambda/src/alexa/respond';
import { line } from '../../../lambda/src/voice/line';
import { anEnvelope, type EnvelopeParts } from './an-envelope';

const SHOP = { merchantName: 'こえみせ珈琲', orderExample: 'ブレンドを2つください', hasScreen: false };

function inputOf(parts: EnvelopeParts): HandlerInput {
  const requestEnvelope = anEnvelope(parts);
  return {
    requestEnvelope,
    attributesManager: AttributesManagerFactory.init({ requestEnvelope }),
    responseBuilder: ResponseFactory.init(),
  };
}
const answered = (answer: Answer, parts: EnvelopeParts = {}) => {
  const input = inputOf(parts);
  const response = respond(input, answer, SHOP);
  return { response, input };
};

describe('the response to Alexa', () => {
  it('stays open exactly when there is a reprompt, and keeps the question', () => {
    const { response, input } = answered({
      speech: [line('cartIsEmpty')],
      reprompt: [line('orderExample')],
      question: { kind: 'order' },
    });

    expect(response.shouldEndSession).toBe(false);
    expect(input.attributesManager.getSessionAttributes()).toEqual({
      question: { kind: 'order' },
      said: { speech: [{ key: 'cartIsEmpty' }], reprompt: [{ key: 'orderExample' }] },
    });
  });

  it('closes otherwise, and forgets the question', () => {
    const { response, input } = answered(
      { speech: [line('farewell')], question: { kind: 'order' } },
      { session: { attributes: { question: { kind: 'checkout' } } } },
    );

    expect(response).toMatchObject({
      shouldEndSession: true,
      outputSpeech: { type: 'SSML', ssml: '<speak>ご利用ありがとうございました。</speak>' },
    });
    expect(response).not.toHaveProperty('reprompt');
    expect(input.attributesManager.getSessionAttributes()).toEqual({});
  });

  it('shows a screen where there is one, but never beside another directive', () => {
    const screen = { type: 'notice', title: line('screenConsentTitle'), text: [] } as const;
    const directive = { type: 'Dialog.ElicitSlot', slotToElicit: 'product' } as const;
    const types = (answer: Answer, hasScreen: boolean): unknown =>
      respond(inputOf({}), answer, { ...SHOP, hasScreen }).directives?.map(({ type }) => type);

    expect(types({ speech: [], screen }, true)).toEqual(['Alexa.Presentation.APL.RenderDocument']);
    expect(types({ speech: [], screen }, false)).toBeUndefined();
    expect(types({ speech: [], screen, directive }, true)).toEqual(['Dialog.ElicitSlot']);
  });

  it('says nothing when there is nothing to say, even without a session', () => {
    const { response } = answered({ speech: [] }, { session: undefined });

    expect(response).not.toHaveProperty('outputSpeech');
    expect(response).not.toHaveProperty('card');
  });

  it('asks for payments:autopay_consent and for nothing else', () => {
    const { response } = answered({ speech: [line('enableAmazonPay')], card: { type: 'consent' } });

    expect(response.card).toEqual({
      type: 'AskForPermissionsConsent',
      permissions: ['payments:autopay_consent'],
    });
  });

  it('shows a simple card as plain text', () => {
    const card = {
      type: 'simple',
      title: line('cardOrderTitle'),
      content: [line('thanks'), line('thanks')],
    } as const;

    expect(answered({ speech: [line('thanks')], card }).response.card).toEqual({
      type: 'Simple',
      title: 'ご注文ありがとうございます',
      content: 'ありがとうございました。\nありがとうございました。',
    });
  });

  it('listens for one slot and keeps the others', () => {
    const intent = {
      name: 'OrderIntent',
      confirmationStatus: 'NONE',
      slots: {
        product: { name: 'product', value: 'ブレンド', confirmationStatus: 'NONE' },
        quantity: { name: 'quantity', value: '0', confirmationStatus: 'NONE' },
      },
    };
    const { response } = answered(
      {
        speech: [line('quantityOutOfRange')],
        reprompt: [line('quantityAnswers')],
        directive: { type: 'Dialog.ElicitSlot', slotToElicit: 'quantity' },
      },
      { request: { type: 'IntentRequest', intent } },
    );

    expect(response.directives).toEqual([
      {
        type: 'Dialog.ElicitSlot',
        slotToElicit: 'quantity',
        updatedIntent: {
          ...intent,
          slots: {
            product: intent.slots.product,
            quantity: { name: 'quantity', confirmationStatus: 'NONE' },
          },
        },
      },
    ]);
  });

  it('elicits without an intent when the request has none', () => {
    const { response } = answered({
      speech: [line('askProduct')],
      reprompt: [line('askProduct')],
      directive: { type: 'Dialog.ElicitSlot', slotToElicit: 'product' },
    });

    expect(response.directives).toEqual([{ type: 'Dialog.ElicitSlot', slotToElicit: 'product' }]);
  });
});

describe('an answer that Alexa would refuse', () => {
  const name = 'あ'.repeat(8000);
  const tooLong = [line('subscriptionAdded', { name, counter: '袋', priceYen: 2480 })];

  it.each([
    ['speech', { speech: tooLong }, 'outputSpeech has'],
    ['a reprompt', { speech: [], reprompt: tooLong }, 'reprompt has'],
    [
      'a card',
      { speech: [], card: { type: 'simple', title: line('farewell'), content: tooLong } },
      'card has',
    ],
  ] as const)('for %s of more than 8000 characters is not given', (_part, answer, message) => {
    expect(() => answered(answer)).toThrow(message);
  });

  it('for more than 120 KB is not given, and leaves neither directive nor question behind', () => {
    const input = inputOf({ session: { attributes: { question: { kind: 'checkout' } } } });
    const directive = {
      type: 'Connections.SendRequest',
      name: 'Setup',
      payload: { sellerNote: 'あ'.repeat(41_000) },
      token: 't',
    } as unknown as Answer['directive'];

    expect(() => respond(input, { speech: [], directive }, SHOP)).toThrow(/the response has 12\d{4} bytes/);
    expect(input.responseBuilder.getResponse()).toEqual({});
    expect(input.attributesManager.getSessionAttributes()).toEqual({ question: { kind: 'checkout' } });
  });
});
