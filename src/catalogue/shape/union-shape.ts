import { isObject, own, suggest } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import type { Compile } from './compile.js';
import { broken } from './issue.js';
import type { Check, Kept, ShapeContext } from './issue.js';
import { isOtherName, unknownKey } from './object-shape.js';
import { wrongType } from './plain-shapes.js';
import { typeOf } from './words.js';
import { listOf } from '../../messages/index.js';

interface Branch {
  type: string | undefined;
  check: Check;
  /** Keys that this branch requires and no other object branch has. */
  marks: string[];
}

/**
 * The check of alternatives. The JSON type of the value leaves some of them, the keys of an object one: only that one
 * speaks, so that a fault within it is told in its own words and once.
 */
export function compileUnion(
  alternatives: readonly JsonValue[],
  compile: Compile,
  resolved: (schema: JsonValue | undefined) => JsonObject,
): Check {
  const parts = alternatives.map((alternative) => ({ schema: alternative, resolved: resolved(alternative) }));
  const branches = parts.map(({ schema, resolved: target }, index): Branch => {
    const others = parts.filter((_, other) => other !== index).map((part) => part.resolved);
    return { type: typeOfSchema(target), check: compile(schema), marks: marksOf(target, others) };
  });
  const types = [...new Set(branches.flatMap(({ type }) => type ?? []))];
  return (value, context) => {
    const type = typeOf(value);
    const fitting = branches.filter((branch) => branch.type === undefined || branch.type === type);
    if (fitting.length === 0) return wrongType(value, types, context);
    if (fitting.length === 1) return fitting[0]!.check(value, context);
    return isObject(value) ? byKeys(value, fitting, context) : byTrying(value, fitting, context);
  };
}

function typeOfSchema(schema: JsonObject): string | undefined {
  const type = own(schema, 'type');
  if (typeof type === 'string') return type === 'integer' ? 'number' : type;
  const values = own(schema, 'enum');
  return Array.isArray(values) && values.every((value) => typeof value === 'string') ? 'string' : undefined;
}

function marksOf(schema: JsonObject, others: readonly JsonObject[]): string[] {
  const required = own(schema, 'required');
  if (!Array.isArray(required)) return [];
  return (required as string[]).filter(
    (key) => !others.some((other) => Object.hasOwn((own(other, 'properties') ?? {}) as JsonObject, key)),
  );
}

/** Chooses the branch whose mark the object has. */
function byKeys(value: JsonObject, branches: readonly Branch[], context: ShapeContext): Kept {
  const present = branches.filter(({ marks }) => marks.some((mark) => Object.hasOwn(value, mark)));
  const chosen = present[0];
  if (chosen === undefined) return unmarked(value, branches, context);
  const rival = present[1];
  if (rival === undefined) return chosen.check(value, context);
  const [one, other] = [chosen, rival].map((branch) =>
    branch.marks.find((mark) => Object.hasOwn(value, mark))!,
  );
  const args = { one: one!, other: other! };
  context.report(createDiagnostic('catalogue/keys-together', args, context.key(other!)));
  return broken;
}

function unmarked(value: JsonObject, branches: readonly Branch[], context: ShapeContext): typeof broken {
  const marks = branches.flatMap((branch) => branch.marks);
  for (const key of Object.keys(value)) {
    if (suggest(key, marks).length === 0 && !isOtherName(key, marks)) continue;
    unknownKey(key, value, marks, context);
    return broken;
  }
  const keys = listOf(
    branches.flatMap((branch) => branch.marks.slice(0, 1)),
    'or',
  );
  context.report(createDiagnostic('catalogue/no-alternative', { keys }, context.whole()));
  return broken;
}

/** Alternatives of one plain type: the first that accepts; else what the last one says. */
function byTrying(value: JsonValue, branches: readonly Branch[], context: ShapeContext): Kept {
  const before = context.diagnostics.length;
  for (const branch of branches) {
    context.diagnostics.length = before;
    const result = branch.check(value, context);
    if (result !== broken) return result;
  }
  return broken;
}
