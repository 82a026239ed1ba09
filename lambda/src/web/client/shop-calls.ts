/// <reference lib="dom" />
import { type PageData } from './page';

/**
 * Calls the shop's server. Resolves to its answer, or to undefined when there is none that can be used: then nothing is
 * known, and the page has to be shown anew.
 */
export async function callShop(
  data: PageData,
  name: 'cart' | 'complete' | 'cancel' | 'errors',
  body: object,
): Promise<unknown> {
  try {
    const response = await fetch(`${data('shopPath')}/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': data('csrfToken') },
      body: JSON.stringify(body),
      // A buyer who closes the page while paying must not stop the payment halfway.
      keepalive: true,
    });
    const answer: unknown = await response.json();
    return response.ok ? answer : undefined;
  } catch {
    return undefined;
  }
}
