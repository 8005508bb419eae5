import { compile } from 'json-schema-to-typescript';
import { byKey, canonicalJson, compareCodeUnits, inTurn, isObject } from '../base/index.js';
import type { JsonObject, JsonSchema } from '../base/index.js';
import { portableSchema } from '../schema/index.js';
import { codeListsOf } from './code-lists.js';
import { comment, toDraft07 } from './draft-07.js';
import type { Names } from './draft-07.js';
import { indented } from './indented.js';
import { wellKnown } from './materials.js';
import { typeNames } from './type-names.js';

/** A type with a name. */
export interface Declaration {
  name: string;
  /** A block that stands in the plan several times may be given something else each time. */
  schemas: readonly JsonSchema[];
  /** Of each schema, the role that it is about: a registry that is asked for several roles is one type of the role. */
  roles?: readonly (string | undefined)[];
  text: string;
}

/** The types as TypeScript, and behind them each definition that their schemas share or that refers to itself, once. */
export async function declarations(declared: readonly Declaration[]): Promise<string[]> {
  const portable = declared.map(withVariants);
  const definitions = definitionsOf(portable.flatMap(({ schemas }) => schemas));
  const taken = portable.flatMap(({ name, schemas }) => [name, ...schemas.map((_, at) => variant(name, at))]);
  const names = typeNames([...definitions.keys()], [''], {
    reserved: [...taken, ...fixedNames],
    wordOf: (address) => definitions.get(address)!.name,
  });
  const used = new Set<string>();
  const whole = [
    ...portable.flatMap(({ schemas }) => schemas),
    ...[...definitions.values()].map(({ schema }) => schema),
  ];
  const codes = codeListsOf(whole, [...taken, ...fixedNames, ...names.values()]);
  const context: Names = {
    ofCodes: codes.nameOf,
    ofReference: (address) => {
      if (Object.hasOwn(wellKnown, address)) return wellKnown[address];
      used.add(address);
      return names.get(address);
    },
  };
  const texts: string[] = [];
  for (const one of portable) texts.push(await declaration(one, context));
  const written = new Map<string, string>();
  // A set hands out what is added while it is walked: a definition may lead to further ones.
  for (const address of used) {
    const definition = definitions.get(address);
    const name = names.get(address);
    if (definition === undefined || name === undefined) continue;
    written.set(name, await typeText(name, definition.schema, context));
  }
  return [
    ...texts,
    ...[...written].sort(byKey(([name]) => name)).map(([, text]) => text),
    ...codes.declarations,
  ];
}

/** Names that the file has whatever the plan. */
export const fixedNames = [
  'Form',
  'Handlers',
  'JsonObject',
  'JsonValue',
  'FileReference',
  'Upload',
  'Commitment',
  'Deferral',
  'BlockHandler',
  'CheckHandler',
  'RegistryHandler',
  'TransferHandler',
  'UndoHandler',
];

const variant = (name: string, at: number): string => `${name}$${at + 1}`;

/** A declaration with each of its schemas once, portable. */
interface Portable extends Declaration {
  /** The names of the roles, where each is about another one. */
  byRole: readonly string[] | undefined;
}

function withVariants(one: Declaration): Portable {
  const found = new Map<string, { schema: JsonSchema; role: string | undefined }>();
  one.schemas.forEach((stated, at) => {
    const schema = portableSchema(stated);
    found.set(canonicalJson(schema), { schema, role: one.roles?.[at] });
  });
  const variants = [...found.values()];
  const roles = variants.flatMap(({ role }) => role ?? []);
  const isByRole = variants.length > 1 && new Set(roles).size === variants.length;
  return { ...one, schemas: variants.map(({ schema }) => schema), byRole: isByRole ? roles : undefined };
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

async function declaration({ name, schemas, text, byRole }: Portable, names: Names): Promise<string> {
  const [first = true, ...others] = schemas;
  const doc = `/** ${comment(text)} */\n`;
  if (others.length === 0) return doc + (await typeText(name, first, names));
  const variants = await Promise.all(schemas.map((schema, at) => typeText(variant(name, at), schema, names)));
  const types = schemas.map((_, at) => variant(name, at));
  if (byRole === undefined)
    return `${variants.join('\n')}\n${doc}export type ${name} = ${types.join(' | ')};\n`;
  const members = byRole.map((role, at) => `  ${JSON.stringify(role)}: ${types[at]!};\n`).join('');
  const map = `${name}$ByRole`;
  return `${variants.join('\n')}\ntype ${map} = {\n${members}};\n\n${doc}export type ${name}<Role extends keyof ${map} = keyof ${map}> = ${map}[Role];\n`;
}

async function typeText(name: string, schema: JsonSchema, names: Names): Promise<string> {
  const text = await compile(toDraft07(schema, names), 'GeneratedRoot', {
    additionalProperties: false,
    bannerComment: '',
    declareExternallyReferenced: true,
    format: false,
    ignoreMinAndMaxItems: false,
    strictIndexSignatures: false,
    unknownAny: true,
    $refOptions: { resolve: { external: false } },
  });
  // The placeholder keeps ids of every script out of the generator's own naming, which knows ASCII alone.
  const named = text.trim().replaceAll(/\bGeneratedRoot\b/g, () => name);
  // An interface is open to further members, and so no JsonObject, which the calls of a runner take.
  return `${indented(named.replace(/^export interface (\S+) \{/m, 'export type $1 = {'))}\n`;
}
