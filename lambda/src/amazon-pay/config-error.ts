/** Settings with which no call could ever succeed. Names every fault at once; values stay out, they are secret. */
export class AmazonPayConfigError extends Error {
  readonly code = 'amazonPayConfig';

  constructor(readonly faults: readonly string[]) {
    super(`Amazon Pay cannot be called:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** Tells whether requests may go to this address: https anywhere, plain http to this computer only. */
export function isSafeBaseUrl(baseUrl: string): boolean {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
}

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
