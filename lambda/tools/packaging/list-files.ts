import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** One built file; `path` is relative to the output folder, `sizeBytes` what it takes on disk. */
export interface BuiltFile {
  readonly path: string;
  readonly sizeBytes: number;
}

/** All files under `root`/`folder`, sorted by path. */
export async function listFiles(root: string, folder: string): Promise<readonly BuiltFile[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.sort().map(async (path) => ({ path: relative(root, path), sizeBytes: (await stat(path)).size })),
  );
}
