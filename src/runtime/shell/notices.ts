import { omitUndefined } from '../../base/index.js';
import { assertArguments } from '../../messages/index.js';
import type { Instant } from '../../time/index.js';
import type { CaseEvent, EventType } from '../machine/event.js';
import type { Transition } from '../machine/transitions.js';
import type { LogEntry } from './ports.js';

type WithoutReason<T extends Transition> = T extends Transition ? Omit<T, 'because'> : never;

/** A transition in a notice: `step` is the id of the step in the plan, `index` the position of its item. */
export type NoticeTransition = WithoutReason<Transition>;

/**
 * What a host hears of a case: which event it was, and what followed. Holds nothing personal: no values, no words of
 * applicants, authorities and handlers, and no keys of items, which may be values.
 */
export interface Notice {
  /** Where it stands in the log: `events({ after: position })` goes on behind it. On a cluster, in the log of the case. */
  position: number;
  case: string;
  /** Number of the event within the case, from 1. */
  seq: number;
  at: Instant;
  /** What happened: the applicant `filled`, `supplemented`, `delivered`, `withdrawn` or `cancelled` something, … */
  type: EventType;
  /** The step of the plan that it happened to, and the position of its item. */
  step?: string;
  index?: number;
  /** What an authority or a registry answered. */
  answer?: 'approved' | 'rejected' | 'returned' | 'withdrawn';
  transitions: NoticeTransition[];
}

/** What an entry of a log is to a host. */
export function noticeOf(id: string, entry: LogEntry, position: number): Notice {
  const kinds = { id: 'text', entry: 'from history of a runner', position: 'integer' } as const;
  assertArguments('noticeOf', kinds, { id, entry, position });
  const { seq, event, transitions } = entry;
  const told = transitions.map(withoutReason);
  const step = 'step' in event ? idOf(event.step) : undefined;
  return {
    position,
    case: id,
    seq,
    at: event.at,
    type: event.type,
    ...omitUndefined({ step, index: indexOf(event, transitions), answer: answerOf(event) }),
    transitions: told,
  };
}

/** What entries of the log of a case are to a host, on a cluster: there each case has a log of its own. */
export function noticesOf(id: string, entries: readonly LogEntry[]): Notice[] {
  const kinds = { id: 'text', entries: 'all from history of a runner' } as const;
  assertArguments('noticesOf', kinds, { id, entries });
  return entries.map((entry) => noticeOf(id, entry, entry.seq));
}

function withoutReason(transition: Transition): NoticeTransition {
  if (transition.type === 'case') return transition;
  const { step, ...rest } = transition;
  // The key of an item may be a value.
  if (rest.type !== 'step') return { ...rest, step: idOf(step) };
  const { because: _, ...told } = rest;
  return { ...told, step: idOf(step) };
}

/** Ids of steps have no brackets; the key of an item stands between them. */
function idOf(key: string): string {
  const bracket = key.indexOf('[');
  return bracket < 0 ? key : key.slice(0, bracket);
}

function indexOf(event: CaseEvent, transitions: readonly Transition[]): number | undefined {
  if (!('step' in event)) return undefined;
  for (const transition of transitions) {
    if (transition.type !== 'case' && transition.step === event.step) return transition.index;
  }
  return undefined;
}

function answerOf(event: CaseEvent): Notice['answer'] {
  return event.type === 'answered' ? event.answer.status : undefined;
}
