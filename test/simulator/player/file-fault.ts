/** One thing that is wrong with a file, where a person can find it. `line` begins at 1. */
export interface FileFault {
  readonly file: string;
  readonly line: number;
  /** The field as it is reached from the top, such as `turns[2].speech`; empty for the file as a whole. */
  readonly field: string;
  readonly message: string;
}

/** A replay file or sidecar that cannot be used; names every fault at once. */
export class DialogFileError extends Error {
  readonly code = 'DIALOG_FILE';

  constructor(readonly faults: readonly FileFault[]) {
    super(faults.map(printFault).join('\n'));
    this.name = 'DialogFileError';
  }
}

/** `file:line  field: message`. */
function printFault({ file, line, field, message }: FileFault): string {
  return `${file}:${line}  ${field === '' ? '' : `${field}: `}${message}`;
}

/** Writes a path as a person does: `turns[2].speech`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}
