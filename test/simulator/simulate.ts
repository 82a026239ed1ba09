/** `npm run simulate -- --seed N --orders M`: purchases under faults, judged against Amazon Pay's ledger. */
import { main } from './faults/main';

void main(process.argv.slice(2), console.log).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : 'something was thrown');
    process.exitCode = 1;
  },
);
