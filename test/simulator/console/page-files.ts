import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content } from './respond';

const PAGE = join(__dirname, 'page');

const file = (name: string, type: string) => async (): Promise<Content> => ({
  type,
  text: await readFile(join(PAGE, name), 'utf8'),
});

/** The page's files by their path; read at each request, so that a reload shows a change. */
export const PAGE_FILES: Readonly<Record<string, () => Promise<Content>>> = {
  '/': file('index.html', 'text/html; charset=utf-8'),
  '/console/style.css': file('style.css', 'text/css; charset=utf-8'),
  '/console/icon.svg': file('icon.svg', 'image/svg+xml'),
  '/favicon.ico': file('icon.svg', 'image/svg+xml'),
};
