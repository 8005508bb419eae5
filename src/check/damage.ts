import type { LoadedCatalogue } from '../catalogue/index.js';
import { isAnyOfInput, isMaterialInput } from '../model/index.js';
import type { Block, Bundle, Input, Use } from '../model/index.js';
import type { Diagnostic } from '../diagnostics/index.js';

/** What composing and proving find because something is not there: it may be there, in a part that cannot be read. */
const ofAbsence = new Set<string>([
  'compose/no-origin',
  'compose/prerequisite-missing',
  'compose/role-missing',
  'compose/role-type',
  'compose/unfit-derivation',
  'compose/unknown-consent',
  'compose/unused-registry',
  'order/target-below-critical-path',
  'prove/condition-always',
]);

/** Does the finding say that something is missing? */
export function speaksOfAbsence({ code }: Diagnostic): boolean {
  return ofAbsence.has(code);
}

/**
 * Finds out which bundles lack a part because of an error that is told by itself: a document that is not there or cannot
 * be read, a use, a role, a limit,
 * what a registry is given or gives.
 */
export function damageIn(catalogue: LoadedCatalogue): (bundle: string) => boolean {
  const errors = catalogue.diagnostics.filter(({ severity }) => severity === 'error');
  const lost = errors.filter(({ at }) =>
    /^\/(?:uses|roles|time|subject|given|gives)(?:\/|$)/.test(at.pointer),
  );
  const broken = new Set(lost.map(({ at }) => at.file));
  return (bundle) => errors.length > 0 && new Reach(catalogue, broken).bundle(bundle);
}

/** The elements that have an error of their own: what is found of their fields may be due to it. */
export function brokenElements({ subjects, diagnostics }: LoadedCatalogue): ReadonlySet<string> {
  const files = new Set([...subjects.values()].map(({ file }) => file));
  return new Set(
    diagnostics.flatMap(({ severity, at }) => {
      const [, kind, element] = at.pointer.split('/');
      const isOne = severity === 'error' && kind === 'elements' && files.has(at.file);
      return isOne && element !== undefined ? [element] : [];
    }),
  );
}

class Reach {
  readonly #seen = new Set<string>();

  constructor(
    readonly catalogue: LoadedCatalogue,
    readonly broken: ReadonlySet<string>,
  ) {}

  bundle(id: string): boolean {
    const entry = this.catalogue.bundles.get(id);
    if (entry === undefined) return true;
    if (this.#seen.has(entry.file)) return false;
    this.#seen.add(entry.file);
    const { uses, registries = [] }: Bundle = entry.document;
    return (
      this.broken.has(entry.file) ||
      this.#subjects(entry.document.roles) ||
      uses.some((use) => this.#use(use)) ||
      registries.some((registry) => this.#isBroken(this.catalogue.registries.get(registry)))
    );
  }

  #use(use: Use): boolean {
    if ('oneOf' in use) return use.oneOf.some((one) => this.#use(one));
    return 'block' in use ? this.#block(use.block) : this.bundle(use.bundle);
  }

  #block(id: string): boolean {
    const entry = this.catalogue.blocks.get(id);
    if (entry === undefined) return true;
    if (this.#seen.has(entry.file)) return false;
    this.#seen.add(entry.file);
    const { roles, inputs = [] }: Block = entry.document;
    return this.broken.has(entry.file) || this.#subjects(roles) || inputs.some((input) => this.#input(input));
  }

  #input(input: Input): boolean {
    if (isAnyOfInput(input)) return input.anyOf.some((group) => group.some((one) => this.#input(one)));
    return isMaterialInput(input) && this.#isBroken(this.catalogue.materials.get(input.material));
  }

  #subjects(roles: Readonly<Record<string, string | { type: string }>>): boolean {
    return Object.values(roles).some((role) =>
      this.#isBroken(this.catalogue.subjects.get(typeof role === 'string' ? role : role.type)),
    );
  }

  #isBroken(entry: { file: string } | undefined): boolean {
    return entry === undefined || this.broken.has(entry.file);
  }
}
