import { z } from 'zod';
import { jsonObjectSchema } from './condition.js';
import { nameSchema } from './text.js';

const names = z.array(z.string().min(1));

export const worldSchema = z
  .strictObject({
    $schema: z.string().optional().describe('The schema of this file, for editors.'),
    values: jsonObjectSchema
      .optional()
      .describe(
        'The true values, by role: { mother: { insurance: employee } }; or by field: { mother.insurance: employee }. What is left out is made up.',
      ),
    choices: z.record(nameSchema, z.boolean()).optional().describe('What the applicant chooses, by use.'),
    deferred: names
      .optional()
      .describe('Materials that the applicant lets follow, where that is allowed, as "lease of owner".'),
    committed: names
      .optional()
      .describe('Materials instead of which the applicant makes a commitment, where that is allowed.'),
    untrue: names
      .optional()
      .describe('Materials of which what the applicant declares is not so: the check finds it out.'),
    registries: z
      .record(
        nameSchema,
        z.union([
          z.enum(['all', 'nothing', 'down']),
          z.strictObject({ some: names.describe('Names of elements and materials.') }),
        ]),
      )
      .optional()
      .describe('What registries hold of what they give, by id; "down" does not answer. Left out: all.'),
    decisions: z
      .record(z.string().min(1), z.enum(['approved', 'rejected', 'returned', 'withdrawn']))
      .optional()
      .describe('What authorities decide, by id of block or key of step. Left out: they approve.'),
    yields: z
      .record(z.string().min(1), jsonObjectSchema)
      .optional()
      .describe(
        'What steps yield other than the true value: by id of block or key of step, and by the name of the output.',
      ),
    lies: jsonObjectSchema
      .optional()
      .describe('What the applicant says other than the true value, by field: { mother.insurance: none }.'),
    start: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('When the case is received, as in 2026-09-30T09:00:00+08:00. Left out: now.'),
  })
  .describe('A world: everything that is so around a case, for "onething run --world".');
