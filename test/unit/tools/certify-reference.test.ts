import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKLIST } from '../../../lambda/tools/certify/checklist-table';
import { RULES } from '../../../lambda/tools/certify/rules';
import { REFERENCE_ITEMS } from './certify-reference-table';

const ROOT = join(__dirname, '../../..');

describe('what is known of certification and law', () => {
  it.each(REFERENCE_ITEMS)('section $item, $text, is looked after', ({ rules, checklist }) => {
    expect(RULES.map(({ id }) => id)).toEqual(expect.arrayContaining([...rules]));
    expect(CHECKLIST.map(({ id }) => id)).toEqual(expect.arrayContaining([...checklist]));
    expect(rules.length + checklist.length).toBeGreaterThan(0);
  });

  it('has 45 items', () => {
    expect(new Set(REFERENCE_ITEMS.map(({ item }) => item)).size).toBe(45);
  });

  it('gives every entry of the checklist its reason', () => {
    const wanted = new Set(REFERENCE_ITEMS.flatMap(({ checklist }) => checklist));

    expect(CHECKLIST.map(({ id }) => id).sort()).toEqual([...wanted].sort());
  });
});

describe('the checklist for a person', () => {
  it('names files that are there', () => {
    const named = CHECKLIST.flatMap(({ shown }) => shown);

    expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });

  it('says of each entry where it comes from', () => {
    expect(CHECKLIST.filter(({ what, source }) => what === '' || source === '')).toEqual([]);
  });
});
