import { z } from 'zod';
import { isObject, own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { baselineSchema } from '../documents/baseline.js';
import { caseEventSchema, caseStateSchema } from '../plan/case-state-schema.js';
import { compositionSchema } from '../outputs/composition-schema.js';
import { diagnosticSchema } from '../outputs/diagnostic-schema.js';
import { catalogueDiffSchema } from '../outputs/diff-schema.js';
import { documentSchemas, kinds } from '../documents/document.js';
import type { Kind } from '../documents/document.js';
import { jsonSchemaHints } from '../documents/json-schema-hints.js';
import { explanationSchema, findingsSchema, projectionsSchema, resolutionSchema } from './output-schemas.js';
import { packedCatalogueSchema } from '../documents/packed-catalogue.js';
import { planSchema } from '../plan/plan-schema.js';

/** What has a published JSON Schema: each kind of document, and what onething writes. */
export type Published =
  | Kind
  | 'baseline'
  | 'plan'
  | 'composition'
  | 'diagnostic'
  | 'case-state'
  | 'case-event'
  | 'packed-catalogue'
  | 'diff'
  | 'findings'
  | 'explanation'
  | 'resolution'
  | 'projections';

/** Everything that has a published JSON Schema. */
export const published: readonly Published[] = [
  ...kinds,
  'plan',
  'composition',
  'diagnostic',
  'baseline',
  'case-state',
  'case-event',
  'packed-catalogue',
  'diff',
  'findings',
  'explanation',
  'resolution',
  'projections',
];

const base = 'https://onething.dev/schemas/';
const made = new Map<Published, JsonObject>();

/**
 * The published JSON Schema (draft 2020-12) of a kind of document, of the plan, of the composition or of a finding:
 * what stands in `schemas/<name>.schema.json`. Made from the model once; treat it as immutable.
 */
export function publishedSchema(name: Published): JsonObject {
  let schema = made.get(name);
  if (schema === undefined) made.set(name, (schema = make(name)));
  return schema;
}

/** The schema of any document: `kind` decides which of the published schemas it is. */
export function anyDocumentSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${base}document.schema.json`,
    title: 'A document of a catalogue',
    type: 'object',
    properties: { kind: { enum: [...kinds], description: 'What the document is.' } },
    required: ['kind'],
    allOf: kinds.map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      then: { $ref: `${kind}.schema.json` },
    })),
  };
}

function make(name: Published): JsonObject {
  const { $schema, title, ...rest } = z.toJSONSchema(zodSchemaOf(name), {
    io: 'input',
    target: 'draft-2020-12',
  }) as JsonObject;
  delete rest['id'];
  const schema: JsonObject = {
    $schema: $schema ?? null,
    $id: `${base}${name}.schema.json`,
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
      key === 'json' ? { description: 'Any JSON value.' } : key === 'json-schema' ? jsonSchemaHints() : value;
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
