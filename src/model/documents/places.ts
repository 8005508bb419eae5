import { z } from 'zod';
import { basisSchema } from './common.js';
import type { Basis } from './common.js';
import { conditionSchema } from './condition.js';
import type { Condition } from './condition.js';
import { durationSchema } from './duration.js';
import type { Duration } from './duration.js';
import { fieldKeySchema, nameSchema } from './text.js';

/**
 * What is done with an application, in this order: collect (收件: checked in form, originals compared, passed on),
 * accept (受理: from here the limit counts), decide (审批), issue (发证).
 */
export type ActName = 'collect' | 'accept' | 'decide' | 'issue';

/** How something gets from one place to another, or to the applicant. */
export type Carriage = 'electronic' | 'mail' | 'counter';

/** Who does one of the acts, and where. */
export interface Act {
  when?: Condition;
  /** The field that tells the place: a region code, an address. */
  at?: string;
  authority?: string;
  basis?: Basis[];
}

/** An act after which things are passed on. */
export interface PassingAct extends Act {
  by?: Carriage;
  /** How long that takes. It is no part of the limit where it comes before the acceptance or after the decision. */
  time?: Duration;
}

/**
 * Who collects, accepts, decides and issues a block where these are not one and the same place (跨省通办). Of a list,
 * the first whose condition holds counts; without one, whoever decides does it.
 */
export interface Places {
  collect?: PassingAct | PassingAct[];
  accept?: PassingAct | PassingAct[];
  decide?: Act | Act[];
  issue?: PassingAct | PassingAct[];
}

/** The acts in the order in which they are done. */
export const actNames: readonly ActName[] = ['collect', 'accept', 'decide', 'issue'];

const actShape = {
  when: conditionSchema.optional(),
  at: fieldKeySchema.optional().describe('The field that tells the place: a region code, an address.'),
  authority: nameSchema
    .optional()
    .describe('The authority that does it; the authority of the block when absent.'),
  basis: basisSchema.optional(),
};

export const carriageSchema = z
  .enum(['electronic', 'mail', 'counter'])
  .describe('How it gets on: electronic, by mail, or fetched at a counter.');

const actSchema = z.strictObject(actShape);
const passingActSchema = z.strictObject({
  ...actShape,
  by: carriageSchema.optional(),
  time: durationSchema.optional().describe('How long passing it on takes.'),
});

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

export const placesSchema = z
  .strictObject({
    collect: oneOrMore(passingActSchema)
      .optional()
      .describe(
        'Who takes the application in for another place (收件地): checks its form, compares originals, passes it on to the accepting place.',
      ),
    accept: oneOrMore(passingActSchema)
      .optional()
      .describe(
        'Who accepts (受理地): the limit counts from here. With "by" or "time" it is passed on to who decides (多地联办).',
      ),
    decide: oneOrMore(actSchema).optional().describe('Who decides; the authority of the block when absent.'),
    issue: oneOrMore(passingActSchema)
      .optional()
      .describe('Who issues the result. With "by" or "time" it reaches the applicant that way (送达).'),
  })
  .meta({
    id: 'places',
    description:
      'Who collects, accepts, decides and issues, where these are different places. Of a list, the first whose condition holds counts.',
  });
