/** Everything that outlives the shop's process: its store, Amazon Pay, the mail server, Alexa's profile API, the time. */
import { LOCAL_DEFAULTS, readConfig } from '../../../lambda/src/config';
import { createDependencies } from '../../../lambda/src/dependencies';
import { type WorkStore } from '../../../lambda/src/orders/store';
import { createProfileApi } from '../alexa/profile-api';
import { merchantAccount } from '../amazon-pay/account';
import { createAmazonPay, type AmazonPay } from '../amazon-pay/amazon-pay';
import { createLedger } from '../amazon-pay/ledger';
import { createChargeReader } from '../charge-reader';
import { createProviderBooks, type ProviderBooks } from '../faults/provider-books';
import { createDice } from '../faults/random';
import { closeServer, listenOnLoopback, startLocalDynamo } from '../local-dynamo';
import { openMailbox, type Mailbox } from '../mailbox';
import { createServerApi } from './server-api';
import { CRASH_ENVIRONMENT } from './wire';

/** The world around the shop. */
export interface Outside {
  readonly amazonPay: AmazonPay;
  readonly books: ProviderBooks;
  readonly mailbox: Mailbox;
  /** The orders as they lie in the store, for the judge. */
  readonly store: WorkStore;
  readonly profileUrl: string;
  /** What the shop's process is started with. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: { nowMs: number };
  close(): Promise<void>;
}

/** `folder`: where the store keeps its data; absent: in the memory of this process, which survives the shop's. */
export async function openOutside({
  folder,
}: { readonly folder?: string | undefined } = {}): Promise<Outside> {
  const clock = { nowMs: Date.parse('2026-11-22T03:00:00Z') };
  const dice = createDice('crash');
  const effects = { now: () => clock.nowMs, random: () => dice.next() };
  const dynamo = await startLocalDynamo({ folder, tableName: LOCAL_DEFAULTS.ORDERS_TABLE });
  const mailbox = await openMailbox();
  const profileApi = createProfileApi({ email: () => 'shopper@koemise.example' });
  const profileUrl = `http://127.0.0.1:${await listenOnLoopback(profileApi, 0)}`;
  const books = createProviderBooks(() => undefined);
  const amazonPay = createAmazonPay({
    account: merchantAccount({
      sellerId: LOCAL_DEFAULTS.AMAZON_PAY_SELLER_ID,
      testAccountEmails: [LOCAL_DEFAULTS.AMAZON_PAY_SANDBOX_EMAIL],
    }),
    effects,
    ledger: createLedger((changes) => {
      books.record(changes);
    }),
  });
  const serverApi = createServerApi(createChargeReader({ amazonPay, effects, stage: 'development' }));
  const serverApiPort = await listenOnLoopback(serverApi, 0);
  const environment = {
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    LOCAL_ALEXA_ENDPOINT: profileUrl,
    SMTP_URL: mailbox.smtpUrl,
    MAIL_FROM: 'shop@koemise.example',
    RECONCILE_BY_REPEAT: 'true',
    [CRASH_ENVIRONMENT.serverApi]: `http://127.0.0.1:${serverApiPort}`,
  };
  const { store } = createDependencies(readConfig({ ...LOCAL_DEFAULTS, ...environment }));
  return {
    amazonPay,
    books,
    mailbox,
    store,
    profileUrl,
    environment,
    clock,
    async close() {
      await Promise.all([closeServer(profileApi), closeServer(serverApi), mailbox.close()]);
      await dynamo.close();
    },
  };
}
