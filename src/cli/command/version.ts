import { readFileSync } from 'node:fs';

/** The version of the package: its package.json stands above the sources and above what is built of them. */
export function version(): string {
  for (const way of ['../package.json', '../../package.json']) {
    try {
      const manifest = JSON.parse(readFileSync(new URL(way, import.meta.url), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (manifest.name === 'onething' && manifest.version !== undefined) return manifest.version;
    } catch {
      // The next place may have it.
    }
  }
  return '0.0.0';
}
