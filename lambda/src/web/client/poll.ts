import { textOf } from './page';
import { type PageEffects } from './page-effects';

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 15_000;
/** Who waits longer than a quarter of an hour uses the link on the page. */
const MAX_ASKS = 60;

/** Asks the server until it is not checking any more; then the page shows the result. Asks less often as time goes by. */
export async function pollResult({
  askStatus,
  wait,
  showAnew,
}: Pick<PageEffects, 'askStatus' | 'wait' | 'showAnew'>): Promise<void> {
  let waitMs = FIRST_WAIT_MS;
  for (let asks = 0; asks < MAX_ASKS; asks += 1) {
    await wait(waitMs);
    const answer = await askStatus();
    const view = textOf(answer?.body, 'view');
    if (answer?.httpStatus === 404 || (view !== '' && view !== 'checking')) {
      showAnew();
      return;
    }
    waitMs = Math.min(waitMs * 1.5, LONGEST_WAIT_MS);
  }
}
