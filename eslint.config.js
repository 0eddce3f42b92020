import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What the pure folders may not reach for: each has a port in src/clerk, or arrives as an argument. */
const impure = ['process', 'console', 'performance', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'crypto'];

/** What a browser offers to the playground's script. */
const browser = [
  'document',
  'window',
  'location',
  'history',
  'navigator',
  'localStorage',
  'sessionStorage',
  'EventSource',
  'BroadcastChannel',
  'fetch',
  'FormData',
  'URLSearchParams',
  'DOMParser',
  'AbortController',
  'Element',
  'HTMLElement',
  'Event',
  'CustomEvent',
  'crypto',
  'setTimeout',
  'clearTimeout',
  'requestAnimationFrame',
];

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'test-artifacts/', 'bench/results/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A number or a yes/no in a sentence is what sentences are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An asynchronous port may be answered by something that never needs to wait.
      '@typescript-eslint/require-await': 'off',
      // Assertions after a check of length say more than a second check would.
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-param-reassign': 'error',
      'prefer-const': 'error',
      complexity: ['error', 15],
      'max-depth': ['error', 4],
      'max-params': ['error', 5],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ClassDeclaration, ClassExpression', message: 'src has no classes: use types and functions.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
      ],
    },
  },
  {
    files: ['src/{alliance,ledger,cards}/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impure],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The instant arrives as an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness arrives as an argument.' },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*', '!node:crypto'], message: 'The pure folders import node:crypto at most.' }] },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ClassDeclaration, ClassExpression', message: 'src has no classes: use types and functions.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
        { selector: ':function[async=true]', message: 'The rules, the book and the cards never wait.' },
        { selector: 'AwaitExpression', message: 'The rules, the book and the cards never wait.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The instant is an argument.' },
        { selector: "MemberExpression[property.name='randomBytes']", message: 'Randomness arrives as an argument.' },
      ],
    },
  },
  {
    // A test tells one story from beginning to end, and looks into what it has just made.
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      complexity: ['error', 25],
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    // Plain scripts: the launcher, and what the browser runs.
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: { 'max-lines': ['error', 300] },
  },
  {
    files: ['adapters/web/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(browser.map((name) => [name, 'readonly'])),
    },
  },
);
