import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

/** What a folder may not reach for: the rule, and the reason a developer reads. */
const forbid = (...patterns) => [
  'error',
  { patterns: patterns.map(([regex, message]) => ({ regex, message })) },
];

export default tseslint.config(
  { ignores: ['build/', 'coverage/', 'node_modules/', '.data/', '.ask/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['lambda/src/payment/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid(
        [
          '^\\.\\./(\\.\\./)?(alexa|handlers|orders|amazon-pay|voice|web|worker|telemetry|shop|config|skill|server|index)(/|$)',
          'payment/ decides; it imports no other folder.',
        ],
        ['^(ask-sdk|express|@aws-sdk|i18next|pino)', 'payment/ is pure: no framework.'],
        ['^(node:)?(fs|http|https|net|process)$', 'payment/ does no I/O.'],
      ),
      'no-restricted-globals': [
        'error',
        ...['Date', 'process', 'fetch', 'setTimeout', 'setInterval'].map((name) => ({
          name,
          message: 'payment/ takes time, environment and network as arguments.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'payment/ is deterministic.' },
      ],
    },
  },
  {
    files: ['lambda/src/{voice,orders,shop}/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid([
        '^(ask-sdk-core|express)',
        'Only alexa/, handlers/ and the entry files know the framework.',
      ]),
    },
  },
  {
    files: ['lambda/src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"])',
          message: 'Parse unknown values at the edge instead of casting.',
        },
      ],
    },
  },
  {
    files: [
      'lambda/src/**/*table*.ts',
      'lambda/src/payment/codes/*.ts',
      'lambda/src/voice/*/*.ts',
      'test/**/*table*.ts',
      'test/fixtures/*.ts',
    ],
    rules: { 'max-lines': 'off' },
  },
  {
    // Express tells an error handler by its four parameters.
    files: ['lambda/src/web/{error-answer,web-router}.ts', 'test/simulator/aws/aws.ts'],
    rules: { 'max-params': ['error', 4] },
  },
  {
    files: ['lambda/tools/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.test.ts'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: { module: 'writable', require: 'readonly', process: 'readonly' },
      ecmaVersion: 2024,
    },
  },
);
