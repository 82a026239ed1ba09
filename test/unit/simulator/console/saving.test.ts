import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDialog } from '../../../simulator/player/dialog-files';
import { playDialog } from '../../../simulator/player/play-dialog';
import { openShopHouse } from '../../../simulator/player/shop-house';
import { fixedEffects } from '../../../support/fixed-effects';
import { SAVED_DIALOG, type SavedDialog } from '../../../simulator/console/wire';
import { openTestConsole, type TestConsole } from './open-test-console';

const OPEN = 'こえみせ珈琲を開いて';
const TWO_BLEND = 'ブレンドを2つください';

let opened: TestConsole;
beforeEach(async () => {
  opened = await openTestConsole();
});
afterEach(async () => {
  await opened.close();
});

const save = async (name: string): Promise<SavedDialog> =>
  SAVED_DIALOG.parse(await (await opened.post('save', { name })).json());

/** Plays the saved files in a fresh shop; the misses are what went differently. */
async function playAgain(name: string): Promise<readonly string[]> {
  const house = openShopHouse(fixedEffects(7));
  try {
    const dialog = readDialog(join(opened.folder, `${name}.json`));
    const { misses } = await playDialog({ house, dialog, buyerName: 'AGAIN' });
    return misses.map(({ what, expected, got }) => `${what}: ${expected} / ${got}`);
  } finally {
    await house.close();
  }
}

describe('a saved conversation', () => {
  it('is a replay file of ask dialog that quits at the end', async () => {
    await opened.say(OPEN, 'ヘルプ');

    const { files, warnings } = await save('help');

    expect(files.map(({ path }) => path)).toEqual([
      join(opened.folder, 'help.json'),
      join(opened.folder, 'help.expect.yaml'),
    ]);
    expect(JSON.parse(readFileSync(join(opened.folder, 'help.json'), 'utf8'))).toEqual({
      skillId: 'amzn1.ask.skill.00000000-0000-4000-8000-00000000000a',
      locale: 'ja-JP',
      type: 'text',
      userInput: [OPEN, 'ヘルプ', '.quit'],
    });
    expect(warnings).toEqual([]);
  });

  it('goes the same way when it is played: permission, decline, second try, another address', async () => {
    await opened.post('buyer', { prefecture: '沖縄県' });
    await opened.say(OPEN, TWO_BLEND, 'はい');
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.say(OPEN);
    await opened.post('arm', { scenario: 'Charge/Declined.InvalidPaymentMethod.soft' });
    await opened.say('はい', 'はい', OPEN);
    await opened.post('buyer', { voiceCode: 'rejected' });
    await opened.say('はい', 'はい');
    await opened.post('buyer', { voiceCode: 'accepted', prefecture: '東京都' });
    opened.passSec(45);
    await opened.say(OPEN, 'はい', 'はい');
    const { warnings } = await save('long-way');

    expect(warnings).toEqual([]);
    expect(await playAgain('long-way')).toEqual([]);
  });

  it('goes the same way although the background has mailed and confirmed the order since', async () => {
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.post('email', { emailConsent: 'GRANTED' });
    await opened.say(OPEN, TWO_BLEND, 'はい', 'はい');
    for (let second = 0; second < 3; second += 1) await opened.workAfterSec(1);
    const { orders } = await opened.state();
    const { warnings } = await save('confirmed');

    expect(orders[0]?.state).toBe('CONFIRMED');
    expect(warnings).toEqual([]);
    expect(await playAgain('confirmed')).toEqual([]);
  });

  it('leaves out a scenario that met no directive', async () => {
    await opened.post('consent', { consent: 'GRANTED' });
    await opened.post('arm', { scenario: 'Charge/Pending' });
    await opened.say(OPEN);
    await save('unused');

    expect(await playAgain('unused')).toEqual([]);
  });

  it('begins where the last session was left', async () => {
    await opened.say(OPEN, 'ヘルプ');
    await opened.post('session');
    await opened.say(OPEN);
    await save('second');

    expect(readDialog(join(opened.folder, 'second.json')).replay.utterances).toEqual([OPEN]);
  });

  it('is never written over', async () => {
    await opened.say(OPEN);
    await save('once');
    const before = readFileSync(join(opened.folder, 'once.json'), 'utf8');
    await opened.say('ヘルプ');

    const again = await opened.post('save', { name: 'once' });

    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ error: { code: 'dialogExists' } });
    expect(readFileSync(join(opened.folder, 'once.json'), 'utf8')).toBe(before);
  });

  it.each([
    ['nothing was said', () => Promise.resolve(), ['nothingSaid']],
    [
      'a cart was there before',
      async () => {
        await opened.say(OPEN, TWO_BLEND);
        opened.passSec(1);
        await opened.post('session');
        await opened.say(OPEN);
      },
      ['ordersBefore'],
    ],
    [
      'the buyer kept silent',
      async () => {
        await opened.say(OPEN);
        await opened.post('silence');
      },
      ['silence'],
    ],
    [
      'the skill was made to fail',
      async () => {
        await opened.say(OPEN);
        await opened.post('fault', { skillFault: 'down' });
      },
      ['skillFault'],
    ],
    [
      'the speaker changed',
      async () => {
        await opened.say(OPEN);
        await opened.post('speaker', { recognised: false });
      },
      ['speaker'],
    ],
    [
      'the account has no e-mail address',
      async () => {
        await opened.post('buyer', { emailRegistered: false });
        await opened.say(OPEN);
      },
      ['noEmail'],
    ],
    [
      'the background decided a charge',
      async () => {
        await opened.post('consent', { consent: 'GRANTED' });
        await opened.post('arm', { scenario: 'Charge/Pending' });
        await opened.say(OPEN, TWO_BLEND, 'はい', 'はい');
        await opened.workAfterSec(31);
      },
      ['background'],
    ],
  ])('warns that a replay may differ when %s', async (_case, happen, expected) => {
    await happen();

    expect((await save('warned')).warnings).toEqual(expected);
  });
});
