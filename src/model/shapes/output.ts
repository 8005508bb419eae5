import { z } from 'zod';
import { textSchema } from './text.js';
import { messageShape } from './message.js';
import { choiceSchema, fieldSchema, materialSchema, questionSchema } from './composition.js';
import { jsonObjectSchema } from './condition.js';
import { diagnosticSchema } from './diagnostic.js';
import { dependencySchema, reasonSchema, stepSchema } from './plan.js';
import { unmetSchema } from './unmet.js';

const names = z.array(z.string());

export const findingsSchema = z
  .strictObject({
    formatVersion: z.literal(2),
    catalogue: z.strictObject({ id: z.string(), version: z.string() }),
    bundles: z
      .array(
        z.strictObject({
          bundle: z.string(),
          situations: z
            .strictObject({
              total: z.string().describe('A decimal number.'),
              exact: z.boolean().describe('Exactly so many; otherwise at least.'),
            })
            .describe('How many situations the proofs cover.'),
          waiting: z
            .number()
            .int()
            .optional()
            .describe('So many further findings are told when the errors in its documents are mended.'),
        }),
      )
      .describe('The bundles, each composed and proven.'),
    diagnostics: z.array(diagnosticSchema).describe('Sorted by file, place and code, each once.'),
  })
  .describe('What is wrong with a catalogue: what `onething check --format json` prints.');

const feedsSchema = z
  .array(z.strictObject({ step: z.string(), input: z.string() }))
  .describe('Which inputs of which steps it feeds.');

export const explanationSchema = z
  .union([
    z.strictObject({ kind: z.literal('field'), field: fieldSchema, feeds: feedsSchema }),
    z.strictObject({
      kind: z.literal('material'),
      material: materialSchema,
      choices: z.array(choiceSchema).describe('Alternatives that it is one of.'),
      feeds: feedsSchema,
    }),
    z.strictObject({
      kind: z.literal('step'),
      step: stepSchema,
      waitsFor: z.array(dependencySchema),
      isAwaitedBy: z.array(z.strictObject({ step: z.string(), because: z.array(reasonSchema) })),
    }),
  ])
  .describe('Why a field, a material or a step is there: what `onething why --format json` prints.');

export const resolutionSchema = z
  .strictObject({
    bundle: z.string(),
    included: names.describe('Steps that take place whatever is answered.'),
    excluded: names.describe('Steps that do not take place.'),
    open: names.describe('Steps that depend on an answer.'),
    late: names.describe('Steps that depend on what another step yields.'),
    questions: z
      .array(
        questionSchema.extend({
          labels: z
            .record(z.string(), textSchema)
            .optional()
            .describe('What people call the answers, by value.'),
        }),
      )
      .describe('The open situation questions, the best one to ask next first.'),
    asked: names.describe('Fields that the form asks for certain, besides the questions.'),
    materials: names.describe('Materials that the applicant gives for certain.'),
    choices: z
      .array(z.strictObject({ step: z.string(), groups: z.array(names) }))
      .describe('Alternatives of which the applicant gives one for certain.'),
    demands: z
      .array(unmetSchema)
      .describe('What is demanded of whoever applies, as far as the facts leave open whether it is met.'),
    titles: z
      .record(z.string(), textSchema)
      .describe('What people call the steps, fields and materials that are named here.'),
    ineligible: names
      .optional()
      .describe('Steps that would take place, and that the applicant is not eligible for. Absent: none.'),
    unmet: z
      .array(unmetSchema)
      .optional()
      .describe('What the bundle or its steps demand and the facts do not meet. Absent: nothing.'),
  })
  .describe(
    'What is settled by what is known, and what is open: what `onething resolve --format json` prints.',
  );

const issueSchema = z.strictObject({
  pointer: z.string().describe('JSON Pointer to the part of the payload.'),
  keyword: z.string(),
  ...messageShape,
  params: jsonObjectSchema.describe('What the keyword asks for.'),
  schemaPointer: z.string(),
});

export const projectionsSchema = z
  .strictObject({
    steps: z
      .array(
        z.strictObject({
          key: z.string().describe('The step; of one that is done for each item, with the key of the item.'),
          step: z.string(),
          block: z.string(),
          item: z.string().optional(),
          payload: jsonObjectSchema.describe("By the block's own roles: what it takes and nothing else."),
          pending: z
            .array(
              z.strictObject({
                input: z.string(),
                of: z.string(),
                from: z.enum(['form', 'ask', 'known', 'registry', 'step', 'generated']),
                step: z.string().optional(),
              }),
            )
            .describe('Inputs that do not come from the answers.'),
          missing: names.describe('Inputs that the answers should hold and do not.'),
          issues: z.array(issueSchema).describe("What is wrong with the payload by the block's own schema."),
        }),
      )
      .describe('Steps that are included, in the order of the plan.'),
    open: names.describe('Steps of which it is still open whether they are included.'),
    excluded: names.describe('Steps that this situation leaves out.'),
    unmet: z
      .array(unmetSchema)
      .optional()
      .describe('What the bundle or its steps demand and the answers do not meet. Absent: nothing.'),
  })
  .describe('Answers split into one payload for each block: what `onething project --format json` prints.');
