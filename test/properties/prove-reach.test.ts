import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.js';
import { composedBundle } from '../../src/plan/index.js';
import { proveBundle } from '../../src/prove/index.js';
import type { BlockUse, Condition, Input } from '../../src/model/index.js';
import { generatedBundle } from './prove-bundles.js';
import type { BundleOptions, GeneratedBundle } from './prove-bundles.js';
import { blockOf, holds, isIncluded, isTaken, sizeOf, takesPlace, worldsOf } from './prove-judge.js';
import type { World } from './prove-judge.js';
import { draws } from '../extent.js';

const runs = draws(8, 15);
const mostWorlds = 2_000;

const kinds: [string, BundleOptions][] = [
  ['single roles', {}],
  ['a repeated role', { repeats: true }],
  ['alternatives', { alternatives: true }],
  ['everything', { repeats: true, alternatives: true, waits: true }],
];

function proven(generated: GeneratedBundle) {
  const catalogue = loadCatalogue([], { documents: generated.documents });
  expect(catalogue.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const composed = composedBundle(catalogue, 'bundle');
  return { composed, ...proveBundle(composed, { most: 5_000 }) };
}

describe.each(kinds)('the proofs, against every applicant: %s', (_, options) => {
  const small = generatedBundle(options).filter((generated) => sizeOf(generated) <= mostWorlds);

  it('tell every situation that occurs, and no other', () => {
    fc.assert(
      fc.property(small, (generated) => {
        const { situations } = proven(generated);
        expect(situations.exact).toBe(true);
        const decided = new Set(situations.groups.flatMap(({ decides }) => decides));
        const found = new Set<string>();
        const open = new Map<string, Set<boolean>>();
        for (const world of worldsOf(generated)) {
          const here = takesPlace(generated, world);
          found.add(
            [...here]
              .filter((what) => decided.has(what))
              .sort()
              .join('|'),
          );
          for (const what of decided) open.set(what, (open.get(what) ?? new Set()).add(here.has(what)));
          for (const what of here) if (!decided.has(what)) open.set(what, new Set([true]));
        }
        let told = new Set(['']);
        for (const { listed } of situations.groups) {
          const next = new Set<string>();
          for (const before of told)
            for (const { holds: here } of listed)
              next.add([...new Set([...before.split('|').filter(Boolean), ...here])].sort().join('|'));
          told = next;
        }
        expect([...told].sort()).toEqual([...found].sort());
      }),
      { numRuns: runs },
    );
  });

  it('call unreachable exactly the uses, inputs, alternatives and conditions that nobody reaches', () => {
    const seen = { reached: 0, not: 0 };
    fc.assert(
      fc.property(small, (generated) => {
        const { diagnostics, composed } = proven(generated);
        const codes = new Map<string, string[]>();
        for (const { code, at } of diagnostics) {
          const place = `${at.file}${at.pointer}`;
          codes.set(place, [...(codes.get(place) ?? []), code]);
        }
        expect(diagnostics.filter(({ code }) => code === 'prove/undecided')).toEqual([]);
        const worlds = worldsOf(generated);
        const told = (place: string, ...wanted: string[]) =>
          (codes.get(place) ?? []).some((code) => wanted.includes(code));
        const fileOf = (id: string) =>
          composed.catalogue[id === 'bundle' ? 'bundles' : 'blocks'].get(id)!.file;
        for (const one of partsOf(generated)) {
          const place = `${fileOf(one.document)}${one.pointer}`;
          const holdsIn = worlds.map((world) => holds(generated, world, one.when));
          // By itself.
          const isNever = !holdsIn.includes(true);
          const isAlways = one.when !== undefined && !holdsIn.includes(false);
          expect([place, isAlways]).toEqual([place, told(`${place}/when`, 'prove/condition-always')]);
          // In its place.
          const isReached = worlds.some(one.isReached);
          const isAround = one.isAround === undefined || worlds.some(one.isAround);
          if (isReached) seen.reached += 1;
          else seen.not += 1;
          const isCause = told(`${place}/when`, 'prove/condition-never');
          expect([place, isCause && one.when !== undefined]).toEqual([
            place,
            isNever && one.when !== undefined,
          ]);
          const isTold =
            isCause ||
            told(place, 'prove/unreachable-use', 'prove/unreachable-input', 'prove/unreachable-condition');
          // What stands in something that nobody reaches is not told again.
          if (isReached) expect([place, isTold]).toEqual([place, false]);
          else if (isAround) expect([place, isTold]).toEqual([place, true]);
        }
      }),
      { numRuns: runs },
    );
    expect(seen.reached).toBeGreaterThan(0);
    expect(seen.not).toBeGreaterThan(0);
  });
});

/** Something that takes part under a condition. */
interface Part {
  document: string;
  pointer: string;
  when: Condition | undefined;
  isReached: (world: World) => boolean;
  /** When what it stands in takes part. */
  isAround?: (world: World) => boolean;
}

function partsOf(generated: GeneratedBundle): Part[] {
  return (generated.bundle.uses as BlockUse[]).flatMap((use, index): Part[] => {
    const block = blockOf(generated, use);
    const isAround = (world: World) => isIncluded(generated, world, use);
    const below = (pointer: string, input: Input, around = isAround): Part => ({
      document: block.id,
      pointer,
      when: input.when,
      isReached: (world) => around(world) && isTaken(generated, world, input),
      isAround: around,
    });
    return [
      { document: 'bundle', pointer: `/uses/${index}`, when: use.when, isReached: isAround },
      ...block.inputs!.flatMap((input, at) => {
        const pointer = `/inputs/${at}`;
        const own = below(pointer, input);
        if (!('anyOf' in input)) return [own];
        const members = input.anyOf.flatMap((group, one) =>
          group.map((member, two) => below(`${pointer}/anyOf/${one}/${two}`, member, own.isReached)),
        );
        return [own, ...members];
      }),
      ...block.outputs!.map((output, at) => below(`/outputs/${at}`, output as Input)),
      ...(['prerequisites', 'after', 'before'] as const).flatMap((key) =>
        (block[key] as { when?: Condition }[]).map(({ when }, at): Part => ({
          document: block.id,
          pointer: `/${key}/${at}`,
          when,
          isReached: (world) => isAround(world) && holds(generated, world, when),
          isAround,
        })),
      ),
    ];
  });
}
