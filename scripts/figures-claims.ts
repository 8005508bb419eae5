import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseDocument } from '../src/documents/index.js';
import { measureNames } from './figures-measures.js';

const title = z.strictObject({ en: z.string(), zh: z.string() });

/** How a figure that is computed has to stand to the one that was published. */
const relations = ['equals', 'about', 'atMost', 'atLeast', 'over', 'between'] as const;

const claimSchema = z.strictObject({
  says: z.string(),
  published: z.union([z.number(), z.tuple([z.number(), z.number()])]).optional(),
  unit: z.string().optional(),
  relation: z.enum(relations).default('equals'),
  measure: z.enum(measureNames).optional(),
  /** What the measure is taken of, where it is of something: a field, a block. */
  of: z.string().optional(),
  /** The golden case in whose situation it is taken, where it is another than the system's. */
  case: z.string().optional(),
  inputs: z.enum(['sourced', 'constructed', 'general knowledge']).optional(),
  cannot: z.string().optional(),
  note: z.string().optional(),
});

const systemSchema = z.strictObject({
  id: z.string(),
  title,
  source: z.string(),
  bundle: z.string().optional(),
  /** The golden case in whose situation the figures are taken; without one, those of the whole bundle. */
  case: z.string().optional(),
  claims: z.array(claimSchema).min(1),
});

const fileSchema = z.strictObject({
  sources: z.record(z.string(), z.string()),
  reasons: z.record(z.string(), z.string()),
  /** For each bundle, the golden case in whose situation its figures are shown as a whole. */
  reference: z.record(z.string(), z.string()),
  systems: z.array(systemSchema).min(1),
});

/** One figure that somebody published. */
export type Claim = z.infer<typeof claimSchema>;

/** A system of which figures were published. */
export type PublishedSystem = z.infer<typeof systemSchema>;

/** The published figures: sources, reasons why a claim cannot be computed, systems with their claims. */
export type PublishedFigures = z.infer<typeof fileSchema>;

/**
 * Reads and checks the file of published figures.
 * @throws Error where the file is another than it should be: the file belongs to the repository
 */
export function readPublishedFigures(path: string): PublishedFigures {
  const { value, diagnostics } = parseDocument(path, readFileSync(path));
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (fault !== undefined) throw new Error(`${path}: ${fault.message}`);
  const figures = fileSchema.parse(value);
  for (const { id, source, bundle, claims } of figures.systems) {
    if (figures.sources[source] === undefined) throw new Error(`${id}: there is no source "${source}".`);
    for (const claim of claims) checkClaim(figures, `${id}: ${claim.says}`, bundle, claim);
  }
  return figures;
}

function checkClaim(
  { reasons }: PublishedFigures,
  name: string,
  bundle: string | undefined,
  { published, relation, measure, inputs, cannot }: Claim,
): void {
  if (cannot !== undefined) {
    if (reasons[cannot] === undefined) throw new Error(`${name}: there is no reason "${cannot}".`);
    if (measure !== undefined) throw new Error(`${name}: it has a measure, and cannot be computed.`);
    return;
  }
  if (bundle === undefined || published === undefined || measure === undefined || inputs === undefined)
    throw new Error(`${name}: a claim has a bundle, a published figure, a measure and inputs.`);
  if (Array.isArray(published) !== (relation === 'between'))
    throw new Error(`${name}: two numbers go with "between", and with nothing else.`);
}
