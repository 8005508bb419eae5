import { existsSync, readFileSync } from 'node:fs';
import { InvariantError } from '../../base/index.js';

interface Manifest {
  name?: string;
  version?: string;
}

/** The version of the package: its package.json stands above the sources and above what is built of them. */
export function version(): string {
  let folder = new URL('.', import.meta.url);
  for (;;) {
    const file = new URL('package.json', folder);
    // The build writes a package.json without a name, which says only that its files are CommonJS.
    const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
    if (manifest.name === 'onething' && manifest.version !== undefined) return manifest.version;
    const above = new URL('..', folder);
    if (above.href === folder.href)
      throw new InvariantError('No package.json of onething is above the code.');
    folder = above;
  }
}
