import { isObject, own, sameWords } from '../../base/index.js';
import type { JsonSchema } from '../../base/index.js';
import { keywordFault, portableSchema, schemaKeywords } from '../../schema/index.js';
import type { DiagnosticDetails } from '../../diagnostics/index.js';
import type { CheckContext, Place, Spot } from './check-context.js';
import { fieldKey, fieldParts, isFieldKey } from '../../model/index.js';
import { areInDoubt } from './element-values.js';
import { listOf } from '../../messages/index.js';
import { tell } from '../messages.js';
import { meantAs, suggested } from '../../diagnostics/index.js';

/** The roles of a block or bundle: each with the subject that it is. */
export type Roles = ReadonlyMap<string, string>;

/** The roles as documents write them: `role: subject` or `role: { type: subject }`. */
export function rolesOf(roles: Readonly<Record<string, string | { type: string }>>): Roles {
  return new Map(
    Object.entries(roles).map(([role, stated]) => [role, typeof stated === 'string' ? stated : stated.type]),
  );
}

/** What fields may be named: the roles in scope, and roles that a broken part may have had. */
export interface Scope {
  roles: Roles;
  /** Role names as written, broken ones included. */
  known: ReadonlySet<string>;
  open: boolean;
}

/** The scope of a block or bundle. */
export function scopeOf(
  kind: 'block' | 'bundle',
  document: { id: string; roles: Readonly<Record<string, string | { type: string }>> },
  context: CheckContext,
): Scope {
  const names = context.index.names(kind, document.id);
  return { roles: rolesOf(document.roles), known: names?.known ?? new Set(), open: names?.open ?? true };
}

/** Checks that each role is of a subject that exists, and that none takes the place of the materials. */
export function checkRoles(
  roles: Readonly<Record<string, string | { type: string }>>,
  place: Place,
  context: CheckContext,
): void {
  for (const [role, stated] of Object.entries(roles)) {
    if (role === 'materials') context.report('catalogue/reserved-role', { role }, place.at(role).key);
    if (typeof stated === 'string') context.refer('subject', stated, place.at(role).value);
    else context.refer('subject', stated.type, place.at(role, 'type').value);
  }
}

/**
 * Checks that a role is one of those in scope.
 * @param element what follows the role at the place, with its dot
 */
export function checkRole(
  role: string | undefined,
  scope: Scope,
  at: Spot,
  context: CheckContext,
  element = '',
): boolean {
  if (role === undefined || scope.open || scope.known.has(role)) return true;
  context.report('catalogue/unknown-role', { role }, at, helpOn(role, scope, element));
  return false;
}

/** Checks that a field names a role in scope and an element of its subject. */
export function checkField(field: string, scope: Scope, at: Spot, context: CheckContext): boolean {
  if (!isFieldKey(field)) {
    const candidates = [...scope.roles].flatMap(([role, subject]) =>
      [...(context.index.names('subject', subject)?.known ?? [])].map((element) => ({ role, element })),
    );
    const meant = candidates
      .filter(({ element }) => element === field)
      .map(({ role }) => fieldKey(role, field));
    context.report('catalogue/not-a-field', { field }, at, meantAs(meant.slice(0, 3)));
    return false;
  }
  const { role, element } = fieldParts(field);
  if (!checkRole(role, scope, at, context, `.${element}`)) return false;
  const subject = scope.roles.get(role);
  return subject === undefined || checkElement(subject, element, fieldKey(role, ''), at, context);
}

/** Checks that a subject has an element. Of a subject that is not there, that alone is the fault. */
export function checkElement(
  subject: string,
  element: string,
  prefix: string,
  at: Spot,
  context: CheckContext,
): boolean {
  const names = context.index.names('subject', subject);
  if (names === undefined || names.open || names.known.has(element)) return true;
  // The same words in another form, such as "idNo" for "idNumber", tell more than like letters.
  const [same, ...others] = sameWords(element, names.known);
  const last = isFieldKey(element) ? fieldParts(element).element : element;
  const help =
    names.known.has(last) && last !== element
      ? meantAs([prefix + last])
      : same !== undefined && others.length === 0
        ? meantAs([prefix + same])
        : suggested(
            prefix + element,
            [...names.known].map((name) => prefix + name),
          );
  context.report('catalogue/unknown-element', { subject, element }, at, help);
  return false;
}

/** The schema of the element that a field names; undefined where it cannot be told, or is wrong itself. */
export function schemaOfField(field: string, scope: Scope, context: CheckContext): JsonSchema | undefined {
  const { role, element } = fieldParts(field);
  const subject = context.index.document('subject', scope.roles.get(role) ?? '');
  const stated = subject === undefined ? undefined : own(subject.elements, element);
  if (stated === undefined || !isReadable(stated.schema) || areInDoubt(stated)) return undefined;
  return portableSchema(stated.schema, element);
}

/** Does each keyword at the top have a value of its kind? Of others the element's own finding speaks. */
function isReadable(schema: JsonSchema): boolean {
  if (!isObject(schema)) return true;
  return Object.entries(schema).every(([name, value]) => {
    const keyword = schemaKeywords.get(name);
    return keyword === undefined || keywordFault(keyword.shape, value) === undefined;
  });
}

function helpOn(role: string, scope: Scope, element: string): DiagnosticDetails {
  const near = suggested(role, scope.known);
  if (near.help !== undefined) {
    return { ...near, meant: (near.meant ?? []).map((name) => name + element) };
  }
  const known = [...scope.known].slice(0, 10);
  return known.length > 0 ? { help: tell('help.roles', { names: listOf(known, 'comma') }) } : {};
}
