/** A stream that a program prints to. */
type Output = Pick<NodeJS.WriteStream, 'on'>;

/**
 * Lets a program whose reader has gone (`… | head`, a pager that was left) print into nothing instead of dying with a
 * stack trace. Its work and its exit code stay what they are: a deploy is not broken off half-way.
 * @throws from the stream's event, whatever else is wrong with the output
 */
export function endQuietly(outputs: readonly Output[] = [process.stdout, process.stderr]): void {
  for (const output of outputs)
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
