import type { JsonObject, JsonValue } from '../../base/index.js';
import { deepEqual, isObject } from '../../base/index.js';
import type { Entry } from '../../catalogue/index.js';
import type { Block, Grade, ChangeKind, Duration } from '../../model/index.js';
import { durationPattern, parseDuration } from '../../model/index.js';
import { isSame } from '../comparison.js';
import type { Collect, FoundChange } from '../comparison.js';
import { asJson } from './diff-documents.js';

/** Time, fee, authority, basis, channels and what follows from a rejection: what a block says besides its inputs. */
export function diffTerms(before: Entry<Block>, after: Entry<Block>, add: Collect): void {
  const [from, to] = [before.document, after.document];
  const places = (key: string) => ({
    old: { file: before.file, pointer: asJson(from)[key] === undefined ? '' : `/${key}` },
    new: { file: after.file, pointer: asJson(to)[key] === undefined ? '' : `/${key}` },
  });
  const changed = (key: (typeof termKeys)[number], kind: ChangeKind, grade: Grade) => {
    const [was, is] = [valueOf(from, key), valueOf(to, key)];
    if (!isSame(was, is)) add({ ...places(key), kind, grade, before: was, after: is });
  };
  changed('authority', 'authority-changed', 'breaking');
  changed('basis', 'basis-changed', 'compatible');
  changed('alone', 'alone-changed', 'compatible');
  diffTimes(from, to, places('time'), add);
  diffPauses(from, to, places('pauses'), add);
  diffFee(from, to, places('fee'), add);
  diffChannels(from, to, places('channels'), add);
  if (stopsAll(from) !== stopsAll(to)) {
    const kind = stopsAll(to) ? 'rejection-stops-more' : 'rejection-stops-less';
    add({ ...places('onReject'), kind, grade: stopsAll(to) ? 'breaking' : 'compatible' });
  }
  if ((from.compensation ?? false) !== (to.compensation ?? false)) {
    const isAdded = to.compensation === true;
    const kind = isAdded ? 'compensation-added' : 'compensation-removed';
    add({ ...places('compensation'), kind, grade: isAdded ? 'breaking' : 'compatible' });
  }
}

/** The keys of a block that are compared here. */
export const termKeys = [
  'authority',
  'basis',
  'alone',
  'time',
  'pauses',
  'fee',
  'channels',
  'onReject',
  'compensation',
] as const;

function stopsAll({ onReject }: Block): boolean {
  return onReject === 'stop-all';
}

function valueOf(block: Block, key: string): JsonValue {
  return asJson(block)[key] ?? null;
}

type Places = Pick<FoundChange, 'old' | 'new'>;

function diffTimes(from: Block, to: Block, places: Places, add: Collect): void {
  const [was, is] = [valueOf(from, 'time'), valueOf(to, 'time')];
  if (isSame(was, is)) return;
  const [old, now] = [isObject(was) ? was : {}, isObject(is) ? is : {}];
  let told = false;
  for (const limit of ['statutory', 'promised']) {
    const [one, other] = [old[limit], now[limit]];
    if (isSame(one, other) || !isDuration(one) || !isDuration(other)) continue;
    add({ ...places, ...timeChange(limit, one, other) });
    told = true;
  }
  const rest = (time: JsonObject) => {
    const both = isDuration(old['statutory']) && isDuration(now['statutory']) ? ['statutory'] : [];
    if (isDuration(old['promised']) && isDuration(now['promised'])) both.push('promised');
    return Object.fromEntries(Object.entries(time).filter(([key]) => !both.includes(key)));
  };
  const isPlain = isObject(was) !== isObject(is) || !deepEqual(rest(old), rest(now));
  if (isPlain || !told)
    add({
      ...places,
      kind: 'time-changed',
      grade: 'unknown',
      before: was,
      after: is,
      because: 'one of the two is not stated, or rests on conditions',
    });
}

function isDuration(value: JsonValue | undefined): value is Duration {
  return typeof value === 'string' && durationPattern.test(value);
}

/** How one limit compares with another; units of which neither is a multiple of the other do not compare. */
export function timeChange(limit: string, from: Duration, to: Duration): FoundChange {
  const [was, is] = [parseDuration(from), parseDuration(to)];
  const words = { before: { [limit]: from }, after: { [limit]: to } };
  if (was.unit === is.unit || was.count === 0 || is.count === 0) {
    if (was.count < is.count) return { ...words, kind: 'time-longer', grade: 'breaking' };
    return { ...words, kind: 'time-shorter', grade: 'compatible' };
  }
  return {
    ...words,
    kind: 'time-changed',
    grade: 'unknown',
    because: `"${from}" and "${to}" count in different units`,
  };
}

function diffPauses(from: Block, to: Block, places: Places, add: Collect): void {
  const times = ({ pauses = [] }: Block) => pauses.map(({ time, when }) => ({ time, when: when ?? null }));
  const [was, is] = [times(from) as JsonValue[], times(to) as JsonValue[]];
  if (isSame(was, is)) return;
  const words = { before: was, after: is };
  const includesAll = (list: readonly JsonValue[], others: readonly JsonValue[]) =>
    others.every((one) => list.some((other) => isSame(one, other)));
  if (includesAll(is, was) && is.length > was.length)
    add({ ...places, ...words, kind: 'time-longer', grade: 'breaking' });
  else if (includesAll(was, is) && was.length > is.length)
    add({ ...places, ...words, kind: 'time-shorter', grade: 'compatible' });
  else if (!(includesAll(was, is) && was.length === is.length))
    add({
      ...places,
      ...words,
      kind: 'time-changed',
      grade: 'unknown',
      because: 'pauses are not compared one by one',
    });
}

function diffFee(from: Block, to: Block, places: Places, add: Collect): void {
  const [was, is] = [from.fee, to.fee];
  if (isSame(was, is)) return;
  const words = { before: (was ?? null) as JsonValue, after: (is ?? null) as JsonValue };
  const [before, after] = [was?.amount ?? 0, is?.amount ?? 0];
  const isLike =
    was === undefined || is === undefined || (was.currency === is.currency && was.per === is.per);
  if (!isLike && before > 0 && after > 0)
    add({ ...places, ...words, kind: 'fee-changed', grade: 'breaking' });
  else if (after > before) add({ ...places, ...words, kind: 'fee-raised', grade: 'breaking' });
  else if (after < before) add({ ...places, ...words, kind: 'fee-lowered', grade: 'compatible' });
}

function diffChannels(from: Block, to: Block, places: Places, add: Collect): void {
  const [was, is] = [valueOf(from, 'channels'), valueOf(to, 'channels')];
  if (isSame(was, is)) return;
  const [old, now] = [Array.isArray(was) ? was : [], Array.isArray(is) ? is : []];
  const lost = old.filter((one) => !now.some((other) => isSame(one, other)));
  const won = now.filter((one) => !old.some((other) => isSame(one, other)));
  // A block that names no channel is not bound to one: naming some takes the others away.
  if (lost.length > 0 || was === null)
    add({ ...places, kind: 'channels-removed', grade: 'breaking', before: was, after: is });
  if ((won.length > 0 && was !== null) || is === null)
    add({ ...places, kind: 'channels-added', grade: 'compatible', before: was, after: is });
}
