/** Ids of Amazon Pay's objects, drawn from the injected random. */
import type { ReleaseEnvironment } from './ledger-records';

/** First letters of the ids: agreements B (live) or C (sandbox), order references P or S; 03 is Japan. */
const PREFIX = {
  agreement: { LIVE: 'B03', SANDBOX: 'C03' },
  orderReference: { LIVE: 'P03', SANDBOX: 'S03' },
} as const;

/** Where ids come from: the random, and what is in use already. */
interface IdSource {
  readonly random: () => number;
  readonly isUsed: (id: string) => boolean;
}

/** Makes an id such as `C03-1234567-1234567` that is not in use. */
export function newObjectId(
  kind: keyof typeof PREFIX,
  environment: ReleaseEnvironment,
  { random, isUsed }: IdSource,
): string {
  const prefix = PREFIX[kind][environment];
  const first = digits(random, 7);
  const last = Math.floor(random() * 10_000_000);
  // A constant random would draw the same id for ever, so a used id is followed by the next number.
  for (let step = 0; step < 10_000_000; step += 1) {
    const id = `${prefix}-${first}-${String((last + step) % 10_000_000).padStart(7, '0')}`;
    if (!isUsed(id)) return id;
  }
  throw new Error(`No free id left under ${prefix}-${first}`);
}

/** Makes the id of an authorization (`A`) or capture (`C`) under an order reference: `S03-…-…-A123456`. */
export function newPartId(amazonOrderReferenceId: string, letter: 'A' | 'C', random: () => number): string {
  return `${amazonOrderReferenceId}-${letter}${digits(random, 6)}`;
}

/** The environment that an agreement id belongs to; `undefined` when it is no Japanese agreement id. */
export function environmentOfAgreementId(billingAgreementId: string): ReleaseEnvironment | undefined {
  const match = /^(B03|C03)-\d{7}-\d{7}$/.exec(billingAgreementId);
  if (match === null) return undefined;
  return match[1] === 'B03' ? 'LIVE' : 'SANDBOX';
}

function digits(random: () => number, count: number): string {
  return String(Math.floor(random() * 10 ** count)).padStart(count, '0');
}
