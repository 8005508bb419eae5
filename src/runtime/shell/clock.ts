import { UsageError } from '../../messages/index.js';
import { instantArgument, instantOf, isInstant } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { assertArguments } from '../../messages/index.js';

import { tell } from './messages.js';
import type { Clock } from './ports.js';

/** So often the wall clock is looked at while waiting: it may have been set. */
const checkMs = 30_000;

/**
 * The clock of the machine.
 * @param offset how moments are written, as in "+08:00". Left out: in UTC. When a day ends is said by the zone of the
 * plan alone
 */
export function createSystemClock(offset = 'Z'): Clock {
  if (!isInstant(`2026-01-01T00:00:00${String(offset)}`)) {
    throw new UsageError(tell('usage/offset'));
  }
  return {
    now: () => instantOf(Date.now(), offset),
    after: elapsed,
    at(targetMs, callback) {
      let cancel: () => void;
      const wait = (): void => {
        const leftMs = targetMs - Date.now();
        cancel = elapsed(Math.min(leftMs, checkMs), leftMs <= checkMs ? callback : wait);
      };
      wait();
      return () => cancel();
    },
  };
}

/** Timers of the platform go by a clock that nobody sets, and take no more milliseconds than 31 bits hold. */
const longestTimerMs = 2_147_483_647;

function elapsed(ms: number, callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (leftMs: number): void => {
    const step = Math.min(Math.max(0, leftMs), longestTimerMs);
    timer = setTimeout(() => (leftMs > step ? wait(leftMs - step) : callback()), step);
  };
  wait(ms);
  return () => clearTimeout(timer);
}

/** A clock that goes only when told to: for tests and simulations. */
export interface ManualClock extends Clock {
  /** The next moment at which somebody wants to be called. */
  next(): Instant | undefined;
  /** Sets the time and calls back whoever wanted to be called by then, in order. */
  advanceTo(instant: Instant): void;
}

/** A clock that stands at a moment until it is advanced. */
export function createManualClock(start: Instant): ManualClock {
  assertArguments('createManualClock', { start: instantArgument }, { start });
  let nowMs = Date.parse(start);
  const offset = start.endsWith('Z') ? 'Z' : start.slice(-6);
  let calls: { at: number; order: number; callback: () => void }[] = [];
  let order = 0;
  const soonest = () =>
    calls.reduce<(typeof calls)[number] | undefined>(
      (best, call) =>
        best === undefined || call.at < best.at || (call.at === best.at && call.order < best.order)
          ? call
          : best,
      undefined,
    );
  const call = (due: (typeof calls)[number]): void => {
    if (!calls.includes(due)) return;
    calls = calls.filter((other) => other !== due);
    due.callback();
  };
  const at = (atMs: number, callback: () => void): (() => void) => {
    const due = { at: Math.max(nowMs, atMs), order: (order += 1), callback };
    calls.push(due);
    // What is due already, as after a jump, is not left to wait for the next one.
    if (due.at === nowMs) queueMicrotask(() => call(due));
    return () => {
      calls = calls.filter((other) => other !== due);
    };
  };
  return {
    now: () => instantOf(nowMs, offset),
    at,
    after: (ms, callback) => at(nowMs + ms, callback),
    next: () => {
      const due = soonest();
      return due && instantOf(due.at, offset);
    },
    advanceTo(instant) {
      assertArguments('advanceTo', { instant: instantArgument }, { instant });
      const target = Date.parse(instant);
      for (let due = soonest(); due !== undefined && due.at <= target; due = soonest()) {
        nowMs = Math.max(nowMs, due.at);
        call(due);
      }
      nowMs = target;
    },
  };
}
