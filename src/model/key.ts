import { itemName, itemParts } from './item.js';

/**
 * Keys of fields and materials are made and read here, and nowhere else.
 *
 * A field is an element of a role, `child.name`; a material is of a role, `lease of owner`. Names of roles, elements and
 * materials hold letters, digits, `-` and `_` alone (`nameSchema`), so no key can be read in two ways: the first dot ends
 * the role of a field, and only keys of materials hold spaces. Uses that the applicant may leave out are elements of the
 * role `choices`; a use within a nested bundle may hold dots, which is why a later dot ends nothing. The name of an item,
 * `child[anna]`, stands where a role does and holds neither dots nor spaces.
 */

/** `role.element`, in terms of the roles of a block or a bundle. */
export type FieldKey = `${string}.${string}`;

/** `material of role`, in terms of the roles of a block or a bundle. */
export type MaterialKey = `${string} of ${string}`;

/** What a key says. */
export interface KeyParts {
  kind: 'field' | 'material';
  role: string;
  /** The element or the material. */
  name: string;
}

const dot = '.';
const of = ' of ';

/** The role that holds what the applicant chose; no role of a bundle may be called that. */
export const choicesRole = 'choices';

/** The key of an element of a role. */
export function fieldKey(role: string, element: string): FieldKey {
  return `${role}${dot}${element}`;
}

/** The key of a material of a role. */
export function materialKey(material: string, role: string): MaterialKey {
  return `${material}${of}${role}`;
}

/** The key of whether the applicant chose a use. */
export function choiceKey(use: string): FieldKey {
  return fieldKey(choicesRole, use);
}

/** Is a text the key of a field: does it name a role and an element? */
export function isFieldKey(text: string): boolean {
  return !isMaterialKey(text) && text.includes(dot);
}

/** Is a text the key of a material? */
export function isMaterialKey(text: string): boolean {
  return text.includes(of);
}

/** The role and the element of a field. A text without a dot is a role, of no element. */
export function fieldParts(key: string): { role: string; element: string } {
  const at = key.indexOf(dot);
  return at < 0
    ? { role: key, element: '' }
    : { role: key.slice(0, at), element: key.slice(at + dot.length) };
}

/** The material and its role. */
export function materialParts(key: string): { material: string; role: string } {
  const at = key.indexOf(of);
  return { material: key.slice(0, at), role: key.slice(at + of.length) };
}

/** What the key of a field or a material says. */
export function keyParts(key: string): KeyParts {
  if (isMaterialKey(key)) {
    const { material, role } = materialParts(key);
    return { kind: 'material', role, name: material };
  }
  const { role, element } = fieldParts(key);
  return { kind: 'field', role, name: element };
}

/** The role of a field or a material. */
export function roleOfKey(key: string): string {
  return keyParts(key).role;
}

/** Is it a field of the role? */
export function isFieldOf(role: string, key: string): boolean {
  return isFieldKey(key) && fieldParts(key).role === role;
}

/** The use that a field says the applicant chose; undefined where it is about something else. */
export function useChosenBy(key: string): string | undefined {
  return isFieldOf(choicesRole, key) ? fieldParts(key).element : undefined;
}

/** The same field or material of another role. */
export function keyOfRole(key: string, role: string): string {
  const { kind, name } = keyParts(key);
  return kind === 'material' ? materialKey(name, role) : fieldKey(role, name);
}

/** The same field or material of the repeated role, where the key is about one item of it. */
export function keyOfAll(key: string): string {
  const { name, key: item } = itemParts(roleOfKey(key));
  return item === undefined ? key : keyOfRole(key, name);
}

/** A field of one item of a repeated role. */
export interface ItemField {
  role: string;
  key: string;
  element: string;
}

const itemField = /^([^.[\]]+)\[(.+)\][.]([^.[\]]+)$/;

/**
 * Reads `child[anna].name` as people write it, where the key may hold anything; undefined where it is nothing of the kind.
 */
export function itemFieldParts(text: string): ItemField | undefined {
  const found = itemField.exec(text);
  if (found === null) return undefined;
  const [, role = '', written = '', element = ''] = found;
  return { role, key: itemParts(`${role}[${written}]`).key ?? written, element };
}

/** The key of a field of one item. */
export function itemFieldKey({ role, key, element }: ItemField): FieldKey {
  return fieldKey(itemName(role, key), element);
}
