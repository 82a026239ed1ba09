import { createVerify } from 'node:crypto';
import { type CertificateSource } from './certificates';
import { parseSnsMessage, type SnsMessage, textToSign } from './sns-message';
import { certificateUrl, subscribeUrl } from './sns-url';

/** Who may write to us. `topicArns`: exact names of our topics. `nowMs`: epoch milliseconds. */
export interface SnsTrust {
  readonly topicArns: readonly string[];
  readonly certificateOf: CertificateSource;
  readonly nowMs: number;
}

/**
 * A message that is genuine, or why not. `isForged` false: it could not be checked now and has to come again.
 */
export type SnsVerdict =
  | { readonly ok: true; readonly message: SnsMessage; readonly subscribeUrl: URL | undefined }
  | { readonly ok: false; readonly isForged: boolean; readonly reason: string };

/** SNS repeats for 14 days; an hour ahead is the most that clocks may differ. */
const MAX_AGE_MS = 15 * 86_400_000;
const MAX_AHEAD_MS = 3_600_000;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const ALGORITHM = { '1': 'RSA-SHA1', '2': 'RSA-SHA256' } as const;

/**
 * Verifies a message of Amazon SNS: form, topic, age, address of the certificate, certificate, signature; cheap checks
 * first, and nothing is fetched for a message that fails one of them. A good signature alone proves nothing: any AWS
 * user can sign one, so the topic has to be ours.
 * @see amazon-pay-server-apis.md, section 10
 */
export async function verifySnsMessage(body: string, trust: SnsTrust): Promise<SnsVerdict> {
  const message = parseSnsMessage(body);
  if (message === undefined) return forged('notAnSnsMessage');
  if (!trust.topicArns.includes(message.TopicArn)) return forged('foreignTopic');
  if (!isTimely(message.Timestamp, trust.nowMs)) return forged('tooOldOrAhead');
  const version = message.SignatureVersion;
  if (version !== '1' && version !== '2') return forged('signatureVersion');
  const confirmUrl = subscribeUrl(message.SubscribeURL, message.TopicArn);
  if (message.Type === 'SubscriptionConfirmation' && confirmUrl === undefined) return forged('subscribeUrl');
  const url = certificateUrl(message.SigningCertURL);
  if (url === undefined) return forged('certificateUrl');
  const found = await trust.certificateOf(url);
  if (!found.ok) return { ok: false, isForged: found.reason !== 'unavailable', reason: found.reason };
  const isGood = createVerify(ALGORITHM[version])
    .update(textToSign(message), 'utf8')
    .verify(found.certificate.publicKey, message.Signature, 'base64');
  if (!isGood) return forged('signature');
  return { ok: true, message, subscribeUrl: confirmUrl };
}

function isTimely(timestamp: string, nowMs: number): boolean {
  const atMs = ISO_TIME.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  return nowMs - atMs <= MAX_AGE_MS && atMs - nowMs <= MAX_AHEAD_MS;
}

function forged(reason: string): SnsVerdict {
  return { ok: false, isForged: true, reason };
}
