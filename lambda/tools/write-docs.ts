import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED_PAGES } from './docs/pages';

const folder = join(__dirname, '../../docs');
mkdirSync(folder, { recursive: true });
for (const [name, page] of Object.entries(GENERATED_PAGES)) {
  writeFileSync(join(folder, name), page());
  console.log(`docs/${name}`);
}
