import type { Diagnostic } from '../../diagnostics/index.js';
import type { CatalogueIndex } from '../catalogue-index.js';
import { checkAccept, checkBlock } from './check-block.js';
import { checkBundle } from './check-bundle.js';
import { checkCase } from './check-case.js';
import { CheckContext, Place } from './check-context.js';
import type { CheckOptions } from './check-context.js';
import { checkRegistry } from './check-registry.js';
import { checkSubject } from './check-subject.js';
import { checkTitle } from './check-title.js';

/** Runs every check over the documents as a whole. */
export function checkCatalogue(index: CatalogueIndex, options: CheckOptions, findings: Diagnostic[]): void {
  const context = new CheckContext(index, options, findings);
  const { manifest } = options;
  if (manifest !== undefined) {
    const place = Place.of(manifest.file);
    checkTitle(manifest.document.title, place, context);
    context.refer('calendar', manifest.document.calendar, place.at('calendar').value);
  }
  const { subject, material, authority, registry, calendar, block, bundle } = index.entries;
  for (const entry of subject.values()) checkSubject(entry, context);
  for (const { document, file } of material.values()) {
    checkTitle(document.title, Place.of(file), context);
    checkAccept(document.accept, Place.of(file).at('accept'), context);
  }
  for (const { document, file } of authority.values()) checkTitle(document.title, Place.of(file), context);
  for (const { document, file } of calendar.values()) checkTitle(document.title, Place.of(file), context);
  for (const entry of registry.values()) checkRegistry(entry, context);
  for (const entry of block.values()) checkBlock(entry, context);
  for (const entry of bundle.values()) checkBundle(entry, context);
  for (const entry of index.entries.case.values()) checkCase(entry, context);
}
