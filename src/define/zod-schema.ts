import { z } from 'zod';
import type { JsonObject } from '../base/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../diagnostics/index.js';
import type { Message } from '../messages/index.js';
import { tell } from './messages.js';

/** Is the value a zod type? Told by its marks, since a catalogue may bring a copy of zod of its own. */
export function isZodType(value: unknown): value is z.ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value && 'safeParse' in value;
}

/** The kinds of zod type that stand for values outside of JSON. */
const outsideJson = [
  'bigint',
  'symbol',
  'undefined',
  'void',
  'date',
  'map',
  'set',
  'nan',
  'custom',
  'function',
  'promise',
  'file',
  'transform',
] as const;

/**
 * The JSON Schema of a zod type, by zod's own export, for what an applicant enters (`io: "input"`). What the export
 * cannot say is left out and reported: refinements, transformations, flags of regular expressions, types outside JSON.
 */
export function schemaOfZod(
  type: z.ZodType,
  at: SourceRef,
): { schema: JsonObject; diagnostics: Diagnostic[] } {
  const lost = new Map<string, Message>();
  const exported = z.toJSONSchema(type, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema }) => {
      for (const loss of lossesOf(zodSchema)) lost.set(loss.message, loss);
    },
  });
  const { $schema: _, ...schema } = exported as JsonObject;
  const diagnostics = [...lost.values()].map((what) => createDiagnostic('schema/zod-lost', { what }, at));
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

function lossesOf(schema: unknown): Message[] {
  const { def } = (schema as { _zod: Internals })._zod;
  const losses: Message[] = [];
  const outside = outsideJson.find((type) => type === def.type);
  if (outside !== undefined) losses.push(tell(`zod.${outside}`));
  if (def.type === 'pipe' && typeOf(def.out) === 'transform') losses.push(tell('zod.transform'));
  for (const check of def.checks ?? []) losses.push(...lossesOfCheck(check._zod.def));
  return losses;
}

function typeOf(schema: unknown): string | undefined {
  return (schema as { _zod?: Internals } | undefined)?._zod?.def.type;
}

function lossesOfCheck({ check, format, pattern }: CheckDefinition): Message[] {
  if (check === 'custom') return [tell('zod.refinement')];
  if (check === 'overwrite') return [tell('zod.overwrite')];
  const flags = format === 'regex' ? (pattern?.flags ?? '').replace(/[ug]/g, '') : '';
  return flags === '' ? [] : [tell('zod.flag', { flags })];
}
