import { type RequestHandler } from 'express';

/** What stands in an address in place of a text that can be no code: it leads to the plain page, like any wrong one. */
export const NO_CODE = '-';

/**
 * Takes a code that cannot even be decoded for a wrong one, so that it is counted and answered like every other: else
 * Express gives up before the gate. Stands at `/checkout`, before every route with a code.
 * @see issue "web checkout", "Bad input" (guessed code: the same plain page)
 */
export const unreadableIsNoCode: RequestHandler = (request, _response, next) => {
  const [, code = ''] = /^\/([^/?]*)/.exec(request.url) ?? [];
  if (!isDecodable(code)) request.url = request.url.replace(code, NO_CODE);
  next();
};

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
