import * as z from 'zod/mini';
import { SANDBOX_SIMULATIONS, type SandboxSimulation } from './payment/sandbox-simulation';

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
  /** Absent: no mails are sent, and each order that wanted one is on the merchant's alerts. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
}

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
  TOKEN_SECRET: 'local-only-secret-of-the-simulated-shop',
  ORDERS_TABLE: 'koemise-orders',
  AWS_REGION: 'ap-northeast-1',
} as const;

const SIMULATION_NAMES = Object.keys(SANDBOX_SIMULATIONS);

const ENVIRONMENT = z.object({
  PORT: z._default(
    z
      .string()
      .check(
        z.regex(
          /^([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/,
          'a port from 1 to 65535',
        ),
      ),
    '3000',
  ),
  SKILL_ID: z
    .string('the skill ID (amzn1.ask.skill.…) is missing')
    .check(
      z.regex(/^amzn1\.ask\.skill\.[0-9a-f-]{36}$/, 'not a skill ID: amzn1.ask.skill. and 36 characters'),
    ),
  SKILL_STAGE: z._default(z.enum(['development', 'live'], 'development or live'), 'live'),
  AMAZON_PAY_SELLER_ID: z
    .string('the seller (merchant) ID of Seller Central is missing')
    .check(z.regex(/^A[A-Z0-9]{9,31}$/, 'not a seller ID: capital letters and digits, beginning with A')),
  AMAZON_PAY_SANDBOX: z._default(z.enum(['true', 'false'], 'true or false'), 'false'),
  AMAZON_PAY_SANDBOX_EMAIL: z.optional(z.email('not an e-mail address')),
  AMAZON_PAY_SANDBOX_SIMULATION: z.optional(
    z.custom<SandboxSimulation>(
      (value) => typeof value === 'string' && SIMULATION_NAMES.includes(value),
      `one of ${SIMULATION_NAMES.join(', ')}`,
    ),
  ),
  AMAZON_PROMPTS: z._default(z.enum(['repeat', 'skip'], 'repeat or skip'), 'repeat'),
  PAYMENT_CHANNEL: z._default(
    z.enum(['voice'], 'voice (the web checkout is not part of this version yet)'),
    'voice',
  ),
  TOKEN_SECRET: z
    .string('the secret that signs tokens is missing')
    .check(
      z.minLength(32, 'at least 32 characters'),
      z.regex(/^(?!replace-me)/, 'still the placeholder of .env.example: make a secret of your own'),
    ),
  ORDERS_TABLE: z
    .string('the name of the DynamoDB table is missing')
    .check(z.regex(/^[A-Za-z0-9_.-]{3,255}$/, 'not a DynamoDB table name')),
  AWS_REGION: z
    .string('the AWS region is missing')
    .check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'not an AWS region')),
  AWS_ENDPOINT_URL_DYNAMODB: z.optional(z.url('not a URL')),
  LOCAL_ALEXA_ENDPOINT: z.optional(
    z.string().check(z.regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/, 'only a simulated Alexa on 127.0.0.1')),
  ),
  MWS_ACCESS_KEY_ID: z.optional(z.string().check(z.regex(/^[A-Z0-9_]{8,40}$/, 'not an MWS access key ID'))),
  MWS_SECRET_KEY: z.optional(
    z.string().check(z.regex(/^\S{8,}$/, 'not an MWS secret key: 8 characters or more, no blanks')),
  ),
  MWS_BASE_URL: z.optional(
    z.string().check(z.regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/, 'only a simulated Amazon Pay on 127.0.0.1')),
  ),
  IPN_TOPIC_ARNS: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]+(,arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]+)*$/,
          'not SNS topic ARNs separated by commas',
        ),
      ),
  ),
  RECONCILE_BY_REPEAT: z._default(z.enum(['true', 'false'], 'true or false'), 'false'),
  SMTP_URL: z.optional(z.string().check(z.regex(/^smtps?:\/\/.+/, 'not an smtp:// or smtps:// URL'))),
  MAIL_FROM: z.optional(z.email('not an e-mail address')),
});

type Environment = z.infer<typeof ENVIRONMENT>;

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
  const contradicting = contradictions(given).filter((fault) => !named.has(fault.split(':')[0] ?? ''));
  if (!parsed.success || contradicting.length > 0) throw new ConfigError([...faults, ...contradicting]);
  return toConfig(parsed.data);
}

/** What single settings cannot show. Works on unchecked values, so that all faults are told at once. */
function contradictions(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const isLive = (given['SKILL_STAGE'] ?? 'live') === 'live';
  const isSandbox = given['AMAZON_PAY_SANDBOX'] === 'true';
  const found: readonly (readonly [boolean, string])[] = [
    [
      isLive && given['TOKEN_SECRET'] === LOCAL_DEFAULTS.TOKEN_SECRET,
      'TOKEN_SECRET: this one is public, it belongs to the simulated shop',
    ],
    [isSandbox && isLive, 'AMAZON_PAY_SANDBOX: the sandbox is allowed only with SKILL_STAGE=development'],
    [
      isSandbox && given['AMAZON_PAY_SANDBOX_EMAIL'] === undefined,
      'AMAZON_PAY_SANDBOX_EMAIL: the sandbox needs the e-mail of a test account made in Seller Central',
    ],
    [
      (given['MWS_ACCESS_KEY_ID'] === undefined) !== (given['MWS_SECRET_KEY'] === undefined),
      'MWS_SECRET_KEY: MWS_ACCESS_KEY_ID and MWS_SECRET_KEY are needed together',
    ],
    [
      given['IPN_TOPIC_ARNS'] !== undefined && given['MWS_ACCESS_KEY_ID'] === undefined,
      'IPN_TOPIC_ARNS: a notified object is fetched, so MWS_ACCESS_KEY_ID and MWS_SECRET_KEY are needed',
    ],
    [
      given['SMTP_URL'] !== undefined && given['MAIL_FROM'] === undefined,
      'MAIL_FROM: the mail server of SMTP_URL needs a sender address',
    ],
    [
      !isSandbox && given['AMAZON_PAY_SANDBOX_SIMULATION'] !== undefined,
      'AMAZON_PAY_SANDBOX_SIMULATION: allowed only with AMAZON_PAY_SANDBOX=true',
    ],
  ];
  return found.filter(([isFault]) => isFault).map(([, fault]) => fault);
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
    mail:
      env.SMTP_URL === undefined || env.MAIL_FROM === undefined
        ? undefined
        : { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
  };
}
