/** `npm run ask-dialog`: lets the real ask-cli play replay files against the whole simulated shop. */
import { askDialogMain } from './smapi/ask-dialog-main';

// The AWS SDK would print a note about future versions of Node between the lines.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

async function run(): Promise<void> {
  const colours = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  const write = (line: string): void => {
    console.log(line);
  };
  process.exitCode = await askDialogMain(process.argv.slice(2), { write, colours });
}

void run();
