/**
 * How a command of the documents is shown to work. `run`: here, with this exit code and this text among what it prints.
 * `start`: here, until it answers. `recipe`: here, step by step, by a test of its own. `ci`: a step of .ci/run. `proven`:
 * another test runs what it runs. `account`, `here`: not run, and why.
 */
export type Proof =
  | { readonly by: 'run'; readonly exitCode: 0 | 1; readonly prints: string }
  | { readonly by: 'start'; readonly prints: string }
  | { readonly by: 'recipe' }
  | { readonly by: 'ci'; readonly step: string }
  | { readonly by: 'proven'; readonly test: string }
  | { readonly by: 'account'; readonly why: string }
  | { readonly by: 'here'; readonly why: string };

const run = (exitCode: 0 | 1, prints: string): Proof => ({ by: 'run', exitCode, prints });
const ci = (step: string): Proof => ({ by: 'ci', step });
const account = (why: string): Proof => ({ by: 'account', why });
const here = (why: string): Proof => ({ by: 'here', why });

const AWS = account('an AWS account; that the operation exists is checked');
const ALEXA = account('the sign-in of an Amazon developer account');
const OWN_COPY = here('changes the checkout of whoever runs the tests');
const NO_ENGINE = here('no container engine; test/contract/dockerfile.test.ts does what the file says');
const SHELL = here('a word of the shell, for the commands after it');
const UNCONFIGURED = 'ASK CLI: is not configured on this machine';

/** The first pattern that fits the whole command counts. A command that fits none fails the test. */
export const COMMANDS: readonly (readonly [RegExp, Proof])[] = [
  [/npm ci/, ci('npm ci')],
  [/npm test/, ci('npm test')],
  [/npm run check/, ci('npm run check')],
  [/npm run build/, ci('npm run check')],
  [/npm run test:crash/, ci('npm run test:crash')],
  [/npm run test:browser/, ci('npm run test:browser')],
  [/npm run simulate -- --ci/, ci('npm run simulate -- --ci')],
  [/npm run ask-dialog -- --all/, ci('npm run ask-dialog -- --all')],
  [/npm run deploy:simulated/, ci('npm run deploy:simulated')],
  [/npm start/, { by: 'start', prints: 'http://127.0.0.1:' }],
  [/PAYMENT_CHANNEL=web npm start/, { by: 'start', prints: 'http://127.0.0.1:' }],
  [/npm run dialog/, run(0, 'every expectation met')],
  [/npm run dialog -- --list/, run(0, 'Charge/InvalidPaymentMethod')],
  [/npm run dialog -- --scenario Charge\/InvalidPaymentMethod/, run(0, 'InvalidPaymentMethod')],
  [/npm run simulate/, run(0, '0  double charged')],
  [/npm run certify/, run(0, ' rules checked: 0 errors')],
  [/npm run certify -- --live --profile live/, run(1, 'profile live is missing')],
  [/npm run deploy( -- --dry-run)?/, run(1, UNCONFIGURED)],
  [/npm run deploy -- --profile live --dry-run/, run(1, 'ask-resources.json: profile live is missing')],
  [/npm run serve/, { by: 'proven', test: 'test/contract/build.test.ts' }],
  [/npm run follow-up( -- .+)?/, { by: 'proven', test: 'test/contract/follow-up-cli.test.ts' }],
  [/AWS_PROFILE=shop .+ npm run follow-up/, AWS],
  [/npm run ask -- (configure.*|smapi delete-skill .+)/, ALEXA],
  [/aws (secretsmanager|dynamodb|cloudformation) [a-z-]+ .+/, AWS],
  [/node -e .+"secret\.json".+/, { by: 'recipe' }],
  [/rm secret\.json/, { by: 'recipe' }],
  [/docker (build|run) .+/, NO_ENGINE],
  [/git (pull|add .+|commit .+)/, OWN_COPY],
  [/umask 077/, SHELL],
  [/export [A-Z_]+=\S+/, SHELL],
];
