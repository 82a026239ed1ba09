type Given = Readonly<Record<string, string | undefined>>;

/** Public: it belongs to the simulated shop and signs nothing of worth. */
export const LOCAL_TOKEN_SECRET = 'local-only-secret-of-the-simulated-shop';

/** What single settings cannot show. Works on unchecked values, so that all faults are told at once. */
export function findContradictions(given: Given): readonly string[] {
  const isLive = (given['SKILL_STAGE'] ?? 'live') === 'live';
  const isSandbox = given['AMAZON_PAY_SANDBOX'] === 'true';
  const found: readonly (readonly [boolean, string])[] = [
    [
      isLive && given['TOKEN_SECRET'] === LOCAL_TOKEN_SECRET,
      'TOKEN_SECRET: this one is public, it belongs to the simulated shop',
    ],
    [isSandbox && isLive, 'AMAZON_PAY_SANDBOX: the sandbox is allowed only with SKILL_STAGE=development'],
    [
      isSandbox && given['AMAZON_PAY_SANDBOX_EMAIL'] === undefined,
      'AMAZON_PAY_SANDBOX_EMAIL: the sandbox needs the e-mail of a test account made in Seller Central',
    ],
    [
      !isSandbox && given['AMAZON_PAY_PUBLIC_KEY_ID']?.startsWith('SANDBOX-') === true,
      'AMAZON_PAY_PUBLIC_KEY_ID: this key is of the sandbox; take the LIVE- key, or set AMAZON_PAY_SANDBOX=true',
    ],
    [
      isSandbox && given['AMAZON_PAY_PUBLIC_KEY_ID']?.startsWith('LIVE-') === true,
      'AMAZON_PAY_PUBLIC_KEY_ID: this key is a live one; take the SANDBOX- key, or set AMAZON_PAY_SANDBOX=false',
    ],
    [
      (given['MWS_ACCESS_KEY_ID'] === undefined) !== (given['MWS_SECRET_KEY'] === undefined),
      'MWS_SECRET_KEY: MWS_ACCESS_KEY_ID and MWS_SECRET_KEY are needed together',
    ],
    [
      given['IPN_TOPIC_ARNS'] !== undefined &&
        given['MWS_ACCESS_KEY_ID'] === undefined &&
        given['AMAZON_PAY_PUBLIC_KEY_ID'] === undefined,
      'IPN_TOPIC_ARNS: a notified object is fetched, so AMAZON_PAY_PUBLIC_KEY_ID (web checkout) or MWS_ACCESS_KEY_ID (voice) is needed with what belongs to it',
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
  return [...found.filter(([isFault]) => isFault).map(([, fault]) => fault), ...webFaults(given)];
}

/** What the web checkout needs, all of it or nothing. */
export const WEB_SETTINGS = [
  'SHOP_URL',
  'AMAZON_PAY_STORE_ID',
  'AMAZON_PAY_PUBLIC_KEY_ID',
  'AMAZON_PAY_PRIVATE_KEY',
] as const;

function webFaults(given: Given): readonly string[] {
  const missing = WEB_SETTINGS.filter((name) => given[name] === undefined);
  const isWanted = given['PAYMENT_CHANNEL'] === 'web' || missing.length < WEB_SETTINGS.length;
  const isImpossible =
    given['AMAZON_PAY_CAN_HANDLE_PENDING'] === 'true' &&
    (given['AMAZON_PAY_PAYMENT_INTENT'] ?? 'AuthorizeWithCapture') === 'AuthorizeWithCapture';
  return [
    ...(isWanted
      ? missing.map((name) => `${name}: the web checkout needs ${WEB_SETTINGS.join(', ')} together`)
      : []),
    ...(isImpossible
      ? [
          'AMAZON_PAY_CAN_HANDLE_PENDING: Amazon Pay refuses a pending authorization together with AuthorizeWithCapture (InvalidChargeStatus): set AMAZON_PAY_PAYMENT_INTENT=Authorize',
        ]
      : []),
  ];
}
