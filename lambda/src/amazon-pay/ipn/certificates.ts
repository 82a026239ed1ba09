import { X509Certificate } from 'node:crypto';
import { exchange } from '../exchange';

/** A certificate to check signatures with, or why there is none. `unavailable` is no sign of a forgery. */
type CertificateResult =
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
/** A host that failed is left alone for a minute, and few fetches run at once: an unsigned message must stay cheap. */
const FAILED_KEPT = 64;
const FAILED_MS = 60_000;
const MAX_FLIGHTS = 4;
const MAX_CHAIN = 5;

type Failure = Extract<CertificateResult, { ok: false }>;
type Chain = readonly X509Certificate[];

/** What is known of an address until `untilMs`: its chain, or that it had none. */
interface Kept {
  readonly found: Chain | Failure;
  readonly untilMs: number;
}

/** Makes a source that fetches each certificate once a day; dates and chain are checked at each use. */
export function createCertificateSource(effects: CertificateEffects): CertificateSource {
  const chains = new Map<string, Kept>();
  const failures = new Map<string, Kept>();
  const flights = new Map<string, Promise<Chain | Failure>>();
  const anchors = effects.trustAnchors?.map((pem) => new X509Certificate(pem));

  async function find(href: string): Promise<Chain | Failure> {
    const nowMs = effects.now();
    const known = [chains.get(href), failures.get(href)].find((one) => (one?.untilMs ?? 0) > nowMs);
    if (known !== undefined) return known.found;
    const flying = flights.get(href);
    if (flying !== undefined) return flying;
    if (flights.size >= MAX_FLIGHTS) return UNAVAILABLE;
    const flight = fetchChain(href, effects.fetch);
    flights.set(href, flight);
    const found = await flight;
    flights.delete(href);
    if ('ok' in found)
      keep(failures, href, { kept: { found, untilMs: nowMs + FAILED_MS }, limit: FAILED_KEPT });
    else keep(chains, href, { kept: { found, untilMs: nowMs + KEPT_MS }, limit: KEPT });
    return found;
  }

  return async (url) => {
    const found = await find(url.href);
    return 'ok' in found ? found : judge(found, { nowMs: effects.now(), anchors });
  };
}

const UNAVAILABLE: Failure = { ok: false, reason: 'unavailable' };

async function fetchChain(href: string, fetchFn: typeof fetch): Promise<Chain | Failure> {
  const request = { url: href, method: 'GET', headers: { accept: '*/*' } } as const;
  const sent = await exchange(request, LIMITS, fetchFn);
  if (sent.kind === 'fault' || sent.answer.httpStatus !== 200) return UNAVAILABLE;
  return readChain(sent.answer.text) ?? { ok: false, reason: 'notACertificate' };
}

function readChain(pem: string): Chain | undefined {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length > MAX_CHAIN) return undefined;
  try {
    const chain = blocks.map((block) => new X509Certificate(block));
    return chain.length === 0 ? undefined : chain;
  } catch {
    return undefined;
  }
}

interface Judging {
  readonly nowMs: number;
  readonly anchors: readonly X509Certificate[] | undefined;
}

function judge(chain: Chain, { nowMs, anchors }: Judging): CertificateResult {
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
function keep(
  entries: Map<string, Kept>,
  href: string,
  { kept, limit }: { readonly kept: Kept; readonly limit: number },
): void {
  entries.delete(href);
  entries.set(href, kept);
  const oldest = entries.keys().next();
  if (entries.size > limit && oldest.done !== true) entries.delete(oldest.value);
}
