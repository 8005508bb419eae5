import { z } from 'zod';
import type { Case } from '../documents/case.js';
import { documentShape } from './common.js';
import { jsonObjectSchema } from './condition.js';
import { nameSchema } from './text.js';

const names = z.array(z.string().min(1)).optional();

const expectationSchema = z.strictObject({
  steps: names.describe('The steps of the plan, in any order.'),
  stages: z
    .array(z.array(nameSchema))
    .optional()
    .describe('The stages, each the steps that run in parallel.'),
  asked: names.describe('Fields that the form asks.'),
  notAsked: names.describe('Fields that the form does not ask.'),
  materials: names.describe('Materials that the applicant gives, as "lease of guardian".'),
  notMaterials: names.describe('Materials that the applicant does not give.'),
  questions: names.describe('The situation questions still open, in order.'),
  eligible: z.boolean().optional().describe('Whether the applicant may apply.'),
  valid: z.boolean().optional().describe('Whether the answers are valid for the form.'),
  payloads: z.record(z.string(), jsonObjectSchema).optional().describe('What each step is given.'),
  figures: z
    .record(z.string(), z.number())
    .optional()
    .describe('Figures of the report, as in "materials.left".'),
  diagnostics: names.describe('The codes of the findings.'),
});

export const caseObjectSchema = z
  .strictObject({
    kind: z.literal('case').describe('What the document is.'),
    ...documentShape,
    bundle: nameSchema.describe('The bundle that the case is about.'),
    facts: z
      .record(z.string(), z.json())
      .optional()
      .describe(
        'What is known, by field: { mother.insurance: employee }; or by role, as answers are written.',
      ),
    choices: z.record(nameSchema, z.boolean()).optional().describe('What the applicant chose, by use.'),
    answers: jsonObjectSchema.optional().describe('The answers, as the form takes them.'),
    expect: expectationSchema.optional().describe('What must come out; what is left out is not looked at.'),
  })
  .describe('A golden case: facts and answers, and what must come out.');

/** Of the hand-written type, which is proven to be the same. */
export const caseSchema = caseObjectSchema as unknown as z.ZodType<Case>;
