import { ConfigError } from '../../../lambda/src/config';
import type { StartPlace } from './start-failure';

/**
 * Where to start: `PORT` (default 3000) and `DATA_DIR` (default `.data`, beside package.json).
 * @throws ConfigError when PORT is no port
 */
export function readStartPlace({ PORT, DATA_DIR }: Readonly<Record<string, string | undefined>>): StartPlace {
  const port = Number(PORT === undefined || PORT === '' ? 3000 : PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new ConfigError(['PORT: a port from 1 to 65535']);
  return { port, dataDir: DATA_DIR === undefined || DATA_DIR === '' ? '.data' : DATA_DIR };
}
