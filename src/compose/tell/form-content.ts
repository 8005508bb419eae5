import { byKey, inTurn, omitUndefined } from '../../base/index.js';
import { choicesRole, itemParts } from '../../model/index.js';
import type { Accept, FormAlternatives, FormContent, FormPlace, Predicate, Text } from '../../model/index.js';
import { keyOf } from '../../predicate/index.js';
import { selfContained } from '../../schema/index.js';
import type { FormPart } from '../ask/divide-forms.js';
import { itemRoleOf } from '../ask/needs.js';
import type { Need } from '../ask/needs.js';
import type { BoundBundle } from '../bind/bound.js';
import { elementOf, elementSchemaOf, narrowingOf } from '../bind/element.js';
import { entriesOf, statedAlternatives, statedEntries } from '../form/form.js';
import type { Entry, StatedAlternatives, StatedEntry } from '../form/form.js';
import { dataPointer } from './fields.js';
import type { FieldContext } from './fields.js';

/** What a form consists of, with the texts of every locale: views of it are drawn from this. */
export function describeForm(context: FieldContext, part: FormPart): FormContent {
  const { bound, origins } = context;
  const places = statedEntries(bound, entriesOf(part))
    .sort(inFormOrder(bound))
    .map((stated) => placeOf(context, stated));
  const alternatives = part.choices.flatMap((need): FormAlternatives[] => {
    const stated = statedAlternatives(bound, need, origins);
    return stated === undefined ? [] : [publishedAlternatives(bound, stated, itemRoleOf(need))];
  });
  return { places, ...(alternatives.length === 0 ? {} : { alternatives }) };
}

/** Roles in the author's order, in each the elements in theirs, then its materials; choices come last. */
function inFormOrder(bound: BoundBundle): (one: StatedEntry, other: StatedEntry) => number {
  const roleOf = ({ entry }: StatedEntry) => bound.roles.get(entry.role);
  const elementOrder = ({ entry }: StatedEntry) => {
    const elements = bound.roles.get(entry.role)?.elements ?? [];
    return entry.kind === 'field' ? elements.indexOf(entry.name) : elements.length;
  };
  const by = (order: (stated: StatedEntry) => number) => (a: StatedEntry, b: StatedEntry) =>
    order(a) - order(b);
  return inTurn<StatedEntry>(
    by(({ entry }) => Number(entry.role === choicesRole)),
    by((stated) => roleOf(stated)?.order ?? Number.MAX_SAFE_INTEGER),
    by(elementOrder),
    byKey(({ entry }) => entry.key),
  );
}

function placeOf(context: FieldContext, { entry, held, element, narrowings }: StatedEntry): FormPlace {
  const { kind, role, name, key, asked, required, needs } = entry;
  return {
    of: key,
    at: dataPointer(context.bound, kind, role, name),
    ...textsOf(context, entry),
    ...(asked === true ? {} : { askedWhen: asked }),
    ...unlessSame('requiredWhen', required, asked),
    schema: selfContained(element),
    ...unlessSame('heldWhen', held, asked),
    ...(narrowings.length === 0
      ? {}
      : {
          narrowings: narrowings.map(([guard, schema]) => ({
            ...(guard === true ? {} : { when: guard }),
            schema: selfContained(schema),
          })),
        }),
    ...(kind === 'material'
      ? { accept: acceptedBy(needs), ...omitUndefined({ files: context.bound.fileRules.get(name) }) }
      : {}),
    ...messagesOf(context.bound, entry),
  };
}

/** How authors word a refusal: of the element first, then of the blocks by the names of their uses. */
function messagesOf(bound: BoundBundle, { kind, role, name, needs }: Entry): Pick<FormPlace, 'messages'> {
  if (kind === 'material') return {};
  const messages: NonNullable<FormPlace['messages']> = [];
  const { message } = elementOf(bound, role, name) ?? {};
  if (message !== undefined)
    messages.push({ schema: selfContained(elementSchemaOf(bound, kind, role, name)), message });
  const stating = [...needs].sort(
    inTurn(
      byKey(({ use }: Need) => use.name),
      byKey(({ leaf }: Need) => leaf.at.pointer),
    ),
  );
  for (const { leaf, asked } of stating) {
    const schema = narrowingOf(bound, leaf);
    if (schema === undefined || !('field' in leaf.input) || leaf.input.message === undefined) continue;
    const when = asked === true ? {} : { when: asked };
    messages.push({ ...when, schema: selfContained(schema), message: leaf.input.message });
  }
  return messages.length === 0 ? {} : { messages };
}

function unlessSame<K extends string>(
  name: K,
  one: Predicate,
  other: Predicate,
): Partial<Record<K, Predicate>> {
  return keyOf(one) === keyOf(other) ? {} : ({ [name]: one } as Record<K, Predicate>);
}

/** What people call it, and what helps them to fill it in. */
function textsOf({ bound, catalogue }: FieldContext, { kind, role, name }: Entry): Partial<FormPlace> {
  if (kind === 'material') {
    const { title, description, specification } = catalogue.materials.get(name)?.document ?? {};
    return omitUndefined({ title, description: specification ?? description });
  }
  if (role === choicesRole) return omitUndefined({ title: titleOfChoice(bound, name) });
  const { title, description, labels } = elementOf(bound, role, name) ?? {};
  return omitUndefined({ title, description, labels });
}

/** Of a block that the applicant may leave out: what the bundle calls it, else the block. */
function titleOfChoice(bound: BoundBundle, use: string): Text | undefined {
  return (
    bound.choices.get(use)?.title ?? bound.uses.find(({ name }) => itemParts(name).name === use)?.block.title
  );
}

/** Every way in which some block accepts a material. */
function acceptedBy(needs: readonly Need[]): Accept[] {
  const ways = new Map<string, Accept>();
  for (const way of needs.flatMap(({ leaf }) => leaf.accept)) ways.set(JSON.stringify(way), way);
  return [...ways.values()];
}

function publishedAlternatives(
  bound: BoundBundle,
  { guard, groups }: StatedAlternatives,
  each?: string,
): FormAlternatives {
  return {
    ...omitUndefined({ each }),
    ...(guard === true ? {} : { when: guard }),
    groups: groups.map((group) =>
      group.map((member) => {
        if ('groups' in member) return publishedAlternatives(bound, member, each);
        const { kind, role, name } = member.demand;
        return {
          at: dataPointer(bound, kind, role, name),
          ...(member.guard === true ? {} : { when: member.guard }),
          schema: selfContained(member.schema),
        };
      }),
    ),
  };
}
