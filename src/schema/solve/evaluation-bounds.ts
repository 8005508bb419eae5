import type { JsonObject, JsonSchema } from '../../base/index.js';
import { isObject } from '../../base/index.js';
import type { SchemaDocument } from '../document/schema-document.js';
import { eachSubschema } from '../document/positions.js';
import type { EvaluationBounds } from '../keywords/evaluated.js';
import { KEYWORDS, keywordSet } from '../keywords/registry.js';

/** Schemas looked through before everything counts as looked at. */
const MOST_VISITED = 2_000;

/** Collects what a schema and those it applies in place may look at; its own `unevaluated*` left out. */
export function evaluationBounds(
  schema: JsonObject,
  document: SchemaDocument,
  base: string,
): EvaluationBounds {
  const bounds: EvaluationBounds = {
    allProperties: false,
    names: new Set(),
    patterns: new Set(),
    allItems: false,
    prefix: 0,
  };
  const visited = new Map<JsonObject, string>();
  const open: { schema: JsonSchema; base: string }[] = [{ schema, base }];
  for (let next = open.pop(); next; next = open.pop()) {
    const here = next.schema;
    if (!isObject(here) || visited.get(here) === next.base) continue;
    visited.set(here, next.base);
    if (visited.size > MOST_VISITED) {
      bounds.allProperties = bounds.allItems = true;
      break;
    }
    const inner = here === schema ? next.base : document.enter(here, next.base);
    look(here, bounds, here === schema);
    for (const applied of inPlace(here)) open.push({ schema: applied, base: inner });
    if (here.$dynamicRef !== undefined) bounds.allProperties = bounds.allItems = true;
    if (typeof here.$ref !== 'string') continue;
    const target = document.resolve(inner, here.$ref);
    if (target) open.push(target);
    else bounds.allProperties = bounds.allItems = true;
  }
  return bounds;
}

const LOOKING = KEYWORDS.filter(({ looksAt }) => looksAt !== undefined);

function look(schema: JsonObject, bounds: EvaluationBounds, outermost: boolean): void {
  for (const { name, looksAt, checkLast } of LOOKING) {
    if (!Object.hasOwn(schema, name) || (outermost && checkLast !== undefined)) continue;
    looksAt!(schema[name]!, bounds);
  }
}

const COUNTING = keywordSet(({ inPlace }) => inPlace === 'counts');

/** The subschemas that look at the same value and pass on what they looked at; `not` passes nothing on. */
function inPlace(schema: JsonObject): JsonSchema[] {
  const schemas: JsonSchema[] = [];
  eachSubschema(schema, (subschema, keyword) => {
    if (COUNTING.has(keyword)) schemas.push(subschema);
  });
  return schemas;
}
