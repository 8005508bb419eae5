/**
 * Plays worlds of many generated catalogues, five of each: `tsx scripts/worlds.ts <catalogues> [first seed] [stop]`. Ends
 * with 1 where a law is broken, and writes each such catalogue into a folder; with `stop`, at the first.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCatalogue } from '../test/world/generate/catalogue.js';
import { knownLaws } from '../test/world/known.js';
import { told } from '../test/world/laws.js';
import { judgeSeed, worldsOfSeed } from '../test/world/seeds.js';

const [count = '1000', first = '1', stop] = process.argv.slice(2);
let worlds = 0;
let broken = 0;
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const verdicts = await judgeSeed(seed, worldsOfSeed);
  worlds += verdicts.length;
  const wrong = verdicts
    .map(({ name, faults }) => ({
      name,
      faults: told(faults.filter(({ law }) => !knownLaws(name).includes(law))),
    }))
    .filter(({ faults }) => faults.length > 0);
  broken += wrong.length;
  if (wrong.length === 0) continue;
  for (const { name, faults } of wrong) console.log(`${name}: ${faults.join(' | ').slice(0, 1000)}`);
  if (stop !== undefined) break;
  const folder = mkdtempSync(join(tmpdir(), `onething-world-${seed}-`));
  for (const { path, text } of generateCatalogue(seed).files) writeFileSync(join(folder, path), text);
  console.log(
    `  The catalogue stands in ${folder}. Replay: WORLD=${wrong[0]!.name} npx vitest run test/world/generated.test.ts`,
  );
}
console.log(`${worlds} worlds, ${broken} of which break a law.`);
process.exitCode = broken === 0 ? 0 : 1;
