import { assertArguments } from '../messages/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import { composedBundle } from '../plan/index.js';
import type { ComposedBundle } from '../compose/index.js';
import type { BundleConsequences, Change } from '../model/index.js';
import { createComparison, isSame, locatedChange } from './comparison.js';
import type { Collect, FoundChange } from './comparison.js';
import { consequencesOf } from './applicant/consequences.js';
import type { ConsequenceOptions } from './applicant/consequences.js';
import { asJson, diffWords } from './documents/diff-documents.js';
import { timeChange } from './terms/time-change.js';
import { diffForm } from './form/diff-form.js';
import { diffCases } from './plan/diff-cases.js';
import { diffEligibility } from './plan/diff-eligibility.js';
import { diffOrder } from './plan/diff-order.js';
import { diffOrigins } from './plan/diff-origins.js';
import { diffServed } from './plan/diff-served.js';
import { diffStepNames, diffSteps } from './plan/diff-steps.js';
import { joinDetails, sortChanges } from './sort-changes.js';

/** A bundle of a catalogue. */
export interface BundleVersion {
  catalogue: LoadedCatalogue;
  bundle: string;
}

/** What has changed between two versions of one bundle. */
export interface BundleDiff {
  changes: Change[];
  consequences: BundleConsequences;
}

/** How two versions of a bundle are compared. */
export interface BundleDiffOptions extends ConsequenceOptions {
  /**
   * The ids that blocks had before, by those that they have now. The old catalogue speaks of them by their new ids
   * already; the hosts of cases under way do not.
   */
  oldNames?: ReadonlyMap<string, string>;
}

/**
 * Compares two versions of one bundle: its form, its plan, its terms, and what that comes to for its applicants. What
 * the blocks say by themselves is compared by `diffCatalogues`.
 * @throws UsageError `usage/unknown-bundle` when a catalogue has no such bundle
 */
export function diffBundles(
  before: BundleVersion,
  after: BundleVersion,
  options: BundleDiffOptions = {},
): BundleDiff {
  assertVersion('before', before);
  assertVersion('after', after);
  assertArguments('diffBundles', { options: 'object' }, { options });
  const old = composedBundle(before.catalogue, before.bundle);
  const now = composedBundle(after.catalogue, after.bundle);
  const found: FoundChange[] = [];
  const comparison = createComparison(old, now, (change) => found.push(change));
  diffForm(comparison);
  diffSteps(comparison);
  const oldNames = options.oldNames ?? new Map<string, string>();
  diffStepNames(comparison, oldNames);
  diffOrder(comparison);
  diffOrigins(comparison);
  diffEligibility(comparison, 'bundle');
  diffTarget(comparison.old, comparison.new, comparison.add);
  diffServed(comparison);
  diffCases(comparison, oldNames);
  diffBundleWords(old, now, comparison.add);
  const subject = { bundle: after.bundle };
  return {
    changes: sortChanges(
      joinDetails(found).map((one) => locatedChange(one, subject, before.catalogue, after.catalogue)),
    ),
    consequences: consequencesOf(comparison, options),
  };
}

const toldKeys = [
  'kind',
  'id',
  'roles',
  'applicant',
  'known',
  'registries',
  'uses',
  'eligibility',
  'target',
  'basis',
];

function diffBundleWords(
  before: ComposedBundle,
  after: ComposedBundle,
  add: (change: FoundChange) => void,
): void {
  const [old, now] = [before.bound, after.bound].map(({ bundle, file }) => ({ document: bundle, file }));
  const { title } = after.bound.bundle;
  const collect: Collect = (change) =>
    add({ ...change, ...(title === undefined ? {} : { subject: { title, ...change.subject } }) });
  diffWords(old!, now!, toldKeys, collect);
  const [from, to] = [asJson(old!.document)['basis'] ?? null, asJson(now!.document)['basis'] ?? null];
  const places = { old: { file: old!.file, pointer: '' }, new: { file: now!.file, pointer: '' } };
  if (!isSame(from, to))
    collect({ ...places, kind: 'basis-changed', grade: 'compatible', before: from, after: to });
}

function diffTarget(before: ComposedBundle, after: ComposedBundle, add: (change: FoundChange) => void): void {
  const [from, to] = [before.bound.bundle.target?.within, after.bound.bundle.target?.within];
  if (from === to) return;
  const places = {
    old: { file: before.bound.file, pointer: from === undefined ? '' : '/target' },
    new: { file: after.bound.file, pointer: to === undefined ? '' : '/target' },
  };
  if (from !== undefined && to !== undefined) add({ ...places, ...timeChange('target', from, to) });
  else if (to === undefined)
    add({ ...places, kind: 'time-longer', grade: 'breaking', before: { target: from! }, after: null });
  else add({ ...places, kind: 'time-shorter', grade: 'compatible', before: null, after: { target: to } });
}

function assertVersion(name: 'before' | 'after', version: BundleVersion): void {
  assertArguments('diffBundles', { [name]: 'object' }, { [name]: version });
  const { catalogue, bundle } = version;
  const kinds = { [`${name}.catalogue`]: 'from loadCatalogue', [`${name}.bundle`]: 'text' } as const;
  assertArguments('diffBundles', kinds, { [`${name}.catalogue`]: catalogue, [`${name}.bundle`]: bundle });
}
