import { own, setOwn } from '../base/index.js';
import type { JsonObject, JsonValue, Table } from '../base/index.js';
import { tablesOf } from '../runtime/index.js';
import type { CaseState } from '../runtime/index.js';

/**
 * A large state is stored in parts: each step, each role or item of one, and the sources of each place. What two states
 * share is the same in memory, so that finding what an event has changed looks at no values.
 */
export interface Part {
  /** What it is a part of, and the name there. */
  path: string;
  /** As JSON; undefined where there is none any more. */
  value: string | undefined;
}

/** A state with more steps than this is divided. */
const mostWhole = 24;

/** Is the state large enough to be stored in parts? */
export function isDivided(state: CaseState): boolean {
  return tablesOf(state).steps.size > mostWhole;
}

/** What is stored of a divided state besides its parts. */
export function restOf(state: CaseState): JsonValue {
  const { data: _data, ...rest } = tablesOf(state).rest;
  return rest as unknown as JsonValue;
}

/** The parts in which a state differs from one before it; all of them, where there is none. */
export function changedParts(before: CaseState | undefined, after: CaseState): Part[] {
  const [old, now] = [before === undefined ? undefined : tablesOf(before), tablesOf(after)];
  return [
    ...tableChanged('steps', old?.steps, now.steps),
    ...dataChanged(old?.rest.data, now.rest.data),
    ...tableChanged('sources', old?.sources, now.sources),
  ];
}

function tableChanged<T>(name: string, before: Table<T> | undefined, after: Table<T>): Part[] {
  const changes = before === undefined ? [...after.entries()] : after.changesSince(before);
  const gone = before === undefined ? [] : after.goneSince(before);
  return [
    ...changes.map(([key, value]): Part => ({ path: `${name}/${key}`, value: JSON.stringify(value) })),
    ...gone.map((key): Part => ({ path: `${name}/${key}`, value: undefined })),
  ];
}

/** Roles, and of a repeated role its items: a role that is a list stands for an empty one, its items beside it. */
function dataChanged(before: JsonObject | undefined, after: JsonObject): Part[] {
  const parts: Part[] = [];
  if (before === after) return parts;
  for (const role of new Set([...Object.keys(before ?? {}), ...Object.keys(after)])) {
    const [old, now] = [own(before ?? {}, role), own(after, role)];
    if (old === now) continue;
    const [oldItems, items] = [listOf(old), listOf(now)];
    if (items === undefined || oldItems === undefined || old === undefined) {
      const shell = items === undefined ? now : [];
      parts.push({ path: `data/${role}`, value: shell === undefined ? undefined : JSON.stringify(shell) });
    }
    const length = Math.max(oldItems?.length ?? 0, items?.length ?? 0);
    for (let index = 0; index < length; index++) {
      const item = items?.[index];
      if (oldItems?.[index] === item) continue;
      const value = item === undefined ? undefined : JSON.stringify(item);
      parts.push({ path: `item/${index}/${role}`, value });
    }
  }
  return parts;
}

function listOf(value: JsonValue | undefined): JsonValue[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** The state out of its parts, in the order in which they were first written. */
export function joinParts(rest: JsonObject, parts: Iterable<{ path: string; value: JsonValue }>): CaseState {
  const whole = { steps: {} as JsonObject, data: {} as JsonObject, sources: {} as JsonObject };
  const items: { role: string; index: number; value: JsonValue }[] = [];
  for (const { path, value } of parts) {
    const slash = path.indexOf('/');
    const [kind, name] = [path.slice(0, slash), path.slice(slash + 1)];
    if (kind === 'steps' || kind === 'data' || kind === 'sources') setOwn(whole[kind], name, value);
    else {
      const at = name.indexOf('/');
      items.push({ index: Number(name.slice(0, at)), role: name.slice(at + 1), value });
    }
  }
  for (const { role, index, value } of items) {
    const list = own(whole.data, role);
    if (Array.isArray(list)) list[index] = value;
  }
  return { ...rest, ...whole } as unknown as CaseState;
}
