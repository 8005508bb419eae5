import type { Predicate } from '../model/index.js';
import { fieldsOf } from '../predicate/index.js';
import type { Satisfiability } from '../predicate/index.js';
import { selfContained } from '../schema/index.js';

/** A predicate in a few words, as exact as the document. */
export function say(predicate: Predicate): string {
  if (typeof predicate === 'boolean') return predicate ? 'always' : 'never';
  if ('field' in predicate)
    return `"${predicate.field}" is ${JSON.stringify(selfContained(predicate.schema))}`;
  if ('all' in predicate) return predicate.all.map(sayPart).join(' and ');
  if ('any' in predicate) return predicate.any.map(sayPart).join(' or ');
  if ('some' in predicate && predicate.of === true) return `there is some "${predicate.some}"`;
  if ('some' in predicate) return `some "${predicate.some}" has ${say(predicate.of)}`;
  return `every "${predicate.every}" has ${say(predicate.of)}`;
}

function sayPart(predicate: Predicate): string {
  return typeof predicate === 'object' && 'any' in predicate ? `(${say(predicate)})` : say(predicate);
}

/** Names between quotes, for a sentence. */
export function listed(names: Iterable<string>): string {
  return [...names].map((name) => `"${name}"`).join(', ');
}

/**
 * Why predicates never hold together: a smallest part of them that already excludes itself, found by leaving one after
 * the other out.
 */
export function sayNever(
  predicates: readonly Predicate[],
  possible: (...parts: Predicate[]) => Satisfiability,
): string {
  let parts = predicates.flatMap((predicate) =>
    typeof predicate === 'object' && 'all' in predicate ? predicate.all : [predicate],
  );
  parts = parts.filter((part) => part !== true);
  for (const part of [...parts]) {
    const without = parts.filter((other) => other !== part);
    if (possible(...without).verdict === 'no') parts = without;
  }
  if (parts.includes(false)) return 'no value meets it';
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return `no value of ${listed(fieldsOf(only))} meets it`;
  return `${parts.map(sayPart).join(' excludes ')}`;
}
