/** Checks a CV1 form as Amazon would: access key, signature, time, seller. Written apart from the product's signer. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ServerAccount } from './server-account';
import type { ServerRefusal } from './world';

/** A form as it came. `rawBody`: the very text of the body. `nowMs`: epoch milliseconds. */
export interface MwsArrival {
  readonly path: string;
  readonly rawBody: string;
  readonly nowMs: number;
}

const FIFTEEN_MINUTES_MS = 900_000;

/** The form's parameters when it may be carried out, else the refusal. */
export function checkMwsForm(
  { path, rawBody, nowMs }: MwsArrival,
  account: ServerAccount,
): { readonly ok: true; readonly form: ReadonlyMap<string, string> } | ServerRefusal {
  const form = new Map(new URLSearchParams(rawBody));
  if (form.get('AWSAccessKeyId') !== account.mwsAccessKeyId) return refuse(403, 'InvalidAccessKeyId');
  const pairs = rawBody.split('&').filter((pair) => !pair.startsWith('Signature='));
  const text = `POST\nmws.amazonservices.jp\n${path}\n${[...pairs].sort(byName).join('&')}`;
  const expected = createHmac('sha256', account.mwsSecretKey).update(text).digest();
  const given = Buffer.from(form.get('Signature') ?? '', 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return refuse(403, 'SignatureDoesNotMatch');
  }
  const sentAtMs = Date.parse(form.get('Timestamp') ?? '');
  if (!(Math.abs(nowMs - sentAtMs) <= FIFTEEN_MINUTES_MS)) return refuse(400, 'RequestExpired');
  if (form.get('SellerId') !== account.sellerId) return refuse(401, 'AccessDenied');
  if (!account.accountOpen) return refuse(403, 'InvalidAccountStatus');
  return { ok: true, form };
}

function byName(one: string, other: string): number {
  return nameOf(one) < nameOf(other) ? -1 : 1;
}

function nameOf(pair: string): string {
  return decodeURIComponent(pair.slice(0, pair.indexOf('=')));
}

function refuse(status: number, code: string): ServerRefusal {
  return { ok: false, status, code };
}
