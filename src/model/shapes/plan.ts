import { z } from 'zod';
import type { Plan } from '../plan/plan.js';
import { basisSchema } from './common.js';
import { jsonObjectSchema, jsonSchemaSchema } from './condition.js';
import { durationSchema } from './duration.js';
import { formContentSchema } from './form-content.js';
import { carriageSchema } from './places.js';
import { predicateSchema } from './predicate.js';
import { resultKindSchema, resultWaySchema } from './results.js';
import { textSchema } from './text.js';

const jsonObject = jsonObjectSchema;
const optionalText = textSchema.optional();

export const reasonSchema = z.strictObject({
  kind: z.enum([
    'field',
    'material',
    'prerequisite',
    'after',
    'before',
    'condition',
    'registry',
    'transfer',
    'check',
  ]),
  of: z.string(),
  text: optionalText,
  basis: basisSchema.optional(),
  file: z.string(),
  pointer: z.string(),
  line: z.int().optional(),
  column: z.int().optional(),
});

export const dependencySchema = z.strictObject({
  step: z.string().describe('The step that must end first.'),
  needs: z.enum(['approval', 'end']).describe('approval: it must be approved; end: it must be over.'),
  when: predicateSchema.optional(),
  because: z.array(reasonSchema),
});

const inputBindingSchema = z.strictObject({
  of: z.string().describe("The field or material in terms of the bundle's roles."),
  at: z.string().describe('Where the value stands in the data of the case.'),
  required: z.boolean(),
  requiredWhen: predicateSchema
    .optional()
    .describe('When it is required, where it is taken in more situations.'),
  when: predicateSchema.optional(),
  sources: z
    .array(
      z.strictObject({
        from: z.enum(['form', 'ask', 'known', 'registry', 'step', 'generated']),
        step: z.string().optional(),
        when: predicateSchema.optional(),
      }),
    )
    .describe('The first source whose condition holds gives the value.'),
  schema: jsonSchemaSchema
    .optional()
    .describe('Of a material: what has to be met where the applicant gives it; false: the applicant cannot.'),
  narrowings: z
    .array(z.strictObject({ when: predicateSchema.optional(), schema: jsonSchemaSchema }))
    .optional()
    .describe('The same in some situations, besides.'),
  codes: jsonObject.optional().describe("The receiving authority's own code for each value."),
  deferral: z.strictObject({ until: z.string().optional(), within: durationSchema.optional() }).optional(),
  commitment: z
    .strictObject({ text: textSchema, consequence: textSchema })
    .optional()
    .describe(
      'What the applicant declares where a commitment is made instead, and what follows if it is untrue.',
    ),
  alternative: z
    .literal(true)
    .optional()
    .describe('It is taken as a part of alternatives, and not by itself.'),
});

const alternativesSchema = z
  .strictObject({
    id: z.string().describe('Where the block says so.'),
    when: predicateSchema.optional(),
    optional: z.literal(true).optional().describe('None of them has to be given.'),
    get groups() {
      return z
        .array(z.array(z.union([alternativeInputSchema, alternativesSchema])))
        .describe('In the order in which they are preferred.');
    },
  })
  .meta({
    id: 'alternatives',
    description: 'Several ways to give what a step takes; the first that is complete and sound is the one.',
  });

const alternativeInputSchema = z.strictObject({
  input: z.string().describe("The block's own name of the input."),
  when: predicateSchema.optional(),
  optional: z.literal(true).optional(),
});

const eligibilitySchema = z.array(
  z.strictObject({ require: predicateSchema, otherwise: textSchema, basis: basisSchema.optional() }),
);

const actsSchema = z
  .array(
    z.strictObject({
      when: predicateSchema.optional(),
      authority: z.string().optional(),
      at: z.string().optional().describe('Where the data of the case tells the place.'),
    }),
  )
  .optional()
  .describe('The first that applies does it.');

const deadlineSchema = z.strictObject({
  promised: durationSchema.optional(),
  statutory: durationSchema.optional(),
  workingDays: z.number(),
  since: z
    .array(z.string())
    .optional()
    .describe('Transfers from whose begin the limit counts, where they take place.'),
});

export const stepSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['registry', 'ask', 'block', 'transfer', 'check']),
  title: optionalText,
  block: z.string().optional(),
  registry: z.string().optional(),
  local: z.string().optional().describe('The derivation, where the registry is a local one.'),
  options: jsonObject.optional(),
  consent: z
    .string()
    .optional()
    .describe('Of a look-up: the role that has to consent first; of a step for each item of it, the item.'),
  fresh: durationSchema
    .optional()
    .describe('Of a look-up: how long what it tells may be old when the form is handed in.'),
  authority: z.string().optional(),
  each: z
    .string()
    .optional()
    .describe('Pointer to the repeated role that the step is done for each item of.'),
  item: z
    .strictObject({ role: z.string(), key: z.string() })
    .optional()
    .describe('The item that the step is done for, where the facts name the items of its role.'),
  when: predicateSchema.optional(),
  late: z.boolean().optional().describe('The condition rests on what another step yields.'),
  choice: z.boolean().optional().describe('The applicant may leave it out.'),
  after: z.array(dependencySchema),
  deadline: deadlineSchema.optional(),
  variants: z
    .array(
      z.strictObject({
        when: predicateSchema,
        deadline: deadlineSchema.optional(),
        channels: z.array(z.string()).optional(),
      }),
    )
    .optional()
    .describe('Limits and channels in some situations: of those that say it, the first that holds.'),
  pauses: z
    .array(z.strictObject({ reason: textSchema, time: durationSchema, when: predicateSchema.optional() }))
    .optional(),
  eligibility: eligibilitySchema.optional(),
  fee: z.strictObject({ amount: z.number(), currency: z.string(), per: z.string().optional() }).optional(),
  channels: z.array(z.string()).optional(),
  results: z
    .array(
      z.strictObject({
        result: resultKindSchema,
        title: textSchema,
        by: z.array(resultWaySchema).optional(),
        when: predicateSchema.optional(),
      }),
    )
    .optional()
    .describe('What comes of it besides what it yields.'),
  apply: z
    .array(
      z.strictObject({
        within: durationSchema,
        after: z.string().describe('Where the data of the case tells the day.'),
        when: predicateSchema.optional(),
        basis: basisSchema.optional(),
      }),
    )
    .optional()
    .describe('Within which time the applicant has to apply.'),
  places: z
    .strictObject({ collect: actsSchema, accept: actsSchema, decide: actsSchema, issue: actsSchema })
    .optional()
    .describe('Who collects, accepts, decides and issues, where these are different places.'),
  transfer: z
    .strictObject({
      of: z.string().describe('The step that it belongs to.'),
      from: z.enum(['collect', 'accept', 'issue']),
      to: z.enum(['accept', 'decide', 'applicant']),
      by: carriageSchema,
    })
    .optional()
    .describe('What a transfer passes on.'),
  check: z
    .strictObject({
      of: z.string().describe('The step that took the commitment.'),
      block: z.string(),
      input: z.string().describe("The block's own name of the material."),
      material: z.string().describe("The same in terms of the bundle's roles."),
      text: textSchema,
      consequence: textSchema.describe('What follows if it was untrue.'),
    })
    .optional()
    .describe('The commitment that a check looks at.'),
  basis: basisSchema.optional(),
  in: z.record(z.string(), inputBindingSchema).describe("By the block's own name of the input."),
  alternatives: z.array(alternativesSchema).optional(),
  out: z
    .record(z.string(), z.strictObject({ of: z.string(), at: z.string(), when: predicateSchema.optional() }))
    .describe("By the block's own name of the output."),
  input: jsonSchemaSchema.describe('What the step is given.'),
  output: jsonSchemaSchema.describe('What the step answers.'),
  form: jsonSchemaSchema.optional().describe('The form of an ask step.'),
  content: formContentSchema.optional().describe('What the form of an ask step consists of.'),
  onReject: z.enum(['stop-dependants', 'stop-all']),
  compensation: z.boolean().optional(),
});

export const planObjectSchema = z
  .strictObject({
    formatVersion: z.literal(2),
    id: z.string(),
    title: optionalText,
    hash: z
      .string()
      .regex(/^sha256-[0-9a-f]{64}$/)
      .describe('Over the canonical JSON of the plan without this property.'),
    catalogue: z.strictObject({ id: z.string(), version: z.string() }),
    applicant: z.string().optional(),
    roles: z.record(
      z.string(),
      z.strictObject({
        type: z.string(),
        title: optionalText,
        many: z.strictObject({ min: z.int(), max: z.int() }).optional(),
        key: z.string().optional().describe('The element whose value tells the items of the role apart.'),
        when: predicateSchema.optional(),
      }),
    ),
    facts: jsonObject.describe('What was known when the plan was composed.'),
    form: z.strictObject({
      schema: jsonSchemaSchema,
      asks: z
        .record(z.string(), predicateSchema)
        .optional()
        .describe('What the form asks, by place, and when. Absent: the plan does not say.'),
      content: formContentSchema.optional().describe('What the form consists of.'),
    }),
    calendar: z
      .strictObject({
        id: z.string(),
        weekend: z.array(z.int()),
        holidays: z.array(z.string()),
        workdays: z.array(z.string()),
        timezone: z
          .string()
          .optional()
          .describe('The zone (IANA) in which days begin and end. Absent: Asia/Shanghai.'),
        until: z.string().optional().describe('The last day for which the holidays are known.'),
        hours: z
          .strictObject({ open: z.string(), close: z.string() })
          .optional()
          .describe('Office hours on a working day. Absent: a day ends at midnight.'),
      })
      .optional()
      .describe('Absent: Monday to Friday, in Asia/Shanghai.'),
    eligibility: eligibilitySchema.optional(),
    steps: z.array(stepSchema),
    stages: z.array(z.array(z.string())),
    criticalPath: z.strictObject({ steps: z.array(z.string()), workingDays: z.number() }),
    target: z.strictObject({ within: durationSchema, workingDays: z.number() }).optional(),
  })
  .describe('An execution plan of a bundle, readable alone.');

/** Of the hand-written type, which is proven to be the same. */
export const planSchema = planObjectSchema as unknown as z.ZodType<Plan>;
