import { type HandlerInput } from 'ask-sdk-core';
import { type interfaces, type Intent, type Response } from 'ask-sdk-model';
import { screenDirective } from '../apl/screen-directive';
import { renderSsml, renderText, type Listener } from '../voice/render';
import { type Reply } from '../voice/reply';
import { type SkillDirective } from './directive';
import { type SessionState } from './turn';

/** A reply with the directive that goes along. */
export interface Answer extends Reply {
  readonly directive?: SkillDirective | undefined;
}

/** Who hears the answer, and whether the device shows screens. */
export interface Audience extends Listener {
  readonly hasScreen: boolean;
}

/**
 * Makes the Alexa response of an answer and puts the open question into the session.
 * `shouldEndSession` is false exactly when there is a reprompt; a Connections directive always closes the session.
 * A screen goes only to a device that has one, and never beside another directive.
 * @see alexa-amazon-pay.md, section 2; certification-and-law.md, section 3
 */
export function respond(input: HandlerInput, answer: Answer, listener: Audience): Response {
  const { responseBuilder, attributesManager, requestEnvelope } = input;
  const isOpen = answer.reprompt !== undefined;
  if (requestEnvelope.session !== undefined)
    attributesManager.setSessionAttributes(isOpen ? { ...sessionState(answer) } : {});
  if (answer.speech.length > 0) responseBuilder.speak(renderSsml(answer.speech, listener));
  if (answer.reprompt !== undefined) responseBuilder.reprompt(renderSsml(answer.reprompt, listener));
  addCard(input, answer, listener);
  addDirective(input, answer.directive);
  addScreen(input, answer, listener);
  return responseBuilder.withShouldEndSession(!isOpen).getResponse();
}

function sessionState({ question, speech, reprompt }: Answer): SessionState {
  return { ...(question === undefined ? {} : { question }), said: { speech, reprompt } };
}

function addCard({ responseBuilder }: HandlerInput, { card }: Answer, listener: Listener): void {
  if (card?.type === 'consent')
    responseBuilder.withAskForPermissionsConsentCard(['payments:autopay_consent']);
  if (card?.type === 'simple') {
    responseBuilder.withSimpleCard(renderText([card.title], listener), renderText(card.content, listener));
  }
}

function addDirective(
  { responseBuilder, requestEnvelope: { request } }: HandlerInput,
  directive: SkillDirective | undefined,
): void {
  if (directive?.type === 'Connections.SendRequest')
    responseBuilder.addDirective(connectionsDirective(directive));
  if (directive?.type === 'Dialog.ElicitSlot') {
    const intent =
      request.type === 'IntentRequest' ? orderIntent(request.intent, directive.slotToElicit) : undefined;
    responseBuilder.addElicitSlotDirective(directive.slotToElicit, intent);
  }
}

/** Connections.SendRequest leaves the skill at once: whatever is shown beside it would only flicker. */
function addScreen({ responseBuilder }: HandlerInput, answer: Answer, listener: Audience): void {
  if (!listener.hasScreen || answer.screen === undefined || answer.directive !== undefined) return;
  const shown = screenDirective(answer.screen, listener);
  if (shown !== undefined) responseBuilder.addDirective(shown);
}

function connectionsDirective({
  name,
  payload,
  token,
}: Extract<
  SkillDirective,
  { type: 'Connections.SendRequest' }
>): interfaces.connections.SendRequestDirective {
  return { type: 'Connections.SendRequest', name, payload: { ...payload }, token };
}

/** The intent with the asked slot emptied, so that an unusable value is not offered again. */
function orderIntent(intent: Intent, slotToElicit: string): Intent {
  const slots = {
    ...intent.slots,
    [slotToElicit]: { name: slotToElicit, confirmationStatus: 'NONE' as const },
  };
  return { ...intent, confirmationStatus: 'NONE', slots };
}
