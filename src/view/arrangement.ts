import type { JsonObject } from '../base/index.js';
import type { FormAlternatives, FormContent } from '../model/index.js';
import type { DrawnControl } from './field-schema.js';
import type { Words } from './words.js';

/** A control with its element of the UI schema. */
export interface Placed {
  control: DrawnControl;
  element: JsonObject;
}

/** Where alternatives stand together. */
export interface Arrangement {
  /** The elements in their order, alternatives in groups of their own. */
  arrange: (placed: readonly Placed[], words: Words) => JsonObject[];
  /** Of what stands in alternatives alone, which ones: by place. */
  membership: ReadonlyMap<string, Membership>;
}

/** Which alternative something belongs to. */
export interface Membership {
  alternatives: number;
  group: number;
}

/** Puts what is given as an alternative beside the others. What a block takes anyway stands by itself. */
export function arrangementOf(content: FormContent): Arrangement {
  const isOnlyAlternative = new Set(
    content.places.filter(({ heldWhen }) => heldWhen === false).map(({ at }) => at),
  );
  const membership = new Map<string, Membership>();
  for (const [alternatives, { groups }] of (content.alternatives ?? []).entries()) {
    for (const [group, members] of groups.entries()) {
      for (const at of placesIn(members)) {
        if (isOnlyAlternative.has(at) && !membership.has(at)) membership.set(at, { alternatives, group });
      }
    }
  }
  return { membership, arrange: (placed, words) => arrange(placed, membership, words) };
}

function placesIn(members: FormAlternatives['groups'][number]): string[] {
  return members.flatMap((member) =>
    'groups' in member ? member.groups.flatMap((group) => placesIn(group)) : [member.at],
  );
}

function arrange(
  placed: readonly Placed[],
  membership: ReadonlyMap<string, Membership>,
  words: Words,
): JsonObject[] {
  const found = new Map<number, Placed[]>();
  const elements: (JsonObject | number)[] = [];
  for (const one of placed) {
    const of = membership.get(one.control.place.at);
    if (of === undefined) {
      elements.push(one.element);
      continue;
    }
    const present = found.get(of.alternatives);
    if (present !== undefined) present.push(one);
    else {
      found.set(of.alternatives, [one]);
      elements.push(of.alternatives);
    }
  }
  return elements.flatMap((element) =>
    typeof element === 'number' ? together(found.get(element)!, membership, words) : [element],
  );
}

/** Alternatives, each in a group where it has several parts. */
function together(
  placed: readonly Placed[],
  membership: ReadonlyMap<string, Membership>,
  words: Words,
): JsonObject[] {
  const groups = new Map<number, Placed[]>();
  for (const one of placed) {
    const { group } = membership.get(one.control.place.at)!;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  if (groups.size === 1) return placed.map(({ element }) => element);
  const elements = [...groups.values()].map((members): JsonObject => {
    const [first, ...others] = members;
    if (others.length === 0) return first!.element;
    const label = members.map(({ control }) => control.schema['title'] as string).join(' + ');
    return { type: 'Group', label, elements: members.map(({ element }) => element) };
  });
  return [{ type: 'Group', label: words.say('view.alternatives'), elements }];
}
