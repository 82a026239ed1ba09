/** A place for log lines: what pino wrote, raw and parsed. */
export interface MemoryStream {
  write(text: string): void;
  readonly text: () => string;
  readonly lines: () => readonly Record<string, unknown>[];
}

/** Makes an empty stream in memory. */
export function memoryStream(): MemoryStream {
  let written = '';
  return {
    write(text) {
      written += text;
    },
    text: () => written,
    lines: () =>
      written
        .split('\n')
        .filter((row) => row !== '')
        .map((row) => JSON.parse(row) as Record<string, unknown>),
  };
}
