import { type Config, type WebConfig } from '../../config';

const PRODUCTION_SCRIPTS = 'https://static-fe.payments-amazon.com';

/**
 * Address of the CV1 widgets for Japan; sandbox and live are two scripts. With a simulated Amazon Pay it stands at the
 * same path there.
 * @see issue "web checkout", item 6 (in production the real addresses)
 */
export function widgetsScriptUrl(
  { scriptsUrl }: Pick<WebConfig, 'scriptsUrl'>,
  { releaseEnvironment }: Pick<Config, 'releaseEnvironment'>,
): string {
  const environment = releaseEnvironment === 'SANDBOX' ? '/sandbox' : '';
  return `${scriptsUrl ?? PRODUCTION_SCRIPTS}/OffAmazonPayments/jp${environment}/lpa/js/Widgets.js`;
}
