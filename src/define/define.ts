import type { JsonObject, JsonValue } from '../base/index.js';
import type {
  Accept,
  FileRule,
  Authority,
  Bundle,
  Calendar,
  Case,
  Catalogue,
  Expectation,
  Material,
  Registry,
  Text,
} from '../model/index.js';
import { define } from './definition.js';
import type {
  BlockInput,
  BlockRolesInput,
  BundleInput,
  BundleRolesInput,
  CalendarInput,
  CheckedUses,
  DefinedBlock,
  DefinedBundle,
  DefinedSubject,
  DocumentInput,
  ElementInput,
  ElementName,
} from './types.js';

/**
 * A subject in TypeScript. Elements take a JSON Schema or a zod type.
 * @returns a plain document whose element names the compiler knows
 */
export function defineSubject<const Elements extends Record<string, ElementInput>>(
  subject: DocumentInput & { elements: Elements },
): DefinedSubject<keyof Elements & string> {
  return define('subject', subject);
}

/**
 * A block in TypeScript. A field, a role or a condition that its roles do not have does not compile, where the roles are
 * subjects made by `defineSubject`; where they are ids, every element name is taken and checked when the catalogue loads.
 */
export function defineBlock<const Roles extends BlockRolesInput>(
  block: BlockInput<Roles, NoInfer<Roles>>,
): DefinedBlock<Roles> {
  return define('block', block);
}

/**
 * A bundle in TypeScript. A use that binds a role which the block or the bundle does not have, or a condition on a field
 * that the bundle does not have, does not compile.
 */
export function defineBundle<const Roles extends BundleRolesInput, const Uses extends readonly unknown[]>(
  bundle: BundleInput<Roles, Uses & CheckedUses<Uses, NoInfer<Roles>>, NoInfer<Roles>>,
): DefinedBundle<Roles> {
  return define('bundle', bundle);
}

/** A registry that answers facts of one subject: its keys and answers are element names of it. */
export function defineRegistry<const Subject extends DefinedSubject | string>(
  registry: DocumentInput & {
    authority?: Authority | string;
    subject: Subject;
    given: readonly ElementName<NoInfer<Subject>>[];
    gives: readonly (ElementName<NoInfer<Subject>> | { material: Material | string })[];
  },
): Registry {
  return define('registry', registry);
}

/** A derivation: computed on the spot from fields of roles, asked of nobody. */
export function defineDerivation(
  derivation: DocumentInput & {
    local: string;
    subject?: DefinedSubject | string;
    options?: Record<string, JsonValue>;
    given: readonly string[];
    gives: readonly string[];
  },
): Registry {
  return define('registry', derivation);
}

/** A kind of evidence. */
export function defineMaterial(
  material: DocumentInput & {
    electronic?: boolean;
    accept?: readonly Accept[];
    specification?: Text;
    files?: FileRule;
  },
): Material {
  return define('material', material);
}

/** An authority that decides blocks. */
export function defineAuthority(authority: DocumentInput & { code?: string }): Authority {
  return define('authority', authority);
}

/** Which days are working days. */
export function defineCalendar(calendar: CalendarInput): Calendar {
  return define('calendar', calendar);
}

/** The manifest of a catalogue. */
export function defineCatalogue(
  catalogue: DocumentInput & {
    version: string;
    locales?: readonly string[];
    calendar?: Calendar | string;
    imports?: readonly string[];
  },
): Catalogue {
  return define('catalogue', catalogue);
}

/** A golden case. */
export function defineCase(
  goldenCase: DocumentInput & {
    bundle: Bundle | string;
    facts?: JsonObject;
    choices?: Record<string, boolean>;
    answers?: JsonObject;
    expect?: Expectation;
  },
): Case {
  return define('case', goldenCase);
}
