/** Makes X.509 certificates, in as little ASN.1 as they need: tests must not depend on a tool outside Node. */
import { createSign, type KeyObject } from 'node:crypto';

/** What a certificate says. `issuer` signs it with `issuerKey`. Times are epoch milliseconds. */
export interface CertificateAsk {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly issuerKey: KeyObject;
  readonly isCa: boolean;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Makes a certificate as PEM. */
export function makeCertificate(ask: CertificateAsk): string {
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(Math.floor(ask.fromMs / 1000)),
    SHA256_WITH_RSA,
    name(ask.issuer),
    sequence(time(ask.fromMs), time(ask.toMs)),
    name(ask.subject),
    ask.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(basicConstraints(ask.isCa))),
  );
  const signature = createSign('RSA-SHA256').update(body).sign(ask.issuerKey);
  const certificate = sequence(body, SHA256_WITH_RSA, bitString(signature));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

const SHA256_WITH_RSA = sequence(oid([42, 134, 72, 134, 247, 13, 1, 1, 11]), tagged(0x05));
const COMMON_NAME = oid([85, 4, 3]);
const BASIC_CONSTRAINTS = oid([85, 29, 19]);

function name(commonName: string): Buffer {
  return sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, Buffer.from(commonName)))));
}

function basicConstraints(isCa: boolean): Buffer {
  const content = isCa ? sequence(tagged(0x01, Buffer.from([0xff]))) : sequence();
  return sequence(BASIC_CONSTRAINTS, tagged(0x01, Buffer.from([0xff])), tagged(0x04, content));
}

/** GeneralizedTime: `20261122030000Z`. */
function time(atMs: number): Buffer {
  return tagged(0x18, Buffer.from(new Date(atMs).toISOString().replace(/[-:T]|\.\d+/g, '')));
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(value, 0, 6);
  const firstUsed = bytes.findIndex((byte) => byte !== 0);
  const short = firstUsed < 0 ? bytes.subarray(5) : bytes.subarray(firstUsed);
  return tagged(0x02, (short[0] ?? 0) > 127 ? Buffer.concat([Buffer.from([0]), short]) : short);
}

function bitString(bytes: Buffer): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.from([0]), bytes]));
}

function oid(bytes: readonly number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  if (length < 256) return Buffer.concat([Buffer.from([tag, 0x81, length]), content]);
  return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 255]), content]);
}
