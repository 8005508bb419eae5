import { fieldKey, isFieldKey, itemFieldParts } from '../../model/index.js';
import type { Case } from '../../model/index.js';
import type { Entry } from '../types.js';
import { Place } from './check-context.js';
import type { CheckContext } from './check-context.js';
import { checkField, checkRole, scopeOf } from './check-fields.js';
import type { Scope } from './check-fields.js';
import { checkTitle } from './check-title.js';

/** Checks that a golden case speaks of a bundle, and of roles and fields that it has. */
export function checkCase({ document, file }: Entry<Case>, context: CheckContext): void {
  const place = Place.of(file);
  checkTitle(document.title, place, context);
  if (!context.refer('bundle', document.bundle, place.at('bundle').value)) return;
  const bundle = context.index.document('bundle', document.bundle);
  if (bundle === undefined) return;
  const scope = scopeOf('bundle', bundle, context);
  checkKeys(document.facts, scope, place.at('facts'), context);
  checkKeys(document.answers, scope, place.at('answers'), context);
}

function checkKeys(values: object | undefined, scope: Scope, place: Place, context: CheckContext): void {
  for (const key of Object.keys(values ?? {})) {
    if (key === 'materials') continue;
    const item = itemFieldParts(key);
    // Which items there are, the case itself says.
    if (item !== undefined) checkField(fieldKey(item.role, item.element), scope, place.at(key).key, context);
    else if (isFieldKey(key)) checkField(key, scope, place.at(key).key, context);
    else checkRole(key, scope, place.at(key).key, context);
  }
}
