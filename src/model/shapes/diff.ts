import { z } from 'zod';
import { changeKinds } from '../outputs/change-kinds.js';
import type { ChangeKind } from '../outputs/change-kinds.js';
import type { CatalogueDiff } from '../outputs/diff.js';
import { jsonValueSchema } from './condition.js';
import { diagnosticSchema, locationSchema } from './diagnostic.js';
import { textSchema } from './text.js';
import { messageSchema } from './message.js';

const version = z.strictObject({ id: z.string(), version: z.string() });
const gradeSchema = z.enum(['breaking', 'compatible', 'unknown']);

const changeSchema = z.strictObject({
  kind: z
    .enum(Object.keys(changeKinds) as [ChangeKind, ...ChangeKind[]])
    .describe('One of a closed list: docs/reference/diff.md.'),
  grade: gradeSchema,
  subject: z.strictObject({
    bundle: z.string().optional(),
    block: z.string().optional(),
    document: z.string().optional(),
    step: z.string().optional(),
    field: z.string().optional(),
    material: z.string().optional(),
    role: z.string().optional(),
    title: textSchema.optional(),
  }),
  before: jsonValueSchema.optional(),
  after: jsonValueSchema.optional(),
  at: z.strictObject({ old: locationSchema.optional(), new: locationSchema.optional() }),
  counterexample: z
    .strictObject({
      kind: z.enum(['answers', 'situation', 'payload', 'value']),
      value: jsonValueSchema,
    })
    .optional()
    .describe('Was fine in the old version and is not in the new one.'),
  because: messageSchema.optional().describe('What kept the grade from being proven.'),
});

const consequencesSchema = z.strictObject({
  bundle: z.string(),
  title: textSchema.optional(),
  situations: z.strictObject({
    total: z.string().describe('A decimal number.'),
    exact: z.boolean(),
    by: z.enum(['conditions', 'changes']),
    compared: z.int(),
  }),
  figures: z.array(
    z.strictObject({
      figure: z.string(),
      difference: z.number(),
      more: z.array(z.string()),
      fewer: z.array(z.string()),
      situations: z.int(),
      facts: jsonValueSchema,
    }),
  ),
  titles: z
    .record(z.string(), textSchema)
    .optional()
    .describe('What people call the fields, materials and steps that the figures name.'),
});

export const catalogueDiffSchema: z.ZodType<CatalogueDiff> = z
  .strictObject({
    formatVersion: z.literal(2),
    old: version,
    new: version,
    counts: z.strictObject({ breaking: z.int(), compatible: z.int(), unknown: z.int() }),
    changes: z.array(changeSchema),
    consequences: z.array(consequencesSchema),
    version: z
      .strictObject({
        least: z.string(),
        because: z.enum(['breaking', 'addition', 'detail', 'nothing']),
      })
      .optional(),
    diagnostics: z.array(diagnosticSchema),
  })
  .describe('Two versions of a catalogue compared.') as z.ZodType<CatalogueDiff>;
