import { existsSync } from 'node:fs';

/** Where Chromium stands: `CHROMIUM` names it, else where Debian installs it; undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  const places = named === undefined || named === '' ? ['/usr/bin/chromium'] : [named];
  return places.find((place) => existsSync(place));
}

/** What keeps it from looking for a network, a graphics card and updates. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
