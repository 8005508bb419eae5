import type { Explain } from './issue-place.js';
import { childInstance } from './issue-place.js';

export const explainPrefixItems: Explain = (value, place) => {
  if (!Array.isArray(place.instance) || !Array.isArray(value)) return;
  const length = Math.min(value.length, place.instance.length);
  for (let at = 0; at < length; at++) place.explain(value[at], childInstance(place, at, 'prefixItems', at));
};

export const explainItems: Explain = (value, place) => {
  if (!Array.isArray(place.instance)) return;
  const { prefixItems } = place.schema;
  const limit = Array.isArray(prefixItems) ? prefixItems.length : 0;
  if (value === false) {
    place.add('items', place.instance.length <= limit, { limit });
    return;
  }
  for (let at = limit; at < place.instance.length; at++)
    place.explain(value, childInstance(place, at, 'items'));
};
