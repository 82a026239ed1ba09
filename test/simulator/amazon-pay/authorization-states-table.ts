/**
 * The states of an authorization as data, what the merchant may do in each, and how long they last.
 * @see seed 003, 「オーソリ状態と理由コード」 (rows d01–d13 of the outcome table)
 */
import type { AuthorizationState } from './ledger-records';

/** Operations of the server API that concern one authorization. */
export type AuthorizationOperation = 'GetAuthorizationDetails' | 'Capture' | 'CloseAuthorization';

/** One state: what it means and what the merchant may do in it. */
interface StateRow {
  readonly ja: string;
  readonly en: string;
  readonly operations: readonly AuthorizationOperation[];
}

/** The four states; a new authorization comes from none of them (`New` in the transitions). */
export const AUTHORIZATION_STATES = {
  Pending: {
    ja: '確認中(非同期のみ、約30秒)',
    en: 'being decided (asynchronous only, about 30 s)',
    operations: ['GetAuthorizationDetails', 'CloseAuthorization'],
  },
  Open: {
    ja: 'オーソリ済み、売上請求できる',
    en: 'authorized, may be captured',
    operations: ['GetAuthorizationDetails', 'Capture', 'CloseAuthorization'],
  },
  Declined: { ja: '拒否された', en: 'refused', operations: ['GetAuthorizationDetails'] },
  Closed: { ja: '終了', en: 'finished', operations: ['GetAuthorizationDetails'] },
} as const satisfies Record<AuthorizationState, StateRow>;

/** How long an asynchronous authorization stays Pending, in milliseconds. */
export const PENDING_MS = 30_000;

const DAY_MS = 86_400_000;

/** How long an authorization stays Open without a capture, in milliseconds, by environment. */
export const OPEN_MS = { LIVE: 30 * DAY_MS, SANDBOX: 2 * DAY_MS } as const;

/** Tells whether the merchant may call the operation while the authorization is in this state. */
export function isAllowed(state: AuthorizationState, operation: AuthorizationOperation): boolean {
  const row: StateRow = AUTHORIZATION_STATES[state];
  return row.operations.includes(operation);
}
