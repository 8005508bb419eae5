import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { isObject, pointer, setOwn, tokensOf } from '../../base/index.js';
import { isSchema } from '../document/is-schema.js';
import { HOLDERS, keywordSet } from '../keywords/registry.js';
import type { Spot } from './place.js';
import type { KeywordRef } from '../types.js';

/** Is the conjunction still contradictory when the spots are reduced to these schemas? */
export type StillEmpty = (schemas: readonly JsonSchema[]) => boolean;

/** Levels of subschemas taken apart, and questions asked, at most. */
const MOST_LEVELS = 30;
const MOST_QUESTIONS = 3_000;

/**
 * A smallest contradicting set: parts are taken away, many at once, then one by one, as long as the rest still
 * contradicts itself; whole schemas first, then keywords, then what stands below the keywords that remain.
 * What is left cannot spare any of its members.
 */
export function smallestContradiction(spots: readonly Spot[], stillEmpty: StillEmpty): KeywordRef[] {
  const drafts = spots.map((spot) => new Draft(spot.schema, spot.index, spot.pointer));
  const questions = { left: MOST_QUESTIONS };
  const holds = (): boolean => questions.left-- > 0 && stillEmpty(drafts.map((draft) => draft.build()));
  let alive = drafts;
  for (let level = 0; level < MOST_LEVELS && alive.length > 0; level++) {
    drop(
      alive.map((draft) => (gone: boolean) => (draft.gone = gone)),
      holds,
    );
    alive = alive.filter((draft) => !draft.gone);
    drop(
      alive.flatMap((draft) => draft.keywords()),
      holds,
    );
    alive = alive.flatMap((draft) => draft.divide());
  }
  return drafts.flatMap((draft) => draft.leaves());
}

/** Takes away as many of the parts as it can, large pieces first. */
function drop(parts: readonly ((gone: boolean) => void)[], holds: () => boolean): void {
  let left = [...parts];
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    const kept: typeof left = [];
    for (let at = 0; at < left.length; at += size) {
      const piece = left.slice(at, at + size);
      for (const set of piece) set(true);
      if (holds()) continue;
      for (const set of piece) set(false);
      kept.push(...piece);
    }
    left = kept;
  }
}

/** Keywords whose subschemas can be weakened one by one; weakening an alternative or a condition need not weaken the whole. */
const DIVISIBLE = keywordSet(({ isDivisible }) => isDivisible === true);

/** A schema from which parts are being taken away. */
class Draft {
  gone = false;
  readonly #without = new Set<string>();
  readonly #divided = new Map<string, Map<string | undefined, Draft>>();

  constructor(
    private readonly schema: JsonSchema,
    private readonly index: number,
    private readonly pointer: string,
    private readonly keyword = tokensOf(pointer).at(-1) ?? '',
  ) {}

  build(): JsonSchema {
    if (this.gone) return true;
    if (!isObject(this.schema)) return this.schema;
    const rest: JsonObject = {};
    for (const keyword of Object.keys(this.schema)) {
      if (!this.#without.has(keyword)) setOwn(rest, keyword, this.#value(keyword, this.schema[keyword]!));
    }
    return rest;
  }

  #value(keyword: string, value: JsonValue): JsonValue {
    const divided = this.#divided.get(keyword);
    if (!divided) return value;
    if (Array.isArray(value)) return value.map((held, at) => divided.get(String(at))?.build() ?? held);
    if (HOLDERS.get(keyword) === 'schema' || !isObject(value)) return divided.get(undefined)!.build();
    const map: JsonObject = {};
    for (const name of Object.keys(value)) setOwn(map, name, divided.get(name)?.build() ?? value[name]!);
    return map;
  }

  keywords(): ((gone: boolean) => void)[] {
    if (!isObject(this.schema)) return [];
    return Object.keys(this.schema).map(
      (keyword) => (gone: boolean) =>
        void (gone ? this.#without.add(keyword) : this.#without.delete(keyword)),
    );
  }

  /** Drafts of the subschemas below the keywords that are left. */
  divide(): Draft[] {
    if (!isObject(this.schema)) return [];
    for (const keyword of Object.keys(this.schema)) {
      if (!DIVISIBLE.has(keyword) || this.#without.has(keyword)) continue;
      const value = this.schema[keyword]!;
      const parts = new Map<string | undefined, Draft>();
      const add = (held: JsonValue, token: string | undefined): void => {
        if (!isSchema(held)) return;
        const at = this.pointer + pointer(keyword) + (token === undefined ? '' : pointer(token));
        parts.set(token, new Draft(held, this.index, at, keyword));
      };
      if (Array.isArray(value)) value.forEach((held, at) => add(held, String(at)));
      else if (HOLDERS.get(keyword) === 'schema') add(value, undefined);
      else if (isObject(value)) for (const name of Object.keys(value)) add(value[name]!, name);
      this.#divided.set(keyword, parts);
    }
    return [...this.#divided.values()].flatMap((parts) => [...parts.values()]);
  }

  leaves(): KeywordRef[] {
    if (this.gone || this.schema === true) return [];
    const { index } = this;
    if (!isObject(this.schema)) {
      return [{ index, pointer: this.pointer, keyword: this.keyword, value: this.schema }];
    }
    const { schema } = this;
    return Object.keys(schema).flatMap((keyword) => {
      if (this.#without.has(keyword)) return [];
      const divided = this.#divided.get(keyword);
      if (divided) return [...divided.values()].flatMap((draft) => draft.leaves());
      return [{ index, pointer: this.pointer + pointer(keyword), keyword, value: schema[keyword]! }];
    });
  }
}
