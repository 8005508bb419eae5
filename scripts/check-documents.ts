/** Prints the findings of a catalogue folder, one a line: `npx tsx scripts/check-documents.ts <folder>`. */
import { hasErrors } from '../src/diagnostics/index.js';
import { readCatalogue } from '../src/node/index.js';

const folder = process.argv[2] ?? '.';
const catalogue = readCatalogue(folder);
for (const { code, severity, message, at, related, help } of catalogue.diagnostics) {
  const start = at.range?.start;
  console.log(
    `${at.file}:${start?.line ?? 1}:${start?.column ?? 1} ${severity} ${code}: ${message}${help === undefined ? '' : ` ${help}`}`,
  );
  for (const other of related) {
    console.log(`    ${other.at.file}:${other.at.range?.start.line ?? 1}: ${other.message}`);
  }
}
const maps = [
  'subjects',
  'materials',
  'authorities',
  'registries',
  'calendars',
  'blocks',
  'bundles',
  'cases',
] as const;
console.log(maps.map((name) => `${catalogue[name].size} ${name}`).join(', '));
process.exitCode = hasErrors(catalogue.diagnostics) ? 1 : 0;
