/** Where the simulated server APIs work: one ledger, one clock, one merchant. */
import { createHash } from 'node:crypto';
import { ordinaryBuyer, type SimulatedBuyer } from '../amazon-pay/account';
import { advance } from '../amazon-pay/clock';
import type { Ledger } from '../amazon-pay/ledger';
import { firstAnswerKey } from '../amazon-pay/ledger';
import type { Change, ReleaseEnvironment } from '../amazon-pay/ledger-records';
import type { SimulatorEffects } from '../contract';
import type { ServerAccount } from './server-account';
import type { ServerAnswer } from './wire-fault';

/** Everything an operation may use. */
export interface World {
  readonly ledger: Ledger;
  readonly effects: SimulatorEffects;
  readonly account: () => ServerAccount;
}

/** The code of a refused operation, in the words of the API that asks. */
export interface ServerRefusal {
  readonly ok: false;
  readonly status: number;
  readonly code: string;
}

/** Brings the books up to the present time: authorizations as ever, and refunds that are due. */
export function letTimePass({ ledger, effects }: World): void {
  const nowMs = effects.now();
  advance(ledger, { nowMs, random: effects.random });
  const due = [...ledger.refunds.values()].filter(
    (one) => one.state === 'Pending' && one.decidedAtMs <= nowMs,
  );
  for (const refund of due) {
    const state = refund.reasonCode === undefined ? 'Completed' : 'Declined';
    ledger.books.commit([{ kind: 'refund', record: { ...refund, state } }]);
  }
}

/** The person behind an agreement. */
export function buyerOf({ ledger }: World, userId: string): SimulatedBuyer {
  return ledger.buyers.get(userId) ?? ordinaryBuyer(userId);
}

/** One request under an idempotency key. `content`: all that must not change. */
export interface KeyedRequest {
  readonly environment: ReleaseEnvironment;
  readonly key: string;
  readonly content: string;
}

/** The first answer under this key, `changed` when the content is another one, undefined for a new key. */
export function firstAnswerOf(
  { ledger }: World,
  { environment, key, content }: KeyedRequest,
): ServerAnswer | 'changed' | undefined {
  const first = ledger.books.firstAnswer(environment, key);
  if (first === undefined) return undefined;
  if (first.fingerprint !== digest(content)) return 'changed';
  const { status, contentType, body } = first.payload;
  return { status: Number(status), contentType: asText(contentType), body: asText(body) };
}

/** The change that keeps an answer as the first one under its key. */
export function keepFirstAnswer({ environment, key, content }: KeyedRequest, answer: ServerAnswer): Change {
  const { status, contentType, body } = answer;
  return {
    kind: 'firstAnswer',
    record: {
      key: firstAnswerKey(environment, key),
      fingerprint: digest(content),
      payload: { status, contentType, body },
    },
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function digest(content: string): string {
  return createHash('sha256').update(content).digest('base64url');
}
