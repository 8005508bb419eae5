import { assertArguments } from '../messages/index.js';
import { appendTo } from '../base/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import { sortDiagnostics } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { brokenElements, damageIn, speaksOfAbsence } from './damage.js';
import { findIdleBlocks } from './idle-blocks.js';
import { mergeRepeated } from './merge-repeated.js';
import { findNearDuplicates } from './near-duplicates.js';
import { fieldParts, isFieldKey } from '../model/index.js';
import { composedBundle } from '../plan/index.js';
import { proveBundle } from '../prove/index.js';

/** How a catalogue is checked. */
export interface CheckOptions {
  /** Called for each bundle: before it is composed, or, where several threads compose, when it is done. */
  onBundle?: (bundle: string, index: number, count: number) => void;
}

/** A bundle that was composed and proven. */
export interface CheckedBundle {
  bundle: string;
  /** How many situations the proofs cover, as a decimal number: exactly so many, or at least. */
  situations: { total: string; exact: boolean };
  /** So many further findings are told when the errors in its documents are mended: they may be due to these. */
  waiting?: number;
}

/** What is wrong with a catalogue, as one document. */
export interface CatalogueFindings {
  formatVersion: 2;
  catalogue: { id: string; version: string };
  /** The bundles, each composed and proven. */
  bundles: CheckedBundle[];
  /** Sorted by file, place and code, each once. */
  diagnostics: Diagnostic[];
}

/** What was found in one bundle. */
export interface BundleVerdict extends CheckedBundle {
  /** By composing it. */
  composing: readonly Diagnostic[];
  /** By proving it. */
  proving: readonly Diagnostic[];
}

/** Checks the documents of a catalogue and how they refer to each other, composes every bundle and proves it. */
export function checkCatalogue(catalogue: LoadedCatalogue, options: CheckOptions = {}): CatalogueFindings {
  assertArguments(
    'checkCatalogue',
    { catalogue: 'from loadCatalogue', options: 'object' },
    { catalogue, options },
  );
  const verdicts: BundleVerdict[] = [];
  for (const [bundle] of catalogue.bundles) {
    options.onBundle?.(bundle, verdicts.length, catalogue.bundles.size);
    verdicts.push(checkBundle(catalogue, bundle));
  }
  return findingsOf(catalogue, verdicts);
}

/** Composes a bundle and proves it. */
export function checkBundle(catalogue: LoadedCatalogue, bundle: string): BundleVerdict {
  const composed = composedBundle(catalogue, bundle);
  const { situations, diagnostics } = proveBundle(composed);
  const { total, exact } = situations;
  return { bundle, situations: { total, exact }, composing: composed.diagnostics, proving: diagnostics };
}

/**
 * Puts together what loading found, and what was found in each bundle.
 * @param likenesses names that seem to stand for one thing
 */
export function findingsOf(
  catalogue: LoadedCatalogue,
  verdicts: readonly BundleVerdict[],
  likenesses: readonly Diagnostic[] = findNearDuplicates(catalogue),
): CatalogueFindings {
  const causes = causePlaces(catalogue);
  const isDamaged = damageIn(catalogue);
  const elements = brokenElements(catalogue);
  const ofBundles = verdicts.map((verdict) => {
    const lacks = isDamaged(verdict.bundle);
    const isCaused = (finding: Diagnostic): boolean =>
      (lacks && speaksOfAbsence(finding)) || isOfBroken(finding, elements);
    const found = [...verdict.composing, ...verdict.proving];
    const kept = [
      ...verdict.composing.filter(
        (finding) =>
          !isCaused(finding) &&
          !(
            (speaksOfAbsence(finding) || finding.code === 'compose/conflict') &&
            isConsequence(finding, causes)
          ),
      ),
      ...verdict.proving.filter((finding) => !isCaused(finding) && !isConsequence(finding, causes)),
    ];
    return { ...verdict, kept, waiting: found.length - kept.length };
  });
  const diagnostics = [
    ...catalogue.diagnostics,
    ...likenesses,
    ...findIdleBlocks(catalogue),
    // What several bundles share is found in each of them, and is one finding.
    ...ofBundles.flatMap(({ kept }) => kept),
  ];
  return {
    formatVersion: 2,
    catalogue: { id: catalogue.id, version: catalogue.version },
    bundles: ofBundles.map(({ bundle, situations, waiting }) => ({
      bundle,
      situations,
      ...(waiting === 0 ? {} : { waiting }),
    })),
    diagnostics: mergeRepeated(sortDiagnostics(diagnostics)),
  };
}

/** Does it name a field whose element has an error of its own? */
function isOfBroken({ code, args, related }: Diagnostic, elements: ReadonlySet<string>): boolean {
  if (elements.size === 0) return false;
  // It names no field: what nobody can meet may rest on any of them.
  if (code === 'prove/idle-alternative') return true;
  const names = JSON.stringify([args, related.map((one) => one.args)]).match(/"[^"\\]+"/g) ?? [];
  return names.some((quoted) => {
    const name = quoted.slice(1, -1);
    return isFieldKey(name) && elements.has(fieldParts(name).element);
  });
}

/** The places of what is the cause of other findings, by file: errors, and keywords that say nothing. */
function causePlaces({ diagnostics }: LoadedCatalogue): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { code, severity, at } of diagnostics) {
    if (severity === 'error' || code === 'schema/unknown-keyword') appendTo(places, at.file, at.pointer);
  }
  return places;
}

/** What is found because of what is wrong within the very place that it is about says the same thing twice. */
function isConsequence({ at }: Diagnostic, causes: ReadonlyMap<string, readonly string[]>): boolean {
  const pointers = causes.get(at.file) ?? [];
  return at.pointer !== '' && pointers.some((one) => one === at.pointer || one.startsWith(`${at.pointer}/`));
}
