import type { JsonValue } from '../../base/index.js';
import type { Target } from '../document/document.js';
import { checkAnyOf, checkOneOf } from '../keywords/combinators.js';
import { dynamicTarget } from '../keywords/reference.js';
import { isSchema } from '../document/positions.js';
import type { Explain, Place } from './issue-place.js';
import { sameInstance } from './issue-place.js';

export const explainAllOf: Explain = (value, place) => explainMembers('allOf', value, place);

/** What is in the way of each alternative, and that none of them is met. */
export const explainAnyOf: Explain = (value, place) => {
  const truth = checkAnyOf(value, place.instance, place.site);
  if (truth === true) return;
  explainMembers('anyOf', value, place);
  place.add('anyOf', truth, {});
};

export const explainOneOf: Explain = (value, place) => {
  const truth = checkOneOf(value, place.instance, place.site);
  if (truth === true || !Array.isArray(value)) return;
  const passing = value.flatMap((member, at) =>
    place.truth(member, sameInstance(place, 'oneOf', at)) === true ? [at] : [],
  );
  if (passing.length === 0) explainMembers('oneOf', value, place);
  place.add('oneOf', truth, { passingSchemas: passing.length > 1 ? passing.slice(0, 2) : null });
};

function explainMembers(keyword: string, members: JsonValue, place: Place): void {
  if (!Array.isArray(members)) return;
  members.forEach((member, at) => place.explain(member, sameInstance(place, keyword, at)));
}

/** What is not met of the branch that the condition leads to; where it is not decided which, that this is so. */
export const explainIf: Explain = (value, place) => {
  if (!isSchema(value)) return;
  const condition = place.truth(value, sameInstance(place, 'if'));
  const branches = condition === undefined ? ['then', 'else'] : [condition ? 'then' : 'else'];
  for (const failingKeyword of branches) {
    const branch = place.schema[failingKeyword];
    const spot = sameInstance(place, failingKeyword);
    if (condition === undefined || branch === false) {
      const truth = place.truth(branch, spot);
      place.add('if', truth === false ? condition && false : truth, { failingKeyword });
    } else {
      place.explain(branch, spot);
    }
  }
};

export const explainRef: Explain = (value, place) => {
  if (typeof value !== 'string') return;
  explainTarget(value, place.site.run.document.resolve(place.frame.base, value), place);
};

export const explainDynamicRef: Explain = (value, place) => {
  if (typeof value !== 'string') return;
  explainTarget(value, dynamicTarget(value, place.site.run.document, place.frame), place);
};

function explainTarget(reference: string, target: Target | undefined, place: Place): void {
  if (target === undefined) {
    place.add('$ref', undefined, { reference });
    return;
  }
  const { instance, pointer, frame } = place;
  place.explain(target.schema, {
    instance,
    pointer,
    frame: target.base === frame.base ? frame : { base: target.base, outer: frame },
    path: place.pathOf(reference, target.schema),
  });
}
