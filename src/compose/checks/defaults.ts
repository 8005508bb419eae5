import { pointer, resolvePointer } from '../../base/index.js';
import type { JsonSchema } from '../../base/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import type { SourceRef } from '../../diagnostics/index.js';
import { writtenPlace } from '../../schema/index.js';
import { elementOf } from '../bind/element.js';
import { statedSchemas } from '../form/stated-schemas.js';
import type { StatedSchemas } from '../form/stated-schemas.js';
import type { Subjected } from '../tell/fields.js';
import type { CheckContext } from './check-context.js';
import { literal } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { sayStatement } from './conflict-sets.js';

/** Defaults that the form does not suggest: what somebody refuses, and what somebody else states otherwise. */
export function checkDefaults(context: CheckContext): void {
  for (const item of context.subjects.values()) {
    if (item.kind !== 'field') continue;
    const stated = statedSchemas(context.bound, item);
    const field = item.key;
    const seen = new Set<string>();
    const isNew = (...places: SourceRef[]) => {
      const key = places.map(({ file, pointer: at }) => file + at).join(' ');
      return !seen.has(key) && seen.add(key) !== undefined;
    };
    for (const { index, pointer: at, value, by } of stated.refused) {
      // What a schema says against its own default is told where the schema stands.
      if (by.index === index) continue;
      const place = placeOf(context, item, stated, index, at);
      const other = placeOf(context, item, stated, by.index, by.pointer);
      if (!isNew(place.at, other.at)) continue;
      const args = { field, value: literal(JSON.stringify(value)) };
      const related = [{ at: other.at, ...other.said }];
      context.report(createDiagnostic('compose/default-refused', args, place.at, { related }));
    }
    for (const { index, pointer: at, value, kept } of stated.differing) {
      const place = placeOf(context, item, stated, index, at);
      const other = placeOf(context, item, stated, kept.index, kept.pointer);
      if (!isNew(place.at, other.at)) continue;
      const shown = literal(JSON.stringify(value));
      const args = { field, value: shown, kept: literal(JSON.stringify(kept.value)) };
      const related = [{ at: other.at, ...other.said }];
      context.report(createDiagnostic('compose/defaults-differ', args, place.at, { related }));
    }
  }
}

/** Where a place of one of the schemas was written, and who says what there. */
function placeOf(
  { bound }: CheckContext,
  item: Subjected,
  { narrowings }: StatedSchemas,
  index: number,
  at: string,
): { said: Message; at: SourceRef } {
  if (index === 0) {
    const role = bound.roles.get(item.role);
    const schema = elementOf(bound, item.role, item.name)?.schema ?? true;
    const place = writtenPlace(schema, at);
    const file = role?.subjectFile ?? bound.file;
    return {
      said: sayStatement('element', statedAt(schema, place)),
      at: { file, pointer: pointer('elements', item.name, 'schema') + place },
    };
  }
  const { need, schema } = narrowings[index - 1]!;
  const written = 'schema' in need.leaf.input ? need.leaf.input.schema : undefined;
  const place = written === undefined ? '' : writtenPlace(written, at);
  const below = written === undefined ? '' : `/schema${place}`;
  return {
    said: sayStatement({ use: need.use.name }, statedAt(written ?? schema, place)),
    at: { ...need.leaf.at, pointer: need.leaf.at.pointer + below },
  };
}

/** `default: "de"` at a default, else the schema that stands there. */
function statedAt(schema: JsonSchema, place: string): string {
  const value = JSON.stringify(resolvePointer(schema, place));
  return place.endsWith('/default') ? `default: ${value}` : value;
}
