import type { JsonSchema } from '../../base/index.js';

/** Schemas that all speak of the same place, and which contribution each came from. */
export class Pile {
  readonly schemas: JsonSchema[] = [];
  readonly owners: number[] = [];

  add(schema: JsonSchema, owner: number): void {
    this.schemas.push(schema);
    this.owners.push(owner);
  }
}

/** Piles by name, in order of first mention. */
export class Piles {
  readonly byName = new Map<string, Pile>();

  add(name: string, schema: JsonSchema, owner: number): void {
    let pile = this.byName.get(name);
    if (!pile) this.byName.set(name, (pile = new Pile()));
    pile.add(schema, owner);
  }
}
