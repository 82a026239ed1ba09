import { createPrivateKey, type KeyObject } from 'node:crypto';
import { AmazonPayConfigError, isSafeBaseUrl } from '../config-error';
import { type Environment } from '../object-id';

/** Settings of the CV2 client. `baseUrl` replaces Amazon's host, for the simulated server. */
export interface Cv2Config {
  readonly environment: Environment;
  readonly region: string;
  readonly publicKeyId: string;
  /** RSA private key, PEM. */
  readonly privateKey: string;
  readonly baseUrl?: string | undefined;
}

/** Settings after they were checked. `pathPrefix`: `/v2` or `/sandbox/v2`, `/live/v2` for keys without a prefix. */
export interface Cv2Access {
  readonly environment: Environment;
  readonly host: string;
  readonly region: string;
  readonly origin: string;
  readonly pathPrefix: string;
  readonly publicKeyId: string;
  readonly privateKey: KeyObject;
}

const REGIONS = {
  jp: 'pay-api.amazon.jp',
  na: 'pay-api.amazon.com',
  eu: 'pay-api.amazon.eu',
} as const satisfies Record<string, string>;

/**
 * Checks the settings of the CV2 client.
 * @throws AmazonPayConfigError naming every setting to mend, without its value.
 * @see amazon-pay-server-apis.md, section 3
 */
export function readCv2Config(config: Cv2Config): Cv2Access {
  const { environment, publicKeyId } = config;
  const host = Object.entries(REGIONS).find(([region]) => region === config.region)?.[1];
  const privateKey = readPrivateKey(config.privateKey);
  const faults: string[] = [];
  if (host === undefined) faults.push('AMAZON_PAY_REGION must be jp, na or eu (Japan: jp)');
  if (!/^[A-Za-z0-9-]{8,128}$/.test(publicKeyId)) {
    faults.push('AMAZON_PAY_PUBLIC_KEY_ID is no public key id of Seller Central');
  }
  const keyEnvironment = /^(SANDBOX|LIVE)/i.exec(publicKeyId)?.[1]?.toUpperCase();
  if (keyEnvironment !== undefined && keyEnvironment !== environment) {
    faults.push(
      `AMAZON_PAY_PUBLIC_KEY_ID is a ${keyEnvironment} key, but AMAZON_PAY_SANDBOX says ${environment}`,
    );
  }
  if (privateKey === undefined) {
    faults.push(
      'AMAZON_PAY_PRIVATE_KEY is no RSA private key in PEM form of at least 2048 bits (-----BEGIN …)',
    );
  }
  if (config.baseUrl !== undefined && !isSafeBaseUrl(config.baseUrl)) {
    faults.push('AMAZON_PAY_BASE_URL must be https, or http on this computer');
  }
  if (faults.length > 0 || host === undefined || privateKey === undefined)
    throw new AmazonPayConfigError(faults);
  return {
    environment,
    host,
    region: config.region,
    origin: new URL(config.baseUrl ?? `https://${host}`).origin,
    pathPrefix: keyEnvironment === undefined ? `/${environment.toLowerCase()}/v2` : '/v2',
    publicKeyId,
    privateKey,
  };
}

function readPrivateKey(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= 2048 ? key : undefined;
  } catch {
    return undefined;
  }
}
