import { pointer, tokensOf, valueAt } from '../base/index.js';
import type { JsonSchema } from '../base/index.js';
import type { FormAlternatives, FormContent, FormMember } from '../model/index.js';
import { placesOf } from '../plan/index.js';
import type { Item } from '../plan/index.js';
import { evaluate, factsOf } from '../predicate/index.js';
import { accepts } from '../schema/index.js';
import { itemsOf } from './items.js';
import type { Situation } from './situation.js';

/** Alternatives that are demanded here: of which the applicant gives one. */
export interface OpenAlternatives {
  groups: FormAlternatives['groups'];
  /** The item that they are about. */
  item?: Item;
}

/** What alternatives demand in a situation. */
export interface Demanded {
  open: OpenAlternatives[];
  /** By place, what has to be there and to meet which schemas. */
  demands: ReadonlyMap<string, JsonSchema[]>;
}

/**
 * The alternatives of a form. One that is complete is the one, in the author's order; else the one that the applicant has
 * begun, or the first: what it lacks is required.
 */
export function demandedIn(content: FormContent, situation: Situation): Demanded {
  const open: OpenAlternatives[] = [];
  const demands = new Map<string, JsonSchema[]>();
  for (const alternatives of content.alternatives ?? []) {
    for (const item of itemsOf(situation.data, alternatives.each)) {
      if (!holds(alternatives.when, situation, item)) continue;
      open.push({ groups: alternatives.groups, ...(item === undefined ? {} : { item }) });
      demand(alternatives, { situation, item, demands });
    }
  }
  return { open, demands };
}

interface DemandContext {
  situation: Situation;
  item: Item | undefined;
  demands: Map<string, JsonSchema[]>;
}

function demand({ groups }: FormAlternatives, context: DemandContext): void {
  const inForce = groups.map((group) => group.filter((member) => isMember(member, context)));
  const complete = inForce.find((group) => group.every((member) => isComplete(member, context)));
  const begun = [...inForce]
    .map((group) => ({ group, count: group.filter((member) => isBegun(member, context)).length }))
    .reduce((best, one) => (one.count > best.count ? one : best), { group: inForce[0]!, count: 0 });
  for (const member of complete ?? begun.group) {
    if ('groups' in member) demand(member, context);
    else {
      for (const place of placesIn(member, context)) {
        context.demands.set(place, [...(context.demands.get(place) ?? []), member.schema]);
      }
    }
  }
}

type Member = FormMember | FormAlternatives;

function isMember(member: Member, { situation, item }: DemandContext): boolean {
  return 'groups' in member || member.at.includes('*') || holds(member.when, situation, item);
}

function isComplete(member: Member, context: DemandContext): boolean {
  if ('groups' in member) {
    if (!holds(member.when, context.situation, context.item)) return true;
    return member.groups.some((group) =>
      group.every((one) => !isMember(one, context) || isComplete(one, context)),
    );
  }
  return placesIn(member, context).every((place) => {
    const value = valueAt(context.situation.data, tokensOf(place));
    return value !== undefined && accepts(member.schema, value) === true;
  });
}

function isBegun(member: Member, context: DemandContext): boolean {
  if ('groups' in member) return member.groups.flat().some((one) => isBegun(one, context));
  return placesIn(member, context).some(
    (place) => valueAt(context.situation.data, tokensOf(place)) !== undefined,
  );
}

/** Where a member stands: of every item of a role that the alternatives are not about, where its condition holds. */
function placesIn({ at, when }: FormMember, { situation, item }: DemandContext): string[] {
  const [role = '', second = '', ...rest] = tokensOf(at);
  if (second !== '*') return [at];
  if (item?.role === role) return placesOf(at, situation.data, item) ?? [];
  return itemsOf(situation.data, role).flatMap((one) =>
    one !== undefined && holds(when, situation, one) ? [pointer(role, one.index, ...rest)] : [],
  );
}

function holds(when: FormMember['when'], { data }: Situation, item: Item | undefined): boolean {
  return evaluate(when ?? true, factsOf(data, item)) === true;
}
