import { error, warning, type Complaint } from './complaint';
import { DIRECTIVE_INTERFACES, SCREEN_INTERFACE } from './directive-table';
import { isJsonRecord, type JsonRecord } from './json-record';
import { readScreen } from './read-screen';

/** Whether a directive hands the buyer to Amazon Pay (or another connection). */
export function isSendRequest(directive: unknown): directive is JsonRecord {
  return isJsonRecord(directive) && directive['type'] === 'Connections.SendRequest';
}

/** Whether a directive steers the dialog (ElicitSlot, ConfirmSlot, ConfirmIntent, Delegate). */
export function isDialogStep(directive: unknown): directive is JsonRecord {
  return (
    isJsonRecord(directive) &&
    typeof directive['type'] === 'string' &&
    /^Dialog\.(ElicitSlot|ConfirmSlot|ConfirmIntent|Delegate)$/.test(directive['type'])
  );
}

function checkSendRequest({ name, payload, token }: JsonRecord): readonly Complaint[] {
  return [
    ...(typeof name !== 'string' || name === '' ? [error('Connections.SendRequest has no name')] : []),
    ...(isJsonRecord(payload) ? [] : [error('Connections.SendRequest: payload is no object')]),
    ...(typeof token === 'string' ? [] : [error('Connections.SendRequest: token is no text')]),
  ];
}

const RENDER_DOCUMENT = 'Alexa.Presentation.APL.RenderDocument';

/** Whether a directive shows a document on a screen. */
function isRenderDocument(directive: unknown): directive is JsonRecord {
  return isJsonRecord(directive) && directive['type'] === RENDER_DOCUMENT;
}

function checkOne(directive: unknown, hasScreen: boolean): readonly Complaint[] {
  if (!isJsonRecord(directive) || typeof directive['type'] !== 'string')
    return [error('a directive has no type')];
  const { type } = directive;
  const needs = DIRECTIVE_INTERFACES.get(type);
  if (needs === undefined) return [error(`Alexa knows no directive ${type}`)];
  const has = needs === 'none' || (hasScreen && needs === SCREEN_INTERFACE);
  if (!has) return [error(`${type} needs the interface ${needs}, which this device has not`)];
  if (isRenderDocument(directive))
    return readScreen(directive).faults.map((fault) => error(`${RENDER_DOCUMENT}: ${fault}`));
  return isSendRequest(directive) ? checkSendRequest(directive) : [];
}

function checkTogether(directives: readonly unknown[], shouldEndSession: unknown): readonly Complaint[] {
  const sendRequests = directives.filter(isSendRequest).length;
  const dialogSteps = directives.filter(isDialogStep).length;
  const documents = directives.filter(isRenderDocument).length;
  return [
    ...(sendRequests > 1 ? [error(`${sendRequests} Connections.SendRequest in one response`)] : []),
    ...(dialogSteps > 1 ? [error(`${dialogSteps} Dialog directives in one response`)] : []),
    ...(sendRequests > 0 && dialogSteps > 0
      ? [error('a Dialog directive beside Connections.SendRequest, which closes the session')]
      : []),
    ...(documents > 1 ? [error(`${documents} ${RENDER_DOCUMENT} in one response`)] : []),
    ...(sendRequests > 0 && documents > 0
      ? [error(`${RENDER_DOCUMENT} beside Connections.SendRequest, which leaves the skill`)]
      : []),
    ...(dialogSteps > 0 && shouldEndSession === true
      ? [error('a Dialog directive with shouldEndSession true')]
      : []),
    ...(sendRequests > 0 && shouldEndSession !== true
      ? [warning('Connections.SendRequest closes the session: send shouldEndSession true with it')]
      : []),
  ];
}

/**
 * Checks the directives of a response, each and together. `directives` undefined reads as none. `hasScreen`: the device
 * shows documents of Alexa Presentation Language.
 * @see alexa-amazon-pay.md, section 2
 */
export function checkDirectives(
  directives: unknown,
  shouldEndSession: unknown,
  hasScreen: boolean,
): readonly Complaint[] {
  if (directives === undefined) return [];
  if (!Array.isArray(directives)) return [error('response.directives is no array')];
  const list: readonly unknown[] = directives;
  return [
    ...list.flatMap((directive) => checkOne(directive, hasScreen)),
    ...checkTogether(list, shouldEndSession),
  ];
}
