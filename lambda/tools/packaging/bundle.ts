import { build, type BuildFailure, type OutputFile } from 'esbuild';

/** One file to make: where its source starts and where the bundle will lie in the end. */
export interface BundleJob {
  readonly entry: string;
  readonly outfile: string;
}

/** The bundle and its source map, still in memory; or what is wrong with the sources. */
export type Bundle =
  | { readonly kind: 'bundled'; readonly files: readonly OutputFile[] }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/**
 * Bundles one entry file into one CommonJS file with a source map beside it, without writing anything:
 * a failing bundle must not touch the last good build.
 * `faulty`: esbuild could not read or resolve the sources; one sentence a fault.
 * @throws what esbuild throws when it is not about the sources
 * @see docs of esbuild, build API; not minified, because ask-sdk builds error names from class names
 */
export async function bundle({ entry, outfile }: BundleJob): Promise<Bundle> {
  try {
    const { outputFiles } = await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      // The ES-module form of a library can be cut down to what is used; its CommonJS form cannot.
      mainFields: ['module', 'main'],
      sourcemap: 'linked',
      // The mappings are what a stack trace needs; the sources themselves only make the upload larger.
      sourcesContent: false,
      write: false,
      logLevel: 'silent',
    });
    return { kind: 'bundled', files: outputFiles };
  } catch (error) {
    return { kind: 'faulty', faults: faultsOfBuild(error, entry) };
  }
}

/**
 * What esbuild found wrong with the sources, one sentence a fault. `entry`: named where a fault has no place of its own.
 * @throws the error itself when it is not about the sources
 */
export function faultsOfBuild(error: unknown, entry: string): readonly string[] {
  if (!isBuildFailure(error)) throw error;
  return error.errors.map(({ text, location }) => `${location?.file ?? entry}: ${text}`);
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
