import { instantOf } from '../machine/instant.js';
import type { Instant } from '../machine/instant.js';
import type { Clock } from './ports.js';

/** So often the wall clock is looked at while waiting: it may have been set. */
const checkMs = 30_000;

/**
 * The clock of the machine.
 * @param offset of the authorities' time from UTC, as in "+08:00": it decides when a day ends. Left out: the
 * machine's own at the start
 */
export function createSystemClock(offset: string = localOffset()): Clock {
  return {
    now: () => instantOf(Date.now(), offset),
    after(ms, callback) {
      const target = Date.now() + ms;
      let timer: ReturnType<typeof setTimeout>;
      const wait = (): void => {
        const leftMs = target - Date.now();
        timer = setTimeout(leftMs <= checkMs ? callback : wait, Math.max(0, Math.min(leftMs, checkMs)));
      };
      wait();
      return () => clearTimeout(timer);
    },
  };
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
  return {
    now: () => instantOf(nowMs, offset),
    after(ms, callback) {
      const call = { at: nowMs + Math.max(0, ms), order: (order += 1), callback };
      calls.push(call);
      return () => {
        calls = calls.filter((other) => other !== call);
      };
    },
    next: () => {
      const call = soonest();
      return call && instantOf(call.at, offset);
    },
    advanceTo(instant) {
      const target = Date.parse(instant);
      for (let call = soonest(); call !== undefined && call.at <= target; call = soonest()) {
        const due = call;
        calls = calls.filter((other) => other !== due);
        nowMs = Math.max(nowMs, due.at);
        due.callback();
      }
      nowMs = target;
    },
  };
}

function localOffset(): string {
  const minutes = -new Date().getTimezoneOffset();
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
