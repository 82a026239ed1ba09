/** The simulated Amazon SNS: signs messages, serves its certificate, delivers notifications of Amazon Pay. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { makeCertificate } from './der';

/** A topic of Amazon Pay. */
export const TOPIC_ARN = 'arn:aws:sns:ap-northeast-1:598607868003:A3BXB0YN3XH17HA1KOEMISE';
const CERTIFICATE_URL =
  'https://sns.ap-northeast-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem';

/** Fields of an envelope; every one can be replaced to forge it. */
type SnsEnvelope = Readonly<Record<string, string | undefined>>;

/** The simulated SNS. */
export interface SnsSender {
  /** PEM of the root that signed the certificate. */
  readonly root: string;
  /** Answers like SNS's hosts: the certificate, and confirmations of subscriptions. Nothing else is reachable. */
  readonly fetch: typeof fetch;
  /** URLs that were fetched, in order. */
  readonly fetched: string[];
  /** A signed envelope; `changes` are signed with it, `after` replaces fields behind the signature's back. */
  envelope(changes: SnsEnvelope, after?: SnsEnvelope): string;
  /** From now on the hosts answer with this (or not at all). */
  breakHost(how: 'down' | 'notACertificate' | undefined): void;
}

/** When the certificate is valid; the root lives longer. Times are epoch milliseconds. */
export interface SnsLife {
  readonly nowMs: number;
  readonly certificateEndsMs?: number;
}

const YEAR_MS = 31_536_000_000;

/** Makes a sender with keys of its own. */
export function createSnsSender({ nowMs, certificateEndsMs }: SnsLife): SnsSender {
  const rootKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const rootAsk = { subject: 'Simulated Root', issuer: 'Simulated Root', issuerKey: rootKeys.privateKey };
  const life = { fromMs: nowMs - YEAR_MS, toMs: nowMs + YEAR_MS };
  const root = makeCertificate({ ...rootAsk, ...life, publicKey: rootKeys.publicKey, isCa: true });
  const certificate = makeCertificate({
    ...rootAsk,
    ...life,
    subject: 'sns.amazonaws.com',
    publicKey: keys.publicKey,
    isCa: false,
    toMs: certificateEndsMs ?? life.toMs,
  });
  const fetched: string[] = [];
  let broken: 'down' | 'notACertificate' | undefined;

  return {
    root,
    fetched,
    fetch: (input) => {
      const url = input instanceof Request ? input.url : String(input);
      fetched.push(url);
      if (broken === 'down') return Promise.reject(new TypeError('fetch failed'));
      const body = broken === 'notACertificate' ? '<html></html>' : certificate;
      return Promise.resolve(new Response(url.endsWith('.pem') ? body : '<ok/>'));
    },
    envelope: (changes, after = {}) => {
      const fields: SnsEnvelope = {
        Type: 'Notification',
        MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
        TopicArn: TOPIC_ARN,
        Message: '{}',
        Timestamp: new Date(nowMs).toISOString(),
        SignatureVersion: '1',
        SigningCertURL: CERTIFICATE_URL,
        ...changes,
      };
      const algorithm = fields['SignatureVersion'] === '2' ? 'RSA-SHA256' : 'RSA-SHA1';
      const signer = createSign(algorithm).update(signedText(fields));
      return JSON.stringify({ ...fields, Signature: signer.sign(keys.privateKey, 'base64'), ...after });
    },
    breakHost: (how) => {
      broken = how;
    },
  };
}

/** Written apart from the product: the fields that SNS signs, by type. */
function signedText(fields: SnsEnvelope): string {
  const isNotification = fields['Type'] === 'Notification';
  const order = isNotification
    ? 'Message MessageId Subject Timestamp TopicArn Type'
    : 'Message MessageId SubscribeURL Timestamp Token TopicArn Type';
  return order
    .split(' ')
    .filter((field) => fields[field] !== undefined)
    .map((field) => `${field}\n${fields[field] ?? ''}\n`)
    .join('');
}

/** `Message` of a CV2 notification: that something changed, and never what it is now. */
export function cv2Notification(
  objectType: 'CHARGE' | 'REFUND' | 'CHARGE_PERMISSION' | 'CHARGEBACK',
  objectId: string,
  notificationId: string,
): string {
  return JSON.stringify({
    MerchantID: 'A1KOEMISE',
    ObjectType: objectType,
    ObjectId: objectId,
    ChargePermissionId: objectId.slice(0, 19),
    NotificationType: 'STATE_CHANGE',
    NotificationId: notificationId,
    NotificationVersion: 'V2',
  });
}

/** `Message` of a CV1 notification: JSON around XML in the namespace of notifications. */
export function mwsNotification(notificationType: string, xml: string, notificationId: string): string {
  return JSON.stringify({
    NotificationType: notificationType,
    SellerId: 'A1KOEMISE',
    ReleaseEnvironment: 'Sandbox',
    Version: '2013-01-01',
    NotificationReferenceId: notificationId,
    Timestamp: '2026-11-22T03:00:00Z',
    NotificationData: `<?xml version="1.0" encoding="UTF-8"?>${xml}`,
  });
}
