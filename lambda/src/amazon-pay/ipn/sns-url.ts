const HOST = /^sns\.(af|ap|ca|eu|il|me|mx|sa|us)(-gov|-iso[a-z]?)?-[a-z]+-\d\.amazonaws\.com$/;
const CERTIFICATE_PATH = /^\/SimpleNotificationService-[0-9a-f]{32}\.pem$/;

/**
 * The certificate's address when it is one of SNS, else undefined: https, a host of SNS itself, no port, user, query or
 * fragment, and the path of its certificates. Nothing is fetched from any other place.
 * @see amazon-pay-server-apis.md, section 10 (check 4)
 */
export function certificateUrl(text: string): URL | undefined {
  const url = snsUrl(text);
  const isPlain = url?.search === '' && url.hash === '' && !text.includes('?') && !text.includes('#');
  return url !== undefined && isPlain && CERTIFICATE_PATH.test(url.pathname) ? url : undefined;
}

/** The address that confirms a subscription to this very topic, else undefined. @see section 10 (check 8) */
export function subscribeUrl(text: string | undefined, topicArn: string): URL | undefined {
  const url = text === undefined ? undefined : snsUrl(text);
  if (url?.pathname !== '/' || url.hash !== '') return undefined;
  const isConfirmation = url.searchParams.get('Action') === 'ConfirmSubscription';
  return isConfirmation && url.searchParams.get('TopicArn') === topicArn ? url : undefined;
}

function snsUrl(text: string): URL | undefined {
  if (text.length > 2048 || text.includes('\\') || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isBare = url.port === '' && url.username === '' && url.password === '' && !text.includes('@');
  // A written default port disappears when parsed; it is refused all the same.
  const hasWrittenPort = /^https:\/\/[^/]*:/i.test(text);
  return url.protocol === 'https:' && isBare && !hasWrittenPort && HOST.test(url.hostname) ? url : undefined;
}
