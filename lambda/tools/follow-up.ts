/** `npm run follow-up`: the list of what waits for a person, on the same store as the shop. */
import './follow-up/quiet-aws-sdk';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL_DEFAULTS, readConfig } from '../src/config';
import { createDocumentClient } from '../src/dependencies';
import { createDynamoStore } from '../src/orders/dynamo-store';
import { runCommand } from './follow-up/commands';
import { explainFault } from './follow-up/explain-fault';
import { parseCommand, USAGE } from './follow-up/parse-command';
import { endQuietly } from './output/end-quietly';

async function main(): Promise<void> {
  const command = parseCommand(process.argv.slice(2));
  if (command === undefined) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const config = readConfig(storeEnvironment());
  const store = createDynamoStore({ client: createDocumentClient(config), tableName: config.ordersTable });
  const { lines, exitCode } = await runCommand(command, store, Date.now);
  for (const text of lines) console.log(text);
  process.exitCode = exitCode;
}

/** The settings of the merchant's own table when ORDERS_TABLE is set; else the shop that `npm start` runs. */
function storeEnvironment(): Readonly<Record<string, string | undefined>> {
  if (process.env['ORDERS_TABLE'] !== undefined) return { ...LOCAL_DEFAULTS, ...process.env };
  const dataDir = process.env['DATA_DIR'] ?? '.data';
  const endpoint = readFileSync(join(dataDir, 'dynamodb.endpoint'), 'utf8').trim();
  return { ...LOCAL_DEFAULTS, AWS_ENDPOINT_URL_DYNAMODB: endpoint };
}

endQuietly();
main().catch((error: unknown) => {
  console.error(explainFault(error));
  process.exitCode = 1;
});
