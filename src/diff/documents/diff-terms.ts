import { isObject } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import type { Entry } from '../../catalogue/index.js';
import type { Block, Grade, ChangeKind } from '../../model/index.js';
import { isSame } from '../comparison.js';
import type { Collect, FoundChange } from '../comparison.js';
import { asJson } from './diff-documents.js';
import { tell } from '../messages.js';

/** Fee, authority, basis, pauses and what follows from a rejection: what a block says for every situation. */
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
  for (const key of ['variants', 'places', 'apply'] as const) {
    const [was, is] = [basesOf(from, key), basesOf(to, key)];
    if (!isSame(was, is))
      add({ ...places(key), kind: 'basis-changed', grade: 'compatible', before: was, after: is });
  }
  changed('alone', 'alone-changed', 'compatible');
  diffPauses(from, to, places('pauses'), add);
  diffFee(from, to, places('fee'), add);
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
  'variants',
  'places',
  'results',
  'apply',
] as const;

/** The legal bases of what is stated one by one. */
function basesOf(block: Block, key: 'variants' | 'places' | 'apply'): JsonValue[] {
  const stated = asJson(block)[key] ?? [];
  const list = Array.isArray(stated) ? stated : Object.values(stated as JsonObject).flat();
  return list.flatMap((one) => (isObject(one) ? (one['basis'] ?? []) : []));
}

function stopsAll({ onReject }: Block): boolean {
  return onReject === 'stop-all';
}

function valueOf(block: Block, key: string): JsonValue {
  return asJson(block)[key] ?? null;
}

type Places = Pick<FoundChange, 'old' | 'new'>;

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
      because: tell('ungraded.pauses'),
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
