/** Program and first arguments that start npm: under `npm run` the very npm that runs, which also works where npm is no program of its own. */
export function npmProgram(): readonly [program: string, ...first: string[]] {
  const npm = process.env['npm_execpath'];
  return npm === undefined ? ['npm'] : [process.execPath, npm];
}
