import { omitUndefined, own, suggest } from '../base/index.js';
import {
  assertArguments,
  didYouMean,
  UsageError,
  bareMessage,
  literal,
  literals,
} from '../messages/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import { createDiagnostic, hasErrors, sortDiagnostics } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { fieldParts, materialParts } from '../model/index.js';
import type {
  Block,
  Bundle,
  BundleConsequences,
  CatalogueDiff,
  Change,
  ChangeSubject,
  Grade,
  Text,
} from '../model/index.js';
import { isSame, locatedChange } from './comparison.js';
import type { Collect, FoundChange } from './comparison.js';
import type { ConsequenceOptions } from './applicant/consequences.js';
import { diffBundles } from './diff-bundles.js';
import { blockReach, diffBlock } from './documents/diff-block.js';
import { asJson, diffDocuments, manifestPlaces } from './documents/diff-documents.js';
import { diffPresence } from './documents/diff-presence.js';
import { findRenames } from './renames/find-renames.js';
import type { Renames } from './renames/renames.js';
import { renamedCatalogue } from './renames/renamed-catalogue.js';
import { joinDetails, sortChanges } from './sort-changes.js';
import { isAtLeast, leastVersion, parseVersion } from './version.js';
import { tell } from './messages.js';

/** How two catalogues are compared. */
export interface DiffOptions extends ConsequenceOptions {
  /** Only these bundles, and the blocks and documents that they reach. Left out: everything. */
  bundles?: readonly string[];
  /** Only what these documents say, by kind and id. Left out: everything. */
  documents?: readonly { kind: string; id: string }[];
  /** The version of the new catalogue must say what has changed. */
  checkVersion?: boolean;
  /** Called before each bundle that is compared. */
  onBundle?: (bundle: string) => void;
}

/**
 * Compares two versions of a catalogue: every bundle as its applicants and hosts see it, every block by itself, every
 * document that these refer to. Each change is graded by the algebra of schemas and conditions; a breaking one carries
 * what was fine and is not any more, and what could not be decided is `unknown`, never fine. The order of documents
 * changes nothing, and a catalogue compared with itself has no change.
 * @throws UsageError `usage/unknown-bundle` when neither catalogue has a bundle that is named
 */
export function diffCatalogues(
  original: LoadedCatalogue,
  after: LoadedCatalogue,
  options: DiffOptions = {},
): CatalogueDiff {
  assertArguments(
    'diffCatalogues',
    { before: 'from loadCatalogue', after: 'from loadCatalogue', options: 'object' },
    { before: original, after, options },
  );
  const { bundles } = options;
  for (const bundle of bundles ?? []) requireBundle(bundle, original, after);
  const found: FoundChange[] = [];
  const collect: Collect = (change) => found.push(change);
  const renames = findRenames(original, after);
  const before = renamedCatalogue(original, renames);
  const reach =
    bundles === undefined
      ? undefined
      : new Set(
          [original, before, after].flatMap((one) => bundles.flatMap((bundle) => [...blocksOf(one, bundle)])),
        );
  const wanted = bundles?.map((bundle) => renames.bundle.get(bundle) ?? bundle);
  const named = { ...options, ...omitUndefined({ bundles: wanted }) };
  const compared = diffEveryBundle({ original, before, after, renames }, named, collect);
  diffEveryBlock({ original, before, after, renames }, reach, collect);
  if (bundles === undefined) {
    diffDocuments(before, after, collect);
    diffManifest(before, after, collect);
  }
  const all = [
    ...compared.flatMap((one) => one.changes),
    ...joinDetails(found).map((one) => locatedChange(one, {}, before, after)),
  ];
  const changes = sortChanges(options.documents === undefined ? all : all.filter(isOf(options.documents)));
  const version = leastVersion(before.version, changes);
  const counted: Record<Grade, number> = { breaking: 0, compatible: 0, unknown: 0 };
  for (const { grade } of changes) counted[grade] += 1;
  return {
    formatVersion: 2,
    old: { id: before.id, version: before.version },
    new: { id: after.id, version: after.version },
    counts: counted,
    changes,
    consequences: compared
      .map(({ consequences }) => consequences)
      .filter(({ bundle }) => changes.some(({ subject }) => subject.bundle === bundle)),
    ...omitUndefined({ version }),
    diagnostics: sortDiagnostics([
      ...unsound(before),
      ...unsound(after),
      ...(options.checkVersion === true ? versionFindings(before, after, version) : []),
    ]),
  };
}

/** Is the change one of what these documents say? */
function isOf(documents: NonNullable<DiffOptions['documents']>): (change: Change) => boolean {
  const named = new Set(documents.map(({ kind, id }) => `${kind} ${id}`));
  return ({ subject: { bundle, block, document } }) =>
    named.has(document ?? (bundle === undefined ? `block ${block}` : `bundle ${bundle}`));
}

function requireBundle(bundle: string, ...catalogues: LoadedCatalogue[]): void {
  if (catalogues.some(({ bundles }) => bundles.has(bundle))) return;
  const ids = catalogues.flatMap(({ bundles }) => [...bundles.keys()]);
  const near = suggest(bundle, ids);
  throw new UsageError(
    tell('usage/unknown-bundle:neither', { bundle }),
    didYouMean(near) ??
      tell('usage/unknown-bundle:neither-help', { names: literals([...new Set(ids)].sort()) }),
  );
}

/** The blocks that a bundle uses, also through other bundles. */
function blocksOf({ bundles }: LoadedCatalogue, bundle: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  const entry = bundles.get(bundle);
  if (entry === undefined || seen.has(bundle)) return found;
  seen.add(bundle);
  for (const use of entry.document.uses.flatMap((one) => ('oneOf' in one ? one.oneOf : [one]))) {
    if ('block' in use) found.add(use.block);
    else for (const block of blocksOf({ bundles } as LoadedCatalogue, use.bundle, seen)) found.add(block);
  }
  return found;
}

interface ComparedBundle {
  changes: Change[];
  consequences: BundleConsequences;
}

/** Both versions, and the old one with the new names. */
interface Versions {
  original: LoadedCatalogue;
  before: LoadedCatalogue;
  after: LoadedCatalogue;
  renames: Renames;
}

function diffEveryBundle(
  { original, before, after, renames }: Versions,
  { bundles, onBundle, ...rest }: DiffOptions,
  add: Collect,
): ComparedBundle[] {
  const isWanted = (id: string) => bundles?.includes(id) ?? true;
  const sides = { old: original.bundles, new: after.bundles, renamed: renames.bundle };
  const shared = diffPresence('bundle', sides, isWanted, add);
  const oldNames = new Map([...renames.block].map(([old, now]) => [now, old]));
  return shared.flatMap((id) => {
    const isRenamed = [...blocksOf(after, id)].some((block) => oldNames.has(block));
    if (!isRenamed && isSame(bundleReach(before, id), bundleReach(after, id))) return [];
    onBundle?.(id);
    const compared = diffBundles(
      { catalogue: before, bundle: id },
      { catalogue: after, bundle: id },
      { ...rest, oldNames },
    );
    return compared.changes.length === 0 ? [] : [compared];
  });
}

/** Everything that a bundle refers to, for telling whether anything of it has changed. */
function bundleReach(catalogue: LoadedCatalogue, id: string): unknown {
  const bundles = new Map<string, Bundle>();
  const visit = (bundle: string): void => {
    const entry = catalogue.bundles.get(bundle);
    if (entry === undefined || bundles.has(bundle)) return;
    bundles.set(bundle, entry.document);
    for (const use of entry.document.uses.flatMap((one) => ('oneOf' in one ? one.oneOf : [one])))
      if ('bundle' in use) visit(use.bundle);
  };
  visit(id);
  const documents = [...bundles.values()];
  const registries = [...new Set(documents.flatMap(({ registries: used = [] }) => used))].sort();
  const types = documents.flatMap(({ roles }) =>
    Object.values(roles).map((role) => (typeof role === 'string' ? role : role.type)),
  );
  return [
    documents.map(asJson),
    [...blocksOf(catalogue, id)].sort().map((block) => {
      const entry = catalogue.blocks.get(block);
      return entry === undefined ? null : blockReach(catalogue, entry);
    }),
    registries.map((registry) => catalogue.registries.get(registry)?.document ?? null),
    [...new Set(types)].sort().map((type) => catalogue.subjects.get(type)?.document ?? null),
    catalogue.manifest?.document.calendar ?? null,
    [...catalogue.calendars.values()].map(({ document }) => document),
    catalogue.locales,
  ];
}

function diffEveryBlock(
  { original, before, after, renames }: Versions,
  reach: ReadonlySet<string> | undefined,
  add: Collect,
): void {
  const sides = { old: original.blocks, new: after.blocks, renamed: renames.block };
  const shared = diffPresence('block', sides, (id) => reach?.has(id) ?? true, add);
  for (const id of shared) {
    const [from, to] = [before.blocks.get(id)!, after.blocks.get(id)!];
    if (isSame(blockReach(before, from), blockReach(after, to))) continue;
    diffBlock({ catalogue: before, entry: from }, { catalogue: after, entry: to }, (change) =>
      add({
        ...change,
        subject: { block: id, ...titleIn(after, to.document, change.subject), ...change.subject },
      }),
    );
  }
}

/** What people call the field or material that a change of a block is about; else the block. */
function titleIn(
  { subjects, materials }: LoadedCatalogue,
  block: Block,
  { field, material }: ChangeSubject = {},
): { title?: Text } {
  let title = block.title;
  if (material !== undefined) title = materials.get(materialParts(material).material)?.document.title;
  else if (field !== undefined) {
    const { role: name, element } = fieldParts(field);
    const role = own(block.roles, name);
    const type = typeof role === 'object' ? role.type : role;
    const elements = subjects.get(type ?? '')?.document.elements;
    title = elements === undefined ? undefined : own(elements, element)?.title;
  }
  return omitUndefined({ title });
}

function diffManifest(before: LoadedCatalogue, after: LoadedCatalogue, add: Collect): void {
  const words = ({ manifest }: LoadedCatalogue) => [
    manifest?.document.title ?? null,
    manifest?.document.description ?? null,
    manifest?.document.locales ?? null,
  ];
  if (isSame(words(before), words(after))) return;
  const subject = { document: `catalogue ${after.id}` };
  add({ kind: 'text-changed', grade: 'compatible', subject, ...manifestPlaces(before, after, '') });
}

/** A version with errors is compared as far as it is sound. */
function unsound(catalogue: LoadedCatalogue): Diagnostic[] {
  if (!hasErrors(catalogue.diagnostics)) return [];
  const errors = catalogue.diagnostics.filter(({ severity }) => severity === 'error');
  const related = errors.map((error) => ({ at: error.at, ...bareMessage(error) }));
  return [
    createDiagnostic(
      'diff/unsound',
      { version: literal(catalogue.version), count: errors.length },
      errors[0]!.at,
      {
        related,
      },
    ),
  ];
}

function versionFindings(
  before: LoadedCatalogue,
  after: LoadedCatalogue,
  version: CatalogueDiff['version'],
): Diagnostic[] {
  const at = {
    file: after.manifest?.file ?? 'catalogue.yaml',
    pointer: after.manifest === undefined ? '' : '/version',
  };
  const place = after.locate(at);
  for (const text of [before.version, after.version])
    if (parseVersion(text) === undefined)
      return [createDiagnostic('diff/no-version', { version: text }, place)];
  if (version === undefined || isAtLeast(after.version, version.least)) return [];
  const args = {
    version: literal(after.version),
    old: literal(before.version),
    least: literal(version.least),
  };
  return [createDiagnostic('diff/version-too-low', args, place)];
}
