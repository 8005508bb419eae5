import { isObject, type JsonValue } from '../../base/index.js';
import { Evaluated } from '../keywords/evaluated.js';
import { CHECKS } from '../keywords/checks.js';
import type { Params } from './params.js';
import type { Explain, Place } from './issue-place.js';
import { childInstance } from './issue-place.js';

export const explainUnevaluatedProperties: Explain = (value, place) => {
  const seen = isObject(place.instance) ? seenBy(place) : undefined;
  if (!isObject(place.instance) || seen === undefined) return;
  for (const name of Object.keys(place.instance)) {
    if (!seen.hasProperty(name))
      explainChild(place, value, {
        keyword: 'unevaluatedProperties',
        token: name,
        params: { unevaluatedProperty: name },
        isUnsure: seen.unsure,
      });
  }
};

export const explainUnevaluatedItems: Explain = (value, place) => {
  const seen = Array.isArray(place.instance) ? seenBy(place) : undefined;
  if (!Array.isArray(place.instance) || seen === undefined) return;
  for (let at = 0; at < place.instance.length; at++) {
    if (!seen.hasItem(at))
      explainChild(place, value, {
        keyword: 'unevaluatedItems',
        token: at,
        params: { unevaluatedItem: at },
        isUnsure: seen.unsure,
      });
  }
};

/** What the neighbours of a keyword look at; undefined where one of them is not met: then that is what there is to tell. */
function seenBy(place: Place): Evaluated | undefined {
  const seen = new Evaluated();
  const site = { ...place.site, seen };
  for (const keyword of Object.keys(place.schema)) {
    if (CHECKS.get(keyword)?.(place.schema[keyword]!, place.instance, site) === false) return undefined;
  }
  return seen;
}

interface Child {
  keyword: string;
  token: string | number;
  params: Params;
  /** Whether it may have been looked at after all. */
  isUnsure: boolean;
}

function explainChild(place: Place, value: JsonValue, { keyword, token, params, isUnsure }: Child): void {
  const spot = childInstance(place, token, keyword);
  if (!isUnsure && value !== false) {
    place.explain(value, spot);
    return;
  }
  const truth = place.truth(value, spot);
  place.add(keyword, isUnsure && truth === false ? undefined : truth, params);
}
