import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonSchema, JsonValue } from '../../src/base/index.js';
import type { Block, BlockUse, Condition, Input, OrderWish } from '../../src/model/index.js';
import { nameOf, valuesOf } from './prove-bundles.js';
import type { GeneratedBundle } from './prove-bundles.js';

/** What one applicant answers; of a repeated role, seen from one of its items. */
export interface World {
  p: Item;
  q: Item;
  c: readonly Item[];
  /** The item that a step done for each is about. */
  own: number;
  taken: ReadonlySet<string>;
}

type Item = Record<string, JsonValue>;

const ajv = new Ajv2020({ strict: false });
const verdicts = new Map<string, boolean>();

function meets(schema: JsonSchema, value: JsonValue): boolean {
  const key = JSON.stringify([schema, value]);
  let verdict = verdicts.get(key);
  if (verdict === undefined) verdicts.set(key, (verdict = ajv.validate(schema, value)));
  return verdict;
}

/** Every applicant: all combinations of the values of the fields that some condition tests. */
export function worldsOf({ documents, bundle }: GeneratedBundle): World[] {
  const text = JSON.stringify(documents);
  const objects = (role: string): Item[] => {
    let found: Item[] = [{}];
    for (const element of ['flag', 'kind', 'size']) {
      if (!text.includes(`"${role}.${element}":`)) continue;
      found = found.flatMap((one) => valuesOf(element).map((value) => ({ ...one, [element]: value })));
    }
    return found;
  };
  const items = objects('c');
  const lists =
    bundle.roles['c'] === undefined
      ? [[]]
      : [...items.map((one) => [one]), ...items.flatMap((a) => items.map((b) => [a, b]))];
  const choices = (bundle.uses as BlockUse[]).filter(({ choice }) => choice === true);
  let sets: string[][] = [[]];
  for (const { block } of choices) sets = sets.flatMap((set) => [set, [...set, block]]);
  return objects('p').flatMap((p) =>
    objects('q').flatMap((q) =>
      sets.flatMap((set) =>
        lists.flatMap((c) =>
          (c.length === 0 ? [0] : [...c.keys()]).map((own): World => ({ p, q, c, own, taken: new Set(set) })),
        ),
      ),
    ),
  );
}

/** How many worlds there are, without making them. */
export function sizeOf({ documents, bundle }: GeneratedBundle): number {
  const text = JSON.stringify(documents);
  const count = (role: string) =>
    ['flag', 'kind', 'size'].reduce(
      (product, element) => product * (text.includes(`"${role}.${element}":`) ? valuesOf(element).length : 1),
      1,
    );
  const items = bundle.roles['c'] === undefined ? 1 : count('c') + 2 * count('c') ** 2;
  const choices = (bundle.uses as BlockUse[]).filter(({ choice }) => choice === true).length;
  return count('p') * count('q') * items * 2 ** choices;
}

/** Does a condition hold for an applicant? A second reading of the design, which shares no code with the engine. */
export function holds(generated: GeneratedBundle, world: World, condition: Condition | undefined): boolean {
  if (condition === undefined) return true;
  return [condition].flat().some((map) =>
    Object.entries(map).every(([key, value]) => {
      if (key !== 'some' && key !== 'every') return tests(generated, world, key, value as JsonSchema);
      const all = (item: Item) =>
        Object.entries(value as Record<string, JsonSchema>).every(([field, schema]) =>
          meets(schema, item[field.slice(2)]!),
        );
      return key === 'some' ? world.c.some(all) : world.c.every(all);
    }),
  );
}

function tests(generated: GeneratedBundle, world: World, field: string, schema: JsonSchema): boolean {
  const [role, element] = field.split('.') as ['p' | 'q' | 'c', string];
  if (!takesPart(generated, world, role)) return false;
  const holder = role === 'c' ? world.c[world.own]! : world[role];
  return meets(schema, holder[element]!);
}

function takesPart({ bundle }: GeneratedBundle, world: World, role: string): boolean {
  const declared = bundle.roles[role]!;
  return typeof declared === 'string' || declared.when === undefined || world.p['flag'] === true;
}

/** Does a use take part? */
export function isIncluded(generated: GeneratedBundle, world: World, use: BlockUse): boolean {
  return holds(generated, world, use.when) && (use.choice !== true || world.taken.has(use.block));
}

/** Is an input taken, where its use takes part? */
export function isTaken(generated: GeneratedBundle, world: World, input: Input): boolean {
  const role = 'field' in input ? input.field[0]! : 'of' in input ? input.of : undefined;
  return holds(generated, world, input.when) && (role === undefined || takesPart(generated, world, role));
}

/** What takes place, by the names of the proofs: steps, and inputs as `step: input`. */
export function takesPlace(generated: GeneratedBundle, world: World): Set<string> {
  const found = new Set<string>();
  for (const use of generated.bundle.uses as BlockUse[]) {
    if (!isIncluded(generated, world, use)) continue;
    const block = blockOf(generated, use);
    found.add(use.block);
    for (const [index, input] of block.inputs!.entries()) {
      const isHere = isTaken(generated, world, input);
      if (!('anyOf' in input)) {
        if (isHere) found.add(`${use.block}: ${nameOf(input)}`);
        continue;
      }
      if (!isHere) continue;
      found.add(`${use.block}:/inputs/${index}`);
      for (const member of input.anyOf.flat())
        if (isTaken(generated, world, member)) found.add(`${use.block}: ${nameOf(member)}`);
    }
    for (const output of block.outputs ?? [])
      if (isTaken(generated, world, output)) found.add(`${use.block}: ${nameOf(output)}`);
    for (const wish of wishesOf(block))
      if (holds(generated, world, wish.when)) found.add(`${use.block}: ${wish.block}`);
  }
  return found;
}

/** The block of a use. */
export function blockOf({ blocks }: GeneratedBundle, use: BlockUse): Block {
  return blocks.find(({ id }) => id === use.block)!;
}

type Wish = Exclude<OrderWish, string>;

function wishesOf(block: Block): Wish[] {
  return [...block.prerequisites!, ...block.after!, ...block.before!] as Wish[];
}

/** A wait of one step for another; with what it weighs where the documents permit to leave it out. */
export interface JudgedWait {
  from: string;
  to: string;
  weight: number | undefined;
  /** Which statement of the documents it comes from. */
  because: string;
}

/** The waits that one applicant meets. */
export function waitsOf(generated: GeneratedBundle, world: World): JudgedWait[] {
  const uses = (generated.bundle.uses as BlockUse[]).filter((use) => isIncluded(generated, world, use));
  const present = new Set(uses.map(({ block }) => block));
  return uses.flatMap((use) => {
    const block = blockOf(generated, use);
    const to = use.block;
    const inputs = block.inputs!.flatMap((input): JudgedWait[] => {
      if (!('material' in input) || !isTaken(generated, world, input)) return [];
      if (input.accept!.some((way) => typeof way === 'object')) return [];
      const weight = input.accept!.includes('commitment') ? 2 : undefined;
      const producers = uses.filter(
        (other) =>
          other !== use &&
          blockOf(generated, other).outputs!.some(
            (output) => nameOf(output) === nameOf(input) && isTaken(generated, world, output),
          ),
      );
      return producers.map(({ block: from }) => ({
        from,
        to,
        weight,
        because: `${to} takes ${nameOf(input)} from ${from}`,
      }));
    });
    const wishes = (list: readonly unknown[], weight: number | undefined, isBefore: boolean): JudgedWait[] =>
      (list as Wish[]).flatMap((wish, index) => {
        if (!present.has(wish.block) || !holds(generated, world, wish.when)) return [];
        const ends = isBefore ? { from: to, to: wish.block } : { from: wish.block, to };
        return [{ ...ends, weight, because: `${to} wishes ${String(weight)} ${String(isBefore)} ${index}` }];
      });
    return [
      ...inputs,
      ...wishes(block.prerequisites!, undefined, false),
      ...wishes(block.after!, 1, false),
      ...wishes(block.before!, 1, true),
    ];
  });
}
