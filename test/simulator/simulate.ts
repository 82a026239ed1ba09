/** `npm run simulate -- --seed N --orders M`: purchases under faults, judged against Amazon Pay's ledger. */
import { main } from './faults/main';

void main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
