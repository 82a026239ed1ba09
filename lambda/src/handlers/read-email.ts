import { readBuyerEmail } from '../alexa/customer-profile';
import { type Visit } from './handler';

/** Leaves most of the turn to the store; without an answer in time the order goes on without a mail. */
const PROFILE_TIMEOUT_MS = 1500;

/**
 * The buyer's address for the mails of the order being read back. Undefined without the buyer's permission or without
 * an answer in time. Asked anew with each recap: an address is kept no longer than its order may need it.
 */
export async function readEmail({ turn: { profile }, deps }: Visit): Promise<string | undefined> {
  const { fetch, config } = deps;
  if (profile === undefined) return undefined;
  const local = { localApiEndpoint: config.localAlexaEndpoint };
  return readBuyerEmail({ ...profile, ...local, fetch, timeoutMs: PROFILE_TIMEOUT_MS });
}
