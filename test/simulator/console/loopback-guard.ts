import type { RequestHandler } from 'express';
import { RequestRefusedError } from './api-error';

const LOOPBACK_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a request is meant for this machine: its Host is a loopback name (a foreign name that resolves to loopback
 * is DNS rebinding), and its Origin, when a browser sends one, is that very host.
 */
export function isForLoopback(host: string | undefined, origin: string | undefined): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const address = new URL(`http://${host}`);
  if (address.host !== host.toLowerCase().replace(/:80$/, '')) return false;
  return LOOPBACK_NAMES.includes(address.hostname) && (origin === undefined || origin === address.origin);
}

/** Refuses requests of other web pages with 403. */
export const loopbackGuard: RequestHandler = ({ headers }, _response, next) => {
  if (!isForLoopback(headers.host, headers.origin))
    throw new RequestRefusedError(403, 'foreignOrigin', 'Only pages of this machine may ask.');
  next();
};
