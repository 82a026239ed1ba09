import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STATE, type ConsoleState } from '../../../simulator/console/wire';
import { freePort } from '../../../support/free-port';

const ROOT = join(__dirname, '../../../..');
const STORE_CLOSED =
  'cannot be opened: stop the other npm start that uses it or choose another folder with DATA_DIR; if there is none, the store is damaged, so move it away to start afresh.';

let folder = '';
let running: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koemise-start-'));
  running = [];
});
afterEach(async () => {
  for (const child of running.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves when the text was printed. */
  readonly printed: (text: string) => Promise<void>;
  readonly ended: () => Promise<number | null>;
}

/** What `npm start` runs (in one process, so that a kill ends it), in a folder of its own. */
function start(
  port: number | string,
  dataDir = folder,
  settings: Readonly<Record<string, string>> = {},
): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/simulator/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ...settings },
  });
  running.push(child);
  let output = '';
  const exited = once(child, 'exit');
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    child,
    output: () => output,
    printed: async (text) => {
      while (!output.includes(text)) {
        if (child.exitCode !== null) throw new Error(`it ended without printing "${text}":\n${output}`);
        await Promise.race([once(child.stdout, 'data'), exited]);
      }
    },
    ended: async () => ((await exited) as [number | null])[0],
  };
}

async function say(port: number, utterance: string): Promise<ConsoleState> {
  await fetch(`http://127.0.0.1:${port}/console/api/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ utterance }),
  });
  return STATE.parse(await (await fetch(`http://127.0.0.1:${port}/console/api/state`)).json());
}

const READY = 'Ctrl+C stops';

describe('npm start', () => {
  it('says what runs where in both languages, and answers', async () => {
    const port = await freePort();
    const shop = start(port);
    await shop.printed(READY);

    const { entries } = await say(port, 'こえみせ珈琲を開いて');

    expect(shop.output()).toContain(
      `テストコンソールをブラウザーで開いてください → http://127.0.0.1:${port}/`,
    );
    expect(shop.output()).toContain(`skill endpoint  POST http://127.0.0.1:${port}/alexa`);
    expect(entries).toMatchObject([
      { exchanges: [{ speech: { text: expect.stringContaining('こえみせ珈琲へようこそ。') } }] },
    ]);
  });

  it('runs the payment page, with the settings of the web checkout', async () => {
    const port = await freePort();
    const shop = start(port, folder, {
      PAYMENT_CHANNEL: 'web',
      AMAZON_PAY_PAYMENT_INTENT: 'Authorize',
      AMAZON_PAY_CAN_HANDLE_PENDING: 'true',
    });
    await shop.printed(READY);
    await say(port, 'こえみせ珈琲でブレンドを2つください');

    const { orders } = await say(port, 'はい');

    const page = await (await fetch(orders[0]?.checkout?.url ?? '')).text();
    expect(shop.output()).toContain(`payment page    http://127.0.0.1:${port}/checkout`);
    expect(orders).toMatchObject([{ state: 'AWAITING_PAYMENT' }]);
    expect(page).toContain('data-payment-intent="Authorize"');
    expect(page).toContain('data-can-handle-pending="true"');
  });

  it('offers the cart that was left before it was stopped, to the same shopper', async () => {
    const port = await freePort();
    const first = start(port);
    await first.printed(READY);
    await say(port, 'こえみせ珈琲でブレンドを2つください');
    first.child.kill('SIGTERM');
    const exitCode = await first.ended();
    const second = start(port);
    await second.printed(READY);

    const { entries } = await say(port, 'こえみせ珈琲を開いて');

    expect(exitCode).toBe(0);
    expect(entries).toMatchObject([
      {
        exchanges: [
          {
            speech: {
              text: 'こえみせ珈琲へようこそ。前回のご注文が残っています。こえみせブレンドが2袋で、商品の合計は2592円です。続きからご注文なさいますか。',
            },
          },
        ],
      },
    ]);
  });

  it('mails a purchase and confirms it by itself, and tells the open page so', async () => {
    const port = await freePort();
    const shop = start(port);
    await shop.printed(READY);
    const url = `http://127.0.0.1:${port}/console/api`;
    for (const [name, body] of [
      ['consent', { consent: 'GRANTED' }],
      ['email', { emailConsent: 'GRANTED' }],
    ] as const) {
      const headers = { 'content-type': 'application/json' };
      await fetch(`${url}/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
    }
    await say(port, 'こえみせ珈琲でブレンドを2つください');
    await say(port, 'はい');
    let state = await say(port, 'はい');
    const changes = (await fetch(`${url}/changes`)).body!.getReader();

    while (state.orders[0]?.state !== 'CONFIRMED') {
      await changes.read();
      state = STATE.parse(await (await fetch(`${url}/state`)).json());
    }

    expect(state.orders).toMatchObject([{ mails: [{ kind: 'paid', state: 'sent' }] }]);
    expect(state.mails).toMatchObject([
      { no: 1, subject: expect.stringContaining('【こえみせ珈琲】ご注文を承りました'), isCopy: false },
    ]);
    await changes.cancel();
  });

  it('ends cleanly on Ctrl+C with a page open', async () => {
    const port = await freePort();
    const shop = start(port);
    await shop.printed(READY);
    const page = await fetch(`http://127.0.0.1:${port}/console/api/changes`);

    shop.child.kill('SIGINT');

    expect(await shop.ended()).toBe(0);
    await page.body?.cancel().catch(() => undefined);
  });

  it('prints a merchant alert as a line', async () => {
    const port = await freePort();
    const shop = start(port);
    await shop.printed(READY);
    for (const [name, body] of [
      ['consent', { consent: 'GRANTED' }],
      ['arm', { scenario: 'Setup/InvalidSellerId' }],
    ] as const) {
      await fetch(`http://127.0.0.1:${port}/console/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    }

    await say(port, 'こえみせ珈琲でブレンドを2つください');
    await say(port, 'はい');
    await shop.printed('ALERT');

    expect(shop.output()).toMatch(/⚠ ALERT {4}.*InvalidSellerId \(row a05\)/);
  });
});

describe('npm start ends with one sentence that names the fix and exit code 1', () => {
  it('when the port is taken', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;

    const shop = start(port);

    expect(await shop.ended()).toBe(1);
    expect(shop.output().trim()).toBe(
      `Port ${port} is taken: stop what uses it, or choose another one (PORT=${port + 1} npm start).`,
    );
    server.close();
  });

  it('when PORT is no port', async () => {
    const shop = start('coffee');

    expect(await shop.ended()).toBe(1);
    expect(shop.output()).toContain('PORT: a port from 1 to 65535');
  });

  it('when another npm start uses the folder', async () => {
    const shop = start(await freePort());
    await shop.printed(READY);

    const second = start(await freePort());

    expect(await second.ended()).toBe(1);
    expect(second.output().trim()).toBe(`The order store ${join(folder, 'dynamodb')} ${STORE_CLOSED}`);
  });

  it.each([
    ['amazon-pay.jsonl', "Amazon Pay's ledger"],
    ['console.json', "The console's settings"],
  ])('when %s is corrupt, and leaves the file as it is', async (name, beginning) => {
    writeFileSync(join(folder, name), 'not ours\n');

    const shop = start(await freePort());

    expect(await shop.ended()).toBe(1);
    expect(shop.output()).toMatch(new RegExp(`^${beginning} .*${name.replace('.', '\\.')}`));
    expect(shop.output().trim().split('\n')).toHaveLength(1);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('not ours\n');
  });

  it('when the store is corrupt', async () => {
    const port = await freePort();
    const shop = start(port);
    await shop.printed(READY);
    shop.child.kill('SIGTERM');
    await shop.ended();
    writeFileSync(join(folder, 'dynamodb', 'CURRENT'), 'not ours');

    const second = start(port);

    expect(await second.ended()).toBe(1);
    expect(second.output().trim()).toBe(`The order store ${join(folder, 'dynamodb')} ${STORE_CLOSED}`);
  });

  it('when the folder is a file', async () => {
    writeFileSync(join(folder, 'file'), '');

    const shop = start(await freePort(), join(folder, 'file'));

    expect(await shop.ended()).toBe(1);
    expect(shop.output().trim()).toBe(
      `${join(folder, 'file')} is not a folder: move it away, or choose another one with DATA_DIR.`,
    );
  });
});
