import { execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseEnv } from 'node:util';
import { buildProject, type BuildResult } from '../../lambda/tools/packaging/build-project';
import { projectSources } from '../../lambda/tools/packaging/project-sources';
import { findShopFaults } from '../../lambda/tools/packaging/shop-faults';
import { startLocalDynamo } from '../simulator/local-dynamo';
import { freePort } from '../support/free-port';

const REPOSITORY = join(__dirname, '../..');
const SHOP = readFileSync(join(REPOSITORY, 'lambda/src/shop/shop.json'), 'utf8');

/** A small project in place of the real one: what it lacks or has wrong is up to each test. */
const SMALL_PROJECT = {
  'shop.json': SHOP,
  'src/index.ts':
    'export const handler = async (event: object, context: object): Promise<object> => ({ event, context });',
  'src/worker.ts': 'export const handler = async (): Promise<void> => undefined;',
  'src/web-lambda.ts':
    'export const handler = async (event: object, context: object): Promise<object> => ({ event, context });',
  'src/client/checkout.ts': "document.title = 'お支払い';",
  'src/client/widgets.ts': "document.title = 'widgets';",
  'src/client/style.css': 'body {\n  color: black;\n}\n',
  'src/serve.ts': "process.stdout.write('served');",
  'skill-package/skill.json':
    '{"manifest":{"publishingInformation":{"locales":{"ja-JP":{"name":"こえみせ"}}}}}',
  'skill-package/assets/images/icon.png': 'png',
  'interactionModels/custom/ja-JP.json':
    '{"interactionModel":{"languageModel":{"invocationName":"こえみせ"}}}',
};

/** The same object without one of its fields, wherever that is. */
function without(object: object, [name = '', ...deeper]: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([key]) => key !== name || deeper.length > 0)
      .map(([key, value]: [string, unknown]) => [
        key,
        key === name && typeof value === 'object' && value !== null ? without(value, deeper) : value,
      ]),
  );
}

describe('npm run build', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'koemise-build-'));
    write(SMALL_PROJECT);
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }

  function build(): Promise<BuildResult> {
    return buildProject({
      sources: {
        shopFile: join(root, 'shop.json'),
        lambdaEntry: join(root, 'src/index.ts'),
        workerEntry: join(root, 'src/worker.ts'),
        webEntry: join(root, 'src/web-lambda.ts'),
        webClient: join(root, 'src/client'),
        serverEntry: join(root, 'src/serve.ts'),
        skillPackage: join(root, 'skill-package'),
        interactionModels: join(root, 'interactionModels'),
      },
      outDir: join(root, 'build'),
      checkShop: findShopFaults,
    });
  }

  function built(path: string): string {
    return readFileSync(join(root, 'build', path), 'utf8');
  }

  /** Every built file with its text: equal before and after means untouched. */
  function snapshot(): Readonly<Record<string, string>> {
    const entries = readdirSync(join(root, 'build'), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return Object.fromEntries(files.sort().map((file) => [file, readFileSync(file, 'utf8')]));
  }

  it('writes exactly what ask-cli uploads and what the server needs, and no package.json', async () => {
    const result = await build();

    expect(result).toEqual({
      kind: 'built',
      files: [
        'lambda/index.js',
        'lambda/index.js.map',
        'lambda/public/checkout.js',
        'lambda/public/style.css',
        'lambda/public/widgets.js',
        'lambda/web.js',
        'lambda/web.js.map',
        'lambda/worker.js',
        'lambda/worker.js.map',
        'server/public/checkout.js',
        'server/public/style.css',
        'server/public/widgets.js',
        'server/server.js',
        'server/server.js.map',
        'skill-package/assets/images/icon.png',
        'skill-package/interactionModels/custom/ja-JP.json',
        'skill-package/skill.json',
      ].map((path) => ({ path, sizeBytes: Buffer.byteLength(built(path)) })),
    });
    expect(readdirSync(join(root, 'build')).sort()).toEqual(['lambda', 'server', 'skill-package']);
  });

  it('copies manifest and model to the letter', async () => {
    await build();

    expect(built('skill-package/skill.json')).toBe(SMALL_PROJECT['skill-package/skill.json']);
    expect(built('skill-package/interactionModels/custom/ja-JP.json')).toBe(
      SMALL_PROJECT['interactionModels/custom/ja-JP.json'],
    );
  });

  it('leaves behind a model that skill.json does not publish', async () => {
    write({
      'interactionModels/custom/en-US.json':
        '{"interactionModel":{"languageModel":{"invocationName":"koemise"}}}',
    });

    await build();

    expect(readdirSync(join(root, 'build/skill-package/interactionModels/custom'))).toEqual(['ja-JP.json']);
  });

  it('keeps the names in the bundle and points its source map at the sources', async () => {
    await build();

    const map: { sources: string[] } = JSON.parse(built('lambda/index.js.map'));
    expect(built('lambda/index.js')).toContain('var handler = async (event, context)');
    expect(map.sources).toEqual(['../../src/index.ts']);
  });

  it('throws away what an older build left in its folders', async () => {
    write({
      'build/lambda/package.json': '{}',
      'build/skill-package/interactionModels/custom/en-US.json': '{}',
    });

    await build();

    expect(Object.keys(snapshot()).filter((file) => /package\.json|en-US/u.test(file))).toEqual([]);
  });

  it('names every fault at once and leaves the last build as it was', async () => {
    await build();
    const before = snapshot();
    write({
      'shop.json': SHOP.replaceAll('"03-1234-5678"', '""').replace('"priceYen": 1296', '"priceYen": 0'),
      'src/index.ts': "import { gone } from './gone'; export const handler = gone;",
      'src/serve.ts': 'const = 1;',
      'src/client/checkout.ts': 'const = 2;',
      'skill-package/skill.json':
        '{"manifest":{"publishingInformation":{"locales":{"ja-JP":{},"en-US":{},"de-DE":{}}}}}',
      'interactionModels/custom/de-DE.json': '{',
    });

    const result = await build();

    expect(result).toEqual({
      kind: 'refused',
      faults: [
        expect.stringMatching(/^shop\.json: seller\.phone: /u),
        expect.stringMatching(/^shop\.json: support\.phone: /u),
        expect.stringMatching(/^shop\.json: products\.0\.priceYen: /u),
        expect.stringMatching(/custom\/en-US\.json: is missing$/u),
        expect.stringMatching(/custom\/de-DE\.json: is not JSON$/u),
        'skill.json: publishes de-DE, but lambda/src/voice speaks no de-DE',
        expect.stringMatching(/src\/index\.ts: Could not resolve "\.\/gone"$/u),
        expect.stringMatching(/src\/serve\.ts: Expected identifier but found "="$/u),
        expect.stringMatching(/src\/client\/checkout\.ts: Expected identifier but found "="$/u),
      ],
    });
    expect(snapshot()).toEqual(before);
  });

  it.each([
    ['the shop file', 'shop.json', /shop\.json: is missing/u],
    ['the manifest', 'skill-package/skill.json', /skill\.json: is missing/u],
    ['the Lambda entry', 'src/index.ts', /src\/index\.ts/u],
    ['the entry of the pages', 'src/web-lambda.ts', /src\/web-lambda\.ts/u],
    ['a script of the pages', 'src/client/widgets.ts', /src\/client\/widgets\.ts/u],
    ['the style sheet of the pages', 'src/client/style.css', /src\/client\/style\.css/u],
    ['the server entry', 'src/serve.ts', /src\/serve\.ts/u],
  ])('refuses to build without %s and writes nothing', async (_what, path, fault) => {
    rmSync(join(root, path));

    const result = await build();

    expect(result).toEqual({ kind: 'refused', faults: [expect.stringMatching(fault)] });
    expect(readdirSync(root)).not.toContain('build');
  });

  it('names a fault the shop’s fields show only together', async () => {
    write({ 'shop.json': SHOP.replace('"深煎り"', '"ブレンド"') });

    expect(await build()).toEqual({
      kind: 'refused',
      faults: ['shop.json: products: the spoken name "ブレンド" stands twice'],
    });
  });

  // What the law wants on the page and in the confirmation, field by field (certification-and-law.md, section 5.1).
  it.each([
    'seller.name',
    'seller.representative',
    'seller.postalCode',
    'seller.address',
    'seller.phone',
    'seller.email',
    'support.phone',
    'support.email',
    'support.hours',
    'terms.payment',
    'terms.paymentTime',
    'terms.delivery',
    'terms.orderPeriod',
    'terms.cancellation',
    'terms.returns',
    'terms.otherCosts',
    'terms.quantityLimit',
    'terms.subscription',
    'terms.digitalDelivery',
    'shipping.flatYen',
    'shipping.freeFromYen',
    'shipping.surcharges',
    'products',
  ])('builds no shop without %s, and names it', async (field) => {
    const shop: object = JSON.parse(SHOP);
    write({ 'shop.json': JSON.stringify(without(shop, field.split('.'))) });

    const result = await build();

    expect(result).toEqual({ kind: 'refused', faults: [expect.stringContaining(`shop.json: ${field}: `)] });
  });

  it('refuses a manifest that names no locale', async () => {
    write({ 'skill-package/skill.json': '{"manifest":{}}' });

    expect(await build()).toEqual({
      kind: 'refused',
      faults: ['skill.json: manifest.publishingInformation.locales is missing'],
    });
  });

  it('minifies what the pages load, Japanese included, for both hosts', async () => {
    await build();

    for (const host of ['lambda', 'server']) {
      expect(built(`${host}/public/checkout.js`)).toBe('(()=>{document.title="お支払い";})();\n');
      expect(built(`${host}/public/style.css`)).toBe('body{color:#000}\n');
    }
  });

  it('makes a server file that node starts as it is', async () => {
    await build();

    expect(execFileSync(process.execPath, [join(root, 'build/server/server.js')], { encoding: 'utf8' })).toBe(
      'served',
    );
  });
});

/** What the pages need beside `.env.example`, and quiet. */
const WEB_SETTINGS = {
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  SHOP_URL: 'https://shop.koemise.example',
  AMAZON_PAY_STORE_ID: `amzn1.application-oa2-client.${'0'.repeat(32)}`,
  AMAZON_PAY_PUBLIC_KEY_ID: 'SANDBOX-TESTKEY',
  AMAZON_PAY_PRIVATE_KEY: generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey,
};

describe('the skill itself, built', () => {
  let outDir = '';

  beforeAll(async () => {
    outDir = mkdtempSync(join(tmpdir(), 'koemise-skill-'));
    const result = await buildProject({
      sources: projectSources(REPOSITORY),
      outDir,
      checkShop: findShopFaults,
    });
    if (result.kind === 'refused') {
      throw new Error(result.faults.join('\n'));
    }
  });

  afterAll(() => {
    rmSync(outDir, { recursive: true, force: true });
  });

  // In a process of its own, as Lambda loads it; a handler of three parameters is refused there at start.
  it.each(['index', 'worker', 'web'])('gives Lambda a handler of two parameters in %s.js', (name) => {
    const printed = execFileSync(
      process.execPath,
      ['-e', `console.log(require('./${name}.js').handler.length)`],
      {
        cwd: join(outDir, 'lambda'),
        encoding: 'utf8',
        env: {
          ...parseEnv(readFileSync(join(REPOSITORY, '.env.example'), 'utf8')),
          ...WEB_SETTINGS,
          TOKEN_SECRET: 'a-secret-of-this-test-with-32-characters',
        },
      },
    );

    expect(printed).toBe('2\n');
  });

  it('serves the pages with what they load from the built server, and ends when told', async () => {
    const dynamo = await startLocalDynamo({ tableName: 'koemise-orders' });
    const port = await freePort();
    const server = spawn(process.execPath, [join(outDir, 'server', 'server.js')], {
      env: {
        ...parseEnv(readFileSync(join(REPOSITORY, '.env.example'), 'utf8')),
        ...WEB_SETTINGS,
        TOKEN_SECRET: 'a-secret-of-this-test-with-32-characters',
        AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
        PORT: String(port),
      },
    });
    const ended = once(server, 'exit');
    try {
      for await (const line of createInterface(server.stdout)) if (line.includes('"listening"')) break;
      const url = `http://127.0.0.1:${port}`;

      const legal = await fetch(`${url}/legal`);
      const script = await fetch(`${url}/assets/checkout.js`);
      const style = await fetch(`${url}/assets/style.css`);
      const guessed = await fetch(`${url}/checkout/ZZZZZZZZ`);

      expect(await legal.text()).toContain('特定商取引法に基づく表記');
      expect(await script.text()).toBe(readFileSync(join(outDir, 'server/public/checkout.js'), 'utf8'));
      expect(await style.text()).toBe(readFileSync(join(outDir, 'server/public/style.css'), 'utf8'));
      expect([legal.status, script.status, style.status, guessed.status]).toEqual([200, 200, 200, 404]);
      server.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    } finally {
      server.kill('SIGKILL');
      await dynamo.close();
    }
  });

  it('uploads exactly manifest, icons and models', () => {
    const folder = join(outDir, 'skill-package');
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);

    expect(files.sort()).toEqual([
      ...['en-US.json', 'en-US_largeIcon.png', 'en-US_smallIcon.png'],
      ...['ja-JP.json', 'ja-JP_largeIcon.png', 'ja-JP_smallIcon.png'],
      'skill.json',
    ]);
  });

  it('has no package.json beside the handler, or ask-cli would install packages at deploy', () => {
    expect(readdirSync(join(outDir, 'lambda'))).toEqual([
      'index.js',
      'index.js.map',
      'public',
      'web.js',
      'web.js.map',
      'worker.js',
      'worker.js.map',
    ]);
  });

  it.each([
    ['the interaction model', 'interactionModels/custom/ja-JP.json', 'interactionModels/custom/ja-JP.json'],
    ['the manifest', 'skill.json', 'skill-package/skill.json'],
  ])('uploads %s exactly as it was edited by hand', (_what, uploaded, edited) => {
    const bytes = readFileSync(join(outDir, 'skill-package', uploaded));

    expect(bytes.equals(readFileSync(join(REPOSITORY, edited)))).toBe(true);
  });
});
