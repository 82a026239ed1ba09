import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LOCAL_DEFAULTS, readConfig } from '../../lambda/src/config';
import { outcomesPage } from '../../lambda/tools/docs/outcomes';
import { READMES, withTranscript } from '../../lambda/tools/docs/readme-block';
import { purchaseTranscript } from '../../lambda/tools/docs/transcript';
import { OUTCOME_ROWS } from '../fixtures/outcome-rows';
import { WIDGET_ERRORS } from '../simulator/amazon-pay-browser/widget-errors-table';
import { WISHED_RESULTS } from '../simulator/amazon-pay-browser/wished-results-table';
import { listScenarios } from '../simulator/amazon-pay/scenario';

const ROOT = join(__dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);

const ADRS = readdirSync(join(ROOT, 'docs/adr')).map((name) => `docs/adr/${name}`);
const HAND_WRITTEN = ['architecture', 'flow', 'guide', 'performance', 'runbook'].map(
  (name) => `docs/${name}.md`,
);
const PAGES = [
  ...READMES,
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'lambda/infrastructure/README.md',
  ...HAND_WRITTEN,
  ...ADRS,
];
const SCRIPTS = matches(read('package.json'), /^ {4}"([\w:-]+)": "/gm);

/** The anchors that a Markdown page's headings have on the web. */
function anchorsOf(page: string): readonly string[] {
  const headings = matches(page.replaceAll(/^```[\s\S]*?^```/gm, ''), /^#+ (.+)$/gm);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The rows of the table of environment names: name and default. */
function configRows(page: string): { name: string; standard: string }[] {
  return [...page.matchAll(/^\| `([A-Z_]+)`\s*\| ([^|]*?)\s*\|/gm)].map(([, name, standard]) => ({
    name: name!,
    standard: standard!.replaceAll('`', ''),
  }));
}

/** The names that the program itself reads, as they stand in its schema. */
const CONFIG_NAMES = matches(read('lambda/src/config-environment.ts'), /^ {2}([A-Z][A-Z_]+): z/gm);
const MUST_BE_SET = ['must be set', '必須'];
const { SKILL_ID, AMAZON_PAY_SELLER_ID, ORDERS_TABLE, AWS_REGION } = LOCAL_DEFAULTS;
/** The least that the program starts with. */
const LEAST = {
  SKILL_ID,
  AMAZON_PAY_SELLER_ID,
  TOKEN_SECRET: 'a-secret-of-this-test-with-32-characters',
  ORDERS_TABLE,
  AWS_REGION,
};

describe('the conversation in the READMEs', () => {
  it('is what the program prints today (npm run docs)', async () => {
    const transcript = await purchaseTranscript();

    expect(transcript).toContain('お支払いが完了し、ご注文を承りました。');
    expect(read('README.md')).toBe(withTranscript(read('README.md'), transcript));
    expect(read('README.ja.md')).toBe(withTranscript(read('README.ja.md'), transcript));
  });

  it('is refused a page that has no place for it', () => {
    expect(() => withTranscript('# Koemise', 'hello')).toThrow('no lines');
  });
});

describe.each(PAGES)('%s', (name) => {
  const page = read(name);

  it('names only npm scripts that exist', () => {
    const named = [...matches(page, /npm run ([\w:-]+)/g), ...matches(page, /npm (start|test)\b/g)];

    expect(named.filter((script) => !SCRIPTS.includes(script))).toEqual([]);
  });

  it('links only to files that are there', () => {
    const links = matches(page, /\]\(((?!https?:)[^)#]+)[^)]*\)/g);

    expect(links.filter((link) => !existsSync(join(ROOT, dirname(name), link)))).toEqual([]);
  });

  it('links only to headings that are there', () => {
    const anchors = [...page.matchAll(/\]\(((?!https?:)[^)#]*)#([^)]+)\)/g)].map(([, file, anchor]) => ({
      target: file === '' ? name : join(dirname(name), file!),
      anchor: anchor!,
    }));

    expect(anchors.filter(({ target, anchor }) => !anchorsOf(read(target)).includes(anchor))).toEqual([]);
  });

  it('names only files and folders that are there', () => {
    const paths = matches(page, /`((?:lambda|test|docs|skill-package|interactionModels)\/[\w./-]+)`/g);

    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names functions and tables by the file they stand in', () => {
    const pairs = [...page.matchAll(/`([\w./-]+\.ts)` `(\w+)`/g)].map(([, file, symbol]) => ({
      file,
      symbol,
    }));
    const missing = pairs.filter(
      ({ file, symbol }) => !new RegExp(`(function|const|class) ${symbol}\\b`).test(read(file!)),
    );

    expect(missing).toEqual([]);
  });
});

describe('the recipe for a new code in CONTRIBUTING.md', () => {
  const found = [...outcomesPage().matchAll(/^\| ([a-z]\d\d) \|(?: (\d+) \|)?(?: `([^`]*)`)?/gm)].map(
    ([, row, status, code]) => ({ row: row!, status, code: code ?? '' }),
  );
  const finalize = found.filter(({ row }) => row.startsWith('c'));
  const widgets = found.filter(({ row }) => /^(b0[6-9]|b1\d|b2\d|x9\d)$/.test(row));
  const rows = found.filter((one) => !finalize.includes(one) && !widgets.includes(one)).map(({ row }) => row);

  it('leaves no row of the code tables without an expected row in the fixture', () => {
    // The two agreement states and the sale are what test/flow/purchase.test.ts and permission.test.ts play.
    const played = ['a50', 'a51', 'd09', ...OUTCOME_ROWS.map(({ title }) => title.slice(0, 3))];

    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter((row) => !played.includes(row))).toEqual([]);
  });

  it('leaves no row of the source documents without a scenario', () => {
    const scenarios = new Set(listScenarios().flatMap((scenario) => scenario.rows));
    const documented = rows.filter((row) => !row.startsWith('x'));

    expect(documented.filter((row) => !scenarios.has(row))).toEqual([]);
  });

  it('leaves no code of Finalize Checkout Session that cannot be wished in the simulated sheet, or is in no test', () => {
    const tests = read('test/unit/checkout/complete-checkout.test.ts');
    const codes = finalize.filter(({ status }) => Number(status) >= 400).map(({ code }) => code);

    expect(finalize).toHaveLength(22);
    expect(codes).toHaveLength(18);
    expect(codes.filter((code) => !(code in WISHED_RESULTS) || !tests.includes(code))).toEqual([]);
  });

  it('leaves no code of the widgets that the simulated widgets cannot show, or is in no test', () => {
    const tests = read('test/unit/payment/widget-codes.test.ts');
    const codes = widgets.filter(({ row }) => row.startsWith('b')).map(({ code }) => code);

    expect(codes).toHaveLength(16);
    expect(codes.filter((code) => !(code in WIDGET_ERRORS) || !tests.includes(code))).toEqual([]);
  });
});

describe('docs/flow.md', () => {
  it('leads through the purchase by files and functions', () => {
    expect(matches(read('docs/flow.md'), /`[\w./-]+\.ts` `(\w+)`/g).length).toBeGreaterThan(10);
  });
});

describe.each(READMES)('the configuration in %s', (name) => {
  const rows = configRows(read(name));

  it('names what the program reads, what .env.example holds, and nothing else', () => {
    const example = matches(read('.env.example'), /^([A-Z_]+)=/gm);

    expect(rows.map((row) => row.name).sort()).toEqual(example.sort());
    expect(new Set(rows.map((row) => row.name))).toEqual(new Set(['DATA_DIR', ...CONFIG_NAMES]));
  });

  it('says which settings must be set', () => {
    const required = rows.filter(({ standard }) => MUST_BE_SET.includes(standard)).map((row) => row.name);

    expect(new Set(required)).toEqual(new Set(Object.keys(LEAST)));
    for (const setting of required)
      expect(() => readConfig({ ...LEAST, [setting]: '' })).toThrow(
        `1 fault(s), see .env.example:\n  - ${setting}: `,
      );
  });

  it('tells the defaults as they are', () => {
    const told = rows.filter(({ standard }) => !['-', ...MUST_BE_SET].includes(standard));

    const spelledOut = Object.fromEntries(told.map((row) => [row.name, row.standard]));

    expect(readConfig({ ...LEAST, ...spelledOut })).toEqual(readConfig(LEAST));
    expect(spelledOut).toMatchObject({ PORT: '3000', SKILL_STAGE: 'live', AMAZON_PROMPTS: 'repeat' });
  });
});

describe('the two READMEs', () => {
  const [english, japanese] = READMES.map(read) as [string, string];

  it('have the same sections in the same order', () => {
    const headings = matches(english, /^(#+) /gm);

    expect(headings.length).toBeGreaterThan(10);
    expect(matches(japanese, /^(#+) /gm)).toEqual(headings);
  });

  it('show the same code and pictures', () => {
    const blocks = matches(english, /^```\w+\n([\s\S]*?)^```/gm);

    expect(blocks.length).toBeGreaterThan(5);
    expect(matches(japanese, /^```\w+\n([\s\S]*?)^```/gm)).toEqual(blocks);
  });

  it('name the same commands, files and settings, section by section', () => {
    const spans = (page: string) =>
      page
        .split(/^## /m)
        .map((section) => new Set(matches(section.replaceAll(/^```[\s\S]*?^```/gm, ''), /`([^`\n]+)`/g)));

    expect(spans(japanese)).toEqual(spans(english));
  });

  it('have equally long tables', () => {
    expect(matches(japanese, /^(\|)/gm)).toHaveLength(matches(english, /^(\|)/gm).length);
  });
});
