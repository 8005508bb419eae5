import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { escapeToken } from '../../base/index.js';
import type { Evaluated } from '../keywords/evaluated.js';
import type { Frame, Site, Truth } from '../keywords/site.js';
import { fragment } from './fragment.js';

/** What a keyword asks for, by name. */
export type Params = Readonly<Record<string, JsonValue>>;

/** Where an explanation stands in the instance and in the schema. */
export interface Spot {
  readonly instance: JsonValue;
  /** JSON Pointer to the instance. */
  readonly pointer: string;
  readonly frame: Frame;
  /** JSON Pointer fragment to the schema. */
  readonly path: string;
}

/** A schema that is being explained, and what its keywords need for it. */
export interface Place extends Spot {
  readonly schema: JsonObject;
  readonly site: Site;
  /** Is the subschema met there? */
  truth(subschema: JsonValue | undefined, spot: Spot, seen?: Evaluated): Truth;
  /** What the neighbours of a keyword look at; undefined where one of them is not met: then that is what there is to tell. */
  seen(): Evaluated | undefined;
  /** Adds what is not met of a subschema. */
  explain(subschema: JsonValue | undefined, spot: Spot): void;
  /** Adds that a keyword is not met, or that it is not decided whether it is; nothing where it is met. */
  add(keyword: string, truth: Truth, params: Params): void;
  /** The path to the schema that a reference leads to. */
  pathOf(reference: string, target: JsonSchema): string;
}

/** Tells what an instance does not meet of one keyword. */
export type Explain = (value: JsonValue, place: Place) => void;

/** The spot of a subschema that looks at the same instance. */
export function sameInstance(place: Place, ...tokens: readonly (string | number)[]): Spot {
  const { instance, pointer, frame } = place;
  return { instance, pointer, frame, path: place.path + fragment(...tokens) };
}

/** The spot of a subschema that looks at a property or an item. */
export function childInstance(
  place: Place,
  token: string | number,
  ...tokens: readonly (string | number)[]
): Spot {
  return {
    instance: (place.instance as JsonObject)[token]!,
    pointer: `${place.pointer}/${escapeToken(token)}`,
    frame: place.frame,
    path: place.path + fragment(...tokens),
  };
}
