import { X509Certificate } from 'node:crypto';
import { exchange } from '../exchange';

/** A certificate to check signatures with, or why there is none. `unavailable` is no sign of a forgery. */
export type CertificateResult =
  | { readonly ok: true; readonly certificate: X509Certificate }
  | { readonly ok: false; readonly reason: 'unavailable' | 'notACertificate' | 'outOfDate' | 'badChain' };

/** Finds the certificate at an address that was checked before. */
export type CertificateSource = (url: URL) => Promise<CertificateResult>;

/**
 * What the source needs. `now`: epoch milliseconds. `trustAnchors`: PEM roots that the chain has to reach; undefined
 * trusts the TLS connection to SNS's own host, because SNS serves its certificate without the intermediates.
 */
export interface CertificateEffects {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly trustAnchors?: readonly string[] | undefined;
}

const LIMITS = { timeoutMs: 2000, maxBytes: 65_536 } as const;
const KEPT = 8;
const KEPT_MS = 86_400_000;
const MAX_CHAIN = 5;

interface Kept {
  readonly chain: readonly X509Certificate[];
  readonly untilMs: number;
}

/** Makes a source that fetches each certificate once a day; dates and chain are checked at each use. */
export function createCertificateSource(effects: CertificateEffects): CertificateSource {
  const kept = new Map<string, Kept>();
  const anchors = effects.trustAnchors?.map((pem) => new X509Certificate(pem));
  return async (url) => {
    const nowMs = effects.now();
    let entry = kept.get(url.href);
    if (entry === undefined || entry.untilMs <= nowMs) {
      const sent = await exchange(
        { url: url.href, method: 'GET', headers: { accept: '*/*' } },
        LIMITS,
        effects.fetch,
      );
      if (sent.kind === 'fault' || sent.answer.httpStatus !== 200)
        return { ok: false, reason: 'unavailable' };
      const chain = readChain(sent.answer.text);
      if (chain === undefined) return { ok: false, reason: 'notACertificate' };
      entry = { chain, untilMs: nowMs + KEPT_MS };
      keep(kept, url.href, entry);
    }
    return judge(entry.chain, { nowMs, anchors });
  };
}

function readChain(pem: string): readonly [X509Certificate, ...X509Certificate[]] | undefined {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length > MAX_CHAIN) return undefined;
  try {
    const [leaf, ...others] = blocks.map((block) => new X509Certificate(block));
    return leaf === undefined ? undefined : [leaf, ...others];
  } catch {
    return undefined;
  }
}

interface Judging {
  readonly nowMs: number;
  readonly anchors: readonly X509Certificate[] | undefined;
}

function judge(chain: readonly X509Certificate[], { nowMs, anchors }: Judging): CertificateResult {
  const [certificate] = chain;
  if (certificate === undefined) return { ok: false, reason: 'notACertificate' };
  if (!chain.every((one) => isInDate(one, nowMs))) return { ok: false, reason: 'outOfDate' };
  const isLinked = chain.every((one, index) => {
    const issuer = chain[index + 1];
    return issuer === undefined || isIssuedBy(one, issuer);
  });
  const last = chain.at(-1);
  const isAnchored =
    anchors === undefined ||
    anchors.some((anchor) => last !== undefined && isInDate(anchor, nowMs) && isIssuedBy(last, anchor));
  return isLinked && isAnchored ? { ok: true, certificate } : { ok: false, reason: 'badChain' };
}

function isIssuedBy(one: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && one.checkIssued(issuer) && one.verify(issuer.publicKey);
}

function isInDate(certificate: X509Certificate, nowMs: number): boolean {
  return Date.parse(certificate.validFrom) <= nowMs && nowMs <= Date.parse(certificate.validTo);
}

/** The oldest entry makes room for a new one. */
function keep(kept: Map<string, Kept>, href: string, entry: Kept): void {
  kept.delete(href);
  kept.set(href, entry);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && oldest.done !== true) kept.delete(oldest.value);
}
