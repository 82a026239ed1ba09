import * as z from 'zod/mini';
import { SANDBOX_SIMULATIONS, type SandboxSimulation } from './payment/sandbox-simulation';

const SIMULATION_NAMES = Object.keys(SANDBOX_SIMULATIONS);
const SIMULATED = /^http:\/\/127\.0\.0\.1:\d{1,5}$/;
const ONLY_SIMULATED = 'only a simulated Amazon Pay on 127.0.0.1';

/** The form of each setting, with an error a merchant can act on. What two settings say together: config-contradictions.ts. */
export const ENVIRONMENT = z.object({
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
  PAYMENT_CHANNEL: z._default(z.enum(['voice', 'web'], 'voice or web'), 'voice'),
  SHOP_URL: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^(https:\/\/[a-z0-9.-]+(:\d{1,5})?|http:\/\/127\.0\.0\.1:\d{1,5})$/,
          'an address of the form https://shop.example, without a path',
        ),
      ),
  ),
  AMAZON_PAY_STORE_ID: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^amzn1\.application-oa2-client\.[0-9a-f]{32}$/,
          'not a store ID (amzn1.application-oa2-client. and 32 characters)',
        ),
      ),
  ),
  AMAZON_PAY_PUBLIC_KEY_ID: z.optional(
    z.string().check(z.regex(/^[A-Za-z0-9-]{8,128}$/, 'not a public key ID of Seller Central')),
  ),
  AMAZON_PAY_PRIVATE_KEY: z.optional(
    z.string().check(z.regex(/^-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'not a private key in PEM form')),
  ),
  AMAZON_PAY_PAYMENT_INTENT: z._default(
    z.enum(['AuthorizeWithCapture', 'Authorize', 'Confirm'], 'AuthorizeWithCapture, Authorize or Confirm'),
    'AuthorizeWithCapture',
  ),
  AMAZON_PAY_CAN_HANDLE_PENDING: z._default(z.enum(['true', 'false'], 'true or false'), 'false'),
  AMAZON_PAY_BASE_URL: z.optional(z.string().check(z.regex(SIMULATED, ONLY_SIMULATED))),
  AMAZON_PAY_SCRIPTS_URL: z.optional(z.string().check(z.regex(SIMULATED, ONLY_SIMULATED))),
  TRUSTED_PROXIES: z._default(z.string().check(z.regex(/^[0-5]$/, 'a number from 0 to 5')), '0'),
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
  MWS_BASE_URL: z.optional(z.string().check(z.regex(SIMULATED, ONLY_SIMULATED))),
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

/** The settings once each of them has its form. */
export type Environment = z.infer<typeof ENVIRONMENT>;
