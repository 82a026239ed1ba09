/** `npm run certify`: what certification would refuse, each finding with what to do and where the rule comes from. */
import { join } from 'node:path';
import { runCertify } from './certify/run-certify';
import { endQuietly } from './output/end-quietly';

endQuietly();
process.exitCode = runCertify(process.argv.slice(2), {
  root: join(__dirname, '../..'),
  environment: process.env,
  print: console.log,
});
