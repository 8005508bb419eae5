import type { PlanStep } from '../../model/index.js';

/** How many steps may be handed over at once. */
export interface ConcurrencyLimits {
  /** Over all authorities; 256 unless told. */
  total?: number;
  /**
   * By authority (or, for a registry without one, by its id). Of one that is not named, a quarter of the total: one that
   * never answers holds up nobody else.
   */
  authorities?: Readonly<Record<string, number>>;
}

/** Counts what is under way, and remembers which cases wait for a turn. */
export interface Slots {
  /** Takes a slot, or notes that the case waits for one. */
  take(name: string, waiter: string): boolean;
  /** Gives a slot back; gives the cases that may have a turn now. */
  release(name: string): string[];
}

/** Whose limit counts for a step: its authority's; for a registry without one, its own. */
export function counterOf({ authority, registry }: PlanStep): string {
  return authority ?? registry ?? '';
}

const defaultTotal = 256;

/** Slots for the limits given. A case that waits is served in the order of waiting. */
export function createSlots(limits: ConcurrencyLimits = {}): Slots {
  const total = limits.total ?? defaultTotal;
  const used = new Map<string, number>();
  const waiters = new Map<string, string>();
  let all = 0;
  const limitOf = (name: string): number =>
    limits.authorities !== undefined && Object.hasOwn(limits.authorities, name)
      ? limits.authorities[name]!
      : Math.ceil(total / 4);
  return {
    take(name, waiter) {
      const count = used.get(name) ?? 0;
      if (all >= total || count >= limitOf(name)) {
        waiters.set(`${name}\u0000${waiter}`, waiter);
        return false;
      }
      used.set(name, count + 1);
      all += 1;
      return true;
    },
    release(name) {
      used.set(name, (used.get(name) ?? 1) - 1);
      all -= 1;
      for (const [key, waiter] of waiters) {
        const wanted = key.slice(0, key.indexOf('\u0000'));
        if ((used.get(wanted) ?? 0) >= limitOf(wanted)) continue;
        waiters.delete(key);
        return [waiter];
      }
      return [];
    },
  };
}
