import { isObject } from '../../base/index.js';
import { assertArguments } from '../../messages/index.js';
import type { OwnKind } from '../../messages/index.js';
import { stateArgument } from '../machine/case-tables.js';
import { isOver } from '../machine/state.js';
import type { CaseState } from '../machine/state.js';
import type { Refusal } from '../machine/event.js';
import { tell } from './messages.js';
import { caseOpen } from '../machine/refuse.js';

/** A file that the host keeps, as a value of a case names it. */
export interface FileReference {
  id: string;
  name?: string;
  type?: string;
  size?: number;
  sha256?: string;
}

/** What came of forgetting a case. */
export type Forgotten =
  /** `files`: what the case referred to; the host deletes them. */
  { accepted: true; case: string; files: FileReference[] } | { accepted: false; refusal: Refusal };

/** Why a case cannot be forgotten without force, if so: it runs, or materials are still owed. Nobody has a draft yet. */
export function mayBeForgotten(state: CaseState, force: boolean): Refusal | undefined {
  assertArguments('mayBeForgotten', { state: stateArgument }, { state });
  const { status, open } = state;
  if (force || status === 'draft' || (isOver(status) && open.length === 0)) return undefined;
  return caseOpen;
}

const iterableArgument: OwnKind = {
  is: (value) =>
    typeof (value as Partial<Iterable<unknown>> | null | undefined)?.[Symbol.iterator] === 'function',
  what: tell('argument.iterable'),
};

/** The files that values refer to, each once: of what a case knows, and of all that its log holds. */
export function filesIn(values: Iterable<unknown>): FileReference[] {
  assertArguments('filesIn', { values: iterableArgument }, { values });
  const found = new Map<string, FileReference>();
  const open: unknown[] = [...values];
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) open.push(...(value as unknown[]));
    else if (isObject(value)) {
      if (isFile(value)) found.set(JSON.stringify([value['id'], value['sha256']]), value);
      open.push(...Object.values(value));
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A reference of an upload port: an id, and the hash of the content or its size and type. */
function isFile(value: Record<string, unknown>): value is Record<string, unknown> & FileReference {
  const { id, sha256, type, size } = value;
  if (typeof id !== 'string') return false;
  return typeof sha256 === 'string' || (typeof type === 'string' && typeof size === 'number');
}
