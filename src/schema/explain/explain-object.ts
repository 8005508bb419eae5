import { isObject } from '../../base/index.js';
import { isNamed } from '../keywords/properties.js';
import { matches } from '../keywords/matching.js';
import type { Explain } from './issue-place.js';
import { childInstance, sameInstance } from './issue-place.js';

export const explainRequired: Explain = (value, place) => {
  for (const missingProperty of absent(value, place.instance))
    place.add('required', false, { missingProperty });
};

export const explainDependentRequired: Explain = (value, place) => {
  if (!isObject(place.instance) || !isObject(value)) return;
  for (const property of Object.keys(value)) {
    if (!Object.hasOwn(place.instance, property)) continue;
    for (const missingProperty of absent(value[property], place.instance))
      place.add('dependentRequired', false, { property, missingProperty });
  }
};

/** The names in the list that an object lacks. */
function absent(names: unknown, instance: unknown): string[] {
  if (!isObject(instance) || !Array.isArray(names)) return [];
  return names.filter((name): name is string => typeof name === 'string' && !Object.hasOwn(instance, name));
}

export const explainProperties: Explain = (value, place) => {
  if (!isObject(place.instance) || !isObject(value)) return;
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(place.instance, name)) continue;
    place.explain(value[name], childInstance(place, name, 'properties', name));
  }
};

export const explainPatternProperties: Explain = (value, place) => {
  if (!isObject(place.instance) || !isObject(value)) return;
  for (const pattern of Object.keys(value)) {
    for (const name of Object.keys(place.instance)) {
      const match = matches(pattern, name);
      const spot = childInstance(place, name, 'patternProperties', pattern);
      if (match === true) place.explain(value[pattern], spot);
      else if (match === undefined && place.truth(value[pattern], spot) !== true)
        place.add('patternProperties', undefined, { pattern });
    }
  }
};

export const explainAdditionalProperties: Explain = (value, place) => {
  if (!isObject(place.instance)) return;
  for (const name of Object.keys(place.instance)) {
    const named = isNamed(place.schema, name);
    const spot = childInstance(place, name, 'additionalProperties');
    if (named === undefined) {
      if (place.truth(value, spot) !== true)
        place.add('additionalProperties', undefined, { additionalProperty: name });
    } else if (!named) {
      if (value === false) place.add('additionalProperties', false, { additionalProperty: name });
      else place.explain(value, spot);
    }
  }
};

export const explainPropertyNames: Explain = (value, place) => {
  if (!isObject(place.instance)) return;
  for (const name of Object.keys(place.instance)) {
    const spot = { ...sameInstance(place, 'propertyNames'), instance: name };
    place.add('propertyNames', place.truth(value, spot), { propertyName: name });
  }
};

export const explainDependentSchemas: Explain = (value, place) => {
  if (!isObject(place.instance) || !isObject(value)) return;
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(place.instance, name))
      place.explain(value[name], sameInstance(place, 'dependentSchemas', name));
  }
};
