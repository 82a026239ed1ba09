/** `npm run dialog`: plays replay files of `ask dialog` against the whole simulated shop and judges them. */
import { main } from './player/main';

// The AWS SDK would print a note about future versions of Node between the turns.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

async function run(): Promise<void> {
  const colours = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  const write = (line: string): void => {
    console.log(line);
  };
  process.exitCode = await main(process.argv.slice(2), { write, colours });
}

void run();
