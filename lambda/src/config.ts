import * as z from 'zod/mini';
import { findContradictions, LOCAL_TOKEN_SECRET } from './config-contradictions';
import { ENVIRONMENT, type Environment } from './config-environment';
import { SANDBOX_SIMULATIONS } from './payment/sandbox-simulation';

/** Every setting, read once. */
export interface Config {
  readonly port: number;
  readonly skillId: string;
  readonly sellerId: string;
  readonly releaseEnvironment: 'SANDBOX' | 'LIVE';
  /** Set exactly in the sandbox: the test account's e-mail. */
  readonly sandboxCustomerEmailId: string | undefined;
  /** A simulation string in the sandbox, else empty. */
  readonly sellerAuthorizationNote: string;
  readonly amazonPrompts: 'repeat' | 'skip';
  readonly tokenSecret: string;
  readonly ordersTable: string;
  readonly awsRegion: string;
  readonly dynamoEndpoint: string | undefined;
  /** Only with the simulated Alexa on loopback: its customer profile API. */
  readonly localAlexaEndpoint: string | undefined;
  /** Access to Amazon Pay's CV1 server API (MWS); absent: the background cannot ask about charges. */
  readonly mws:
    | { readonly accessKeyId: string; readonly secretKey: string; readonly baseUrl?: string | undefined }
    | undefined;
  /** SNS topics whose notifications are taken; empty: `POST /ipn` takes none. */
  readonly ipnTopicArns: readonly string[];
  /** Whether an undecided charge may be repeated under its own reference by the server API. */
  readonly mayRepeatCharge: boolean;
  /** How orders are paid: by Charge inside Alexa, or always on the shop's own page. */
  readonly paymentChannel: 'voice' | 'web';
  /** The web checkout; absent: it is not set up, and voice offers no other way than the contact. */
  readonly web: WebConfig | undefined;
  /** Proxies before this server whose X-Forwarded-For is believed; 0: the peer's own address counts. */
  readonly trustedProxies: number;
  /** Absent: no mails are sent, and each order that wanted one is on the merchant's alerts. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
}

/** Settings of the web checkout. `shopUrl`: origin of the shop's pages, without a slash at the end. */
export interface WebConfig {
  readonly shopUrl: string;
  readonly storeId: string;
  readonly publicKeyId: string;
  readonly privateKey: string;
  readonly paymentIntent: PaymentIntent;
  readonly canHandlePendingAuthorization: boolean;
  /** Only with the simulated Amazon Pay on loopback: its server API, and where its browser scripts come from. */
  readonly baseUrl: string | undefined;
  readonly scriptsUrl: string | undefined;
}

/** What Finalize Checkout Session does with the money. @see seed 002 */
type PaymentIntent = Environment['AMAZON_PAY_PAYMENT_INTENT'];

/** Names every fault of the environment at once; values stay out, they may be secret. */
export class ConfigError extends Error {
  readonly code = 'config';

  constructor(readonly faults: readonly string[]) {
    super(
      `The environment has ${faults.length} fault(s), see .env.example:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
}

/** What `npm start` and the tests run with: everything simulated, nothing to set. Never used in production. */
export const LOCAL_DEFAULTS = {
  SKILL_ID: 'amzn1.ask.skill.00000000-0000-4000-8000-00000000000a',
  SKILL_STAGE: 'development',
  AMAZON_PAY_SELLER_ID: 'A1KOEMISELOCAL',
  AMAZON_PAY_SANDBOX: 'true',
  AMAZON_PAY_SANDBOX_EMAIL: 'buyer@koemise.example',
  TOKEN_SECRET: LOCAL_TOKEN_SECRET,
  ORDERS_TABLE: 'koemise-orders',
  AWS_REGION: 'ap-northeast-1',
} as const;

/**
 * Reads the environment; an empty value counts as not set.
 * @throws ConfigError naming every fault at once, by the name of the variable, never by its value
 * @see DESIGN.md, commands (environment names); endpoint-security.md, section 4 (17)
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = z.safeParse(ENVIRONMENT, given);
  const faults = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const named = new Set(parsed.error?.issues.map(({ path }) => path.join('.')));
  const contradicting = findContradictions(given).filter((fault) => !named.has(fault.split(':')[0] ?? ''));
  if (!parsed.success || contradicting.length > 0) throw new ConfigError([...faults, ...contradicting]);
  return toConfig(parsed.data);
}

function toConfig(env: Environment): Config {
  const sandbox = env.AMAZON_PAY_SANDBOX === 'true';
  const simulation = env.AMAZON_PAY_SANDBOX_SIMULATION;
  return {
    port: Number(env.PORT),
    skillId: env.SKILL_ID,
    sellerId: env.AMAZON_PAY_SELLER_ID,
    releaseEnvironment: sandbox ? 'SANDBOX' : 'LIVE',
    sandboxCustomerEmailId: sandbox ? env.AMAZON_PAY_SANDBOX_EMAIL : undefined,
    sellerAuthorizationNote: simulation === undefined ? '' : SANDBOX_SIMULATIONS[simulation],
    amazonPrompts: env.AMAZON_PROMPTS,
    tokenSecret: env.TOKEN_SECRET,
    ordersTable: env.ORDERS_TABLE,
    awsRegion: env.AWS_REGION,
    dynamoEndpoint: env.AWS_ENDPOINT_URL_DYNAMODB,
    localAlexaEndpoint: env.LOCAL_ALEXA_ENDPOINT,
    mws:
      env.MWS_ACCESS_KEY_ID === undefined || env.MWS_SECRET_KEY === undefined
        ? undefined
        : { accessKeyId: env.MWS_ACCESS_KEY_ID, secretKey: env.MWS_SECRET_KEY, baseUrl: env.MWS_BASE_URL },
    ipnTopicArns: env.IPN_TOPIC_ARNS?.split(',') ?? [],
    mayRepeatCharge: env.RECONCILE_BY_REPEAT === 'true',
    paymentChannel: env.PAYMENT_CHANNEL,
    web: toWebConfig(env),
    trustedProxies: Number(env.TRUSTED_PROXIES),
    mail:
      env.SMTP_URL === undefined || env.MAIL_FROM === undefined
        ? undefined
        : { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
  };
}

function toWebConfig(env: Environment): WebConfig | undefined {
  const { SHOP_URL, AMAZON_PAY_STORE_ID, AMAZON_PAY_PUBLIC_KEY_ID, AMAZON_PAY_PRIVATE_KEY } = env;
  if (
    SHOP_URL === undefined ||
    AMAZON_PAY_STORE_ID === undefined ||
    AMAZON_PAY_PUBLIC_KEY_ID === undefined ||
    AMAZON_PAY_PRIVATE_KEY === undefined
  )
    return undefined;
  return {
    shopUrl: SHOP_URL,
    storeId: AMAZON_PAY_STORE_ID,
    publicKeyId: AMAZON_PAY_PUBLIC_KEY_ID,
    // A value of one line, as many consoles want it, writes its line ends as \n.
    privateKey: AMAZON_PAY_PRIVATE_KEY.replaceAll('\\n', '\n'),
    paymentIntent: env.AMAZON_PAY_PAYMENT_INTENT,
    canHandlePendingAuthorization: env.AMAZON_PAY_CAN_HANDLE_PENDING === 'true',
    baseUrl: env.AMAZON_PAY_BASE_URL,
    scriptsUrl: env.AMAZON_PAY_SCRIPTS_URL,
  };
}
