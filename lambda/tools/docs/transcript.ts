import { join } from 'node:path';
import { readDialog } from '../../../test/simulator/player/dialog-files';
import { createPaint } from '../../../test/simulator/player/paint';
import { playFile } from '../../../test/simulator/player/play-file';
import { openShopHouse } from '../../../test/simulator/player/shop-house';
import { fixedEffects } from '../../../test/support/fixed-effects';

const DIALOG = 'test/dialogs/purchase.json';

/**
 * Plays the purchase dialog against the whole simulated shop, as `npm run dialog` does, and returns what it printed.
 * The clock stands still and the random numbers are seeded, so order number and references are the same each time.
 * @throws TranscriptError when the conversation does not go as its sidecar says: no document may show that
 */
export async function purchaseTranscript(): Promise<string> {
  const lines: string[] = [];
  const house = openShopHouse(fixedEffects());
  try {
    const isFine = await playFile(
      { ...readDialog(join(__dirname, '../../..', DIALOG)), file: DIALOG },
      { buyerName: 'transcript', scenarioNames: [], write: false },
      { house, paint: createPaint(false), print: (printed) => lines.push(...printed) },
    );
    if (!isFine) throw new TranscriptError(lines.join('\n'));
    return lines.join('\n').trim();
  } finally {
    await house.close();
  }
}

/** The purchase did not go as expected; the message is what was printed. */
class TranscriptError extends Error {
  readonly code = 'transcript';
}
