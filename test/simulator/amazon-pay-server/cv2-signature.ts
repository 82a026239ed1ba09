/** Checks a CV2 request as Amazon would. Written apart from the product's signer. */
import { constants, createHash, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ServerAccount } from './server-account';
import type { ServerRefusal } from './world';

/** A request as it came. `nowMs`: epoch milliseconds. */
export interface Cv2Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: string;
  readonly nowMs: number;
}

const AUTHORIZATION =
  /^AMZN-PAY-RSASSA-PSS-V2 PublicKeyId=([^,]+), SignedHeaders=([a-z0-9;-]+), Signature=([A-Za-z0-9+/=]+)$/;
const MUST_BE_SIGNED = ['accept', 'content-type', 'x-amz-pay-date', 'x-amz-pay-host', 'x-amz-pay-region'];
const FIVE_MINUTES_MS = 300_000;

/** Undefined when the request may be carried out, else the refusal. */
export function checkCv2Request(arrival: Cv2Arrival, account: ServerAccount): ServerRefusal | undefined {
  const { headers } = arrival;
  const [, keyId = '', names = '', signature = ''] = AUTHORIZATION.exec(headers.authorization ?? '') ?? [];
  const missing = MUST_BE_SIGNED.find((name) => typeof headers[name] !== 'string');
  if (missing !== undefined) return refuse(400, 'MissingHeader');
  if (keyId === '') return refuse(400, 'MissingHeaderValue');
  const publicKey = account.publicKeys.get(keyId);
  if (publicKey === undefined) return refuse(401, 'UnauthorizedAccess');
  const signedNames = names.split(';');
  if (!MUST_BE_SIGNED.every((name) => signedNames.includes(name)))
    return refuse(403, 'InvalidRequestSignature');
  const text = `AMZN-PAY-RSASSA-PSS-V2\n${hash(canonical(arrival, signedNames))}`;
  const isGood = verify(
    'sha256',
    Buffer.from(text),
    { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
    Buffer.from(signature, 'base64'),
  );
  if (!isGood || !isTimely(arrival)) return refuse(403, 'InvalidRequestSignature');
  const isJapan = headers['x-amz-pay-region'] === 'jp' && headers['x-amz-pay-host'] === 'pay-api.amazon.jp';
  if (!isJapan) return refuse(401, 'UnauthorizedAccess');
  if (!account.accountOpen) return refuse(403, 'InvalidAccountStatus');
  return undefined;
}

function canonical({ method, path, headers, rawBody }: Cv2Arrival, names: readonly string[]): string {
  const rows = names.map((name) => `${name}:${String(headers[name])}\n`).join('');
  return `${method}\n${path}\n\n${rows}\n${names.join(';')}\n${hash(rawBody)}`;
}

function isTimely({ headers, nowMs }: Cv2Arrival): boolean {
  const date = String(headers['x-amz-pay-date']);
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return Math.abs(Date.parse(iso) - nowMs) <= FIVE_MINUTES_MS;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function refuse(status: number, code: string): ServerRefusal {
  return { ok: false, status, code };
}
