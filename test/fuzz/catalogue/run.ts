import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFileSync, statSync } from 'node:fs';
import type { SourceFile } from '../../../src/catalogue/index.js';
import { createRandom } from '../random.js';
import type { Random } from '../random.js';
import { commandLaws } from './commands.js';
import { checkLaws, diffLaws, formatLaws } from './laws.js';
import type { Counts } from './laws.js';
import { mutate } from './mutate.js';

/** A catalogue that breaks a law: run it again by its seed. */
export interface Failure {
  seed: number;
  catalogue: string;
  broken: string[];
  files: readonly SourceFile[];
}

const cases = join(import.meta.dirname, '../../cases');

/** The catalogues of the cases: small, and full of everything that documents can say. */
const seeds = [
  'check',
  'compose',
  'prove',
  'report',
  'plan',
  'project',
  'diff',
  'guide',
  'matrix',
  'why',
  'test',
]
  .flatMap((command) => readdirSync(join(cases, command)).map((name) => join(cases, command, name)))
  .flatMap((folder) => ['catalogue', 'old'].map((name) => join(folder, name)))
  .map((folder) => ({ folder, files: filesIn(folder) }))
  .filter(({ files }) => files.length > 1 && files.length < 60);

/** A catalogue that imports another one, which was mutated as well, from a folder within it or as a package. */
function importing(
  files: readonly SourceFile[],
  others: readonly SourceFile[],
  random: Random,
): SourceFile[] {
  const isPackage = random.chance(0.5);
  const name = isPackage ? 'other-town' : './other-town';
  const folder = isPackage ? 'node_modules/other-town' : 'other-town';
  return [
    ...files.map((file) =>
      file.path === 'catalogue.yaml' && typeof file.text === 'string'
        ? { ...file, text: `${file.text}\nimports: [${name}]\n` }
        : file,
    ),
    ...mutate(others, random).map((file) => ({ ...file, path: `${folder}/${file.path}` })),
  ];
}

function filesIn(folder: string): SourceFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ya?ml|json)$/.test(path) && !path.includes('onething.'))
    .map((path) => ({ path: path.split('\\').join('/'), text: readFileSync(join(folder, path), 'utf8') }));
}

/**
 * Mutates a catalogue and judges what is said of it.
 * @param which of the laws: those of checking always; those of formats and of differences are dearer
 */
export async function runOne(
  seed: number,
  which: { formats: boolean; diffs: boolean; commands: boolean },
  counts: Counts,
): Promise<Failure | undefined> {
  const random = createRandom(seed);
  const { folder, files } = random.pick(seeds);
  const mutated = mutate(files, random);
  const next = random.chance(0.1) ? importing(mutated, random.pick(seeds).files, random) : mutated;
  const broken: string[] = [];
  try {
    broken.push(...checkLaws(next, counts));
    if (which.formats) broken.push(...(await formatLaws(next, counts)));
    if (which.diffs) broken.push(...diffLaws(files, next, counts), ...diffLaws(next, files, counts));
    if (which.commands) broken.push(...(await commandLaws({ old: files, next }, random, counts)));
  } catch (error) {
    broken.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return broken.length === 0
    ? undefined
    : { seed, catalogue: folder.slice(cases.length + 1), broken, files: next };
}
