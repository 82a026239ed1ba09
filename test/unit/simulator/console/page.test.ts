import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EN } from '../../../simulator/console/client/text/en-table';
import { JA } from '../../../simulator/console/client/text/ja-table';
import { speakLanguage, t } from '../../../simulator/console/client/words';

const CONSOLE = join(__dirname, '../../../simulator/console');
const read = (...path: readonly string[]): string => readFileSync(join(CONSOLE, ...path), 'utf8');
const html = read('page', 'index.html');
const css = read('page', 'style.css');
const clientFiles = readdirSync(join(CONSOLE, 'client')).filter((name) => name.endsWith('.ts'));
const client = clientFiles.map((name) => read('client', name)).join('\n');

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const placeholders = (text: string): readonly string[] => matches(text, /\{(\w+)\}/g).sort();

describe("the page's words", () => {
  afterEach(() => {
    speakLanguage('ja');
  });

  it('are the same keys in both languages', () => {
    expect(Object.keys(EN)).toEqual(Object.keys(JA));
  });

  it.each(Object.entries(JA))(
    '%s has the same placeholders in both languages and is not empty',
    (key, words) => {
      const english = Object.entries(EN).find(([name]) => name === key)?.[1] ?? '';

      expect(english).not.toBe('');
      expect(words).not.toBe('');
      expect(placeholders(english)).toEqual(placeholders(words));
    },
  );

  it('are all used, by name or by a name that is put together', () => {
    const putTogether =
      /^(note[A-Z]|chargedOn_|consent[A-Z_]+$|state_|warning_|document_|mail_|followUp[A-Za-z]*_|(paymentMethod|voiceCode|skillFault)_)/;
    const used = new Set([
      ...matches(html, /data-(?:text|label|hint|placeholder)="(\w+)"/g),
      ...matches(client, /'(\w+)'/g),
    ]);

    const unused = Object.keys(JA).filter((key) => !putTogether.test(key) && !used.has(key));

    expect(unused).toEqual([]);
  });

  it.each(['chargeFailed', 'outcomeUnknown', 'merchantAlert', 'cancelRequest', 'refundRequest', 'alert'])(
    'say of an entry %s what it is and what to do',
    (kind) => {
      expect(JA).toHaveProperty(`followUp_${kind}`);
      expect(JA).toHaveProperty(`followUpToDo_${kind}`);
    },
  );

  it('fill in values and leave an unknown placeholder as it is', () => {
    expect(t('elapsed', { ms: 12 })).toBe('12 ミリ秒');
    expect(t('elapsed')).toBe('{ms} ミリ秒');
  });

  it('change with the language', () => {
    speakLanguage('en');

    expect(t('speak')).toBe('Say');
  });
});

describe('the page', () => {
  it('names only words that exist', () => {
    const named = matches(html, /data-(?:text|label|hint|placeholder)="(\w+)"/g);

    expect(named.filter((key) => !Object.hasOwn(JA, key))).toEqual([]);
    expect(named.length).toBeGreaterThan(30);
  });

  it('has every part the script looks for', () => {
    const wanted = matches(client, /part\('([\w-]+)'/g);
    const ids = new Set(matches(html, /\sid="([\w-]+)"/g));
    const madeByTheScript = /^(set-|consent-)/;

    expect(wanted.filter((id) => !ids.has(id) && !madeByTheScript.test(id))).toEqual([]);
  });

  it('gives every field a name for screen readers', () => {
    const fields = html.match(/<(input|select)\b[^>]*>/g) ?? [];
    const nameless = fields.filter((field) => !/aria-label=|id="(voice|save-name)"/.test(field));

    expect(fields.length).toBeGreaterThan(4);
    expect(nameless).toEqual([]);
  });

  it('loads nothing from elsewhere and holds no inline script or style', () => {
    expect(html).not.toMatch(/(src|href)="(?!\/console\/|#)/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! type="module" src)/);
    expect(css).not.toMatch(/url\(|@import/);
    expect(client).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)|innerHTML|setAttribute\('style'/);
  });
});
