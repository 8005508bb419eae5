import { isObject } from '../base/index.js';
import type { JsonValue } from '../base/index.js';
import { fieldParts, indexOfItem, itemParts } from '../model/index.js';
import type { Predicate } from '../model/index.js';
import { accepts } from '../schema/index.js';
import { all, any, every, some } from './build.js';

/** true, false, or `undefined` for open: it rests on something that is not known. Kleene's strong three values. */
export type Truth = boolean | undefined;

/** The value of a field, or `undefined` where it is not known. */
export type Lookup = (field: string) => JsonValue | undefined;

/** What a predicate is evaluated over. */
export interface Facts {
  lookup: Lookup;
  /** A lookup for each item of a repeated role; `undefined` where it is not known how many there are. */
  items: (role: string) => readonly Lookup[] | undefined;
}

/** The truth of a predicate in the light of what is known. */
export function evaluate(predicate: Predicate, facts: Facts): Truth {
  const truth = truthOf(predicate, facts);
  if (truth !== undefined) return truth;
  // What is left of it may be decided although its parts are not.
  const result = substitute(predicate, facts);
  return typeof result === 'boolean' ? result : undefined;
}

/** The truth by that of the parts, without writing down what is left. */
function truthOf(predicate: Predicate, facts: Facts): Truth {
  if (typeof predicate === 'boolean') return predicate;
  if ('all' in predicate) return joined(predicate.all, facts, false);
  if ('any' in predicate) return joined(predicate.any, facts, true);
  const rest = 'field' in predicate ? substitute(predicate, facts) : undefined;
  return typeof rest === 'boolean' ? rest : undefined;
}

/** Of several parts, one that is decisive decides; otherwise all of them have to be known. */
function joined(parts: readonly Predicate[], facts: Facts, decisive: boolean): Truth {
  let truth: Truth = !decisive;
  for (const part of parts) {
    const one = truthOf(part, facts);
    if (one === decisive) return decisive;
    if (one === undefined) truth = undefined;
  }
  return truth;
}

/** The predicate with every test decided that can be decided; what is left is what is still open. */
export function substitute(predicate: Predicate, facts: Facts): Predicate {
  if (typeof predicate === 'boolean') return predicate;
  if ('field' in predicate) {
    const value = facts.lookup(predicate.field);
    if (value === undefined) return predicate;
    const verdict = accepts(predicate.schema, value);
    return verdict === 'unknown' ? predicate : verdict;
  }
  if ('all' in predicate) return all(...predicate.all.map((part) => substitute(part, facts)));
  if ('any' in predicate) return any(...predicate.any.map((part) => substitute(part, facts)));
  const role = 'some' in predicate ? predicate.some : predicate.every;
  const items = facts.items(role);
  if (items === undefined) {
    const of = substitute(predicate.of, facts);
    return 'some' in predicate ? some(role, of) : every(role, of);
  }
  const parts = items.map((lookup) => {
    const merged: Facts = { ...facts, lookup: (field) => lookup(field) ?? facts.lookup(field) };
    return typeof predicate.of === 'boolean' ? predicate.of : evaluate(predicate.of, merged);
  });
  const decisive = 'some' in predicate;
  if (parts.includes(decisive)) return decisive;
  return parts.every((part) => part === !decisive) ? !decisive : predicate;
}

/**
 * Facts from data shaped like the form: a role is an object, a repeated role an array. A field of one item by its key,
 * `child[anna].name`, is found wherever the item stands.
 * @param item the item that a step with `each` is about
 */
export function factsOf(data: JsonValue, item?: { role: string; index: number }): Facts {
  const rolesOf = isObject(data) ? data : {};
  const lookup: Lookup = (field) => {
    const { role, element } = fieldParts(field);
    const { name, key } = itemParts(role);
    const value = Object.hasOwn(rolesOf, name) ? rolesOf[name] : undefined;
    if (!Array.isArray(value)) return key === undefined ? elementOf(value, element) : undefined;
    const index = key !== undefined ? indexOfItem(value, key) : item?.role === role ? item.index : -1;
    return elementOf(value[index], element);
  };
  return {
    lookup,
    items: (role) => {
      const value = Object.hasOwn(rolesOf, role) ? rolesOf[role] : undefined;
      if (!Array.isArray(value)) return undefined;
      return value.map((holder) => (field: string) => {
        const { role: own, element } = fieldParts(field);
        return own === role ? elementOf(holder, element) : undefined;
      });
    },
  };
}

function elementOf(holder: JsonValue | undefined, element: string): JsonValue | undefined {
  return isObject(holder) && Object.hasOwn(holder, element) ? holder[element] : undefined;
}
