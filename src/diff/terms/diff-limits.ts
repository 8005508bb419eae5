import { omitUndefined } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { channelsOf, timesOf } from '../../compose/index.js';
import type { BoundUse } from '../../compose/index.js';
import type { Block } from '../../model/index.js';
import type { Comparison, FoundChange } from '../comparison.js';
import { timeChange } from './time-change.js';
import { better, placesOf, transitions, valueWhen, worse } from './transitions.js';
import type { Piece, Transition } from './transitions.js';
import type { Message } from '../../messages/index.js';
import { tell } from '../messages.js';

type Time = NonNullable<Block['time']>;
type TimeKind = 'time-longer' | 'time-shorter' | 'time-changed';

/** One limit, or the two of which one has come in place of the other. */
interface LimitChange {
  kind: TimeKind;
  before: JsonObject | null;
  after: JsonObject | null;
  because?: Message;
}

/** The limits of a block, in every situation that its variants tell apart. */
export function diffTimes(comparison: Comparison, from: BoundUse, to: BoundUse): void {
  const piecesOf = (use: BoundUse): Piece<JsonObject>[] =>
    timesOf(use).map(({ when, value, at }) => ({ when, value: { ...value }, at }));
  for (const found of transitions(comparison, piecesOf(from), piecesOf(to))) {
    for (const change of limitChanges(found.from ?? {}, found.to ?? {})) {
      const after = change.after === null ? null : valueWhen(change.after, found.when);
      comparison.add({ ...placesOf(found, from, to), ...change, after, ...gradeOf(change, found) });
    }
  }
}

function gradeOf({ kind, because }: LimitChange, found: Transition<JsonValue>): Omit<FoundChange, 'kind'> {
  if (kind === 'time-changed') return { grade: 'unknown', because };
  return kind === 'time-longer' ? worse(found) : better(found);
}

/** Limits that both state are compared one by one; one that is given up was a promise, a new one promises more. */
function limitChanges(was: Time, is: Time): LimitChange[] {
  const changes = (['statutory', 'promised'] as const).flatMap((limit): LimitChange[] => {
    const [from, to] = [was[limit], is[limit]];
    if (from === undefined || to === undefined || from === to) return [];
    const { kind, because } = timeChange(limit, from, to);
    return [{ kind, before: { [limit]: from }, after: { [limit]: to }, ...omitUndefined({ because }) }];
  });
  const [lost, won] = [without(was, is), without(is, was)];
  const before = Object.keys(lost).length === 0 ? null : lost;
  const after = Object.keys(won).length === 0 ? null : won;
  if (before === null && after === null) return changes;
  const limitsOf = ({ statutory, promised }: Time) => ({
    ...omitUndefined({ statutory, promised }),
  });
  if (before === null)
    return [...changes, { kind: 'time-shorter', before: isEmpty(was) ? null : limitsOf(was), after }];
  const [limit, other] = [was.promised ?? was.statutory, is.promised ?? is.statutory];
  if (other === undefined || lost['promised'] !== undefined)
    return [...changes, { kind: 'time-longer', before, after: isEmpty(is) ? null : limitsOf(is) }];
  if (after !== null) {
    // The law goes, a promise comes.
    const { kind, because } = timeChange('promised', limit!, other);
    return [...changes, { kind, before, after, ...omitUndefined({ because }) }];
  }
  if (changes.length > 0) return changes;
  const because = tell('ungraded.law-gone');
  return [{ kind: 'time-changed', before, after, because }];
}

function isEmpty(time: Time): boolean {
  return time.promised === undefined && time.statutory === undefined;
}

function without(time: Time, other: Time): JsonObject {
  const { statutory, promised } = time;
  return {
    ...(statutory === undefined || other.statutory !== undefined ? {} : { statutory }),
    ...(promised === undefined || other.promised !== undefined ? {} : { promised }),
  };
}

/** The ways to apply, in every situation that the variants of a block tell apart. */
export function diffChannels(comparison: Comparison, from: BoundUse, to: BoundUse): void {
  const piecesOf = (use: BoundUse): Piece<string[]>[] => channelsOf(use);
  for (const found of transitions(comparison, piecesOf(from), piecesOf(to))) {
    const { from: was, to: is, when } = found;
    const channels = is ?? null;
    const words = {
      ...placesOf(found, from, to),
      before: was ?? null,
      after: when === true ? channels : valueWhen({ channels }, when),
    };
    const lost = (was ?? []).filter((channel) => is !== undefined && !is.includes(channel));
    const won = (is ?? []).filter((channel) => was !== undefined && !was.includes(channel));
    // A block that names no channel is not bound to one: naming some takes the others away.
    if (lost.length > 0 || was === undefined)
      comparison.add({ ...words, kind: 'channels-removed', ...worse(found) });
    if (won.length > 0 || is === undefined)
      comparison.add({ ...words, kind: 'channels-added', ...better(found) });
  }
}
