/**
 * Plants one fault after the other in a copy of the engine and holds that the judge of worlds sees it: `npm run plants`.
 * A plant whose place is gone, and a plant that nobody sees, end with 1. With words behind it, only plants that hold them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plants } from '../test/world/plants.js';
import type { Plant } from '../test/world/plants.js';

const root = join(import.meta.dirname, '..');
const copied = ['src', 'test/world', 'test/fuzz/random.ts', 'scripts/worlds.ts'];
const linked = ['node_modules', 'package.json', 'tsconfig.json'];

function copyOfEngine(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onething-plants-'));
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  for (const path of linked) symlinkSync(join(root, path), join(folder, path));
  return folder;
}

/** Why the plant fails, or nothing where the judge sees it. */
function faultOf(folder: string, { file, find, plant }: Plant): string | undefined {
  const place = join(folder, file);
  const text = readFileSync(join(root, file), 'utf8');
  if (text.split(find).length !== 2) return 'its place is gone: say anew where it is planted';
  writeFileSync(
    place,
    text.replace(find, () => plant),
  );
  try {
    const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'scripts/worlds.ts', '40', '1', 'stop'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status === 0) return 'nobody sees it';
    const law = /law \d/.exec(stdout)?.[0];
    return law === undefined ? `the judge did not get there: ${stderr.slice(-400)}` : undefined;
  } finally {
    writeFileSync(place, text);
  }
}

const wanted = process.argv.slice(2).join(' ');
const chosen = plants.filter(({ name }) => name.includes(wanted));
const folder = copyOfEngine();
let failed = 0;
try {
  for (const one of chosen) {
    const fault = faultOf(folder, one);
    if (fault !== undefined) failed += 1;
    console.log(
      `${fault === undefined ? 'seen  ' : 'FAILED'}  law ${one.law}  ${one.name}${fault === undefined ? '' : `: ${fault}`}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${chosen.length - failed} of ${chosen.length} planted faults are seen.`);
process.exitCode = failed === 0 && chosen.length > 0 ? 0 : 1;
