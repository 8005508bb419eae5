import type { JsonObject } from '../../base/index.js';
import { appendTo, isObject, own } from '../../base/index.js';
import { createDocument } from '../document/document.js';
import { isNamed } from '../keywords/is-named.js';
import type { Truth } from '../keywords/site.js';
import { matches } from '../keywords/matching.js';
import { isSchema } from '../document/is-schema.js';
import type { Constraint, Decision } from './constraint.js';
import { constraintOf } from './constraint.js';
import type { Fact } from './facts.js';
import { only, type Asking } from './leaf.js';

/** What is known of an object, name by name. */
export class ObjectCell {
  readonly min: number;
  readonly max: number;
  readonly has: ReadonlySet<string>;
  readonly lacks: ReadonlySet<string>;
  readonly names: readonly Constraint[];
  readonly some: readonly Extract<Fact, { kind: 'some' }>[];
  readonly #groups: readonly Extract<Fact, { kind: 'properties' }>[];
  /** The groups that must be asked name by name; the small ones, of which conditions make many, are indexed. */
  readonly #asked: readonly Extract<Fact, { kind: 'properties' }>[];
  readonly #is = new Map<string, Constraint[]>();
  readonly #implies: readonly Extract<Fact, { kind: 'implies' }>[];
  readonly #decisions = new Map<string, Decision>();

  constructor(
    facts: readonly Fact[],
    private readonly asking: Asking,
  ) {
    const counts = only(facts, 'count');
    this.min = Math.max(0, ...counts.map(({ min }) => min));
    this.max = Math.min(...counts.map(({ max }) => max));
    this.lacks = new Set(only(facts, 'lacks').map(({ name }) => name));
    this.names = only(facts, 'names').map(({ name }) => name);
    this.some = only(facts, 'some');
    this.#groups = only(facts, 'properties');
    this.#asked = this.#groups.filter((group) => !this.#indexSmall(group));
    this.#implies = only(facts, 'implies');
    for (const { name, value } of only(facts, 'is')) appendTo(this.#is, name, value);
    this.has = this.closure(only(facts, 'has').map(({ name }) => name));
  }

  #indexSmall({ schema, reading }: Extract<Fact, { kind: 'properties' }>): boolean {
    const { properties, patternProperties, additionalProperties } = schema;
    if (!isObject(properties) || patternProperties !== undefined || additionalProperties !== undefined)
      return false;
    const names = Object.keys(properties);
    if (names.length > MOST_INDEXED) return false;
    const { document, frame } = reading;
    for (const name of names) {
      const value = properties[name]!;
      if (isSchema(value) && value !== true)
        appendTo(this.#is, name, { schema: value, positive: true, document, frame });
    }
    return true;
  }

  /** The names, and those that come with them (`dependentRequired`). */
  closure(names: Iterable<string>): Set<string> {
    const present = new Set(names);
    for (let before = -1; before !== present.size;) {
      before = present.size;
      for (const { name, others } of this.#implies) {
        if (present.has(name)) for (const other of others) present.add(other);
      }
    }
    return present;
  }

  /** The names that some keyword speaks of. */
  mentioned(): Set<string> {
    const names = new Set<string>([...this.has, ...this.lacks, ...this.#is.keys()]);
    for (const { schema } of this.#groups) {
      if (isObject(schema.properties)) for (const name of Object.keys(schema.properties)) names.add(name);
    }
    for (const { name, others } of this.#implies) {
      names.add(name);
      for (const other of others) names.add(other);
    }
    for (const { name } of this.some) {
      if (name.kind === 'rest' && isObject(name.schema.properties)) {
        for (const listed of Object.keys(name.schema.properties)) names.add(listed);
      }
    }
    return names;
  }

  /** The patterns on which it depends what is asked of a name. */
  patterns(): Set<string> {
    const patterns = new Set<string>();
    const add = ({ patternProperties }: JsonObject): void => {
      if (isObject(patternProperties)) for (const key of Object.keys(patternProperties)) patterns.add(key);
    };
    for (const { schema } of this.#groups) add(schema);
    for (const { name } of this.some) {
      if (name.kind === 'pattern') patterns.add(name.pattern);
      else if (name.kind === 'rest') add(name.schema);
    }
    return patterns;
  }

  /** What the value under a name must meet. */
  valueOf(name: string): Constraint[] {
    const constraints = [...(this.#is.get(name) ?? [])];
    for (const { schema, reading } of this.#asked) {
      const { document, frame } = reading;
      const add = (value: unknown): void => {
        if (isSchema(value) && value !== true) {
          constraints.push({ schema: value, positive: true, document, frame });
        }
      };
      const { properties, patternProperties, additionalProperties } = schema;
      if (isObject(properties)) add(own(properties, name));
      if (isObject(patternProperties)) {
        for (const pattern of Object.keys(patternProperties)) {
          if (matches(pattern, name) === true) add(own(patternProperties, pattern));
        }
      }
      if (additionalProperties !== undefined && isNamed(schema, name) === false) add(additionalProperties);
    }
    return constraints;
  }

  /** Can a property of this name exist, by its name alone? */
  mayBeNamed(name: string): Truth {
    if (this.lacks.has(name)) return false;
    let truth: Truth = true;
    for (const constraint of this.names) {
      const here = this.asking.accepts(constraint, name);
      if (here === false) return false;
      truth &&= here;
    }
    return truth;
  }

  /** Is there a value for a property of this name? */
  decide(name: string): Decision {
    let decision = this.#decisions.get(name);
    if (!decision) {
      const constraints = this.valueOf(name);
      decision = constraints.length === 0 ? ANY : this.asking.decide(constraints);
      this.#decisions.set(name, decision);
    }
    return decision;
  }
}

/** Groups of at most this many names are indexed by name. */
const MOST_INDEXED = 8;

const ANY: Decision = { kind: 'found', instance: null };

const NOWHERE = createDocument(true);

/** A constraint of our own making, without references. */
export function ownConstraint(schema: JsonObject, positive = true): Constraint {
  return constraintOf(schema, NOWHERE, positive);
}
