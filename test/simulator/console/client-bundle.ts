import { join } from 'node:path';

const ENTRY = join(__dirname, 'client', 'main.ts');

/** Bundles the page's script on the first call; a failed build is tried again. Rejects with esbuild's own words. */
export function createClientBundle(): () => Promise<string> {
  let built: Promise<string> | undefined;
  return () => {
    built ??= bundle().catch((error: unknown) => {
      built = undefined;
      throw error;
    });
    return built;
  };
}

async function bundle(): Promise<string> {
  // Loaded here, not at the top: the first turn must not wait for the page's tools.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
