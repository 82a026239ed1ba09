import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { LOCAL_DEFAULTS, readConfig, type Config } from '../../lambda/src/config';
import { createDependencies } from '../../lambda/src/dependencies';
import { type SkillDeps } from '../../lambda/src/handlers/handler';
import { createServer } from '../../lambda/src/server';
import { createSkill } from '../../lambda/src/skill';
import { merchantAccount } from './amazon-pay/account';
import { createAmazonPay, type AmazonPay } from './amazon-pay/amazon-pay';
import { createLedger } from './amazon-pay/ledger';
import { openLedger } from './amazon-pay/ledger-file';
import { type SimulatorEffects } from './contract';
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
  /** Puts pages of its own before the skill's; absent: the skill answers alone. */
  readonly inFront?: (shop: UnopenedShop, skillApp: RequestListener) => RequestListener;
}

/** A shop that does not listen yet. */
export type UnopenedShop = Pick<LocalShop, 'config' | 'deps' | 'amazonPay'>;

/** The skill behind real HTTP with its real store, and the simulated Amazon Pay beside it. */
export interface LocalShop {
  readonly config: Config;
  readonly skillUrl: string;
  readonly port: number;
  readonly deps: SkillDeps;
  readonly amazonPay: AmazonPay;
  close(): Promise<void>;
}

/**
 * Starts the whole shop on loopback: embedded DynamoDB, the skill on Express (signature checks off, as nothing but
 * loopback reaches it) and the simulated Amazon Pay, whose test account is the one the skill is set to.
 */
export async function startLocalShop(options: LocalShopOptions = {}): Promise<LocalShop> {
  const { dataDir, effects } = options;
  const settings = { ...LOCAL_DEFAULTS, ...options.environment };
  const folder = dataDir === undefined ? undefined : join(dataDir, 'dynamodb');
  const dynamo = await startLocalDynamo({ folder, tableName: settings.ORDERS_TABLE });
  const config = readConfig({ ...settings, AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint });
  const deps = { ...createDependencies(config), ...effects, log: options.log ?? SILENT_LOG };
  const ledger =
    dataDir === undefined ? createLedger() : openLedger({ file: join(dataDir, 'amazon-pay.jsonl') });
  const amazonPay = createAmazonPay({
    account: merchantAccount({
      sellerId: config.sellerId,
      testAccountEmails: [LOCAL_DEFAULTS.AMAZON_PAY_SANDBOX_EMAIL],
    }),
    effects: effects ?? { now: deps.now, random: deps.random },
    ledger,
  });
  const app = createServer({
    skill: createSkill(deps),
    skillId: config.skillId,
    verifySignature: false,
    log: deps.log,
  });
  const { inFront = (_shop, skillApp: RequestListener): RequestListener => skillApp } = options;
  const server = createHttpServer(inFront({ config, deps, amazonPay }, app));
  const port = await listenOnLoopback(server, options.port ?? 0);
  return {
    config,
    port,
    skillUrl: `http://127.0.0.1:${port}/alexa`,
    deps,
    amazonPay,
    async close() {
      await closeServer(server);
      await dynamo.close();
    },
  };
}

const silent = (): void => undefined;
const SILENT_LOG: SkillDeps['log'] = { info: silent, warn: silent, alert: silent };
