import { z } from 'zod';
import type { Eligibility } from './block.js';
import { basisSchema, documentShape } from './common.js';
import type { Basis, DocumentBase } from './common.js';
import { conditionSchema } from './condition.js';
import type { Condition } from './condition.js';
import { durationSchema } from './duration.js';
import type { Duration } from './duration.js';
import { placesSchema } from './places.js';
import type { Places } from './places.js';
import type { Text } from './text.js';
import { fieldKeySchema, nameSchema, textSchema } from './text.js';

/** A subject as it takes part in a bundle. */
export interface BundleRole {
  type: string;
  title?: Text;
  /** How many there may be; at most 1000. */
  many?: { min?: number; max?: number };
  when?: Condition;
}

interface UseBase {
  as?: string;
  /** Role of the used block or bundle -> role of this bundle. Same-named roles bind by themselves. */
  with?: Record<string, string>;
  each?: string;
  when?: Condition;
  /** The applicant may leave it out. */
  choice?: boolean;
}

/** A block in a bundle. */
export interface BlockUse extends UseBase {
  block: string;
  /** Instead of what the block says, over the roles of the bundle. */
  places?: Places;
}

/** A bundle in a larger bundle. */
export interface BundleUse extends UseBase {
  bundle: string;
}

/** Exactly one of these in every situation. */
export interface OneOfUse {
  oneOf: (BlockUse | BundleUse)[];
}

/** What a bundle is composed of. */
export type Use = BlockUse | BundleUse | OneOfUse;

/** The one thing, composed of blocks and of other bundles. Kin: LifeEvent (CPSV-AP 3.2), 一件事. */
export interface Bundle extends DocumentBase {
  kind: 'bundle';
  basis?: Basis[];
  roles: Record<string, string | BundleRole>;
  applicant?: string;
  known?: string[];
  registries?: string[];
  uses: Use[];
  eligibility?: Eligibility[];
  target?: { within: Duration };
}

const useShape = {
  as: nameSchema.optional().describe('A name of its own, where the same block is used twice.'),
  with: z
    .record(nameSchema, nameSchema)
    .optional()
    .describe(
      'Which role of the bundle takes which role of the block: { guardian: mother }. Same names bind by themselves.',
    ),
  each: nameSchema.optional().describe('A repeated role of the bundle: one step for each of its items.'),
  when: conditionSchema.optional(),
  choice: z.boolean().optional().describe('The applicant may leave it out (1+N).'),
};

const blockUseSchema = z
  .strictObject({
    block: nameSchema.describe('The id of a block.'),
    places: placesSchema.optional(),
    ...useShape,
  })
  .describe('A block of the bundle.');

const bundleUseSchema = z
  .strictObject({ bundle: nameSchema.describe('The id of a bundle.'), ...useShape })
  .describe('A bundle within the bundle.');

const useSchema = z
  .union([
    blockUseSchema,
    bundleUseSchema,
    z
      .strictObject({
        oneOf: z
          .array(z.union([blockUseSchema, bundleUseSchema]))
          .min(2)
          .describe('The uses, each with the condition under which it is the one.'),
      })
      .describe('Exactly one of these in every situation.'),
  ])
  .describe('A use: { block: … }, { bundle: … } or { oneOf: … }.');

const bundleRoleSchema = z.union([
  nameSchema.describe('The id of a subject.'),
  z.strictObject({
    type: nameSchema.describe('The id of a subject.'),
    title: textSchema.optional().describe('What people call the role.'),
    many: z
      .strictObject({
        min: z.int().min(0).optional().describe('How many at least.'),
        max: z.int().min(1).max(1000).optional().describe('How many at most; up to 1000.'),
      })
      .optional()
      .describe('The role repeats: { min: 1, max: 8 }.'),
    when: conditionSchema.optional(),
  }),
]);

export const bundleSchema = z
  .strictObject({
    kind: z.literal('bundle').describe('What the document is.'),
    ...documentShape,
    basis: basisSchema.optional(),
    roles: z.record(nameSchema, bundleRoleSchema).describe('Who and what takes part, by role.'),
    applicant: nameSchema.optional().describe('The role that applies.'),
    known: z.array(fieldKeySchema).optional().describe('What signing in tells the host.'),
    registries: z.array(nameSchema).optional().describe('The registries and derivations that may be used.'),
    uses: z.array(useSchema).min(1).describe('The blocks and bundles that it is composed of.'),
    eligibility: z
      .array(
        z.strictObject({ require: conditionSchema, otherwise: textSchema, basis: basisSchema.optional() }),
      )
      .optional()
      .describe('Who may apply for the bundle.'),
    target: z
      .strictObject({ within: durationSchema })
      .optional()
      .describe('The time that the bundle promises; checked against the critical path.'),
  })
  .describe('One thing (一件事), composed of blocks and of other bundles.');
