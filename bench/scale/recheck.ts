// Checks a folder, edits one block of one bundle after the other, and says what checking again took.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolderChecker } from '../../src/node/index.js';

const [folder = '.', edits = '5'] = process.argv.slice(2);
const checker = createFolderChecker(folder);
const start = performance.now();
checker.check();
const cold = performance.now() - start;
const again: number[] = [];
for (let number = 0; number < Number(edits); number++) {
  const path = `matters/thing-${number}/thing-${number}-0.yaml`;
  const place = join(folder, path);
  const text = readFileSync(place, 'utf8');
  writeFileSync(place, text.replace(/promised: \d+wd/, 'promised: 41wd'));
  const begin = performance.now();
  const { documents, composed } = checker.check([path]);
  again.push(performance.now() - begin);
  if (documents !== 1 || composed.length !== 1)
    throw new Error(`${documents} documents, ${composed.length} bundles`);
  writeFileSync(place, text);
  checker.check([path]);
}
again.sort((a, b) => a - b);
console.log(JSON.stringify({ coldSeconds: cold / 1000, againSeconds: again[again.length >> 1]! / 1000 }));
