import { parseAskProject } from '../../../lambda/tools/certify/project';
import { findFindings, type Finding } from '../../../lambda/tools/certify/rule';
import { RULES } from '../../../lambda/tools/certify/rules';
import { BROKEN } from './certify-broken-table';
import { findingsIn, LIVE_PROJECT, PROJECT, swap, type Changed } from './certify-project';

const CASES = BROKEN.map(
  ([rule, what, changed, file, ...pieces]) => [rule, what, { changed, file, pieces }] as const,
);
const LIVE_IDS = RULES.filter(({ when }) => when === 'live').map(({ id }) => id);

function findingsOf(rule: string, changed: Changed): readonly Finding[] {
  const base = LIVE_IDS.includes(rule) ? LIVE_PROJECT : PROJECT;
  const rules = RULES.filter(({ id }) => id === rule);
  return findFindings(rules, parseAskProject({ ...base, ...changed }));
}

describe('what certification would refuse', () => {
  it.each(CASES)('%s: %s', (rule, _what, { changed, file, pieces }) => {
    const told = findingsOf(rule, changed).filter((finding) => finding.file === file);

    expect(findingsOf(rule, {})).toEqual([]);
    expect(told.filter(({ fix }) => pieces.every((piece) => fix.includes(piece)))).toMatchObject([
      { rule, source: expect.stringMatching(/\w{3}/) },
    ]);
  });

  it('is nothing in a shop whose placeholders a merchant has replaced', () => {
    expect(findingsIn({}, LIVE_PROJECT)).toEqual([]);
  });

  it('is told all at once, in the order of the rules', () => {
    const manifest = swap(PROJECT.manifest, '"SHOPPING"', '"SHOPS"');
    const model = swap(PROJECT.models['ja-JP'], '"name":"RefundIntent"', '"name":"MoneyBackIntent"');

    const findings = findingsIn({ manifest, models: { ...PROJECT.models, 'ja-JP': model } });

    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['category', 'order-intents', 'same-intents', 'intents-handled']),
    );
    expect(findings.findIndex(({ rule }) => rule === 'category')).toBeLessThan(
      findings.findIndex(({ rule }) => rule === 'order-intents'),
    );
  });

  it('is told of a project that has not even the outline of one', () => {
    const findings = findingsIn({ manifest: 7, models: { 'ja-JP': [] }, shop: undefined });

    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['manifest-schema', 'model-schema', 'legal-facts', 'allows-purchases']),
    );
  });
});

describe('the rules', () => {
  it('each have a way to be broken', () => {
    const broken = new Set(BROKEN.map(([rule]) => rule));

    expect([...broken].sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  it('have each a name of its own and a source', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(RULES.map(({ source }) => source.length).filter((length) => length < 10)).toEqual([]);
  });
});
