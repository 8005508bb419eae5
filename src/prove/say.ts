import { listOf } from '../messages/index.js';
import type { Message } from '../messages/index.js';
import type { Predicate } from '../model/index.js';
import { conditionPart, fieldsOf } from '../predicate/index.js';
import type { Satisfiability } from '../predicate/index.js';
import { tell } from './messages.js';

/**
 * Why predicates never hold together: a smallest part of them that already excludes itself, found by leaving one after
 * the other out.
 */
export function sayNever(
  predicates: readonly Predicate[],
  possible: (...parts: Predicate[]) => Satisfiability,
): Message {
  let parts = predicates.flatMap((predicate) =>
    typeof predicate === 'object' && 'all' in predicate ? predicate.all : [predicate],
  );
  parts = parts.filter((part) => part !== true);
  for (const part of [...parts]) {
    const without = parts.filter((other) => other !== part);
    if (possible(...without).verdict === 'no') parts = without;
  }
  if (parts.includes(false)) return tell('never.no-value');
  const [one, other, ...more] = parts;
  if (one !== undefined && other === undefined)
    return tell('never.no-value-of', { fields: listOf(fieldsOf(one), 'comma') });
  if (one !== undefined && other !== undefined && more.length === 0)
    return tell('never.two', { one: conditionPart(one), other: conditionPart(other) });
  return tell('never.several', { parts: listOf(parts.map(conditionPart), 'semicolon') });
}
