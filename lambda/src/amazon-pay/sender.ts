import { classifyFault, classifyRefusal } from '../payment/server-classify';
import { type CallKind, type Channel, type ServerOutcome } from '../payment/server-row';
import { type CallFailure, type CallResult, type IdSource } from './call-result';
import { exchange, type WireAnswer, type WireLimits, type WireRequest } from './exchange';
import { type TokenBucket } from './token-bucket';
import { type LadderEffects, withLadder } from './with-ladder';

/** What a client needs of the world; everything is injected. */
export interface ClientEffects extends LadderEffects {
  readonly fetch: typeof fetch;
}

/** Limits of a client. `budgetMs`: latest start of another send after the first; 0 is a single send. */
export interface ClientLimits extends WireLimits {
  readonly budgetMs: number;
}

/** What an error body says; undefined where it says nothing. */
export interface ErrorBody {
  readonly code: string | undefined;
  readonly requestId: string | undefined;
}

/** One call in all its sends. `build` signs anew for each send; what it sends under the key stays the same. */
export interface Call<Value> {
  readonly operation: string;
  readonly kind: CallKind;
  readonly bucket: TokenBucket | undefined;
  readonly idFrom?: IdSource | undefined;
  readonly build: () => WireRequest;
  /** The value of a success; undefined when the body is not understood. */
  readonly read: (answer: WireAnswer) => Value | undefined;
  /** Whether the value is about what was asked for. */
  readonly fits: (value: Value) => boolean;
}

/** A channel: its codes and the form of its error bodies. */
export interface Wire {
  readonly channel: Channel;
  readonly readError: (answer: WireAnswer) => ErrorBody;
  readonly effects: ClientEffects;
  readonly limits: ClientLimits;
}

/** Sends a call, again where the ladder allows it, and turns whatever comes back into a typed result. Never throws. */
export function sendCall<Value>(call: Call<Value>, wire: Wire): Promise<CallResult<Value>> {
  const send = async (): Promise<CallResult<Value>> => {
    const result = await sendOnce(call, wire);
    return result.ok ? result : fail({ ...result.failure, idFrom: call.idFrom });
  };
  return withLadder(send, wire.effects, wire.limits.budgetMs);
}

/** A failure before anything was sent. */
export function notSent(
  operation: string,
  outcome: ServerOutcome,
  more: Partial<CallFailure> = {},
): CallFailure {
  return { stage: 'notSent', operation, ...outcome, tries: 0, ...more };
}

async function sendOnce<Value>(call: Call<Value>, wire: Wire): Promise<CallResult<Value>> {
  const { operation, kind } = call;
  const waitMs = call.bucket?.reserve(wire.limits.budgetMs) ?? (call.bucket === undefined ? 0 : undefined);
  if (waitMs === undefined) return fail(notSent(operation, classifyFault('quota', kind)));
  if (waitMs > 0) await wire.effects.sleep(waitMs);
  const sent = await exchange(call.build(), wire.limits, wire.effects.fetch);
  if (sent.kind === 'fault') {
    return fail({ stage: 'noAnswer', operation, ...classifyFault(sent.fault, kind), tries: 1 });
  }
  const { answer } = sent;
  const { httpStatus } = answer;
  if (httpStatus < 200 || httpStatus > 299) return fail(refusal(call, answer, wire));
  const requestId = readRequestId(answer) ?? wire.readError(answer).requestId;
  const seen = { operation, httpStatus, requestId, tries: 1 } as const;
  const value = call.read(answer);
  if (value === undefined) return fail({ stage: 'noAnswer', ...seen, ...classifyFault('unreadable', kind) });
  if (!call.fits(value)) return fail({ stage: 'differs', ...seen, ...classifyFault('answerDiffers', kind) });
  return { ok: true, value, httpStatus, requestId, tries: 1 };
}

function refusal<Value>({ operation, kind }: Call<Value>, answer: WireAnswer, wire: Wire): CallFailure {
  const { httpStatus } = answer;
  const body = wire.readError(answer);
  const code = isCodeLike(body.code) ? body.code : undefined;
  // A code that is no word is a code all the same, only one that must not be logged.
  const asked = { channel: wire.channel, kind, httpStatus, code: code ?? (body.code && '(misshapen)') };
  const outcome = classifyRefusal(asked);
  const nowMs = wire.effects.now();
  const isClock = SIGNATURE_ROWS.includes(outcome.row.row) && clockDiffers(answer, nowMs);
  return {
    stage: 'refused',
    operation,
    ...(isClock ? classifyFault('clockSkew', kind) : outcome),
    httpStatus,
    code,
    requestId: readRequestId(answer) ?? body.requestId,
    retryAfterMs: readRetryAfterMs(answer, nowMs),
    tries: 1,
  };
}

/** Rows of a refused signature: their usual second cause is a wrong clock. */
const SIGNATURE_ROWS: readonly string[] = ['x36', 'x56'];
const CLOCK_TOLERANCE_MS = 300_000;

function clockDiffers({ headers }: WireAnswer, nowMs: number): boolean {
  const theirsMs = Date.parse(headers['date'] ?? '');
  return Math.abs(theirsMs - nowMs) > CLOCK_TOLERANCE_MS;
}

function isCodeLike(code: string | undefined): code is string {
  return code !== undefined && /^[A-Za-z_]{3,64}$/.test(code);
}

function readRequestId({ headers }: WireAnswer): string | undefined {
  return cleanRequestId(headers['x-amz-pay-request-id']);
}

/** A request id that may be logged: letters, digits and hyphens only. */
export function cleanRequestId(requestId: string | undefined): string | undefined {
  return requestId !== undefined && /^[A-Za-z0-9-]{1,64}$/.test(requestId) ? requestId : undefined;
}

/** `Retry-After` in milliseconds: seconds or an HTTP date; undefined when absent or not understood. */
function readRetryAfterMs({ headers }: WireAnswer, nowMs: number): number | undefined {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

function fail<Value>(failure: CallFailure): CallResult<Value> {
  return { ok: false, failure };
}
