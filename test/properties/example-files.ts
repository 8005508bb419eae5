import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '../../src/catalogue/index.js';

/** The files of examples/catalogue, as a host without a file system would be given them. */
export function catalogueFiles(): SourceFile[] {
  const root = fileURLToPath(new URL('../../examples/catalogue/', import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ya?ml|json)$/.test(path))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path)) }));
}
