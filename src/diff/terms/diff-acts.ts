import { omitUndefined } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { BoundAct, BoundTransfer, BoundUse } from '../../compose/index.js';
import { actNames } from '../../model/index.js';
import type { ActName } from '../../model/index.js';
import { all } from '../../predicate/index.js';
import { isSame } from '../comparison.js';
import type { Comparison, FoundChange } from '../comparison.js';
import { timeChange } from './time-change.js';
import { better, placesOf, transitions, valueWhen, worse } from './transitions.js';
import type { Piece, Transition } from './transitions.js';

/**
 * Who collects, accepts, decides and issues, where, and how things get from one place to the next, in every situation.
 * @param isWanted which pairs are looked at: what a bundle says of a block is told with the bundle
 */
export function diffActs(
  comparison: Comparison,
  from: BoundUse,
  to: BoundUse,
  isWanted: (from: BoundAct | undefined, to: BoundAct | undefined) => boolean = () => true,
): void {
  const within = all(from.guard, to.guard);
  for (const act of actNames) {
    const [old, now] = [from, to].map((use) => use.acts.filter((one) => one.act === act));
    if (![...old!, undefined].some((one) => [...now!, undefined].some((other) => isWanted(one, other))))
      continue;
    const stated = (list: readonly BoundAct[], at: Piece<JsonValue>['at'] | undefined) =>
      list.find(({ ref }) => ref === at);
    const seen = (found: Transition<JsonValue>) => isWanted(stated(old!, found.old), stated(now!, found.new));
    const [was, is] = [old!.map(placePiece(from)), now!.map(placePiece(to))];
    for (const found of transitions(comparison, was, is, within).filter(seen))
      comparison.add({ ...where(found, from, to), ...placeWords(act, found), ...worse(found) });
    const passed = (list: readonly BoundAct[]) => list.map(transferPiece);
    for (const found of transitions(comparison, passed(old!), passed(now!), within).filter(seen))
      for (const change of transferChanges(act, found))
        comparison.add({ ...where(found, from, to), ...change });
  }
}

/** Where the versions say it; what a bundle has arranged and the other version does not say, is missing in the bundle. */
function where(found: Transition<JsonValue>, from: BoundUse, to: BoundUse): Pick<FoundChange, 'old' | 'new'> {
  const isArranged = [
    [found.old, from.file],
    [found.new, to.file],
  ].some(([at, file]) => typeof at === 'object' && at.file !== file);
  const places = placesOf(found, from, to);
  if (!isArranged) return places;
  return { old: found.old ?? from.at[0] ?? places.old, new: found.new ?? to.at[0] ?? places.new };
}

/** Who does it, where it is not whoever decides, and which field tells where. */
function placePiece({ block }: BoundUse): (act: BoundAct) => Piece<JsonObject | null> {
  return ({ when, authority, at, ref }) => {
    const value = {
      ...(authority === undefined || authority === block.authority ? {} : { authority }),
      ...omitUndefined({ at: at?.key }),
    };
    return { when, value: Object.keys(value).length === 0 ? null : value, at: ref };
  };
}

function transferPiece({ when, transfer, ref }: BoundAct): Piece<JsonObject | null> {
  return { when, value: transfer === undefined ? null : transferJson(transfer), at: ref };
}

function transferJson({ by, time }: BoundTransfer): JsonObject {
  return { by, ...omitUndefined({ time }) };
}

function placeWords(act: ActName, { from, to, when }: Transition<JsonValue>) {
  return {
    kind: 'place-changed' as const,
    before: { act, place: from ?? null },
    after: valueWhen({ act, place: to ?? null }, when),
  };
}

/** Something is passed on that was not, no longer, by other means, or takes another time. */
function transferChanges(act: ActName, found: Transition<JsonValue>): FoundChange[] {
  const [was, is] = [found.from, found.to].map(
    (one) => (one ?? null) as { by: string; time?: string } | null,
  );
  const words = {
    before: { act, transfer: was as JsonValue },
    after: valueWhen({ act, transfer: is as JsonValue }, found.when),
  };
  // What the accepting place sends to the deciding one is no business of the applicant.
  const isInternal = act === 'accept';
  if (was === null) return [{ kind: 'transfer-added', ...words, ...worse(found) }];
  if (is === null)
    return [{ kind: 'transfer-removed', ...words, ...(isInternal ? better(found) : worse(found)) }];
  const changes: FoundChange[] = [];
  if (was!.by !== is!.by)
    changes.push({ kind: 'transfer-changed', ...words, ...(isInternal ? better(found) : worse(found)) });
  if (!isSame(was!.time, is!.time)) {
    const change = timeChange(act, was!.time ?? '0d', is!.time ?? '0d');
    const after = valueWhen({ [act]: is!.time ?? '0d' }, found.when);
    if (change.kind === 'time-changed') changes.push({ ...change, after });
    else
      changes.push({
        ...change,
        after,
        ...(change.kind === 'time-longer' ? worse(found) : better(found)),
      });
  }
  return changes;
}
