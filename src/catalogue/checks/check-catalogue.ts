import type { Diagnostic } from '../../diagnostics/index.js';
import type { CatalogueIndex } from '../catalogue-index.js';
import type { CatalogueMemory } from '../catalogue-memory.js';
import type { Kind, Text } from '../../model/index.js';
import type { Entry } from '../source-file.js';
import { checkAccept, checkBlock, checkFetched } from './check-block.js';
import { checkBundle } from './check-bundle.js';
import { checkCase } from './check-case.js';
import { CheckContext, Place } from './check-context.js';
import type { CheckOptions } from './check-context.js';
import { checkCalendar } from './check-calendar.js';
import { checkRegistry } from './check-registry.js';
import { checkSubject } from './check-subject.js';
import { checkTitle } from './check-title.js';

/** So many documents are checked before whoever shares the thread has a turn. */
const step = 200;

/**
 * Runs every check over the documents as a whole, in steps.
 * @param memory what was found before, where the catalogue was checked before
 */
export function* checkCatalogue(
  index: CatalogueIndex,
  options: CheckOptions,
  findings: Diagnostic[],
  memory?: CatalogueMemory,
): Generator<undefined, void> {
  const context = new CheckContext(index, options, findings);
  memory?.settle(options, context.useNames);
  const { manifest } = options;
  if (manifest !== undefined) {
    const place = Place.of(manifest.file);
    checkTitle(manifest.document.title, place, context);
    context.refer('calendar', manifest.document.calendar, place.at('calendar').value);
  }
  const { subject, material, authority, registry, calendar, block, bundle } = index.entries;
  let checked = 0;
  const each = function* <T extends { kind: Kind; id: string }>(
    entries: ReadonlyMap<string, Entry<T>>,
    check: (entry: Entry<T>) => void,
  ): Generator<undefined, void> {
    for (const entry of entries.values()) {
      withMemory(entry, () => check(entry), context, memory);
      if (++checked % step === 0) yield;
    }
  };
  const title = ({ document, file }: Entry<{ title?: Text }>) =>
    checkTitle(document.title, Place.of(file), context);
  yield* each(subject, (entry) => checkSubject(entry, context));
  yield* each(material, (entry) => {
    title(entry);
    checkAccept(entry.document.accept, undefined, Place.of(entry.file).at('accept'), context);
    const { id, accept } = entry.document;
    checkFetched(id, accept, Place.of(entry.file).at('accept'), context);
  });
  yield* each(authority, title);
  yield* each(calendar, (entry) => checkCalendar(entry, context));
  yield* each(registry, (entry) => checkRegistry(entry, context));
  yield* each(block, (entry) => checkBlock(entry, context));
  yield* each(bundle, (entry) => checkBundle(entry, context));
  yield* each(index.entries.case, (entry) => checkCase(entry, context));
}

/** Checks a document, or says again what was found before where nothing that it refers to has changed. */
function withMemory(
  { document }: Entry<{ kind: Kind; id: string }>,
  check: () => void,
  { index, findings }: CheckContext,
  memory: CatalogueMemory | undefined,
): void {
  const source = memory === undefined ? undefined : index.source(document.kind, document.id);
  if (memory === undefined || source === undefined) return check();
  const known = memory.verdict(source, index);
  if (known !== undefined) {
    for (const finding of known) findings.push(finding);
    return;
  }
  const before = findings.length;
  const reads = index.observe(check);
  if (reads !== undefined) memory.remember(source, reads, findings.slice(before));
}
