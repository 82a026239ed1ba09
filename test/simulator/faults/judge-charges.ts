/** Judges each Charge when it arrives at Amazon Pay: consent, amount, record, reference, number of sends. */
import type { Order } from '../../../lambda/src/orders/order';
import type { ProviderBooks } from './provider-books';
import type { Report } from './violation';

/** A Charge as Amazon Pay receives it. `from`: in an answer to the buyer, or by the background. */
export interface ArrivingCharge {
  readonly orderId: string;
  readonly authorizationReferenceId: string;
  readonly amountYen: number;
  readonly token: string;
  /** The whole payload, as text. */
  readonly content: string;
  readonly from: 'turn' | 'background';
  readonly atMs: number;
}

/** What the judge of charges looks at. `recordOf`: the order as it lies in the store. */
export interface ChargeJudgeWorld {
  readonly books: ProviderBooks;
  readonly report: Report;
  readonly recordOf: (orderId: string) => Order | undefined;
}

/** Judges charges by what the buyer heard and said, and by the provider's ledger. */
export interface ChargeJudge {
  /** The buyer says yes to a recap of this order and total, in the session that read it back. */
  readonly consent: (orderId: string, totalYen: number) => void;
  readonly arrives: (charge: ArrivingCharge) => void;
  /** A capture of the order has happened. */
  readonly captured: (orderId: string) => void;
  /** Number of the last Charge of the order (epoch milliseconds of its arrival). */
  readonly lastArrivalMs: (orderId: string) => number;
}

interface Seen {
  consentsYen: number[];
  readonly contents: Map<string, string>;
  readonly tokens: Map<string, Set<string>>;
  lastArrivalMs: number;
}

/** One reference goes out once and, after a server error, once more; each consent may begin that anew. */
const SENDS_PER_CONSENT = 2;
/** After a changed agreement the consent to the same terms still holds, so one more attempt may begin. */
const ATTEMPTS_PER_CONSENT = 1;

/** Makes the judge of charges. */
export function createChargeJudge({ books, report, recordOf }: ChargeJudgeWorld): ChargeJudge {
  const orders = new Map<string, Seen>();
  const seenOf = (orderId: string): Seen => {
    const known = orders.get(orderId);
    if (known !== undefined) return known;
    const fresh: Seen = { consentsYen: [], contents: new Map(), tokens: new Map(), lastArrivalMs: 0 };
    orders.set(orderId, fresh);
    return fresh;
  };

  function judgeConsent({ orderId, amountYen }: ArrivingCharge, { consentsYen }: Seen): void {
    if (consentsYen.length === 0) report('chargeWithoutConsent', orderId, `${amountYen} yen`);
    else if (!consentsYen.includes(amountYen))
      report('chargeOfAnotherAmount', orderId, `${amountYen} yen, consent to ${consentsYen.join(', ')}`);
  }

  function judgeRecord({ orderId, authorizationReferenceId, from, atMs }: ArrivingCharge): void {
    const order = recordOf(orderId);
    const attempt = order?.attempts.find(
      ({ content }) => content.authorizationReferenceId === authorizationReferenceId,
    );
    if (attempt === undefined)
      report('chargeWithoutRecord', orderId, 'no attempt with this reference is stored');
    if (from === 'turn') return;
    const isNew = !books.isProcessed(authorizationReferenceId);
    const isOld = attempt !== undefined && atMs - attempt.consentedAtMs > BACKGROUND_LIMIT_MS;
    const wasSent = (orders.get(orderId)?.tokens.get(authorizationReferenceId)?.size ?? 0) > 0;
    if (isNew && (isOld || !wasSent))
      report('backgroundCharge', orderId, wasSent ? 'the consent is too old' : 'its directive never left');
  }

  function judgeReference(charge: ArrivingCharge, seen: Seen): void {
    const { orderId, authorizationReferenceId, content, token, from } = charge;
    const first = seen.contents.get(authorizationReferenceId);
    // A refusal leaves nothing under the reference; only what was processed binds it.
    if (first !== undefined && first !== content)
      report('referenceWithTwoContents', orderId, authorizationReferenceId);
    seen.contents.set(authorizationReferenceId, content);
    if (from === 'background') return;
    const tokens = seen.tokens.get(authorizationReferenceId) ?? new Set<string>();
    seen.tokens.set(authorizationReferenceId, tokens.add(token));
    const sends = [...seen.tokens.values()].reduce((sum, { size }) => sum + size, 0);
    if (sends > SENDS_PER_CONSENT * seen.consentsYen.length + ATTEMPTS_PER_CONSENT)
      report('sentTooOften', orderId, `${sends} sends for ${seen.consentsYen.length} consents`);
  }

  return {
    consent(orderId, totalYen) {
      seenOf(orderId).consentsYen.push(totalYen);
    },
    arrives(charge) {
      const seen = seenOf(charge.orderId);
      judgeRecord(charge);
      judgeConsent(charge, seen);
      judgeReference(charge, seen);
      seen.lastArrivalMs = charge.atMs;
    },
    captured(orderId) {
      const { captures, authorizations } = books.moneyOf(orderId);
      if (captures.length > 1)
        report('doubleCharge', orderId, captures.map(({ amountYen }) => `${amountYen} yen`).join(' and '));
      const references = new Set(authorizations.map((one) => one.authorizationReferenceId));
      if (references.size > seenOf(orderId).consentsYen.length)
        report('moreAttemptsThanConsents', orderId, `${references.size} authorizations`);
    },
    lastArrivalMs: (orderId) => orders.get(orderId)?.lastArrivalMs ?? 0,
  };
}

/** Ten minutes by a worker's clock, which may be two minutes behind, and half a minute on the way. */
const BACKGROUND_LIMIT_MS = 12.5 * 60_000;
