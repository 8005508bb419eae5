import { tokensOf } from '../../src/base/index.js';
import type { Plan, PlanStep } from '../../src/model/index.js';
import { itemsOf, keyOfItem, placeName } from './judge/world.js';
import type { Place, World } from './judge/world.js';

/** The step of the plan that a key of the case means. */
export function stepOf(plan: Plan, key: string): PlanStep | undefined {
  return (
    plan.steps.find(({ id }) => id === key) ?? plan.steps.find(({ id }) => id === key.replace(/\[.*/s, ''))
  );
}

/** The places that a pointer of the plan speaks of. */
export function placesAt(world: World, at: string, item?: string): Place[] {
  const [role = '', ...rest] = tokensOf(at);
  if (role === 'materials') return [materialPlace(rest[0]!)];
  const [second = ''] = rest;
  const isMany = Array.isArray(world.values[role]);
  if (!isMany) return [{ role, name: second, kind: 'field' }];
  const names = second === '*' || /^\d+$/.test(second) ? rest.slice(1) : rest;
  const index = itemsOf(world, role).findIndex((_, place) => keyOfItem(world, role, place) === item);
  const items = /^\d+$/.test(second)
    ? [Number(second)]
    : index >= 0
      ? [index]
      : itemsOf(world, role).map((_, place) => place);
  return items.map((place) =>
    names[0] === 'materials'
      ? { ...materialPlace(names[1]!), item: place }
      : { role, item: place, name: names[0]!, kind: 'field' },
  );
}

function materialPlace(key: string): Place {
  const at = key.search(/ of /);
  return { role: key.slice(at + 4), name: key.slice(0, at), kind: 'material' };
}

/** Where a place stands in something shaped like the form. */
export function pathOfPlace({ role, item, name, kind }: Place): string[] {
  const holder = item === undefined ? [role] : [role, String(item)];
  if (kind === 'field') return [...holder, name];
  const key = placeName({ role, name, kind });
  return item === undefined ? ['materials', key] : [...holder, 'materials', key];
}
