import { isObject, own } from '../../base/index.js';
import { isMessage } from '../../messages/index.js';
import type { JsonValue } from '../../base/index.js';
import type { EventType } from './event.js';
import type { ConsentDecision } from './state.js';

type Kind = 'text' | 'words' | 'message' | 'count' | 'object' | 'list' | 'flag' | 'any';
type Shape = Record<string, Kind | `${Kind}?`>;

/** What each type of event carries besides `type` and `at`. */
const shapes: Record<EventType, Shape> = {
  started: {
    answers: 'object',
    known: 'object?',
    derived: 'object?',
    reference: 'text?',
    disputes: 'list?',
    retry: 'object?',
    consents: 'list?',
  },
  opened: { known: 'object?', answers: 'object?', reference: 'text?', keepMs: 'count?', retry: 'object?' },
  saved: { answers: 'object' },
  consented: { role: 'text', item: 'text?', decision: 'text' },
  submitted: { answers: 'object?', known: 'object?', derived: 'object?', disputes: 'list?' },
  attempted: { step: 'text', round: 'count', attempt: 'count' },
  failed: {
    step: 'text',
    round: 'count',
    attempt: 'count',
    error: 'message',
    issues: 'list?',
    final: 'flag?',
  },
  accepted: { step: 'text', round: 'count' },
  answered: { step: 'text', round: 'count', answer: 'object' },
  filled: { step: 'text', answers: 'object', disputes: 'list?' },
  supplemented: { step: 'text', round: 'count', returned: 'count?', values: 'object', disputes: 'list?' },
  delivered: { step: 'text', place: 'text', value: 'any' },
  paused: { step: 'text', pause: 'count', id: 'text?', reason: 'text?' },
  resumed: { step: 'text', pause: 'count' },
  withdrawn: { step: 'text', reason: 'text?' },
  retried: { step: 'text', round: 'count', attempt: 'count' },
  cancelled: { reason: 'text?' },
  undoing: { step: 'text', attempt: 'count' },
  undone: { step: 'text', attempt: 'count', error: 'message?' },
  reached: {},
};

/** Does the event carry what its type needs? Events come from logs, wires and handlers written in any language. */
export function isWellFormed(event: object): boolean {
  const record = event as Record<string, JsonValue>;
  const type = own(record, 'type');
  const shape = typeof type === 'string' ? own<Shape>(shapes, type) : undefined;
  if (shape === undefined) return false;
  if (!Object.entries(shape).every(([key, kind]) => fits(own(record, key), kind))) return false;
  if (!areDisputes(own(record, 'disputes') ?? [])) return false;
  if (type === 'consented' && !isDecision(own(record, 'decision'))) return false;
  if (!isNames(own(record, 'consents') ?? [])) return false;
  return type !== 'answered' || isAnswer(own(record, 'answer')!);
}

function areDisputes(value: JsonValue): boolean {
  const shape: Shape = { field: 'text', claim: 'any', reason: 'text' };
  const isDispute = (one: JsonValue): boolean =>
    isObject(one) && Object.entries(shape).every(([key, kind]) => fits(own(one, key), kind));
  return Array.isArray(value) && value.every(isDispute);
}

/** Is it something that a step can end with, or be returned for? */
export function isAnswer(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (!fits(own(value, 'reason'), 'words?')) return false;
  const needs = own(value, 'needs');
  switch (own(value, 'status')) {
    case 'approved':
      return isObject(own(value, 'output')) && isNames(own(value, 'dropped') ?? []);
    case 'rejected':
    case 'withdrawn':
      return true;
    case 'returned':
      return isNames(needs);
    default:
      return false;
  }
}

function isDecision(value: unknown): value is ConsentDecision {
  return value === 'given' || value === 'refused' || value === 'withdrawn';
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function fits(value: JsonValue | undefined, kind: Shape[string]): boolean {
  if (value === undefined) return kind.endsWith('?');
  switch (kind.replace('?', '') as Kind) {
    case 'text':
      return typeof value === 'string';
    case 'words':
      return typeof value === 'string' || (isObject(value) && Object.values(value).every(isText));
    case 'message':
      return isMessage(value);
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    case 'object':
      return isObject(value);
    case 'list':
      return Array.isArray(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'any':
      return true;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
