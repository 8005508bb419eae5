import { z } from 'zod';
import type { JsonObject } from '../base/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../diagnostics/index.js';

/** Is the value a zod type? Told by its marks, since a catalogue may bring a copy of zod of its own. */
export function isZodType(value: unknown): value is z.ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value && 'safeParse' in value;
}

/** The kinds of zod type that stand for values outside of JSON, and what they are. */
const outsideJson: Readonly<Record<string, string>> = {
  bigint: 'a big integer',
  symbol: 'a symbol',
  undefined: 'undefined',
  void: 'void',
  date: 'a Date object',
  map: 'a Map',
  set: 'a Set',
  nan: 'not-a-number',
  custom: 'a check of its own',
  function: 'a function',
  promise: 'a promise',
  file: 'a File',
  transform: 'a transformation',
};

/**
 * The JSON Schema of a zod type, by zod's own export, for what an applicant enters (`io: "input"`). What the export
 * cannot say is left out and reported: refinements, transformations, flags of regular expressions, types outside JSON.
 */
export function schemaOfZod(
  type: z.ZodType,
  at: SourceRef,
): { schema: JsonObject; diagnostics: Diagnostic[] } {
  const lost = new Set<string>();
  const exported = z.toJSONSchema(type, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema }) => {
      for (const loss of lossesOf(zodSchema)) lost.add(loss);
    },
  });
  const { $schema: _, ...schema } = exported as JsonObject;
  const diagnostics = [...lost].map((what) => createDiagnostic('schema/zod-lost', { what }, at));
  return { schema, diagnostics };
}

/** The parts of a zod type that matter here; zod's own types differ from one kind of type to the next. */
interface Internals {
  def: { type: string; checks?: { _zod: { def: CheckDefinition } }[]; in?: unknown; out?: unknown };
}

interface CheckDefinition {
  check: string;
  format?: string;
  pattern?: RegExp;
}

function lossesOf(schema: unknown): string[] {
  const { def } = (schema as { _zod: Internals })._zod;
  const losses: string[] = [];
  const outside = Object.hasOwn(outsideJson, def.type) ? outsideJson[def.type] : undefined;
  if (outside !== undefined) losses.push(outside);
  if (def.type === 'pipe' && typeOf(def.out) === 'transform') losses.push(outsideJson['transform']!);
  for (const check of def.checks ?? []) losses.push(...lossesOfCheck(check._zod.def));
  return losses;
}

function typeOf(schema: unknown): string | undefined {
  return (schema as { _zod?: Internals } | undefined)?._zod?.def.type;
}

function lossesOfCheck({ check, format, pattern }: CheckDefinition): string[] {
  if (check === 'custom') return ['a refinement'];
  if (check === 'overwrite') return ['a change of the text, such as trimming'];
  const flags = format === 'regex' ? (pattern?.flags ?? '').replace(/[ug]/g, '') : '';
  return flags === '' ? [] : [`the flag "${flags}" of a regular expression`];
}
