import { z } from 'zod';
import type { AnyOfInput, Input } from '../documents/block.js';
import { acceptSchema } from './accept.js';
import { basisSchema, documentShape } from './common.js';
import { conditionSchema, jsonObjectSchema, jsonSchemaSchema } from './condition.js';
import { durationSchema } from './duration.js';
import { placesSchema } from './places.js';
import { applySchema, resultSchema } from './results.js';
import { fieldKeySchema, nameSchema, textSchema } from './text.js';

const inputShape = {
  optional: z.boolean().optional().describe('The applicant may leave it out.'),
  when: conditionSchema.optional(),
  title: textSchema.optional().describe('The label on the form of this authority.'),
  description: textSchema.optional().describe('A hint for the applicant.'),
  basis: basisSchema.optional(),
};

export const fieldInputSchema = z
  .strictObject({
    field: fieldKeySchema,
    schema: jsonSchemaSchema.optional().describe('Narrows the schema of the element, never widens it.'),
    message: textSchema
      .optional()
      .describe('What whoever gives a value that "schema" or "codes" refuse is told.'),
    codes: jsonObjectSchema
      .optional()
      .describe("This authority's own code for each value: asked once, each block is given its own code."),
    ...inputShape,
  })
  .describe('A fact that the block takes.');

export const materialInputSchema = z
  .strictObject({
    material: nameSchema.describe('The id of a material.'),
    of: nameSchema.describe('The role whose material it is.'),
    accept: acceptSchema.optional(),
    form: z.enum(['original', 'copy', 'electronic']).optional().describe('What must be shown at a counter.'),
    copies: z.int().min(1).max(99).optional().describe('How many copies.'),
    ...inputShape,
  })
  .describe('A piece of evidence that the block takes.');

export const anyOfInputObjectSchema = z
  .strictObject({
    get anyOf() {
      return z
        .array(z.array(inputSchema).min(1))
        .min(2)
        .describe('Alternatives, each a list of inputs; one is enough.');
    },
    ...inputShape,
  })
  .describe('Alternatives, each a list of inputs.');

const anyOfInputSchema = anyOfInputObjectSchema as unknown as z.ZodType<AnyOfInput>;

const inputSchema: z.ZodType<Input> = z
  .union([fieldInputSchema, materialInputSchema, anyOfInputSchema])
  .meta({
    id: 'input',
    description: 'An input: { field: … }, { material: …, of: … } or { anyOf: … }.',
  }) as unknown as z.ZodType<Input>;

const outputSchema = z
  .union([
    z.strictObject({
      field: fieldKeySchema,
      schema: jsonSchemaSchema.optional().describe('What is known of the value.'),
      when: conditionSchema.optional(),
    }),
    z.strictObject({
      material: nameSchema,
      of: nameSchema.describe('The role whose material it is.'),
      when: conditionSchema.optional(),
    }),
  ])
  .describe('An output: { field: … } or { material: …, of: … }.');

const orderWishSchema = z.union([
  nameSchema,
  z.strictObject({
    block: nameSchema,
    because: textSchema.optional().describe('The reason.'),
    when: conditionSchema.optional(),
  }),
]);

const prerequisiteSchema = z
  .strictObject({
    block: nameSchema.describe('The block that must be in the bundle and approved.'),
    because: textSchema.optional().describe('The reason.'),
    when: conditionSchema.optional(),
    basis: basisSchema.optional(),
  })
  .describe('A block that must be approved first.');

const eligibilitySchema = z.strictObject({
  require: conditionSchema.describe('What must hold.'),
  otherwise: textSchema.describe('What to tell the applicant for whom it does not hold.'),
  basis: basisSchema.optional(),
});

const pauseSchema = z.strictObject({
  reason: textSchema.describe('Why the clock stands still: an appraisal, a public notice.'),
  time: durationSchema,
  when: conditionSchema.optional(),
  basis: basisSchema.optional(),
});

const aloneSchema = z.strictObject({
  forms: z.int().min(0).optional().describe('Forms to fill.'),
  steps: z.int().min(0).optional().describe('Steps that the applicant takes.'),
  trips: z.int().min(0).optional().describe('Trips to a counter.'),
  time: durationSchema
    .optional()
    .describe('How long it takes alone; the promised or statutory time when absent.'),
});

const timeSchema = z.strictObject({
  statutory: durationSchema.optional().describe('The limit by law (法定办结时限).'),
  promised: durationSchema.optional().describe('The limit that the authority promises (承诺办结时限).'),
});

const variantSchema = z.strictObject({
  when: conditionSchema,
  time: timeSchema.optional().describe('The time limits then.'),
  channels: z.array(nameSchema).optional().describe('Where it can be done then.'),
  basis: basisSchema.optional(),
});

const feeSchema = z.strictObject({
  amount: z.number().min(0).describe('How much, in units of the currency.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe('ISO 4217, as in CNY.'),
  per: nameSchema.optional().describe('A role: the fee falls due for each of its items.'),
});

export const blockSchema = z
  .strictObject({
    kind: z.literal('block').describe('What the document is.'),
    ...documentShape,
    authority: nameSchema.optional().describe('The authority that decides.'),
    basis: basisSchema.optional(),
    roles: z
      .record(
        nameSchema,
        z.union([
          nameSchema,
          z.strictObject({
            type: nameSchema,
            many: z
              .boolean()
              .optional()
              .describe('The role repeats: the block takes all of its items at once.'),
          }),
        ]),
      )
      .describe('The subjects that take part, by role: { child: person }.'),
    inputs: z.array(inputSchema).optional().describe('What the block takes.'),
    outputs: z.array(outputSchema).optional().describe('What the block yields when it is approved.'),
    results: z
      .array(resultSchema)
      .optional()
      .describe('What comes of it besides fields and documents: a payment, a service.'),
    apply: z.array(applySchema).optional().describe('Within which time the applicant has to apply.'),
    prerequisites: z
      .array(prerequisiteSchema)
      .optional()
      .describe('Blocks that must be in the bundle and approved.'),
    after: z
      .array(orderWishSchema)
      .optional()
      .describe('Order only: comes after these, where they are present.'),
    before: z
      .array(orderWishSchema)
      .optional()
      .describe('Order only: comes before these, where they are present.'),
    eligibility: z.array(eligibilitySchema).optional().describe('Who may apply.'),
    time: timeSchema.optional().describe('The time limits.'),
    pauses: z.array(pauseSchema).optional().describe('Time that the limit does not count.'),
    fee: feeSchema.optional().describe('What it costs.'),
    channels: z.array(nameSchema).optional().describe('Where it can be done: online, counter, mail.'),
    variants: z
      .array(variantSchema)
      .min(1)
      .optional()
      .describe('What is otherwise in some situations; of several that say the same, the first that holds.'),
    places: placesSchema.optional(),
    alone: aloneSchema.optional().describe('What this costs an applicant outside any bundle.'),
    onReject: z
      .enum(['stop-dependants', 'stop-all'])
      .optional()
      .describe('What a rejection stops: the steps that depend on it (the default), or the whole case.'),
    compensation: z
      .boolean()
      .optional()
      .describe('An approval can be taken back when the case is cancelled.'),
  })
  .describe('One single matter (事项): what it takes, what it yields, what comes before.');
