import { randomUUID } from 'node:crypto';
import type { Ledger } from './amazon-pay/ledger';
import type { Change } from './amazon-pay/ledger-records';
import { startAmazonPayServer } from './amazon-pay-server/amazon-pay-server';
import { ipnMessages } from './amazon-pay-server/ipn-messages';
import { serverAccount, testKeys } from './amazon-pay-server/server-account';
import { createSnsSender, TOPIC_ARN, type SnsSender } from './amazon-pay-server/sns-sender';
import type { SimulatorEffects } from './contract';

/** What the server side is made of. `shopUrl`: origin of the pages whose scripts may ask it. */
export interface ServerSideOptions {
  readonly ledger: Ledger;
  readonly effects: SimulatorEffects;
  readonly sellerId: string;
  readonly shopUrl: string;
}

/** Amazon Pay's server API, its browser scripts and its notifications, over the ledger that Setup and Charge use. */
export interface ServerSide {
  /** Settings with which the shop finds it; the shop's own address is not among them. */
  readonly environment: Readonly<Record<string, string>>;
  readonly sns: SnsSender;
  /**
   * Sends a notification for each authorization, and each permission that a finalized session gave, that changed since the
   * last call; one that is not taken goes again.
   */
  notify(ipnUrl: string): Promise<void>;
  close(): Promise<void>;
}

/** A key without a prefix is good in the sandbox and live. */
const PUBLIC_KEY_ID = 'AKOEMISEKEY';

/** Starts both on loopback. */
export async function startServerSide(options: ServerSideOptions): Promise<ServerSide> {
  const { ledger, effects, sellerId, shopUrl } = options;
  const account = serverAccount({ sellerId });
  const server = await startAmazonPayServer({ effects, ledger, account, shopOrigins: originsOf(shopUrl) });
  const sns = createSnsSender({ nowMs: effects.now() });
  const told = new Map(notable(ledger).map(({ id, state }) => [id, state]));
  return {
    environment: {
      MWS_ACCESS_KEY_ID: account.mwsAccessKeyId,
      MWS_SECRET_KEY: account.mwsSecretKey,
      MWS_BASE_URL: server.url,
      IPN_TOPIC_ARNS: TOPIC_ARN,
      AMAZON_PAY_PUBLIC_KEY_ID: PUBLIC_KEY_ID,
      AMAZON_PAY_PRIVATE_KEY: testKeys().privateKey,
      AMAZON_PAY_STORE_ID: account.storeId,
      AMAZON_PAY_BASE_URL: server.url,
      AMAZON_PAY_SCRIPTS_URL: server.url,
    },
    sns,
    async notify(ipnUrl) {
      for (const { id, state, change } of notable(ledger)) {
        if (told.get(id) === state) continue;
        const [message = '{}'] = ipnMessages([change], randomUUID);
        const Timestamp = new Date(effects.now()).toISOString();
        const Message = addressed(message, sellerId);
        const taken = await fetch(ipnUrl, {
          method: 'POST',
          headers: { 'content-type': 'text/plain' },
          body: sns.envelope({ Message, Timestamp, MessageId: randomUUID() }),
        });
        if (taken.ok) told.set(id, state);
      }
    },
    close: () => server.close(),
  };
}

/** Something Amazon Pay tells of when its state is another one than last time. */
interface Notable {
  readonly id: string;
  readonly state: string;
  readonly change: Change;
}

/** Agreements of the voice flow are not told of: Setup shows their state each time. */
function notable({ authorizations, billingAgreements }: Ledger): readonly Notable[] {
  const permissions = [...billingAgreements.values()].filter(
    ({ billingAgreementType }) => billingAgreementType === 'OneTime' || billingAgreementType === 'Recurring',
  );
  return [
    ...[...authorizations.values()].map((record) => ({
      id: record.amazonAuthorizationId,
      state: `${record.state} ${record.reasonCode ?? ''}`,
      change: { kind: 'authorization', record } as const,
    })),
    ...permissions.map((record) => ({
      id: record.billingAgreementId,
      state: record.status,
      change: { kind: 'billingAgreement', record } as const,
    })),
  ];
}

/** The message with this merchant's id, which CV1 and CV2 call differently. */
function addressed(message: string, sellerId: string): string {
  const fields = JSON.parse(message) as Readonly<Record<string, unknown>>;
  return JSON.stringify({ ...fields, ['MerchantID' in fields ? 'MerchantID' : 'SellerId']: sellerId });
}

/** A person may open the shop by either name of this machine. */
function originsOf(shopUrl: string): readonly string[] {
  return [shopUrl, shopUrl.replace('//127.0.0.1:', '//localhost:')];
}
