import { writeFileSync } from 'node:fs';
import { type RequestListener } from 'node:http';
import { join } from 'node:path';
import { LOCAL_DEFAULTS, readConfig, type Config } from '../../lambda/src/config';
import { createCv2, createIpn, createMws } from '../../lambda/src/amazon-pay-access';
import { createDependencies } from '../../lambda/src/dependencies';
import { type SkillDeps } from '../../lambda/src/handlers/handler';
import { createServer } from '../../lambda/src/server';
import { createSkill } from '../../lambda/src/skill';
import { type WorkStore } from '../../lambda/src/orders/store';
import { createWorkerDeps } from '../../lambda/src/worker/create-worker';
import { createMwsChargeReader } from '../../lambda/src/worker/mws-charge-reader';
import { type WorkerDeps } from '../../lambda/src/worker/worker-deps';
import { startWorkerTimer } from '../../lambda/src/worker/worker-timer';
import { createProfileApi } from './alexa/profile-api';
import { merchantAccount } from './amazon-pay/account';
import { createAmazonPay, type AmazonPay } from './amazon-pay/amazon-pay';
import { createLedger } from './amazon-pay/ledger';
import { openLedger } from './amazon-pay/ledger-file';
import { type SimulatorEffects } from './contract';
import { createChargeReader } from './charge-reader';
import { openMailbox, type Mailbox } from './mailbox';
import { createLocalWeb } from './local-web';
import { startServerSide } from './server-side';
import { openShopDoor, type ShopDoor } from './shop-door';
import { closeServer, listenOnLoopback, startLocalDynamo } from './local-dynamo';

/** How a whole simulated shop is started. */
export interface LocalShopOptions {
  /** Folder for everything durable; absent: all in memory, gone at close. */
  readonly dataDir?: string | undefined;
  /** Port of the skill's server; 0 (default) takes a free one. */
  readonly port?: number;
  /** Settings over the local defaults, by environment name. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Clock and random numbers of Amazon Pay and the skill; absent: the real ones. */
  readonly effects?: SimulatorEffects;
  /** Where the skill's log goes; absent: nowhere. */
  readonly log?: SkillDeps['log'];
  /** Whether the background works by itself, once a second; default no, a test calls `background` when it wants. */
  readonly worker?: boolean;
  /**
   * Whether Amazon Pay's server API, browser scripts and notifications run too, over real HTTP, and with them the web
   * checkout on the shop's own port; default no, then the background reads the ledger directly (making their keys takes a
   * moment).
   */
  readonly serverSide?: boolean;
  /** The buyer's e-mail address, as Alexa's customer profile knows it. */
  readonly email?: string;
  /** Puts pages of its own before the skill's; absent: the skill answers alone. */
  readonly inFront?: (shop: UnopenedShop, skillApp: RequestListener) => RequestListener;
}

/** A shop that does not answer yet. */
export type UnopenedShop = Pick<LocalShop, 'config' | 'deps' | 'amazonPay' | 'mailbox' | 'background'>;

/** The skill behind real HTTP with its real store, and the simulated Amazon Pay beside it. */
export interface LocalShop {
  readonly config: Config;
  readonly skillUrl: string;
  readonly port: number;
  readonly deps: SkillDeps & { readonly store: WorkStore };
  readonly amazonPay: AmazonPay;
  /** What the background works with; `runPass(background)` is one pass. */
  readonly background: WorkerDeps;
  readonly mailbox: Mailbox;
  /** Sends Amazon Pay's notifications that are due; nothing without the server side. */
  notify(): Promise<void>;
  /** Compiles the scripts of the shop's pages, so that the first page need not wait; nothing without the web checkout. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the whole shop on loopback: embedded DynamoDB, the skill on Express (signature checks off, as nothing but
 * loopback reaches it) and the simulated Amazon Pay, whose test account is the one the skill is set to.
 */
export async function startLocalShop(options: LocalShopOptions = {}): Promise<LocalShop> {
  const door = await openShopDoor(options.port ?? 0);
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    await door.close();
    for (const closeOne of closers.splice(0).reverse()) await closeOne();
  };
  try {
    return { ...(await furnish(options, door, closers)), port: door.port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts everything behind the door; what has to be closed is put on the list. */
async function furnish(
  options: LocalShopOptions,
  door: ShopDoor,
  closers: (() => Promise<unknown>)[],
): Promise<Omit<LocalShop, 'port' | 'close'>> {
  const { dataDir, effects } = options;
  const settings = { ...LOCAL_DEFAULTS, ...options.environment };
  const folder = dataDir === undefined ? undefined : join(dataDir, 'dynamodb');
  const dynamo = await startLocalDynamo({ folder, tableName: settings.ORDERS_TABLE });
  closers.push(() => dynamo.close());
  const mailbox = await openMailbox({
    file: dataDir === undefined ? undefined : join(dataDir, 'mails.jsonl'),
  });
  closers.push(() => mailbox.close());
  const profileApi = createProfileApi({ email: () => options.email ?? 'shopper@koemise.example' });
  const profilePort = await listenOnLoopback(profileApi, 0);
  closers.push(() => closeServer(profileApi));
  const ledger =
    dataDir === undefined ? createLedger() : openLedger({ file: join(dataDir, 'amazon-pay.jsonl') });
  const simulated = effects ?? REAL_EFFECTS;
  const sellerId = settings.AMAZON_PAY_SELLER_ID;
  const serverSide =
    options.serverSide === true
      ? await startServerSide({ ledger, effects: simulated, sellerId, shopUrl: door.url })
      : undefined;
  closers.push(async () => serverSide?.close());
  const config = readConfig({
    ...(serverSide && { SHOP_URL: door.url }),
    ...settings,
    ...serverSide?.environment,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    LOCAL_ALEXA_ENDPOINT: `http://127.0.0.1:${profilePort}`,
    SMTP_URL: mailbox.smtpUrl,
    MAIL_FROM: 'shop@koemise.example',
    RECONCILE_BY_REPEAT: 'true',
  });
  const deps = { ...createDependencies(config), ...effects, log: options.log ?? SILENT_LOG };
  const amazonPay = createAmazonPay({
    account: merchantAccount({
      sellerId,
      testAccountEmails: [LOCAL_DEFAULTS.AMAZON_PAY_SANDBOX_EMAIL],
    }),
    effects: simulated,
    ledger,
  });
  const mws = createMws(deps);
  const chargeReader =
    mws === undefined
      ? createChargeReader({ amazonPay, effects: simulated, stage: 'development' })
      : createMwsChargeReader(mws);
  const background = createWorkerDeps({
    ...deps,
    chargeReader,
    checkoutCalls: createCv2(deps, 'background'),
  });
  const web = createLocalWeb(deps);
  const app = createServer({
    skill: createSkill(deps),
    skillId: config.skillId,
    verifySignature: false,
    log: deps.log,
    ipn:
      serverSide &&
      createIpn({
        ...deps,
        fetch: serverSide.sns.fetch,
        trustAnchors: [serverSide.sns.root],
        mws,
        cv2: createCv2(deps, 'page'),
      }),
    web: web?.handler,
  });
  const { inFront = (_shop, skillApp: RequestListener): RequestListener => skillApp } = options;
  door.open(inFront({ config, deps, amazonPay, mailbox, background }, app));
  const worker = options.worker === true ? startWorkerTimer(background) : undefined;
  closers.push(async () => worker?.stop());
  // For `npm run follow-up`, which asks the running shop's store.
  if (dataDir !== undefined) writeFileSync(join(dataDir, 'dynamodb.endpoint'), dynamo.endpoint);
  return {
    config,
    background,
    mailbox,
    skillUrl: `${door.url}/alexa`,
    deps,
    amazonPay,
    notify: async () => serverSide?.notify(`${door.url}/ipn`),
    warmUp: async () => web?.warmUp(),
  };
}

const REAL_EFFECTS: SimulatorEffects = { now: Date.now, random: Math.random };
const silent = (): void => undefined;
const SILENT_LOG: SkillDeps['log'] = { info: silent, warn: silent, alert: silent };
