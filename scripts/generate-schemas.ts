/**
 * Writes the published JSON Schemas into a folder (schemas/ when none is named), made from the model:
 * `npx tsx scripts/generate-schemas.ts [folder]`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anyDocumentSchema, published, publishedSchema } from '../src/model/index.js';

const folder = process.argv[2] ?? 'schemas';
mkdirSync(folder, { recursive: true });
for (const name of published) write(name, publishedSchema(name));
write('document', anyDocumentSchema());

function write(name: string, schema: object): void {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
