import { z } from 'zod';
import { basisSchema } from './common.js';
import type { Basis } from './common.js';
import { conditionSchema } from './condition.js';
import type { Condition } from './condition.js';
import { durationSchema } from './duration.js';
import type { Duration } from './duration.js';
import { fieldKeySchema, textSchema } from './text.js';
import type { Text } from './text.js';

/** What the applicant gets that no other block takes: money, a service, goods, or a standing. */
export type ResultKind = 'payment' | 'service' | 'goods' | 'status';

/** How a result reaches the applicant. */
export type ResultWay = 'electronic' | 'mail' | 'counter' | 'bank';

/** Something that comes of a block besides fields and documents. */
export interface Result {
  result: ResultKind;
  title: Text;
  by?: ResultWay[];
  when?: Condition;
}

/** The time within which the applicant has to apply, from a day that a field tells. */
export interface ApplyWithin {
  within: Duration;
  after: string;
  when?: Condition;
  basis?: Basis[];
}

export const resultWaySchema = z.enum(['electronic', 'mail', 'counter', 'bank']);
export const resultKindSchema = z.enum(['payment', 'service', 'goods', 'status']);

export const resultSchema = z
  .strictObject({
    result: resultKindSchema.describe('What kind of thing it is: money, a service, goods, or a standing.'),
    title: textSchema.describe('What the applicant gets.'),
    by: z.array(resultWaySchema).optional().describe('How it reaches the applicant.'),
    when: conditionSchema.optional(),
  })
  .describe('Something that comes of a block besides fields and documents.');

export const applySchema = z
  .strictObject({
    within: durationSchema.describe('The time that the applicant has.'),
    after: fieldKeySchema.describe('The field that tells the day from which it counts: child.birthDate.'),
    when: conditionSchema.optional(),
    basis: basisSchema.optional(),
  })
  .describe('The time within which the applicant has to apply.');
