// Compiled, never run: the hand-written types are what the zod schemas say, key by key and both ways.
import type { z } from 'zod';
import type {
  AnyOfInput,
  Authority,
  Block,
  Bundle,
  Calendar,
  Catalogue,
  Composition,
  FieldInput,
  Material,
  MaterialInput,
  PackedCatalogue,
  Plan,
  Registry,
  Subject,
  World,
} from '../../src/model/index.js';
import type { documentSchemas } from '../../src/model/shapes/document.js';
import type { Case } from '../../src/model/index.js';
import type { caseObjectSchema } from '../../src/model/shapes/case.js';
import type { caseEventSchema, caseStateSchema } from '../../src/model/shapes/case-state.js';
import type { compositionObjectSchema } from '../../src/model/shapes/composition.js';
import type { diagnosticSchema } from '../../src/model/shapes/diagnostic.js';
import type { packedCatalogueObjectSchema } from '../../src/model/shapes/packed-catalogue.js';
import type { planObjectSchema } from '../../src/model/shapes/plan.js';
import type { worldSchema } from '../../src/model/shapes/world.js';
import type {
  anyOfInputObjectSchema,
  fieldInputSchema,
  materialInputSchema,
} from '../../src/model/shapes/block.js';
import type {
  explanationSchema,
  findingsSchema,
  projectionsSchema,
  resolutionSchema,
} from '../../src/model/shapes/output.js';
import type { CatalogueFindings } from '../../src/check/index.js';
import type { Explanation, Projections, Resolution } from '../../src/plan/index.js';
import type { Diagnostic } from '../../src/diagnostics/index.js';
import type { CaseEvent, CaseState } from '../../src/runtime/index.js';

/**
 * A type with its properties laid flat and "| undefined" taken from optional ones: zod writes `x?: T | undefined`, the
 * model `x?: T`. Types of JSON values stay as they are; they refer to themselves without end.
 */
type Plain<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : { -readonly [Key in keyof T]: Plain<Exclude<T[Key], undefined>> };

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** The same keys at every depth, each optional in both or in neither, with the same values. */
type Agrees<Written, Made> = Same<Plain<Written>, Plain<Made>>;

declare function agree<T extends true>(): T;
type Of<S extends z.ZodType> = z.infer<S>;

agree<Agrees<Subject, Of<(typeof documentSchemas)['subject']>>>();
agree<Agrees<Material, Of<(typeof documentSchemas)['material']>>>();
agree<Agrees<Authority, Of<(typeof documentSchemas)['authority']>>>();
agree<Agrees<Registry, Of<(typeof documentSchemas)['registry']>>>();
agree<Agrees<Calendar, Of<(typeof documentSchemas)['calendar']>>>();
agree<Agrees<Catalogue, Of<(typeof documentSchemas)['catalogue']>>>();
agree<Agrees<Block, Of<(typeof documentSchemas)['block']>>>();
agree<Agrees<Bundle, Of<(typeof documentSchemas)['bundle']>>>();
agree<Agrees<FieldInput, Of<typeof fieldInputSchema>>>();
agree<Agrees<MaterialInput, Of<typeof materialInputSchema>>>();
agree<Agrees<AnyOfInput, Of<typeof anyOfInputObjectSchema>>>();
agree<Agrees<Case, Of<typeof caseObjectSchema>>>();
agree<Agrees<World, Of<typeof worldSchema>>>();
agree<Agrees<Plan, Of<typeof planObjectSchema>>>();
agree<Agrees<PackedCatalogue, Of<typeof packedCatalogueObjectSchema>>>();
agree<Agrees<Composition, Of<typeof compositionObjectSchema>>>();
agree<Agrees<Diagnostic, Of<typeof diagnosticSchema>>>();
agree<Agrees<CaseState, Of<typeof caseStateSchema>>>();
agree<Agrees<CaseEvent, Of<typeof caseEventSchema>>>();
agree<Agrees<CatalogueFindings, Of<typeof findingsSchema>>>();
agree<Agrees<Explanation, Of<typeof explanationSchema>>>();
agree<Agrees<Resolution, Of<typeof resolutionSchema>>>();
agree<Agrees<Projections, Of<typeof projectionsSchema>>>();

// The judge itself: it tells a missing key, another type and another optionality.
// @ts-expect-error a key is missing
agree<Agrees<{ a: string; b?: string }, { a: string }>>();
// @ts-expect-error a key is optional in one only
agree<Agrees<{ a?: string }, { a: string }>>();
// @ts-expect-error a key is missing within
agree<Agrees<{ a?: { b: { c?: string }[] } }, { a?: { b: object[] } }>>();
// @ts-expect-error a value is of another type
agree<Agrees<{ a: string }, { a: string | number }>>();
