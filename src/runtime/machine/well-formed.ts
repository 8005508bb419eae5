import { isObject, own } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import type { EventType } from './event.js';

type Shape = Record<
  string,
  'text' | 'text?' | 'count' | 'count?' | 'object' | 'object?' | 'list?' | 'flag?' | 'any'
>;

/** What each type of event carries besides `type` and `at`. */
const shapes: Record<EventType, Shape> = {
  started: { answers: 'object', known: 'object?', derived: 'object?', retry: 'object?' },
  attempted: { step: 'text', round: 'count', attempt: 'count' },
  failed: { step: 'text', round: 'count', attempt: 'count', error: 'text', issues: 'list?', final: 'flag?' },
  accepted: { step: 'text', round: 'count' },
  answered: { step: 'text', round: 'count', answer: 'object' },
  filled: { step: 'text', answers: 'object' },
  supplemented: { step: 'text', round: 'count', returned: 'count?', values: 'object' },
  delivered: { step: 'text', place: 'text', value: 'any' },
  paused: { step: 'text', pause: 'count', id: 'text?', reason: 'text?' },
  resumed: { step: 'text', pause: 'count' },
  withdrawn: { step: 'text', reason: 'text?' },
  retried: { step: 'text', round: 'count', attempt: 'count' },
  cancelled: { reason: 'text?' },
  undoing: { step: 'text', attempt: 'count' },
  undone: { step: 'text', attempt: 'count', error: 'text?' },
  reached: {},
};

/** Does the event carry what its type needs? Events come from logs, wires and handlers written in any language. */
export function isWellFormed(event: object): boolean {
  const record = event as Record<string, JsonValue>;
  const type = own(record, 'type');
  const shape = typeof type === 'string' ? own<Shape>(shapes, type) : undefined;
  if (shape === undefined) return false;
  if (!Object.entries(shape).every(([key, kind]) => fits(own(record, key), kind))) return false;
  return type !== 'answered' || isAnswer(own(record, 'answer')!);
}

/** Is it something that a step can end with, or be returned for? */
export function isAnswer(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (!fits(own(value, 'reason'), 'text?')) return false;
  const needs = own(value, 'needs');
  switch (own(value, 'status')) {
    case 'approved':
      return isObject(own(value, 'output'));
    case 'rejected':
    case 'withdrawn':
      return true;
    case 'returned':
      return Array.isArray(needs) && needs.every((name) => typeof name === 'string');
    default:
      return false;
  }
}

function fits(value: JsonValue | undefined, kind: Shape[string]): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'text?':
      return value === undefined || typeof value === 'string';
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    case 'count?':
      return value === undefined || fits(value, 'count');
    case 'object':
      return isObject(value);
    case 'object?':
      return value === undefined || isObject(value);
    case 'list?':
      return value === undefined || Array.isArray(value);
    case 'flag?':
      return value === undefined || typeof value === 'boolean';
    case 'any':
      return value !== undefined;
  }
}
