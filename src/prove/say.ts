import { listOf, literal } from '../messages/index.js';
import type { Message } from '../messages/index.js';
import type { Predicate } from '../model/index.js';
import { fieldsOf } from '../predicate/index.js';
import type { Satisfiability } from '../predicate/index.js';
import { selfContained } from '../schema/index.js';
import { tell } from './messages.js';

/** A predicate in a few words, as exact as the document. */
function say(predicate: Predicate): Message {
  if (typeof predicate === 'boolean') return tell(predicate ? 'predicate.always' : 'predicate.never');
  if ('field' in predicate) {
    const schema = literal(JSON.stringify(selfContained(predicate.schema)));
    return tell('predicate.test', { field: predicate.field, schema });
  }
  if ('all' in predicate)
    return tell('predicate.all-of', { parts: listOf(predicate.all.map(sayPart), 'all') });
  if ('any' in predicate)
    return tell('predicate.any-of', { parts: listOf(predicate.any.map(sayPart), 'any') });
  if ('some' in predicate && predicate.of === true) return tell('predicate.exists', { role: predicate.some });
  if ('some' in predicate) return tell('predicate.some', { role: predicate.some, what: say(predicate.of) });
  return tell('predicate.every', { role: predicate.every, what: say(predicate.of) });
}

function sayPart(predicate: Predicate): Message {
  const what = say(predicate);
  return typeof predicate === 'object' && 'any' in predicate ? tell('predicate.group', { what }) : what;
}

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
    return tell('never.two', { one: sayPart(one), other: sayPart(other) });
  return tell('never.several', { parts: listOf(parts.map(sayPart), 'semicolon') });
}
