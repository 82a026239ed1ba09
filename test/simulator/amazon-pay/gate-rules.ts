/** Checks that Setup and Charge share: permission, device, skill and merchant account. */
import type { ConnectionContext, ConnectionName } from '../contract';
import type { AmazonPayAccount, SimulatedBuyer } from './account';
import { refuse, refuseParameter, type Refusal, rulesOf } from './refusal';

/** Everything a shared rule may look at. */
export interface Gate {
  readonly operation: ConnectionName;
  readonly context: ConnectionContext;
  readonly account: AmazonPayAccount;
  readonly buyer: SimulatedBuyer;
  readonly sellerId: string;
}

/**
 * The rules in the order in which Alexa and Amazon Pay come to them: Alexa itself (manifest, permission, device)
 * before the merchant's account is looked at.
 * @see outcome-table.md rows a01, a03, a05, a10, a17–a20 and their Charge twins
 */
export const GATE_RULES = rulesOf<Gate>(
  ({ account }) => (account.manifestComplete ? undefined : refuse('MissingSkillManifestData')),
  ({ account }) => (account.permissionDeclared ? undefined : refuse('FORBIDDEN')),
  refuseWithoutConsent,
  ({ buyer }) => (buyer.deviceSupported ? undefined : refuse('UnsupportedClientPlatform')),
  ({ account, sellerId }) => (sellerId === account.sellerId ? undefined : refuse('InvalidSellerId')),
  ({ account }) => (account.linkedSkill ? undefined : refuse('UnauthorizedAccess')),
  refuseClosedAccount,
);

/** Versions that Amazon Pay does not know are a parameter error, named by the path of the entity. */
export function refuseVersion(
  entities: Readonly<Record<string, { '@version': string } | undefined>>,
): Refusal | undefined {
  const wrong = Object.entries(entities).find(
    ([, entity]) => entity !== undefined && entity['@version'] !== '2',
  );
  return wrong === undefined ? undefined : refuseParameter(`${wrong[0]}@version`);
}

/** Refuses the first text that is longer than its limit (characters). */
export function refuseLong(
  limits: readonly (readonly [path: string, text: string | undefined, maxCharacters: number])[],
): Refusal | undefined {
  const long = limits.find(([, text, maxCharacters]) => text !== undefined && text.length > maxCharacters);
  return long === undefined ? undefined : refuseParameter(long[0]);
}

function refuseWithoutConsent({ operation, context, buyer }: Gate): Refusal | undefined {
  if (context.consent === 'GRANTED') return undefined;
  // Neither voice shopping nor the permission: Amazon Pay sends its own card for both (row a17).
  if (operation === 'Setup' && !buyer.voicePurchaseEnabled)
    return refuse('MissingPermissionsToAccessResource');
  return refuse(context.consent === 'DENIED' ? 'ACCESS_DENIED' : 'ACCESS_NOT_REQUESTED');
}

function refuseClosedAccount({ operation, account }: Gate): Refusal | undefined {
  if (account.accountOpen) return undefined;
  // One error with two names in the source document (quirk 9).
  return refuse(operation === 'Setup' ? 'InvalidMerchantAccountStatus' : 'InvalidAccountStatus');
}
