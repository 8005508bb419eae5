import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The pure rooms are those of the rule in .dependency-cruiser.cjs, the one list of floors. */
const { forbidden } = createRequire(import.meta.url)('./.dependency-cruiser.cjs');
const purity = new RegExp(forbidden.find(({ name }) => name === 'pure-rooms-import-no-node').from.path);
const pureRooms = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => `${entry.parentPath}/${entry.name}/`.replaceAll('\\', '/'))
  .filter((folder) => purity.test(folder));

/** Keys such as "child.name" and "lease of owner" have one room; a dot or an "of" elsewhere cuts or builds one by hand. */
const keysByHand = [
  'CallExpression[callee.property.name=/^(indexOf|lastIndexOf|split|includes|startsWith|endsWith|replace|replaceAll)$/][arguments.0.value=/^([.]| of )$/]',
  'TemplateLiteral[quasis.0.value.raw=/^$/][quasis.1.value.raw=/^([.]| of )$/]',
  'BinaryExpression[operator="+"] > Literal[value=/^([.]| of )$/]',
  'Literal[value="choices."]',
].map((selector) => ({
  selector,
  message: 'Keys of fields and materials are made and read in src/model/key.ts.',
}));

export default tseslint.config(
  {
    ignores: [
      'dist',
      'examples/host/dist',
      'coverage',
      'node_modules',
      'examples/catalogue',
      'test/cases',
      'test/types',
      'test/contract/fixtures',
      'schemas',
      'src/model/publish/generated',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.cjs', '.*.cjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', ...keysByHand] } },
  {
    files: pureRooms.map((folder) => `${folder}*.ts`),
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'setTimeout',
        'setInterval',
        'performance',
        'require',
        'window',
        'document',
        'fetch',
        'crypto',
        'globalThis',
        'queueMicrotask',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { object: 'Date', property: 'now' },
      ],
      'no-restricted-syntax': [
        'error',
        ...keysByHand,
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'A pure room has no clock.',
        },
        {
          selector: 'CallExpression[callee.name="Date"]',
          message: 'A pure room has no clock.',
        },
        {
          selector: 'MemberExpression[property.name=/^getTimezoneOffset$|^getHours$|^getDate$|^toLocale/]',
          message: 'A pure room does not know the zone or the locale of the process.',
        },
      ],
    },
  },
  { files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  // Vite demands it.
  { files: ['examples/host/vite.config.ts'], rules: { 'no-restricted-exports': 'off' } },
  {
    // A test writes down what it found, whatever that is: a failure shows it.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  {
    // The judge of running reads documents and worlds by itself: of the engine it knows types alone.
    files: ['test/world/judge/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/src/**', '../*', '!../../../src/**'],
              allowTypeImports: true,
              message: 'The judge shares no code with what it judges.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['test/world/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/src/{compose,predicate,derive,report}/**', '**/src/runtime/machine/working-days*'],
              message: 'Worlds are played on the public surface of the engine, and judged by the judge.',
            },
            {
              group: ['**/src/schema/**'],
              allowImportNames: ['witness'],
              message: 'A world may be made up by the engine; no verdict rests on it.',
            },
          ],
        },
      ],
    },
  },
  { files: ['*.config.ts', '*.config.js', '*.cjs', '.*.cjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['*.config.ts', '*.config.js'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['*.cjs', '.*.cjs'], languageOptions: { globals: { module: 'writable' } } },
);
