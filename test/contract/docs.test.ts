import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED_PAGES } from '../../lambda/tools/docs/pages';

describe('the generated pages', () => {
  it.each(Object.entries(GENERATED_PAGES))('docs/%s is what the tables say (npm run docs)', (name, page) => {
    expect(readFileSync(join(__dirname, '../../docs', name), 'utf8')).toBe(page());
  });
});
