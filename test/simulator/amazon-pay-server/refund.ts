/** Pays back captured money: the common ground of MWS and CV2. */
import type { Capture, Refund } from '../amazon-pay/ledger-records';
import type { World } from './world';

/** Pays back at most the captured amount plus the smaller of 15 % and ¥8,400, in at most ten refunds. */
const EXTRA_SHARE = 0.15;
const EXTRA_LIMIT_YEN = 8400;
const MAX_REFUNDS = 10;
const DECISION_MS = 60_000;

/** Begun, or refused before anything was written. */
export type RefundResult =
  | { readonly ok: true; readonly refund: Refund }
  | { readonly ok: false; readonly why: 'amountExceeded' | 'countExceeded' };

/** What is asked for. `failsWith`: the simulation makes the refund be declined later with this reason. */
export interface RefundAsk {
  readonly capture: Capture;
  readonly reference: string;
  readonly amountYen: number;
  readonly failsWith?: string | undefined;
}

/** Begins a refund; it is decided one minute later. */
export function beginRefund({ ledger, effects }: World, ask: RefundAsk): RefundResult {
  const { capture } = ask;
  const earlier = refundsOf({ ledger }, capture.amazonCaptureId);
  if (earlier.length >= MAX_REFUNDS) return { ok: false, why: 'countExceeded' };
  const limitYen = capture.amountYen + Math.min(EXTRA_LIMIT_YEN, Math.floor(capture.amountYen * EXTRA_SHARE));
  if (refundedYen(earlier) + ask.amountYen > limitYen) return { ok: false, why: 'amountExceeded' };
  const nowMs = effects.now();
  const record: Refund = {
    amazonRefundId: freeRefundId(ledger.refunds, capture.amazonCaptureId, effects.random),
    amazonCaptureId: capture.amazonCaptureId,
    refundReferenceId: ask.reference,
    environment: capture.environment,
    amountYen: ask.amountYen,
    state: 'Pending',
    reasonCode: ask.failsWith,
    createdAtMs: nowMs,
    decidedAtMs: nowMs + DECISION_MS,
  };
  ledger.books.commit([{ kind: 'refund', record }]);
  return { ok: true, refund: record };
}

/** Refunds of a capture that are not declined. */
export function refundsOf({ ledger }: Pick<World, 'ledger'>, amazonCaptureId: string): readonly Refund[] {
  return [...ledger.refunds.values()].filter(
    (one) => one.amazonCaptureId === amazonCaptureId && one.state !== 'Declined',
  );
}

/** Whole yen of refunds. */
export function refundedYen(refunds: readonly Refund[]): number {
  return refunds.reduce((sum, one) => sum + one.amountYen, 0);
}

function freeRefundId(used: ReadonlyMap<string, Refund>, captureId: string, random: () => number): string {
  const base = captureId.slice(0, -8);
  const start = Math.floor(random() * 1_000_000);
  for (let step = 0; step < 1_000_000; step += 1) {
    const id = `${base}-R${String((start + step) % 1_000_000).padStart(6, '0')}`;
    if (!used.has(id)) return id;
  }
  throw new Error(`No free refund id left under ${base}`);
}
