/**
 * Writes the list of the records of keywords: every file of src/schema/keywords/records is on it.
 * `npx tsx scripts/generate-keywords.ts [file of the list]`.
 */
import { readdirSync, writeFileSync } from 'node:fs';

const [file = 'src/schema/keywords/generated/records.ts'] = process.argv.slice(2);
const families = readdirSync('src/schema/keywords/records')
  .map((name) => name.replace(/\.ts$/, ''))
  .sort();
const constant = (family: string): string =>
  `${family.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Keywords`;

writeFileSync(
  file,
  [
    '// Written by `npm run schemas`.',
    "import type { KeywordRecord } from '../record.js';",
    ...families.map((family) => `import { keywords as ${constant(family)} } from '../records/${family}.js';`),
    '',
    '/** What each file of the folder of records says. */',
    'export const records: readonly KeywordRecord[] = [',
    ...families.map((family) => `  ...${constant(family)},`),
    '];',
    '',
  ].join('\n'),
);
