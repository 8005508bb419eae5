/**
 * Writes the published JSON Schemas, made from the shapes of the model: the files of schemas/, and the modules that the
 * library reads them from. `npx tsx scripts/generate-schemas.ts [folder of the files] [folder of the modules]`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anyDocumentSchema, isKind, kinds, published } from '../src/model/index.js';
import type { Published } from '../src/model/index.js';
import { makePublishedSchema } from '../src/model/shapes/make-published.js';

const [files = 'schemas', modules = 'src/model/publish/generated'] = process.argv.slice(2);
for (const folder of [files, modules]) mkdirSync(folder, { recursive: true });

const made = new Map(published.map((name) => [name, makePublishedSchema(name)]));
for (const [name, schema] of made) writeSchema(name, schema);
writeSchema('document', anyDocumentSchema());
writeModule('document-schemas', 'documentSchemaTexts', kinds);
writeModule('packed-schemas', 'packedSchemaTexts', ['packed-catalogue']);
writeModule(
  'format-schemas',
  'formatSchemaTexts',
  published.filter((name) => !isKind(name) && name !== 'packed-catalogue'),
);

function writeSchema(name: string, schema: object): void {
  writeFileSync(join(files, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}

/** Texts, not objects: whoever needs no schema of the module does not parse it. */
function writeModule(file: string, constant: string, names: readonly Published[]): void {
  const entries = names.map((name) => `  '${name}': ${JSON.stringify(JSON.stringify(made.get(name)))},\n`);
  const text = `// Written by \`npm run schemas\`.\nexport const ${constant} = {\n${entries.join('')}} as const;\n`;
  writeFileSync(join(modules, `${file}.ts`), text);
}
