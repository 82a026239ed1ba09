import { type WireRequest } from '../exchange';
import { type Cv2Access } from './config';
import { type Endpoint } from './endpoints-table';
import { authorizationHeader } from './sign';
import { writeCv2Time } from './time';

/** A checked call: the id is safe for a path, the key has its form. */
export interface CheckedCall {
  readonly id: string;
  readonly key?: string;
  readonly body?: string | undefined;
  readonly simulationCode?: string | undefined;
}

/** Who signs, and when. `nowMs`: epoch milliseconds. */
interface Signing {
  readonly access: Cv2Access;
  readonly nowMs: number;
}

/**
 * Builds the signed request of one send. Only the date and the signature differ from send to send.
 * @see amazon-pay-server-apis.md, section 3
 */
export function buildRequest<Value>(
  { method, collection, suffix, inPath, hasKey }: Endpoint<Value>,
  call: CheckedCall,
  { access, nowMs }: Signing,
): WireRequest {
  const path = `${access.pathPrefix}/${collection}${inPath ? `/${call.id}` : ''}${suffix}`;
  const isSimulated = access.environment === 'SANDBOX' && call.simulationCode !== undefined;
  const headers: Record<string, string> = {
    accept: 'application/json',
    'content-type': 'application/json',
    'x-amz-pay-date': writeCv2Time(nowMs),
    'x-amz-pay-host': access.host,
    'x-amz-pay-region': access.region,
    ...(hasKey && call.key !== undefined ? { 'x-amz-pay-idempotency-key': call.key } : {}),
    ...(isSimulated ? { 'x-amz-pay-simulation-code': call.simulationCode } : {}),
  };
  const signed = { method, path, query: '', headers, body: call.body ?? '' };
  return {
    url: `${access.origin}${path}`,
    method,
    headers: { ...headers, authorization: authorizationHeader(signed, access) },
    body: call.body,
  };
}
