import { ConfigError } from '../../../lambda/src/config';
import { CorruptLedgerError } from '../amazon-pay/ledger-file';
import { CorruptSettingsError } from './settings-file';

/** Where the shop was to be started. */
export interface StartPlace {
  readonly port: number;
  readonly dataDir: string;
}

/** Says in one sentence why the shop did not start and what helps. */
export function explainStartFailure(
  error: unknown,
  { PORT = '3000', DATA_DIR = '.data' }: Readonly<Record<string, string | undefined>>,
): string {
  if (
    error instanceof ConfigError ||
    error instanceof CorruptLedgerError ||
    error instanceof CorruptSettingsError
  )
    return error.message;
  const code = codeOf(error);
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${PORT} is taken: stop what uses it, or choose another one (PORT=3001 npm start).`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Not allowed: port ${PORT} or the folder ${DATA_DIR}. Choose others with PORT and DATA_DIR.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${DATA_DIR} is not a folder: move it away, or choose another one with DATA_DIR.`;
    default:
  }
  if (isLocked(error))
    return `${DATA_DIR} is in use by another npm start: stop that one, or choose another folder with DATA_DIR.`;
  const words = error instanceof Error ? error.message : String(error);
  return `The data in ${DATA_DIR} cannot be opened (${words}): move the folder away to start afresh, or choose another one with DATA_DIR.`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The store's own lock: its error, or the cause inside it, says LOCK. */
function isLocked(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return codeOf(error) === 'LEVEL_LOCKED' || /\bLOCK\b|lock /i.test(error.message) || isLocked(error.cause);
}
