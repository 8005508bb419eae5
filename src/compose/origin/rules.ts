import { compareCodeUnits } from '../../base/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { createDiagnostic, suggested } from '../../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../../diagnostics/index.js';
import { fieldKey, fieldParts, itemName, keyOfRole, materialKey, roleOfKey } from '../../model/index.js';
import type { Registry } from '../../model/index.js';
import type { BoundBundle, BoundRole } from '../bind/bound.js';
import { tell } from '../messages.js';

/** A registry or derivation at work for one role, or over several: from these keys it gives these. */
export interface Rule {
  /** The step of the plan. */
  step: string;
  registry: Registry;
  file: string;
  /** The role that it is about, where the registry names a subject. */
  role?: BoundRole;
  /** The role that has to consent before anything is looked up. */
  consent?: string;
  given: string[];
  gives: { key: string; at: SourceRef }[];
}

/** What the registries of a bundle can answer, role by role. */
export function rulesOf(
  catalogue: LoadedCatalogue,
  bound: BoundBundle,
  report: (diagnostic: Diagnostic) => void,
): Rule[] {
  const rules: Rule[] = [];
  for (const id of bound.registries) {
    const entry = catalogue.registries.get(id);
    if (entry === undefined) continue;
    const { document, file } = entry;
    if (isUnknownConsent(bound, document)) {
      report(unknownConsent(bound, document, file));
      continue;
    }
    if (document.subject === undefined) {
      const rule = ruleOverRoles(bound, document, file, report);
      if (rule !== undefined) rules.push(rule);
      continue;
    }
    for (const role of bound.roles.values()) {
      // Of a repeated role whose items are named, each item is looked up by itself.
      if (role.type === document.subject && role.items === undefined)
        rules.push({ ...ruleForRole(document, file, role), ...consentOf(document, bound, role) });
    }
  }
  return rules.sort((a, b) => compareCodeUnits(a.step, b.step));
}

/** The role whose consent a look-up needs; the subject of the registry stands for whoever is looked up. */
function consentOf(registry: Registry, { roles }: BoundBundle, role?: BoundRole): { consent?: string } {
  const { consent } = registry;
  if (consent === undefined) return {};
  return { consent: roles.has(consent) || role === undefined ? consent : role.name };
}

function isUnknownConsent({ roles }: BoundBundle, { consent, subject }: Registry): boolean {
  return consent !== undefined && consent !== subject && !roles.has(consent) && !isRepeated(roles, consent);
}

/** Of a repeated role whose items are named, the items stand in place of it. */
function isRepeated(roles: BoundBundle['roles'], name: string): boolean {
  return [...roles.values()].some(({ itemOf }) => itemOf?.role === name);
}

/** Without whoever has to consent, nothing may be looked up. */
function unknownConsent(bound: BoundBundle, registry: Registry, file: string): Diagnostic {
  const { id, consent: role = '', subject } = registry;
  const index = bound.bundle.registries?.indexOf(id) ?? -1;
  const listed = { file: bound.file, pointer: index < 0 ? '' : `/registries/${index}` };
  const names = [...bound.roles.keys(), ...(subject === undefined ? [] : [subject])];
  return createDiagnostic(
    'compose/unknown-consent',
    { registry: id, role },
    { file, pointer: '/consent' },
    {
      ...suggested(role, names),
      related: [{ at: listed, ...tell('registry.listed', { bundle: bound.bundle.id }) }],
    },
  );
}

function ruleForRole(registry: Registry, file: string, role: BoundRole): Rule {
  return {
    step: itemName(`${registry.id}-${role.itemOf?.role ?? role.name}`, role.itemOf?.key),
    registry,
    file,
    role,
    given: registry.given.map((element) => fieldKey(role.name, element)),
    gives: registry.gives.map((given, index) => ({
      key: typeof given === 'string' ? fieldKey(role.name, given) : materialKey(given.material, role.name),
      at: { file, pointer: `/gives/${index}` },
    })),
  };
}

function ruleOverRoles(
  bound: BoundBundle,
  registry: Registry,
  file: string,
  report: (diagnostic: Diagnostic) => void,
): Rule | undefined {
  const missing = [...registry.given, ...registry.gives].find((name) => {
    if (typeof name !== 'string') return name.of === undefined || !bound.roles.has(name.of);
    const { role, element } = fieldParts(name);
    const subject = bound.roles.get(role)?.subject;
    return subject === undefined || !Object.hasOwn(subject.elements, element);
  });
  if (missing !== undefined) {
    const field = typeof missing === 'string' ? missing : materialKey(missing.material, missing.of ?? '?');
    const index = bound.bundle.registries?.indexOf(registry.id) ?? -1;
    const at = { file: bound.file, pointer: index < 0 ? '' : `/registries/${index}` };
    report(createDiagnostic('compose/unfit-derivation', { registry: registry.id, field }, at));
    return undefined;
  }
  return {
    step: registry.id,
    registry,
    file,
    ...consentOf(registry, bound),
    given: registry.given.flatMap((key) => ofEachItem(bound, key)),
    gives: registry.gives.flatMap((name, index) =>
      ofEachItem(bound, typeof name === 'string' ? name : materialKey(name.material, name.of!)).map(
        (key) => ({
          key,
          at: { file, pointer: `/gives/${index}` },
        }),
      ),
    ),
  };
}

/** What is said of a repeated role, said of each item that is named. */
function ofEachItem({ roles }: BoundBundle, key: string): string[] {
  const items = roles.get(roleOfKey(key))?.items ?? [];
  return items.length === 0 ? [key] : items.map((item) => keyOfRole(key, item));
}
