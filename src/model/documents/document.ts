import type { Block } from './block.js';
import type { Bundle } from './bundle.js';
import type { Case } from './case.js';
import type { Authority, Calendar, Catalogue, Material } from './dictionary.js';
import type { Registry } from './registry.js';
import type { Subject } from './subject.js';

/** Every document of a catalogue, by kind. */
export interface DocumentByKind {
  catalogue: Catalogue;
  subject: Subject;
  material: Material;
  authority: Authority;
  registry: Registry;
  calendar: Calendar;
  block: Block;
  bundle: Bundle;
  case: Case;
}

/** What a document is. */
export type Kind = keyof DocumentByKind;

/** A document of a catalogue. */
export type Document = DocumentByKind[Kind];

/** Every kind, in the order in which people meet them. */
export const kinds: readonly Kind[] = [
  'catalogue',
  'subject',
  'material',
  'authority',
  'registry',
  'calendar',
  'block',
  'bundle',
  'case',
];

/** Is the text a kind of document? */
export function isKind(text: unknown): text is Kind {
  return (kinds as readonly unknown[]).includes(text);
}
