/** Ways in which an answer can arrive spoilt: the processing was real, only the wire lies. */
import type { ConnectionAnswer } from '../contract';
import { withFields } from './forced-authorization';
import type { JsonObject } from './ledger-records';

/** What spoils an answer; `foreignToken` is a token that Amazon Pay saw in another request. */
interface GarbleFacts {
  readonly foreignToken: string;
}

type GarbleFunction = (answer: ConnectionAnswer, facts: GarbleFacts) => ConnectionAnswer;

/** Every kind of spoilt answer, by name. */
const GARBLES = {
  payloadMissing: withoutPayload,
  payloadNull: (answer) => ({ ...answer, payload: null }),
  payloadEmpty: (answer) => ({ ...answer, payload: {} }),
  payloadString: (answer) => ({ ...answer, payload: JSON.stringify(answer.payload) }),
  payloadArray: (answer) => ({ ...answer, payload: [answer.payload] }),
  statusMissing: withoutStatus,
  statusCodeNumber: (answer) => ({
    ...answer,
    status: { code: Number(answer.status?.code), message: answer.status?.message ?? '' },
  }),
  codeOnlyInMessage: (answer) => ({ ...answer, payload: {} }),
  codeOnlyInMessageNoPayload: withoutPayload,
  codeOnlyInPayload: (answer) => ({
    ...answer,
    status: { code: answer.status?.code ?? '', message: 'The request could not be carried out.' },
  }),
  codeNowhere: (answer) => ({
    ...withoutPayload(answer),
    status: { code: answer.status?.code ?? '', message: '' },
  }),
  tokenForeign: (answer, { foreignToken }) => ({ ...answer, token: foreignToken }),
  tokenForged: (answer) => ({ ...answer, token: forge(answer.token ?? '') }),
  tokenMissing: withoutToken,
  nameOfOtherOperation: (answer) => ({ ...answer, name: answer.name === 'Setup' ? 'Charge' : 'Setup' }),
  agreementIdMissing: (answer) => inPayload(answer, 'billingAgreementDetails', { billingAgreementId: null }),
  agreementDetailsMissing: (answer) => ({
    ...answer,
    payload: withFields(jsonOf(answer), { billingAgreementDetails: null }),
  }),
  otherEnvironment: (answer) => {
    const sandbox = JSON.stringify(answer.payload).includes('"SANDBOX"');
    return inPayload(answer, 'billingAgreementDetails', { releaseEnvironment: sandbox ? 'LIVE' : 'SANDBOX' });
  },
  authorizationDetailsMissing: (answer) => ({
    ...answer,
    payload: withFields(jsonOf(answer), { authorizationDetails: null }),
  }),
  authorizationStatusMissing: (answer) =>
    inPayload(answer, 'authorizationDetails', { authorizationStatus: null }),
  stateInWrongPlace: (answer) => {
    const status = withFields(withFields(jsonOf(answer).authorizationDetails, {}).authorizationStatus, {});
    return inPayload(answer, 'authorizationDetails', {
      authorizationStatus: null,
      state: status.state ?? null,
      reasonCode: status.reasonCode ?? null,
    });
  },
} as const satisfies Record<string, GarbleFunction>;

/** Name of a way to spoil an answer. */
export type Garble = keyof typeof GARBLES;

/** Spoils an answer; the one given stays as it is. */
export function garble(answer: ConnectionAnswer, how: Garble, facts: GarbleFacts): ConnectionAnswer {
  const spoil: GarbleFunction = GARBLES[how];
  return spoil(answer, facts);
}

function withoutPayload(answer: ConnectionAnswer): ConnectionAnswer {
  const rest = { ...answer };
  delete rest.payload;
  return rest;
}

function withoutStatus(answer: ConnectionAnswer): ConnectionAnswer {
  const rest = { ...answer };
  delete rest.status;
  return rest;
}

function withoutToken(answer: ConnectionAnswer): ConnectionAnswer {
  const rest = { ...answer };
  delete rest.token;
  return rest;
}

function jsonOf({ payload }: ConnectionAnswer): JsonObject {
  return isObject(payload) ? payload : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inPayload(answer: ConnectionAnswer, member: string, fields: JsonObject): ConnectionAnswer {
  const payload = jsonOf(answer);
  // An error has no such member; it is passed on as it is instead of growing one.
  if (payload[member] === undefined) return answer;
  return { ...answer, payload: { ...payload, [member]: withFields(payload[member], fields) } };
}

function forge(token: string): string {
  const last = token.slice(-1);
  return token.slice(0, -1) + (last === 'A' ? 'B' : 'A');
}
