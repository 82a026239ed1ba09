import { constants, createHash, type KeyObject, sign } from 'node:crypto';

/** The algorithm's name as Amazon Pay spells it; salt length 32. @see amazon-pay-server-apis.md, section 3 */
const ALGORITHM = 'AMZN-PAY-RSASSA-PSS-V2';

/** What is signed. Header names may have any case; `path` begins with a slash; `query` has no question mark. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The canonical request: method, path, query, sorted headers, their names, and the hash of the body. */
export function canonicalRequest({ method, path, query, headers, body }: SignedRequest): string {
  const rows = sortedHeaders(headers).map(([name, value]) => `${name}:${value}\n`);
  return [method, path, query, rows.join(''), signedHeaderNames(headers), sha256(body)].join('\n');
}

/** The text that the signature covers. */
export function stringToSign(canonical: string): string {
  return `${ALGORITHM}\n${sha256(canonical)}`;
}

/** Names of all headers, lower case, sorted, joined by semicolons. */
function signedHeaderNames(headers: Readonly<Record<string, string>>): string {
  return sortedHeaders(headers)
    .map(([name]) => name)
    .join(';');
}

/** The `authorization` header of a request; every given header is signed. */
export function authorizationHeader(
  request: SignedRequest,
  key: { readonly publicKeyId: string; readonly privateKey: KeyObject },
): string {
  const text = stringToSign(canonicalRequest(request));
  const signature = sign('sha256', Buffer.from(text, 'utf8'), {
    key: key.privateKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 32,
  });
  const names = signedHeaderNames(request.headers);
  return `${ALGORITHM} PublicKeyId=${key.publicKeyId}, SignedHeaders=${names}, Signature=${signature.toString('base64')}`;
}

function sortedHeaders(headers: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value.trim().replace(/\s+/g, ' ')] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
