/** Starts the host: `npm start`. PORT, STORE, CATALOGUE and BUNDLES may say otherwise than below. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHost } from './app.js';

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { PORT = '8080', STORE = here('.store'), CATALOGUE = here('../catalogue'), BUNDLES } = process.env;

mkdirSync(STORE, { recursive: true });
const host = await createHost({
  catalogue: CATALOGUE,
  ...(BUNDLES === undefined ? {} : { bundles: BUNDLES.split(' ') }),
  data: here('data'),
  store: STORE,
  pages: here('dist'),
});
console.log(await host.listen({ host: '127.0.0.1', port: Number(PORT) }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.close());
