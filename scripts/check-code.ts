/**
 * Checks types, lints, and writes the declarations of the package, all with one program: to read all files and infer
 * their types is most of the work of each of the three. `npm run code`, after tsup.
 */
import { ESLint } from 'eslint';
import { programOf, reportMistakes, writeDeclarations } from './declarations.js';

const program = programOf('tsconfig.json');
const mistakes = reportMistakes(program);
if (mistakes === 0) writeDeclarations(program);

const eslint = new ESLint({
  overrideConfig: {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['*.config.ts'],
    languageOptions: { parserOptions: { projectService: false, programs: [program] } },
  },
});
const results = await eslint.lintFiles('.');
const formatter = await eslint.loadFormatter('stylish');
console.log(await formatter.format(results));
const isClean = results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0);
if (mistakes > 0 || !isClean) process.exitCode = 1;
