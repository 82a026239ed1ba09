const LOOPBACK_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a request is meant for this machine: its Host is a loopback name (a foreign name that resolves to loopback
 * is DNS rebinding), and its Origin, when a browser sends one, is that very host.
 */
export function isForLoopback(host: string | undefined, origin: string | undefined): boolean {
  if (host === undefined || !/^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host)) return false;
  if (!URL.canParse(`http://${host}`)) return false;
  const address = new URL(`http://${host}`);
  return LOOPBACK_NAMES.includes(address.hostname) && (origin === undefined || origin === address.origin);
}
