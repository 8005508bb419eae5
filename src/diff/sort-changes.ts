import { byKey, canonicalJson, inTurn } from '../base/index.js';
import { changeKinds } from '../model/index.js';
import type { Change, ChangeKind } from '../model/index.js';
import type { FoundChange } from './comparison.js';

const place = new Map(Object.keys(changeKinds).map((kind, index) => [kind, index]));
const placeOf = (kind: ChangeKind) => place.get(kind)!;

/** In an order that rests on nothing but the changes: what they are about, then the list of kinds. */
export function sortChanges(changes: readonly Change[]): Change[] {
  const subjectOf = ({ subject }: Change, part: 'bundle' | 'block' | 'document') => subject[part] ?? '';
  return [...changes].sort(
    inTurn<Change>(
      byKey((one) => subjectOf(one, 'bundle')),
      byKey((one) => subjectOf(one, 'block')),
      byKey((one) => subjectOf(one, 'document')),
      (a, b) => placeOf(a.kind) - placeOf(b.kind),
      byKey((one) => canonicalJson(one)),
    ),
  );
}

/** Each change once. */
export function joinDetails(found: readonly FoundChange[]): FoundChange[] {
  return [...new Map(found.map((change) => [canonicalJson(plain(change)), change])).values()];
}

function plain(change: FoundChange): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
