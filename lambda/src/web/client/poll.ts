/// <reference lib="dom" />
import { type PageData, showAnew, textOf } from './page';

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 15_000;
/** A person who waits longer reads the link beside it. */
const MAX_ASKS = 60;

/** Asks the server until it is not checking any more; then the page shows the result. Asks less often as time goes by. */
export async function pollResult(data: PageData): Promise<void> {
  let waitMs = FIRST_WAIT_MS;
  for (let asks = 0; asks < MAX_ASKS; asks += 1) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const view = await askView(data);
    if (view !== '' && view !== 'checking') {
      showAnew(data);
      return;
    }
    waitMs = Math.min(waitMs * 1.5, LONGEST_WAIT_MS);
  }
}

/** Empty: no answer this time. */
async function askView(data: PageData): Promise<string> {
  try {
    const response = await fetch(`${data('shopPath')}/status`);
    return response.status === 404 ? 'gone' : textOf(await response.json(), 'view');
  } catch {
    return '';
  }
}
