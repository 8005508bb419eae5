import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.js';
import type { JsonValue } from '../../src/base/index.js';
import { composedBundle } from '../../src/plan/index.js';
import { generatedBundle } from './prove-bundles.js';
import { sizeOf, waitsOf, worldsOf } from './prove-judge.js';
import type { JudgedWait, World } from './prove-judge.js';
import { draws } from '../extent.js';

const runs = draws(60, 200);
const mostWorlds = 2_000;

/** A ring of waits that some applicant is caught in. */
interface Ring {
  waits: JudgedWait[];
  worlds: World[];
}

describe.each([
  ['single roles', { waits: true }],
  ['a repeated role', { waits: true, repeats: true }],
])('steps that wait for each other, against every applicant: %s', (_, options) => {
  const small = generatedBundle(options).filter((generated) => sizeOf(generated) <= mostWorlds);

  it('are told exactly where some applicant is caught, by the shortest ring and the cheapest ways out', () => {
    const seen = { rings: 0, none: 0, cuttable: 0, firm: 0 };
    fc.assert(
      fc.property(small, (generated) => {
        const catalogue = loadCatalogue([], { documents: generated.documents });
        const { diagnostics } = composedBundle(catalogue, 'bundle');
        expect(diagnostics.filter(({ code }) => code === 'prove/undecided')).toEqual([]);
        const told = diagnostics.filter(({ code }) => code === 'order/cycle');
        const live = new Map<string, JudgedWait>();
        const rings = new Map<string, Ring>();
        for (const world of worldsOf(generated)) {
          const waits = waitsOf(generated, world);
          for (const wait of waits) live.set(wait.because, wait);
          for (const ring of ringsOf(waits)) {
            const key = ring
              .map(({ because }) => because)
              .sort()
              .join('|');
            const present = rings.get(key) ?? { waits: ring, worlds: [] };
            present.worlds.push(world);
            rings.set(key, present);
          }
        }
        const components = componentsOf([...live.values()]).flatMap((steps) => {
          const own = [...rings.values()].filter(({ waits }) => steps.has(waits[0]!.from));
          return own.length === 0 ? [] : [{ steps, rings: own }];
        });
        seen[components.length === 0 ? 'none' : 'rings'] += 1;
        expect(told).toHaveLength(components.length);
        for (const { message, witness, help } of told) {
          const chain = stepsIn(message);
          const component = components.find(({ steps }) => steps.has(chain[0]!))!;
          const shortest = Math.min(...component.rings.map(({ waits }) => waits.length));
          expect(chain).toHaveLength(shortest);
          const same = component.rings.filter(
            ({ waits }) => [...waits.map(({ from }) => from)].sort().join() === [...chain].sort().join(),
          );
          expect(same.some(({ worlds }) => worlds.some((world) => isWitness(world, witness)))).toBe(true);
          const cheapest = cheapestCut(component.rings);
          expect(waysOut(help!.message)).toEqual(cheapest);
          seen[cheapest === undefined ? 'firm' : 'cuttable'] += 1;
        }
      }),
      { numRuns: runs },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});

/** Every ring of waits, by its waits; no step twice. */
function ringsOf(waits: readonly JudgedWait[]): JudgedWait[][] {
  const found: JudgedWait[][] = [];
  const walk = (start: string, trail: readonly JudgedWait[]): void => {
    const at = trail.length === 0 ? start : trail[trail.length - 1]!.to;
    for (const wait of waits) {
      if (wait.from !== at) continue;
      if (wait.to === start) found.push([...trail, wait]);
      // Each ring once: told from its first step.
      else if (wait.to > start && !trail.some(({ from }) => from === wait.to)) walk(start, [...trail, wait]);
    }
  };
  for (const start of new Set(waits.map(({ from }) => from))) walk(start, []);
  return found;
}

/** Steps that can be reached from each other. */
function componentsOf(waits: readonly JudgedWait[]): Set<string>[] {
  const reach = (start: string): Set<string> => {
    const found = new Set([start]);
    for (const step of found) for (const { from, to } of waits) if (from === step) found.add(to);
    return found;
  };
  const components: Set<string>[] = [];
  for (const start of new Set(waits.map(({ from }) => from))) {
    if (components.some((one) => one.has(start))) continue;
    components.push(new Set([...reach(start)].filter((step) => reach(step).has(start))));
  }
  return components;
}

/** The fewest and lightest waits on every ring, by trying all sets; nothing where a ring has none that may go. */
function cheapestCut(rings: readonly Ring[]): { count: number; weight: number } | undefined {
  const permitted = [
    ...new Map(
      rings
        .flatMap(({ waits }) => waits)
        .filter(({ weight }) => weight !== undefined)
        .map((wait) => [wait.because, wait]),
    ).values(),
  ];
  let best: { count: number; weight: number } | undefined;
  for (let bits = 0; bits < 2 ** permitted.length; bits++) {
    const cut = permitted.filter((_, index) => (bits >> index) & 1);
    const gone = new Set(cut.map(({ because }) => because));
    if (!rings.every(({ waits }) => waits.some(({ because }) => gone.has(because)))) continue;
    const weight = cut.reduce((sum, wait) => sum + wait.weight!, 0);
    if (best === undefined || cut.length < best.count || (cut.length === best.count && weight < best.weight))
      best = { count: cut.length, weight };
  }
  return best;
}

/** What the first way out of a finding costs. */
function waysOut(help: string): { count: number; weight: number } | undefined {
  if (help.startsWith('The documents permit no way out')) return undefined;
  const [first] = help.replace('Cheapest first: ', '').split('; or ');
  const cuts = first!.split(/(?:,| and) (?=let |drop )/);
  const weight = cuts.reduce((sum, cut) => sum + (cut.includes('by commitment') ? 2 : 1), 0);
  return { count: cuts.length, weight };
}

function stepsIn(chain: string): string[] {
  const steps = [...chain.matchAll(/"([^"]*)"/g)].map(([, step]) => step!);
  return steps.slice(0, -1);
}

/** Does an applicant answer as the witness does? */
function isWitness({ p, q, c, taken }: World, witness: unknown): boolean {
  const { facts = {}, choices = {} } = witness as {
    facts?: Record<string, JsonValue>;
    choices?: Record<string, boolean>;
  };
  const isAlike = (holder: Record<string, JsonValue>, element: string, value: JsonValue) =>
    !Object.hasOwn(holder, element) || holder[element] === value;
  return (
    Object.entries(choices).every(([use, is]) => taken.has(use) === is) &&
    Object.entries(facts).every(([key, value]) => {
      if (key !== 'c') return isAlike(key.startsWith('p.') ? p : q, key.slice(2), value);
      const items = value as Record<string, JsonValue>[];
      return (
        items.length === c.length &&
        items.every((item, index) =>
          Object.entries(item).every(([element, one]) => isAlike(c[index]!, element, one)),
        )
      );
    })
  );
}
