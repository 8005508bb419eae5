/** Which properties and items the keywords so far have looked at (JSON Schema core, sections 11.2 and 11.3). */
export class Evaluated {
  allProperties = false;
  readonly properties = new Set<string>();
  allItems = false;
  /** This many first items. */
  prefix = 0;
  /** Items that `contains` met, beyond the prefix. */
  readonly items = new Set<number>();
  /** A branch could not be decided, so more may have been looked at than is recorded. */
  unsure = false;

  merge(other: Evaluated): void {
    this.allProperties ||= other.allProperties;
    this.allItems ||= other.allItems;
    this.unsure ||= other.unsure;
    this.prefix = Math.max(this.prefix, other.prefix);
    for (const name of other.properties) this.properties.add(name);
    for (const item of other.items) this.items.add(item);
  }

  hasProperty(name: string): boolean {
    return this.allProperties || this.properties.has(name);
  }

  hasItem(item: number): boolean {
    return this.allItems || item < this.prefix || this.items.has(item);
  }
}

/** What the keywords of a schema may have looked at when `unevaluated*` is asked: never less than in any instance. */
export interface EvaluationBounds {
  allProperties: boolean;
  names: Set<string>;
  patterns: Set<string>;
  allItems: boolean;
  /** At most this many first items. */
  prefix: number;
}
