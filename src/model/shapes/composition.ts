import { z } from 'zod';
import type { Composition } from '../outputs/composition.js';
import { basisSchema } from './common.js';
import { jsonObjectSchema, jsonSchemaSchema } from './condition.js';
import { diagnosticSchema, locationSchema } from './diagnostic.js';
import { waysSchema } from './accept.js';
import { planSchema } from './plan.js';
import { predicateSchema } from './predicate.js';
import { textSchema } from './text.js';
import { messageSchema } from './message.js';

const jsonObject = jsonObjectSchema;
const when = predicateSchema.optional();
const accept = waysSchema;

const contributionSchema = z
  .strictObject({
    step: z.string(),
    block: z.string(),
    authority: z.string().optional(),
    when,
    optional: z.boolean(),
    title: textSchema.optional(),
    schema: jsonSchemaSchema.optional(),
    codes: jsonObject.optional(),
    accept: accept.optional(),
    basis: basisSchema,
    at: locationSchema,
  })
  .describe('What one block says of it, and where.');

const originSchema = z
  .strictObject({
    kind: z.enum(['known', 'produced', 'registry', 'derived', 'generated', 'asked']),
    step: z.string().optional(),
    when,
    at: locationSchema.optional(),
  })
  .describe('Where it comes from; the first whose condition holds counts.');

export const fieldSchema = z.strictObject({
  field: z.string(),
  at: z.string(),
  role: z.string(),
  element: z.string(),
  title: textSchema.optional(),
  schema: jsonSchemaSchema,
  labels: z.record(z.string(), textSchema).optional(),
  asked: z.boolean(),
  askedWhen: predicateSchema.describe('When some form asks it.'),
  required: z.boolean(),
  requiredWhen: predicateSchema.describe('When a form cannot be sent without it.'),
  origins: z.array(originSchema),
  decides: z.array(z.string()),
  contributions: z.array(contributionSchema),
  definition: locationSchema,
});

export const materialSchema = z.strictObject({
  material: z.string(),
  at: z.string(),
  id: z.string(),
  role: z.string(),
  title: textSchema.optional(),
  asked: z.boolean(),
  askedWhen: predicateSchema.describe('When some form asks it.'),
  required: z.boolean(),
  requiredWhen: predicateSchema.describe('When a form cannot be sent without it.'),
  accept,
  origins: z.array(originSchema),
  contributions: z.array(contributionSchema),
  definition: locationSchema,
});

export const choiceSchema = z.strictObject({
  id: z.string(),
  step: z.string(),
  when,
  groups: z.array(z.array(z.string())),
  recommended: z.int(),
  because: messageSchema,
  at: locationSchema,
});

export const questionSchema = z.strictObject({
  field: z.string(),
  title: textSchema.optional(),
  schema: jsonSchemaSchema,
  when,
  weight: z.number(),
  decides: z.array(z.string()),
});

const figureSchema = z.strictObject({
  value: z.number(),
  of: z.array(z.string()),
  unknown: z
    .array(z.string())
    .optional()
    .describe('What may add to it and of which no document says whether it does.'),
});

const figuresSchema = z.strictObject({
  authorities: figureSchema,
  steps: figureSchema,
  forms: figureSchema,
  fields: figureSchema,
  fieldsToFill: figureSchema,
  materials: figureSchema,
  materialsLeft: figureSchema,
  trips: figureSchema,
  workingDays: figureSchema,
  fees: z.record(z.string(), figureSchema),
});

export const compositionObjectSchema = z
  .strictObject({
    formatVersion: z.literal(2),
    bundle: z.string(),
    title: textSchema.optional(),
    catalogue: z.strictObject({ id: z.string(), version: z.string() }),
    facts: jsonObject,
    form: z.strictObject({
      schema: jsonSchemaSchema,
      ui: jsonObject.describe(
        'A JSON Forms UI schema: sections by role, with rules that show a control while it is asked.',
      ),
      fields: z.array(fieldSchema),
      materials: z.array(materialSchema),
      choices: z.array(choiceSchema),
      questions: z.array(questionSchema),
    }),
    plan: planSchema,
    unmet: z
      .array(
        z.strictObject({
          step: z.string().optional().describe('The step that demands it; absent: the bundle does.'),
          otherwise: textSchema.describe('What whoever does not meet the demand is told.'),
          basis: basisSchema.optional(),
        }),
      )
      .optional()
      .describe('What the bundle or its steps demand and the facts do not meet.'),
    report: z.strictObject({ before: figuresSchema, after: figuresSchema }),
    diagnostics: z.array(diagnosticSchema),
  })
  .describe('Form, materials, plan and report of a bundle.');

/** Of the hand-written type, which is proven to be the same. */
export const compositionSchema = compositionObjectSchema as unknown as z.ZodType<Composition>;
