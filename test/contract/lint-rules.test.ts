import { execFileSync } from 'node:child_process';

/** A text that stands in for a file that exists: type-aware rules know no others. */
interface LintText {
  readonly file: string;
  readonly text: string;
  readonly isTypeAware: boolean;
}

/** The rules that each text breaks. */
function brokenRules(texts: readonly LintText[]): readonly (readonly string[])[] {
  const input = JSON.stringify(texts.map(({ file, text, isTypeAware }) => [file, text, isTypeAware]));
  const output = execFileSync(process.execPath, ['test/fixtures/lint/lint-texts.mjs'], {
    input,
    encoding: 'utf8',
  });
  return JSON.parse(output) as string[][];
}

const TYPE_AWARE_RULES = [
  '@typescript-eslint/switch-exhaustiveness-check',
  '@typescript-eslint/no-floating-promises',
];

const PAYMENT = 'lambda/src/payment/money.ts';
const PAYMENT_CODES = 'lambda/src/payment/codes/access-codes.ts';
const HANDLERS = 'lambda/src/handlers/support.ts';
const TEST = 'test/unit/config.test.ts';

interface Violation {
  readonly title: string;
  readonly file: string;
  readonly text: string;
  readonly rule: string;
}
const violations = (
  file: string,
  cases: readonly (readonly [title: string, text: string, rule: string])[],
): readonly Violation[] => cases.map(([title, text, rule]) => ({ title, file, text, rule }));

const VIOLATIONS: readonly Violation[] = [
  ...violations(PAYMENT, [
    ['payment/ imports the words', "import '../voice/prompts';\n", 'no-restricted-imports'],
    ['payment/ imports a handler', "import '../handlers/registry';\n", 'no-restricted-imports'],
    ['payment/ imports the orders', "import '../orders/store';\n", 'no-restricted-imports'],
    ['payment/ imports the settings', "import '../config';\n", 'no-restricted-imports'],
    ['payment/ imports Express', "import 'express';\n", 'no-restricted-imports'],
    ['payment/ imports the ASK SDK', "import 'ask-sdk-core';\n", 'no-restricted-imports'],
    ['payment/ imports AWS', "import '@aws-sdk/client-dynamodb';\n", 'no-restricted-imports'],
    ['payment/ reads files', "import 'node:fs';\n", 'no-restricted-imports'],
    ['payment/ opens a connection', "import 'https';\n", 'no-restricted-imports'],
    ['payment/ looks at the clock', 'export const atMs = Date.now();\n', 'no-restricted-globals'],
    ['payment/ looks at the environment', 'export const home = process.env;\n', 'no-restricted-globals'],
    ['payment/ fetches', "export const page = fetch('http://127.0.0.1');\n", 'no-restricted-globals'],
    ['payment/ sets a timer', 'setTimeout(() => undefined, 1);\n', 'no-restricted-globals'],
    ['payment/ throws dice', 'export const luck = Math.random();\n', 'no-restricted-properties'],
  ]),
  ...violations(PAYMENT_CODES, [
    ['a table of payment/ imports the words', "import '../../voice/prompts';\n", 'no-restricted-imports'],
  ]),
  ...violations('lambda/src/voice/line.ts', [
    ['voice/ imports Express', "import 'express';\n", 'no-restricted-imports'],
  ]),
  ...violations('lambda/src/orders/cart.ts', [
    ['orders/ imports the ASK SDK', "import 'ask-sdk-core';\n", 'no-restricted-imports'],
  ]),
  ...violations(HANDLERS, [
    ['a cast', 'export const word = (value: unknown): string => value as string;\n', 'no-restricted-syntax'],
    ['console', "console.log('x');\n", 'no-console'],
    ['a default export', 'export default 1;\n', 'no-restricted-exports'],
    [
      'four parameters',
      'export const f = (a: 1, b: 1, c: 1, d: 1): number => a + b + c + d;\n',
      'max-params',
    ],
    [
      'a switch that forgets a case',
      "export function f(a: 'x' | 'y'): number {\n  switch (a) {\n    case 'x':\n      return 1;\n  }\n  return 2;\n}\n",
      '@typescript-eslint/switch-exhaustiveness-check',
    ],
    ['loose equality', 'export const f = (a: number, b: number): boolean => a == b;\n', 'eqeqeq'],
    [
      'an exported function without a return type',
      'export const f = (a: number) => a;\n',
      '@typescript-eslint/explicit-module-boundary-types',
    ],
    ['a promise nobody waits for', 'Promise.resolve(1);\n', '@typescript-eslint/no-floating-promises'],
    ['any', 'export const f = (a: any): unknown => a;\n', '@typescript-eslint/no-explicit-any'],
    [
      'a type imported as a value',
      "import { Reply } from '../voice/reply';\nexport type R = Reply;\n",
      '@typescript-eslint/consistent-type-imports',
    ],
    ['201 lines of code', 'void 0;\n'.repeat(201), 'max-lines'],
  ]),
  ...violations(TEST, [
    ['a skipped test', "it.skip('x', () => {\n  expect(1).toBe(1);\n});\n", 'jest/no-disabled-tests'],
    [
      'a test that stands alone',
      "it.only('x', () => {\n  expect(1).toBe(1);\n});\n",
      'jest/no-focused-tests',
    ],
    ['a test that expects nothing', "it('x', () => {\n  void 1;\n});\n", 'jest/expect-expect'],
  ]),
];

/** Texts beside the limits: good as they are. */
const ALLOWED: readonly (readonly [title: string, file: string, text: string])[] = [
  [
    'payment/ may use its own files, crypto and zod',
    PAYMENT,
    "import 'node:crypto';\nimport 'zod/mini';\nimport './code-row';\n",
  ],
  ['"as const" is no cast', HANDLERS, "export const WORDS = ['a', 'b'] as const;\n"],
  [
    'three parameters are few',
    HANDLERS,
    'export const f = (a: number, b: number, c: number): number => a + b + c;\n',
  ],
  ['200 lines are not too long', HANDLERS, 'export {};\n'.repeat(200)],
  ['a table may be long', PAYMENT_CODES, 'export {};\n'.repeat(201)],
  ['a tool may use the console', 'lambda/tools/build.ts', "console.log('x');\n"],
];

describe('the lint rules', () => {
  let broken: readonly (readonly string[])[] = [];
  let allowed: readonly (readonly string[])[] = [];

  beforeAll(() => {
    const answers = brokenRules([
      ...VIOLATIONS.map(({ file, text, rule }) => ({
        file,
        text,
        isTypeAware: TYPE_AWARE_RULES.includes(rule),
      })),
      ...ALLOWED.map(([, file, text]) => ({ file, text, isTypeAware: false })),
    ]);
    broken = answers.slice(0, VIOLATIONS.length);
    allowed = answers.slice(VIOLATIONS.length);
  }, 60_000);

  it.each(VIOLATIONS.map(({ title, rule }, index) => [title, rule, index] as const))(
    'see %s (%s)',
    (_title, rule, index) => {
      expect(broken[index]).toContain(rule);
    },
  );

  it.each(ALLOWED.map(([title], index) => [title, index] as const))('%s', (_title, index) => {
    expect(allowed[index]).toEqual([]);
  });
});
