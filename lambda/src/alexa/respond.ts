import { type HandlerInput, type ResponseBuilder, ResponseFactory } from 'ask-sdk-core';
import { type interfaces, type Intent, type Request, type Response } from 'ask-sdk-model';
import { screenDirective } from '../apl/screen-directive';
import { renderSsml, renderText, type Listener } from '../voice/render';
import { type Reply } from '../voice/reply';
import { type SkillDirective } from './directive';
import { assertWithinLimits } from './response-limits';
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
 * @throws ResponseTooLargeError when Alexa would refuse the answer; nothing of it is left in the session then
 * @see alexa-amazon-pay.md, section 2; certification-and-law.md, section 3
 */
export function respond(input: HandlerInput, answer: Answer, listener: Audience): Response {
  const { attributesManager, requestEnvelope } = input;
  const isOpen = answer.reprompt !== undefined;
  // Not the builder of the turn: an answer that turns out too large must leave nothing behind in the apology.
  const builder = ResponseFactory.init();
  if (answer.speech.length > 0) builder.speak(renderSsml(answer.speech, listener));
  if (answer.reprompt !== undefined) builder.reprompt(renderSsml(answer.reprompt, listener));
  addCard(builder, answer, listener);
  addDirective(builder, answer.directive, requestEnvelope.request);
  addScreen(builder, answer, listener);
  const response = builder.withShouldEndSession(!isOpen).getResponse();
  assertWithinLimits(response);
  if (requestEnvelope.session !== undefined)
    attributesManager.setSessionAttributes(isOpen ? { ...sessionState(answer) } : {});
  return response;
}

function sessionState({ question, speech, reprompt }: Answer): SessionState {
  return { ...(question === undefined ? {} : { question }), said: { speech, reprompt } };
}

function addCard(builder: ResponseBuilder, { card }: Answer, listener: Listener): void {
  if (card?.type === 'consent') builder.withAskForPermissionsConsentCard(['payments:autopay_consent']);
  if (card?.type === 'simple') {
    builder.withSimpleCard(renderText([card.title], listener), renderText(card.content, listener));
  }
}

function addDirective(
  builder: ResponseBuilder,
  directive: SkillDirective | undefined,
  request: Request,
): void {
  if (directive?.type === 'Connections.SendRequest') builder.addDirective(connectionsDirective(directive));
  if (directive?.type === 'Dialog.ElicitSlot') {
    const intent =
      request.type === 'IntentRequest' ? orderIntent(request.intent, directive.slotToElicit) : undefined;
    builder.addElicitSlotDirective(directive.slotToElicit, intent);
  }
}

/** Connections.SendRequest leaves the skill at once: whatever is shown beside it would only flicker. */
function addScreen(builder: ResponseBuilder, answer: Answer, listener: Audience): void {
  if (!listener.hasScreen || answer.screen === undefined || answer.directive !== undefined) return;
  const shown = screenDirective(answer.screen, listener);
  if (shown !== undefined) builder.addDirective(shown);
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
