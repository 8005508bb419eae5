import type { JsonObject } from '../../../src/base/index.js';
import type { Input } from '../../../src/model/index.js';
import type { Documents } from '../judge/documents.js';
import type { FlatBundle } from '../judge/flat.js';
import type { Decision, Holdings, World } from '../judge/world.js';
import { deriveAll } from '../make-world.js';
import { createDice, subjects } from './dice.js';
import type { Dice } from './dice.js';

/**
 * A world for a generated catalogue.
 * @param failing whether registries may hold less than everything
 */
export function generateWorld(seed: number, documents: Documents, flat: FlatBundle, failing = false): World {
  const dice = createDice(seed);
  const values: World['values'] = {};
  for (const { name, type, many } of flat.roles.values()) {
    if (!many) {
      values[name] = holderOf(dice, type, name);
      continue;
    }
    const { min } = flat.many.get(name)!;
    const count = Math.max(min, dice.below(4));
    values[name] = Array.from({ length: count }, (_, index) => ({
      ...holderOf(dice, type, `${name}${index}`),
      $key: `${name}-${index + 1}`,
    }));
  }
  const world: World = {
    start: '2026-09-24T09:00:00.000+08:00',
    values,
    choices: Object.fromEntries([...flat.choices].map((choice) => [choice, dice.chance(0.7)])),
    declined: [],
    deferred: dice.some(['proof of p', 'proof of h', 'proof of c'], 0.3),
    untrue: untrueOf(createDice(seed + 1), flat),
    registries: Object.fromEntries(
      flat.registries
        .filter((id) => documents.registry.get(id)?.local === undefined)
        .map((id): [string, Holdings] => [id, failing ? holdingsOf(dice) : 'all']),
    ),
    decisions: Object.fromEntries(flat.uses.map(({ name }): [string, Decision] => [name, decisionOf(dice)])),
  };
  deriveAll(documents, flat, world);
  return world;
}

function holderOf(dice: Dice, type: string, who: string): JsonObject {
  return Object.fromEntries(
    Object.entries(subjects[type]!).map(([element, { values }]) => [
      element,
      element === 'id' ? `id-of-${who}` : dice.pick(values),
    ]),
  );
}

function holdingsOf(dice: Dice): Holdings {
  if (dice.chance(0.6)) return 'all';
  if (dice.chance(0.6)) return dice.pick<Holdings>(['nothing', 'down']);
  return { some: dice.some(['name', 'kind', 'count', 'area', 'birth', 'photo'], 0.5) };
}

function decisionOf(dice: Dice): Decision {
  if (dice.chance(0.75)) return 'approve';
  return dice.pick<Decision>(['reject', 'return', 'return', 'withdraw']);
}

/** What is declared for matters on which no other rests: what an untrue commitment stops depends on the hour. */
function untrueOf(dice: Dice, { uses }: FlatBundle): string[] {
  const needed = new Set(
    uses.flatMap(({ block }) => [
      ...(block.prerequisites ?? []).map((one) => one.block),
      ...((block.outputs ?? []).length > 0 ? [block.id] : []),
    ]),
  );
  const free = uses.filter(({ block }) => !needed.has(block.id));
  const keysOf = ({ block, scope }: FlatBundle['uses'][number]): string[] =>
    materialsIn(block.inputs ?? []).map((of) => ['consent', scope.get(of)?.name].join(' of '));
  const bound = new Set(uses.filter((use) => !free.includes(use)).flatMap(keysOf));
  return dice.some(
    [...new Set(free.flatMap(keysOf))].filter((key) => !bound.has(key)),
    0.5,
  );
}

function materialsIn(inputs: readonly Input[]): string[] {
  return inputs.flatMap((input) => {
    if ('anyOf' in input) return input.anyOf.flatMap(materialsIn);
    return 'material' in input && input.material === 'consent' ? [input.of] : [];
  });
}
