import { randomUUID } from 'node:crypto';
import type { Ledger } from './amazon-pay/ledger';
import { startAmazonPayServer } from './amazon-pay-server/amazon-pay-server';
import { ipnMessages } from './amazon-pay-server/ipn-messages';
import { serverAccount } from './amazon-pay-server/server-account';
import { createSnsSender, TOPIC_ARN, type SnsSender } from './amazon-pay-server/sns-sender';
import type { SimulatorEffects } from './contract';

/** What the server side is made of. */
export interface ServerSideOptions {
  readonly ledger: Ledger;
  readonly effects: SimulatorEffects;
  readonly sellerId: string;
}

/** Amazon Pay's server API and its notifications, over the ledger that Setup and Charge use. */
export interface ServerSide {
  /** Settings with which the shop finds it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly sns: SnsSender;
  /** Sends a notification for each authorization that changed since the last call; one that is not taken goes again. */
  notify(ipnUrl: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts both on loopback. */
export async function startServerSide({ ledger, effects, sellerId }: ServerSideOptions): Promise<ServerSide> {
  const account = serverAccount({ sellerId });
  const server = await startAmazonPayServer({ effects, ledger, account });
  const sns = createSnsSender({ nowMs: effects.now() });
  const told = new Map(
    [...ledger.authorizations.values()].map((one) => [one.amazonAuthorizationId, stateOf(one)]),
  );
  return {
    environment: {
      MWS_ACCESS_KEY_ID: account.mwsAccessKeyId,
      MWS_SECRET_KEY: account.mwsSecretKey,
      MWS_BASE_URL: server.url,
      IPN_TOPIC_ARNS: TOPIC_ARN,
    },
    sns,
    async notify(ipnUrl) {
      for (const record of ledger.authorizations.values()) {
        const id = record.amazonAuthorizationId;
        if (told.get(id) === stateOf(record)) continue;
        const [message] = ipnMessages([{ kind: 'authorization', record }], randomUUID);
        const Message = JSON.stringify({ ...JSON.parse(message ?? '{}'), SellerId: sellerId });
        const Timestamp = new Date(effects.now()).toISOString();
        const body = sns.envelope({ Message, Timestamp, MessageId: randomUUID() });
        const taken = await fetch(ipnUrl, {
          method: 'POST',
          headers: { 'content-type': 'text/plain' },
          body,
        });
        if (taken.ok) told.set(id, stateOf(record));
      }
    },
    close: () => server.close(),
  };
}

function stateOf(record: { readonly state: string; readonly reasonCode?: string | undefined }): string {
  return `${record.state} ${record.reasonCode ?? ''}`;
}
