import { compile } from 'json-schema-to-typescript';
import { byKey, canonicalJson, compareCodeUnits, inTurn, isObject } from '../base/index.js';
import type { JsonObject, JsonSchema } from '../base/index.js';
import { portableSchema } from '../schema/index.js';
import { comment, toDraft07 } from './draft-07.js';
import type { NameOf } from './draft-07.js';
import { typeNames } from './type-names.js';

/** A type with a name. */
export interface Declaration {
  name: string;
  /** A block that stands in the plan several times may be given something else each time. */
  schemas: readonly JsonSchema[];
  text: string;
}

/** The types as TypeScript, and behind them each definition that their schemas share or that refers to itself, once. */
export async function declarations(declared: readonly Declaration[]): Promise<string[]> {
  const portable = declared.map((one) => ({ ...one, schemas: variantsOf(one.schemas) }));
  const definitions = definitionsOf(portable.flatMap(({ schemas }) => schemas));
  const taken = portable.flatMap(({ name, schemas }) => [name, ...schemas.map((_, at) => variant(name, at))]);
  const names = typeNames([...definitions.keys()], [''], {
    reserved: [...taken, ...fixedNames],
    wordOf: (address) => definitions.get(address)!.name,
  });
  const used = new Set<string>();
  const nameOf: NameOf = (address) => {
    used.add(address);
    return names.get(address);
  };
  const texts: string[] = [];
  for (const { name, schemas, text } of portable) texts.push(await declaration(name, schemas, text, nameOf));
  const written = new Map<string, string>();
  // A set hands out what is added while it is walked: a definition may lead to further ones.
  for (const address of used) {
    const definition = definitions.get(address);
    const name = names.get(address);
    if (definition === undefined || name === undefined) continue;
    written.set(name, await typeText(name, definition.schema, nameOf));
  }
  return [...texts, ...[...written].sort(byKey(([name]) => name)).map(([, text]) => text)];
}

/** Names that the file has whatever the plan. */
export const fixedNames = [
  'Form',
  'Handlers',
  'BlockHandler',
  'RegistryHandler',
  'TransferHandler',
  'UndoHandler',
];

const variant = (name: string, at: number): string => `${name}$${at + 1}`;

function variantsOf(schemas: readonly JsonSchema[]): JsonSchema[] {
  const portable = schemas.map((schema) => portableSchema(schema));
  return [...new Map(portable.map((schema) => [canonicalJson(schema), schema])).values()];
}

/** The definitions of all of the schemas, by their address. */
function definitionsOf(schemas: readonly JsonSchema[]): Map<string, { name: string; schema: JsonSchema }> {
  const found = new Map<string, { name: string; schema: JsonSchema }>();
  for (const schema of schemas) {
    const definitions = isObject(schema) && isObject(schema['$defs']) ? schema['$defs'] : {};
    for (const [name, definition] of Object.entries(definitions)) {
      const { $id } = definition as JsonObject;
      if (typeof $id !== 'string') continue;
      const known = found.get($id);
      if (known === undefined || compareCodeUnits(name, known.name) < 0)
        found.set($id, { name, schema: definition as JsonObject });
    }
  }
  return new Map(
    [...found].sort(
      inTurn(
        byKey(([, { name }]) => name),
        byKey(([address]) => address),
      ),
    ),
  );
}

async function declaration(
  name: string,
  schemas: readonly JsonSchema[],
  text: string,
  nameOf: NameOf,
): Promise<string> {
  const [first = true, ...others] = schemas;
  const doc = `/** ${comment(text)} */\n`;
  if (others.length === 0) return doc + (await typeText(name, first, nameOf));
  const variants = await Promise.all(
    schemas.map((schema, at) => typeText(variant(name, at), schema, nameOf)),
  );
  const union = schemas.map((_, at) => variant(name, at)).join(' | ');
  return `${variants.join('\n')}\n${doc}export type ${name} = ${union};\n`;
}

async function typeText(name: string, schema: JsonSchema, nameOf: NameOf): Promise<string> {
  const text = await compile(toDraft07(schema, nameOf), 'GeneratedRoot', {
    additionalProperties: false,
    bannerComment: '',
    declareExternallyReferenced: true,
    format: false,
    ignoreMinAndMaxItems: false,
    strictIndexSignatures: true,
    unknownAny: true,
    $refOptions: { resolve: { external: false } },
  });
  // The placeholder keeps ids of every script out of the generator's own naming, which knows ASCII alone.
  return `${text.trim().replaceAll(/\bGeneratedRoot\b/g, () => name)}\n`;
}
