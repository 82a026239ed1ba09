import { AmazonPayConfigError, isSafeBaseUrl } from '../config-error';
import { type Environment } from '../object-id';

/** Settings of the CV1 client. `baseUrl` replaces Amazon's host, for the simulated server. */
export interface MwsConfig {
  readonly environment: Environment;
  readonly sellerId: string;
  readonly accessKeyId: string;
  readonly secretKey: string;
  readonly baseUrl?: string | undefined;
}

/** Settings after they were checked. */
export interface MwsAccess extends MwsConfig {
  readonly host: string;
  readonly path: string;
  readonly origin: string;
}

const HOST = 'mws.amazonservices.jp';

/**
 * Checks the settings of the CV1 client.
 * @throws AmazonPayConfigError naming every setting to mend, without its value.
 * @see amazon-pay-server-apis.md, section 14.1
 */
export function readMwsConfig(config: MwsConfig): MwsAccess {
  const faults: string[] = [];
  if (!/^[A-Z0-9]{8,20}$/.test(config.sellerId)) faults.push('AMAZON_PAY_SELLER_ID is no seller id');
  if (!/^[A-Z0-9_]{8,40}$/.test(config.accessKeyId)) faults.push('MWS_ACCESS_KEY_ID is no access key id');
  if (config.secretKey.length < 8 || /\s/.test(config.secretKey)) {
    faults.push('MWS_SECRET_KEY is missing or holds blanks or line ends');
  }
  if (config.baseUrl !== undefined && !isSafeBaseUrl(config.baseUrl)) {
    faults.push('MWS_BASE_URL must be https, or http on this computer');
  }
  if (faults.length > 0) throw new AmazonPayConfigError(faults);
  const service = config.environment === 'SANDBOX' ? 'OffAmazonPayments_Sandbox' : 'OffAmazonPayments';
  return {
    ...config,
    host: HOST,
    path: `/${service}/2013-01-01`,
    origin: new URL(config.baseUrl ?? `https://${HOST}`).origin,
  };
}
