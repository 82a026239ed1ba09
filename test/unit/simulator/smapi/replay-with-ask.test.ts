import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDialog } from '../../../simulator/player/dialog-files';
import { openShopHouse, type ShopHouse } from '../../../simulator/player/shop-house';
import { replayWithAsk } from '../../../simulator/smapi/replay-with-ask';

/** Does what `ask dialog --replay` does with the SMAPI, as far as a replay needs it; `skip` leaves utterances out. */
const fakeAsk = (skip = 0): string => `
  const { readFileSync } = require('node:fs');
  const { skillId, userInput } = JSON.parse(readFileSync(process.argv[4], 'utf8'));
  const base = process.env.ASK_SMAPI_SERVER_BASE_URL + '/v2/skills/' + skillId + '/stages/development/simulations';
  const headers = { authorization: 'any', 'content-type': 'application/json' };
  (async () => {
    for (const content of userInput.filter((text) => text !== '.quit').slice(${skip})) {
      const session = { mode: 'FORCE_NEW_SESSION' };
      const body = JSON.stringify({ input: { content }, device: { locale: 'ja-JP' }, session });
      const { id } = await (await fetch(base, { method: 'POST', headers, body })).json();
      const { result } = await (await fetch(base + '/' + id, { headers })).json();
      for (const { content: said } of result.alexaExecutionInfo?.alexaResponses ?? []) console.log('Alexa > ' + said.caption);
    }
  })();
`;

describe('a replay file played through the simulated SMAPI', () => {
  const dialog = readDialog(join(__dirname, '../../../dialogs/refund-without-payment.json'));
  let folder: string;
  let house: ShopHouse;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'koemise-fake-ask-'));
    house = openShopHouse({ now: () => Date.parse('2026-11-22T03:00:00Z'), random: () => 0.5 });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await house.close();
  });

  const replay = (source: string, buyerName: string) => {
    const program = join(folder, `${buyerName}.js`);
    writeFileSync(program, source);
    return replayWithAsk({ program, house, dialog, buyerName });
  };

  it('reaches the running skill and meets every expectation of its sidecar', async () => {
    const { problems, misses, turns } = await replay(fakeAsk(), 'whole');

    expect({ problems, misses, turns }).toEqual({ problems: [], misses: [], turns: 2 });
  });

  it('is not as expected when an utterance was left out', async () => {
    const { problems, misses } = await replay(fakeAsk(1), 'skipping');

    expect(problems).toEqual([
      'turn 1: the file has 「こえみせ珈琲で返金してほしい」, ask said 「こえみせ珈琲で注文をキャンセルして」',
      'turn 2: the file has 「こえみせ珈琲で注文をキャンセルして」, ask said nothing',
    ]);
    expect(misses[0]).toMatchObject({ line: 4, expected: 'RefundIntent', got: 'CancelOrderIntent' });
  });
});
