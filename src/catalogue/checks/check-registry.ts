import type { Registry } from '../../model/index.js';
import { derivationNames, isFieldKey } from '../../model/index.js';
import type { Entry } from '../source-file.js';
import { Place } from './check-context.js';
import type { CheckContext } from './check-context.js';
import { checkElement } from './check-fields.js';
import { checkTitle } from './check-title.js';
import { suggested } from '../../diagnostics/index.js';

/** Checks what a registry or derivation refers to. Fields of roles are checked where a bundle uses it. */
export function checkRegistry({ document, file }: Entry<Registry>, context: CheckContext): void {
  const place = Place.of(file);
  checkTitle(document.title, place, context);
  context.refer('authority', document.authority, place.at('authority').value);
  context.refer('subject', document.subject, place.at('subject').value);
  for (const [index, given] of document.given.entries()) {
    checkGiven(given, document.subject, place.at('given', index), context);
  }
  for (const [index, gives] of document.gives.entries()) {
    const at = place.at('gives', index);
    if (typeof gives === 'string') checkGiven(gives, document.subject, at, context);
    else context.refer('material', gives.material, at.at('material').value);
  }
  checkDerivation(document.local, place.at('local'), context);
  if (document.local === undefined) return;
  for (const key of ['consent', 'fresh'] as const) {
    if (document[key] === undefined) continue;
    context.report('catalogue/asks-nobody', { registry: document.id, key }, place.at(key).value);
  }
}

function checkGiven(name: string, subject: string | undefined, place: Place, context: CheckContext): void {
  if (subject !== undefined) checkElement(subject, name, '', place.value, context);
  else if (!isFieldKey(name)) context.report('catalogue/not-a-field', { field: name }, place.value);
}

function checkDerivation(name: string | undefined, place: Place, context: CheckContext): void {
  if (name === undefined) return;
  const known = [...derivationNames, ...context.options.derivations];
  if (known.includes(name)) return;
  context.report('catalogue/unknown-derivation', { name }, place.value, suggested(name, known));
}
