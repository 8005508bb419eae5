import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { deepEqual, isObject } from '../base/index.js';
import { contributorsOf } from './explain/contributors.js';
import { smallestContradiction } from './explain/core.js';
import type { SchemaDocument } from './document/schema-document.js';
import { assertContributions } from './arguments.js';
import { createDocument } from './document/document.js';
import { createEvaluator } from './evaluate/evaluate.js';
import { fold } from './fold/fold.js';
import type { Folding, Step } from './fold/folding.js';
import { Pile } from './fold/pile.js';
import { glance } from './fold/quick-verdict.js';
import type { FormatTable } from './formats/index.js';
import { join } from './document/join.js';
import type { Truth } from './keywords/site.js';
import { budgetOf, formatsOf, noCost } from './options.js';
import { isTextOnly, noText } from './solve/text-verdicts.js';
import { instancePointer, spotsAt, type Spot } from './explain/place.js';
import { constraintOf, type Constraint } from './solve/constraint.js';
import { createSolver, type Solver } from './solve/solver.js';
import type {
  AlgebraCost,
  AlgebraOptions,
  AnnotationDifference,
  Intersection,
  KeywordRef,
  SchemaConflict,
  SchemaContribution,
} from './types.js';

/** Places nested deeper than this stay unfolded under `allOf`: no form is that deep, and no stack must overflow. */
const MOST_DEEP = 100;

/**
 * What the schemas have in common: `schema` is valid for exactly the instances that are valid for each of them,
 * `false` where it is proven that there is none. Never throws on valid schemas, never mutates them.
 *
 * @param schemas JSON Schemas, draft 2020-12, each a document of its own for its references
 */
export function intersect(...schemas: JsonSchema[]): Intersection {
  return intersectAll(schemas.map((schema) => ({ schema })));
}

/**
 * {@link intersect} for any number of contributions in one pass, linear in their number.
 *
 * @param contributions the schemas, each with what the caller wants to find again in conflicts, by index
 * @throws UsageError where they are none
 */
export function intersectAll(
  contributions: readonly SchemaContribution[],
  options: AlgebraOptions = {},
): Intersection {
  assertContributions(contributions);
  const roots = contributions.map(({ schema }) => schema);
  return new Intersecting(roots, options).result();
}

const EMPTY_DOCUMENT = createDocument(true);

/** A place at which nothing fits. */
interface Dead {
  steps: Step[];
}

class Intersecting implements Folding {
  readonly formats: FormatTable;
  readonly #cost: AlgebraCost = noCost();
  readonly #path: Step[] = [];
  readonly #dead: Dead[] = [];
  readonly #differences = new Map<string, AnnotationDifference>();
  #document: SchemaDocument = EMPTY_DOCUMENT;
  #solver: Solver | undefined;
  #evaluate: ((schema: JsonSchema, instance: JsonValue) => Truth) | undefined;
  #aside = 0;
  #branch = 0;

  constructor(
    private readonly roots: readonly JsonSchema[],
    private readonly options: AlgebraOptions,
  ) {
    this.formats = formatsOf(options);
  }

  result(): Intersection {
    const { roots } = this;
    const joined = join(roots);
    this.#document = joined.document;
    const pile = new Pile();
    joined.schemas.forEach((schema, at) => pile.add(schema, at));
    const folded = this.#fold(pile);
    const schema = withDefinitions(folded, joined.definitions);
    return {
      schema,
      conflicts: this.#conflicts(schema === false),
      differences: [...this.#differences.values()],
      contributors: (pointerInResult) => contributorsOf(roots, schema, pointerInResult),
      cost: this.#cost,
    };
  }

  below(step: Step, pile: Pile): JsonSchema {
    this.#path.push(step);
    const schema = this.#path.length > MOST_DEEP ? unfolded(pile) : this.#fold(pile);
    this.#path.pop();
    return schema;
  }

  aside(pile: Pile): JsonSchema {
    this.#aside++;
    const schema = this.#path.length > MOST_DEEP ? unfolded(pile) : this.#fold(pile);
    this.#aside--;
    return schema;
  }

  branch(schema: JsonSchema): JsonSchema {
    if (typeof schema === 'boolean' || this.#branch + this.#path.length > MOST_DEEP) return schema;
    this.#branch++;
    const pile = new Pile();
    pile.add(schema, 0);
    const folded = this.#fold(pile);
    this.#branch--;
    return deepEqual(folded, schema) ? schema : folded;
  }

  accepts(schema: JsonSchema, instance: JsonValue): Truth {
    this.#evaluate ??= createEvaluator(this.#document, this.formats);
    return this.#evaluate(schema, instance);
  }

  differ(keyword: string, index: number, value: JsonValue, firstIndex: number, first: JsonValue): void {
    if (this.#branch > 0) return;
    const at = instancePointer(this.#path);
    const key = `${at}\n${keyword}`;
    let difference = this.#differences.get(key);
    if (!difference) {
      this.#differences.set(
        key,
        (difference = { at, keyword, values: [{ index: firstIndex, value: first }] }),
      );
    }
    difference.values.push({ index, value });
  }

  /** Folds one place and judges what came of it. */
  #fold(pile: Pile): JsonSchema {
    if (pile.schemas.length > 1) this.#cost.folds++;
    const { schema, inhabited, simple } = fold(this, pile);
    if (schema === true || inhabited) return schema;
    const seen = schema === false ? 'empty' : glance(schema, simple);
    if (seen === 'inhabited') return schema;
    if (seen === 'unsure' && (this.#branch > 0 || !this.#isEmpty(pile, schema))) return schema;
    if (this.#aside + this.#branch === 0) this.#dead.push({ steps: [...this.#path] });
    return false;
  }

  #isEmpty(pile: Pile, schema: JsonSchema): boolean {
    if (!isTextOnly(schema)) return this.#search().decide(this.#constraints(pile)).kind === 'empty';
    this.#cost.cells++;
    return noText(schema, this.formats, () => {
      const solver = createSolver(this.formats, noCost(), budgetOf({}));
      return solver.decide(this.#constraints(pile)).kind === 'empty';
    });
  }

  #constraints(pile: Pile): Constraint[] {
    return pile.schemas.map((schema) => constraintOf(schema, this.#document));
  }

  /** Made when it is first needed: most forms fold without a search. */
  #search(): Solver {
    return (this.#solver ??= createSolver(this.formats, this.#cost, budgetOf(this.options)));
  }

  #conflicts(whole: boolean): SchemaConflict[] {
    if (this.#dead.length === 0) return [];
    const places = this.#dead.map(({ steps }) => ({ steps, at: instancePointer(steps) }));
    const root = whole ? places.pop() : undefined;
    const conflicts: SchemaConflict[] = [];
    if (root) {
      const because = this.#because([]);
      const inner = places.find(({ steps }) => because.some((ref) => standsAt(this.roots, ref, steps)));
      conflicts.push({ at: inner?.at ?? '', whole: true, because });
      if (inner) places.splice(places.indexOf(inner), 1);
    }
    for (const { steps, at } of places) {
      const because = this.#because(steps);
      if (because.length === 0) continue;
      if (because.length === 1 && because[0]!.value === false) {
        const mentions = this.#mentions(steps, because[0]!);
        if (mentions.length === 0) continue;
        because.push(...mentions);
      }
      conflicts.push({ at, whole: false, because });
    }
    return conflicts.sort((a, b) => depthOf(a.at) - depthOf(b.at));
  }

  #because(steps: readonly Step[]): KeywordRef[] {
    const spots = steps.length === 0 ? rootSpots(this.roots) : membersMerged(spotsAt(this.roots, steps));
    const documents = this.roots.map((root) => createDocument(root));
    return smallestContradiction(spots, (schemas) => {
      const constraints = schemas.map((schema, at) => constraintOf(schema, documents[spots[at]!.index]!));
      return this.#search().decide(constraints).kind === 'empty';
    });
  }

  /** What the other contributions say of a place that one of them closes. */
  #mentions(steps: readonly Step[], closing: KeywordRef): KeywordRef[] {
    return spotsAt(this.roots, steps)
      .filter(
        ({ index, pointer, schema }) =>
          schema !== false && !(index === closing.index && pointer === closing.pointer),
      )
      .map(({ index, pointer, schema }) => ({
        index,
        pointer,
        keyword: pointer.split('/').at(-2) ?? '',
        value: schema,
      }));
  }
}

const rootSpots = (roots: readonly JsonSchema[]): Spot[] =>
  roots.map((schema, index) => ({ index, pointer: '', schema }));

/** A member of `allOf` stands inside its spot already. */
function membersMerged(spots: readonly Spot[]): Spot[] {
  return spots.filter(
    (spot) =>
      !spots.some(
        (other) =>
          other !== spot && other.index === spot.index && spot.pointer.startsWith(`${other.pointer}/allOf/`),
      ),
  );
}

function standsAt(roots: readonly JsonSchema[], ref: KeywordRef, steps: readonly Step[]): boolean {
  return spotsAt(roots, steps).some(
    (spot) =>
      spot.index === ref.index &&
      (ref.pointer === spot.pointer || ref.pointer.startsWith(`${spot.pointer}/`)),
  );
}

const depthOf = (at: string): number => at.split('/').length;

function unfolded(pile: Pile): JsonSchema {
  const distinct = [...new Set(pile.schemas)];
  if (distinct.includes(false)) return false;
  return distinct.length === 1 ? distinct[0]! : { allOf: distinct };
}

function withDefinitions(schema: JsonSchema, definitions: JsonObject): JsonSchema {
  if (Object.keys(definitions).length === 0 || !isObject(schema)) return schema;
  return { ...schema, $defs: definitions };
}
