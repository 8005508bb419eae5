import { escapeToken, groupBy, omitUndefined } from '../../base/index.js';
import type { JsonObject, JsonSchema } from '../../base/index.js';
import { choicesRole, itemParts, keyName, textIn } from '../../model/index.js';
import type { Predicate, Text } from '../../model/index.js';
import { having, toSchema } from '../../predicate/index.js';
import type { BoundBundle, BoundRole } from '../bind/bound.js';
import { elementOf } from '../bind/element.js';
import { propertyOf, ruleOf, showRule } from './form.js';
import type { Entry } from './form.js';
import { splitByItem } from '../bind/scope.js';

/** What people call things where the bundle itself does not say. */
export interface UiTitles {
  materialTitle: (id: string) => Text | undefined;
  choiceTitle: (use: string) => Text | undefined;
  locale: string;
}

/**
 * The form as a JSON Forms UI schema (jsonforms.io, version 3): a section for each role, one for materials and one
 * for choices, with SHOW rules. A rule inside the items of a repeated role sees the item only; where a condition
 * needs more than that, the control is always shown and the schema decides.
 */
export function formUi(
  bound: BoundBundle,
  entries: ReadonlyMap<string, Entry>,
  titles: UiTitles,
): JsonObject {
  const list = [...entries.values()];
  const sections: JsonObject[] = [];
  const roles = [...bound.roles.values()]
    .filter(({ itemOf }) => itemOf === undefined)
    .sort((a, b) => a.order - b.order);
  for (const role of roles) {
    const own = inOrder(
      bound,
      role,
      list.filter((entry) => itemParts(entry.role).name === role.name),
    );
    const fields = own.filter(({ kind }) => kind === 'field');
    if (role.many !== undefined) {
      if (own.length > 0)
        sections.push(section(bound, role, titles, [itemsControl(bound, role, own, titles)]));
    } else if (fields.length > 0) {
      sections.push(
        section(
          bound,
          role,
          titles,
          fields.map((entry) => control(bound, entry, titles)),
        ),
      );
    }
  }
  const materials = list.filter(
    ({ kind, role }) => kind === 'material' && bound.roles.get(itemParts(role).name)?.many === undefined,
  );
  const chosen = list.filter(({ role }) => role === choicesRole);
  const extra: [string, Entry[], Record<string, string>][] = [
    ['materials', materials, { en: 'Materials', zh: '申请材料' }],
    ['choices', chosen, { en: 'Choices', zh: '选办事项' }],
  ];
  for (const [name, members, title] of extra) {
    if (members.length === 0) continue;
    const elements = members.map((entry) => control(bound, entry, titles));
    sections.push({ type: 'Group', label: textIn(title, titles.locale) ?? name, elements });
  }
  return { type: 'VerticalLayout', elements: sections };
}

function inOrder(bound: BoundBundle, role: BoundRole, entries: readonly Entry[]): Entry[] {
  const names = role.elements;
  const place = (entry: Entry) => (entry.kind === 'field' ? names.indexOf(entry.name) : names.length);
  return [...entries].sort((a, b) => place(a) - place(b));
}

function section(bound: BoundBundle, role: BoundRole, titles: UiTitles, elements: JsonObject[]): JsonObject {
  const label = textIn(role.title ?? role.subject?.title, titles.locale) ?? role.name;
  const rule = showRule(bound, role.guard);
  return { type: 'Group', label, elements, ...omitUndefined({ rule }) };
}

function control(bound: BoundBundle, entry: Entry, titles: UiTitles): JsonObject {
  const holder = entry.kind === 'material' ? 'materials' : entry.role;
  const scope = `#/properties/${escapeToken(holder)}/properties/${escapeToken(propertyOf(entry))}`;
  return controlOf(bound, entry, titles, scope, showRule(bound, entryWhen(entry)));
}

function controlOf(
  bound: BoundBundle,
  entry: Entry,
  titles: UiTitles,
  scope: string,
  rule: JsonObject | undefined,
): JsonObject {
  const label = textIn(entryTitle(bound, entry, titles), titles.locale);
  return {
    type: 'Control',
    scope,
    ...omitUndefined({ label, rule }),
    ...(entry.asked === false ? { options: { readonly: true } } : {}),
  };
}

/** What people call a field, a material or a choice. */
export function entryTitle(bound: BoundBundle, entry: Entry, titles: UiTitles): Text | undefined {
  if (entry.kind === 'material') return titles.materialTitle(entry.name);
  if (entry.role === choicesRole) return titles.choiceTitle(entry.name);
  return elementOf(bound, entry.role, entry.name)?.title;
}

/** The items of a repeated role, each with its own fields and materials. */
function itemsControl(
  bound: BoundBundle,
  role: BoundRole,
  entries: readonly Entry[],
  titles: UiTitles,
): JsonObject {
  const byProperty = groupBy(entries, (entry) => `${entry.kind} ${propertyOf(entry)}`);
  const elements = [...byProperty.values()].map((alike) => {
    const [entry] = alike as [Entry];
    const holder = entry.kind === 'material' ? '/properties/materials' : '';
    const scope = `#${holder}/properties/${escapeToken(propertyOf(entry))}`;
    const readOnly = alike.every(({ asked }) => asked === false);
    return controlOf(bound, { ...entry, asked: !readOnly }, titles, scope, itemsRule(alike, role));
  });
  const label = textIn(role.title ?? role.subject?.title, titles.locale) ?? role.name;
  return {
    type: 'Control',
    scope: `#/properties/${escapeToken(role.name)}`,
    label,
    options: { detail: { type: 'VerticalLayout', elements } },
  };
}

function entryWhen(entry: Entry): Predicate {
  return entry.asked === false ? true : entry.asked;
}

/** When a control of the items is shown: of items that are named, where its own condition holds. */
function itemsRule(entries: readonly Entry[], { name, items }: BoundRole): JsonObject | undefined {
  if (items === undefined) return ruleWithin(itemSchema(entryWhen(entries[0]!), name));
  const schemas = entries.map((entry): JsonSchema | undefined => {
    const { role } = entry;
    const own = itemSchema(entryWhen(entry), role);
    const { key = '' } = itemParts(role);
    return own === undefined ? undefined : { allOf: [having(keyName, { const: key }), own] };
  });
  const isAlways = entries.length === items.length && entries.every((entry) => entryWhen(entry) === true);
  if (isAlways || schemas.includes(undefined)) return undefined;
  return ruleWithin({ anyOf: schemas as JsonSchema[] });
}

function ruleWithin(schema: JsonSchema | undefined): JsonObject | undefined {
  return schema === undefined || schema === true ? undefined : ruleOf(schema);
}

/** A condition as a schema over the item alone; undefined where it looks further. */
function itemSchema(when: Predicate, role: string): JsonSchema | undefined {
  if (typeof when === 'boolean') return when;
  const [only, ...others] = splitByItem(when, role);
  if (only === undefined || others.length > 0 || only.root !== true) return undefined;
  return toSchema(only.item, { item: role });
}
