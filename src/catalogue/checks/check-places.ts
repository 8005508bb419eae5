import { actNames } from '../../model/index.js';
import type { Act, Places } from '../../model/index.js';
import type { CheckContext, Place } from './check-context.js';
import { checkCondition } from './check-condition.js';
import { checkField } from './check-fields.js';
import type { Scope } from './check-fields.js';
import { tell } from '../messages.js';

/** Checks who collects, accepts, decides and issues: fields, authorities, conditions, and that each may be the one. */
export function checkPlaces(
  places: Places | undefined,
  scope: Scope,
  place: Place,
  context: CheckContext,
): void {
  for (const name of actNames) {
    const stated: Act | Act[] | undefined = places?.[name];
    if (stated === undefined) continue;
    if (!Array.isArray(stated)) {
      checkAct(stated, scope, place.at(name), context);
      continue;
    }
    for (const [index, act] of stated.entries()) checkAct(act, scope, place.at(name, index), context);
    checkAlternatives(stated, place.at(name), context);
  }
}

function checkAct({ when, at, authority }: Act, scope: Scope, place: Place, context: CheckContext): void {
  checkCondition(when, scope, place.at('when'), context);
  if (at !== undefined) checkField(at, scope, place.at('at').value, context);
  context.refer('authority', authority, place.at('authority').value);
}

/** The first alternative that applies counts: what stands behind one without a condition never does. */
export function checkAlternatives(
  list: readonly { when?: unknown }[],
  place: Place,
  context: CheckContext,
): void {
  const always = list.findIndex(({ when }) => when === undefined);
  if (always < 0 || always === list.length - 1) return;
  const related = [{ at: place.at(always).value.ref, ...tell('place.unconditional') }];
  const args = { position: always + 2, before: always + 1 };
  context.report('catalogue/never-reached', args, place.at(always + 1).value, { related });
}
