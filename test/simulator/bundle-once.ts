/** How a browser takes the script: as a module, or as a classic script that runs at once. */
type ScriptFormat = 'esm' | 'iife';

/** Bundles a page's script on the first call; a failed build is tried again. Rejects with esbuild's own words. */
export function bundleOnce(entry: string, format: ScriptFormat): () => Promise<string> {
  let built: Promise<string> | undefined;
  return () => {
    built ??= bundle(entry, format).catch((error: unknown) => {
      built = undefined;
      throw error;
    });
    return built;
  };
}

async function bundle(entry: string, format: ScriptFormat): Promise<string> {
  // Loaded here, not at the top: the first turn must not wait for the page's tools.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format,
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
