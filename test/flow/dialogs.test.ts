import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDialog } from '../simulator/player/dialog-files';
import { main } from '../simulator/player/main';
import { playDialog } from '../simulator/player/play-dialog';
import { printMiss } from '../simulator/player/print-turn';
import { openShopHouse, type ShopHouse } from '../simulator/player/shop-house';
import { createPaint } from '../simulator/player/paint';

const FOLDER = join(__dirname, '../dialogs');
const DIALOGS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readDialog(join(FOLDER, name)))
  .map((dialog) => ({ ...dialog, title: dialog.expectations?.sidecar.title ?? dialog.name }));
/** The dialogs take place at noon of this day in Japan. */
const NOON_MS = Date.parse('2026-11-22T03:00:00Z');

/** Numbers in [0, 1) that are the same in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

let house: ShopHouse;
beforeAll(() => {
  house = openShopHouse({ now: () => NOON_MS, random: seededRandom(20_261_122) });
});
afterAll(async () => {
  await house.close();
});

const plain = createPaint(false);

describe('the dialogs in test/dialogs, through the real HTTP endpoint', () => {
  it.each(DIALOGS)('$title', async (dialog) => {
    const { misses } = await playDialog({ house, dialog, buyerName: dialog.name });

    expect(misses.flatMap((miss) => printMiss(miss, plain)).join('\n')).toBe('');
  });

  it('expect something of every turn, of the orders and of the captures', () => {
    const silent = DIALOGS.filter(({ expectations }) => {
      const { turns = [], orders, captures } = expectations?.sidecar ?? {};
      const isTurnSilent = turns.some(
        ({ speech, directives, session }) => !(speech && directives && session),
      );
      return turns.length === 0 || isTurnSilent || orders === undefined || captures === undefined;
    });

    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('none has the title of another', () => {
    const titles = DIALOGS.map(({ title }) => title);

    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('what the player judges', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'koemise-dialogs-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const purchaseWith = (change: (sidecar: string) => string): string => {
    const sidecar = readFileSync(join(FOLDER, 'purchase.expect.yaml'), 'utf8');
    const file = join(folder, 'purchase.json');
    writeFileSync(file, readFileSync(join(FOLDER, 'purchase.json')));
    writeFileSync(join(folder, 'purchase.expect.yaml'), change(sidecar));
    return file;
  };

  const play = async (argv: readonly string[]): Promise<{ exitCode: number; printed: string }> => {
    const lines: string[] = [];
    const exitCode = await main(argv, { write: (line) => lines.push(line), colours: false });
    return { exitCode, printed: lines.join('\n') };
  };

  it.each([
    ['speech', '3192円をお支払いいただき、ご注文を確定', '3193円をお支払いいただき、ご注文を確定'],
    ['a reprompt', '「はい」、ほかの商品', '「ハイ」、ほかの商品'],
    ['the intent', 'intent: OrderIntent', 'intent: CartIntent'],
    ['a slot', 'product: blend', 'product: dark'],
    ['a card', 'title: ご注文ありがとうございます', 'title: ご注文をありがとうございます'],
    ['the content of a card', '送料: 600円', '送料: 601円'],
    ['no card', 'card: none', 'card: { type: Simple }'],
    ['the amount of a directive', 'name: Charge, amountYen: 3192', 'name: Charge, amountYen: 3193'],
    ['the reference of a directive', 'reference: new', 'reference: same'],
    ['an answer of Amazon Pay', 'reason: MaxCapturesProcessed', 'reason: AmazonClosed'],
    ['an open session', 'session: open', 'session: closed'],
    ['the state of the order', 'state: PAID', 'state: PENDING'],
    ['the goods of the order', 'goods: { blend: 2 }', 'goods: { blend: 3 }'],
    ['the total of the order', 'totalYen: 3192', 'totalYen: 3193'],
    ['the result of the attempt', 'result: paid', 'result: hold'],
    ['what a person was asked for', 'requests: []', 'requests: [refund]'],
    ['the captures', 'captures: [3192]', 'captures: [3192, 3192]'],
  ])('reports a wrong expectation of %s with its line', async (_what, right, wrong) => {
    const file = purchaseWith((sidecar) => sidecar.replace(right, wrong));
    const sidecarFile = file.replace('.json', '.expect.yaml');
    const line =
      readFileSync(sidecarFile, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes(wrong)) + 1;

    const { misses } = await playDialog({ house, dialog: readDialog(file), buyerName: `wrong ${wrong}` });

    expect(misses).toHaveLength(1);
    expect(misses[0]).toMatchObject({ file: sidecarFile });
    // A card's content begins on the line of its key.
    expect([line, line - 3]).toContain(misses[0]?.line);
  });

  it('reports a scenario that met no directive', async () => {
    const file = purchaseWith((sidecar) =>
      sidecar.replace('- say: はい', '- say: はい\n    before: { force: [Setup/FORBIDDEN] }'),
    );

    const { misses } = await playDialog({ house, dialog: readDialog(file), buyerName: 'unused scenario' });

    expect(misses).toHaveLength(1);
    expect(misses[0]).toMatchObject({ expected: 'a directive that meets Setup/FORBIDDEN' });
  });

  it('leaves with 0 and the stored order when everything is as expected', async () => {
    const { exitCode, printed } = await play([join(FOLDER, 'purchase.json')]);

    expect(exitCode).toBe(0);
    expect(printed).toContain('お支払いが完了し、ご注文を承りました。');
    expect(printed).toMatch(/order +\d{6}-\d{6} {2}PAID/);
    expect(printed).toContain('captured    3192 yen');
    expect(printed).not.toContain('\u001b');
  });

  it('leaves with 1, expected and got, when an expectation is missed', async () => {
    const file = purchaseWith((sidecar) => sidecar.replace('state: PAID', 'state: PENDING'));

    const { exitCode, printed } = await play([file]);

    expect(exitCode).toBe(1);
    expect(printed).toMatch(
      /purchase\.expect\.yaml:\d+ {2}order \d{6}-\d{6}, state\n {2}expected {4}PENDING\n {2}got {9}PAID/,
    );
  });

  it('leaves with 1 and names the file when a file is bad', async () => {
    const file = purchaseWith((sidecar) => sidecar.replace('session: open', 'sesion: open'));

    const { exitCode, printed } = await play([file]);

    expect(exitCode).toBe(1);
    expect(printed).toContain('purchase.expect.yaml:10  turns[0].sesion: no such key here');
  });

  it('plays a scenario up to where it happens and the next launch', async () => {
    const { exitCode, printed } = await play(['--scenario', 'Charge/Declined.AmazonRejected']);

    expect(exitCode).toBe(0);
    expect(printed).toContain('Charge 200 Declined AmazonRejected');
    expect(printed).toContain('前回のご注文が残っています。');
    expect(printed).toContain('captured    none');
  });

  it('stops where the shop takes no further order, although half of the scenario is left', async () => {
    const { exitCode, printed } = await play(['--scenario', 'Charge/lost.twice']);

    expect(exitCode).toBe(0);
    expect(printed.match(/── turn/g)).toHaveLength(5);
    expect(printed).toContain('never met   Charge/lost.twice');
  });

  it('leaves with 2 and the nearest names when a scenario is unknown', async () => {
    const { exitCode, printed } = await play(['--scenario', 'Charge/InvalidPaymntMethod']);

    expect(exitCode).toBe(2);
    expect(printed).toContain('Did you mean Charge/InvalidPaymentMethod');
  });

  it('lists every scenario with its rows', async () => {
    const { exitCode, printed } = await play(['--list']);

    expect(exitCode).toBe(0);
    expect(printed).toMatch(/Charge\/InvalidPaymentMethod +a23 /);
    expect(printed).toContain('オーソリ状態と理由コード');
  });
});
