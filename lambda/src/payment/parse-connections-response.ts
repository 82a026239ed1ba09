import * as z from 'zod/mini';
import { type Destination } from './outcome';
import { readAmount, type ReadAmount } from './money';

/** An absent or misshapen field becomes undefined: the rest of the answer still counts. */
const text = z.catch(z.optional(z.string()), undefined);
const record = z.catch(z.optional(z.record(z.string(), z.unknown())), undefined);

const RESPONSE = z.object({ name: text, token: text, status: record, payload: record });
const DESTINATION = z.object({
  name: text,
  companyName: text,
  addressLine1: text,
  addressLine2: text,
  addressLine3: text,
  city: text,
  stateOrRegion: text,
  postalCode: text,
  countryCode: text,
  phone: text,
});
const AGREEMENT = z.object({
  billingAgreementId: text,
  billingAgreementStatus: text,
  releaseEnvironment: text,
  destination: z.catch(z.optional(DESTINATION), undefined),
});
const AUTHORIZATION = z.object({
  amazonAuthorizationId: text,
  authorizationReferenceId: text,
  authorizationAmount: z.optional(z.unknown()),
  capturedAmount: z.optional(z.unknown()),
  idList: z.catch(z.array(z.string()), []),
  softDecline: z.catch(z.optional(z.boolean()), undefined),
  authorizationStatus: record,
});

/** `billingAgreementDetails` of a Setup answer, as far as it could be read. */
export interface AgreementDetails {
  readonly billingAgreementId?: string | undefined;
  readonly billingAgreementStatus?: string | undefined;
  readonly releaseEnvironment?: string | undefined;
  readonly destination?: Destination | undefined;
}

/** `authorizationDetails` of a Charge answer, as far as it could be read. */
export interface AuthorizationDetails {
  readonly amazonOrderReferenceId: string | undefined;
  readonly amazonAuthorizationId: string | undefined;
  readonly authorizationReferenceId: string | undefined;
  readonly authorizationAmount: ReadAmount;
  readonly capturedAmount: ReadAmount;
  readonly captureIds: readonly string[];
  readonly softDecline: boolean | undefined;
  readonly state: string | undefined;
  readonly reasonCode: string | undefined;
}

/** A Connections.Response, parsed. `statusCode` is text whether the wire had a string or a number. */
export interface ConnectionsResponse {
  readonly name: string | undefined;
  readonly token: string | undefined;
  readonly statusCode: string | undefined;
  /** `payload.errorCode`, else `status.message` where that looks like a code. */
  readonly errorCode: string | undefined;
  /** For choosing a row and for the merchant's alert; never spoken. */
  readonly errorMessage: string | undefined;
  readonly agreement: AgreementDetails | undefined;
  readonly authorization: AuthorizationDetails | undefined;
}

/**
 * Reads the `request` of a Connections.Response. Never throws: what is missing or misshapen is undefined, and
 * undefined never means success.
 * @see alexa-amazon-pay.md, sections 4 and 5 (steps 2 and 3)
 */
export function parseConnectionsResponse(request: unknown): ConnectionsResponse {
  const parsed = z.safeParse(RESPONSE, request);
  const { name, token, status, payload } = parsed.success ? parsed.data : {};
  const message = nonEmpty(status?.['message']);
  const looksLikeCode = message !== undefined && /^[A-Za-z_]{3,64}$/.test(message);
  return {
    name,
    token,
    statusCode: readStatusCode(status?.['code']),
    errorCode: nonEmpty(payload?.['errorCode']) ?? (looksLikeCode ? message : undefined),
    errorMessage: nonEmpty(payload?.['errorMessage']) ?? message,
    agreement: readAgreement(payload?.['billingAgreementDetails']),
    authorization: readAuthorization(payload),
  };
}

function readStatusCode(code: unknown): string | undefined {
  return typeof code === 'number' ? String(code) : nonEmpty(code);
}

function nonEmpty(value: unknown): string | undefined {
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed === '' ? undefined : trimmed;
}

function readAgreement(details: unknown): AgreementDetails | undefined {
  const parsed = z.safeParse(AGREEMENT, details);
  return parsed.success ? parsed.data : undefined;
}

function readAuthorization(payload: Record<string, unknown> | undefined): AuthorizationDetails | undefined {
  const parsed = z.safeParse(AUTHORIZATION, payload?.['authorizationDetails']);
  if (!parsed.success) return undefined;
  const details = parsed.data;
  return {
    amazonOrderReferenceId: nonEmpty(payload?.['amazonOrderReferenceId']),
    amazonAuthorizationId: details.amazonAuthorizationId,
    authorizationReferenceId: details.authorizationReferenceId,
    authorizationAmount: readAmount(details.authorizationAmount),
    capturedAmount: readAmount(details.capturedAmount),
    captureIds: details.idList,
    softDecline: details.softDecline,
    state: nonEmpty(details.authorizationStatus?.['state']),
    reasonCode: nonEmpty(details.authorizationStatus?.['reasonCode']),
  };
}
