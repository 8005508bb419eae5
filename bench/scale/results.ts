import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const page = 'docs/reference/scale-benchmark.md';
const begin = '<!-- results: written by `npm run bench:scale -- 10000 100000 --write` -->';
const end = '<!-- end of results -->';

/** Puts what was measured into its page, in place of what was measured before. */
export async function writeResults(results: string): Promise<void> {
  const text = readFileSync(page, 'utf8');
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)];
  if (start === -1 || stop < start) throw new Error(`${page} has no place for results.`);
  const now = `${text.slice(0, start)}${begin}\n\n${results}\n\n${text.slice(stop)}`;
  writeFileSync(page, await format(now, { ...(await resolveConfig(page)), parser: 'markdown' }));
}
