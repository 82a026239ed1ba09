import { join } from 'node:path';
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
      return `Port ${PORT} is taken: stop what uses it, or choose another one (PORT=${Number(PORT) + 1} npm start).`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Not allowed: port ${PORT} or the folder ${DATA_DIR}. Choose others with PORT and DATA_DIR.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${DATA_DIR} is not a folder: move it away, or choose another one with DATA_DIR.`;
    default:
  }
  if (error instanceof Error && error.message === STORE_CLOSED) {
    const store = join(DATA_DIR, 'dynamodb');
    return `The order store ${store} cannot be opened: stop the other npm start that uses it or choose another folder with DATA_DIR; if there is none, the store is damaged, so move it away to start afresh.`;
  }
  const words = error instanceof Error ? error.message : String(error);
  return `The data in ${DATA_DIR} cannot be opened (${words}): move the folder away to start afresh, or choose another one with DATA_DIR.`;
}

/** All that the embedded store says, whether its files are in use or damaged. */
const STORE_CLOSED = 'Database is closed';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
