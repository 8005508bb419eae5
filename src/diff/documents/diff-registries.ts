import { canonicalJson } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import type { Entry } from '../../catalogue/index.js';
import type { Registry } from '../../model/index.js';
import { isSame } from '../comparison.js';
import type { Collect } from '../comparison.js';
import { tell } from '../messages.js';

/** What a registry gives, and for which keys. */
export function diffRegistry(before: Entry<Registry>, after: Entry<Registry>, add: Collect): void {
  const [from, to] = [before.document, after.document];
  const place = (part: string) => ({
    old: { file: before.file, pointer: part },
    new: { file: after.file, pointer: part },
  });
  const keyed = (gives: Registry['gives']) =>
    new Map(gives.map((one) => [canonicalJson(one), one as JsonValue]));
  const [gave, gives] = [keyed(from.gives), keyed(to.gives)];
  const lost = [...gave].filter(([key]) => !gives.has(key)).map(([, one]) => one);
  const won = [...gives].filter(([key]) => !gave.has(key)).map(([, one]) => one);
  if (lost.length > 0)
    add({ ...place('/gives'), kind: 'registry-narrowed', grade: 'breaking', before: lost });
  if (won.length > 0) add({ ...place('/gives'), kind: 'registry-widened', grade: 'compatible', after: won });
  const sorted = ({ given }: Registry) => [...given].sort();
  if (!isSame(sorted(from), sorted(to))) {
    const words = { before: sorted(from), after: sorted(to) };
    add({ ...place('/given'), ...words, kind: 'registry-keys-changed', grade: 'breaking' });
  } else if (from.local !== undefined && !isSame(from.given, to.given)) {
    // The order of the keys is the order of a comparison.
    const words = { before: from.given, after: to.given };
    add({
      ...place('/given'),
      ...words,
      kind: 'derivation-changed',
      grade: 'unknown',
      because: tell('ungraded.order-of-keys'),
    });
  }
  const computes = ({ local, options, subject }: Registry) => [local ?? null, options ?? {}, subject ?? null];
  if (!isSame(computes(from), computes(to))) {
    add({
      ...place(''),
      kind: 'derivation-changed',
      grade: 'unknown',
      before: computes(from),
      after: computes(to),
      because: tell('ungraded.derivation'),
    });
  }
  if (!isSame(from.authority, to.authority)) {
    const words = { before: from.authority ?? null, after: to.authority ?? null };
    add({ ...place(''), ...words, kind: 'authority-changed', grade: 'breaking' });
  }
}
