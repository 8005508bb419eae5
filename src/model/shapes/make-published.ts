import { z } from 'zod';
import { isObject, own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { keywordHints } from '../../schema/index.js';
import { schemaAddress } from '../publish/published.js';
import type { Published } from '../publish/published.js';
import { baselineSchema } from './baseline.js';
import { caseEventSchema, caseStateSchema } from './case-state.js';
import { compositionSchema } from './composition.js';
import { diagnosticSchema } from './diagnostic.js';
import { catalogueDiffSchema } from './diff.js';
import { documentSchemas } from './document.js';
import { explanationSchema, findingsSchema, projectionsSchema, resolutionSchema } from './output.js';
import { packedCatalogueSchema } from './packed-catalogue.js';
import { planSchema } from './plan.js';
import { worldSchema } from './world.js';

/**
 * Makes the JSON Schema (draft 2020-12) of what is published under a name. `npm run schemas` writes what comes of it
 * into `schemas/` and into the modules that the library reads.
 */
export function makePublishedSchema(name: Published): JsonObject {
  const { $schema, title, ...rest } = z.toJSONSchema(zodSchemaOf(name), {
    io: 'input',
    target: 'draft-2020-12',
  }) as JsonObject;
  delete rest['id'];
  const schema: JsonObject = {
    $schema: $schema ?? null,
    $id: `${schemaAddress}${name}.schema.json`,
    title: title ?? `onething: ${name}`,
    ...rest,
  };
  const defs = own(schema, '$defs');
  if (isObject(defs)) schema['$defs'] = definitions(schema, defs);
  return schema;
}

function zodSchemaOf(name: Published): z.ZodType {
  switch (name) {
    case 'findings':
      return findingsSchema;
    case 'explanation':
      return explanationSchema;
    case 'resolution':
      return resolutionSchema;
    case 'projections':
      return projectionsSchema;
    case 'plan':
      return planSchema;
    case 'composition':
      return compositionSchema;
    case 'baseline':
      return baselineSchema;
    case 'diagnostic':
      return diagnosticSchema;
    case 'case-state':
      return caseStateSchema;
    case 'case-event':
      return caseEventSchema;
    case 'diff':
      return catalogueDiffSchema;
    case 'packed-catalogue':
      return packedCatalogueSchema;
    case 'world':
      return worldSchema;
    default:
      return documentSchemas[name];
  }
}

/** JSON in general is said more plainly than zod does; definitions that nothing refers to any more are left out. */
function definitions(schema: JsonObject, defs: JsonObject): JsonObject {
  const replaced: JsonObject = {};
  for (const [key, value] of Object.entries(defs)) {
    if (isObject(value)) delete value['id'];
    replaced[key] =
      key === 'json' ? { description: 'Any JSON value.' } : key === 'json-schema' ? keywordHints() : value;
  }
  const { $defs: _, ...top } = schema;
  const used = new Set<string>();
  const visit = (value: JsonValue): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isObject(value)) {
      const ref = own(value, '$ref');
      if (typeof ref === 'string' && ref.startsWith('#/$defs/')) {
        const key = ref.slice('#/$defs/'.length);
        if (!used.has(key)) {
          used.add(key);
          visit(replaced[key] ?? null);
        }
      }
      Object.values(value).forEach(visit);
    }
  };
  visit(top);
  const kept: JsonObject = {};
  for (const key of [...used].sort()) kept[key] = replaced[key] ?? {};
  return kept;
}
