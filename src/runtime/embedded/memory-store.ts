import { byKey, cloneJson, compareCodeUnits } from '../../base/index.js';
import type { Plan } from '../../model/index.js';
import { conflictError } from '../shell/store-errors.js';
import type { CaseRecord, CaseStore, DueCase, LogEntry } from '../shell/ports.js';

interface Kept extends CaseRecord {
  entries: LogEntry[];
  wakeAt: number | undefined;
  active: boolean;
}

/** The soonest first. */
function byDue(a: DueCase, b: DueCase): number {
  return a.at - b.at || compareCodeUnits(a.id, b.id);
}

/** A store that lives as long as the process: for tests, previews and browsers. */
export function createMemoryStore(): CaseStore {
  const cases = new Map<string, Kept>();
  const plans = new Map<string, Plan>();
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(32));
  const secret = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const sorted = (): Kept[] => [...cases.values()].sort(byKey((kept) => kept.id));
  return {
    secret: () => Promise.resolve(secret),
    loadPlan: (hash) => Promise.resolve(plans.get(hash)),
    async commit({ id, plan, newPlan, entries, state, wakeAt, active }) {
      await Promise.resolve();
      const kept = cases.get(id) ?? { id, plan, seq: 0, state, entries: [], wakeAt, active };
      if (entries.some((entry, index) => entry.seq !== kept.seq + index + 1)) {
        throw conflictError(id);
      }
      if (newPlan !== undefined && !plans.has(plan)) plans.set(plan, cloneJson(newPlan));
      kept.entries.push(...entries);
      cases.set(id, { ...kept, seq: kept.seq + entries.length, state, wakeAt, active });
    },
    load: (id) => {
      const kept = cases.get(id);
      return Promise.resolve(kept && { id, plan: kept.plan, seq: kept.seq, state: kept.state });
    },
    history: (id, { after = 0, limit = Infinity } = {}) =>
      Promise.resolve((cases.get(id)?.entries ?? []).slice(after, after + limit)),
    list: ({ status, plan, after, limit = 100 }) =>
      Promise.resolve(
        sorted()
          .filter((kept) => status === undefined || kept.state.status === status)
          .filter((kept) => plan === undefined || kept.plan === plan)
          .filter((kept) => after === undefined || kept.id > after)
          .slice(0, limit)
          .map((kept) => ({ id: kept.id, plan: kept.plan, status: kept.state.status, seq: kept.seq })),
      ),
    active: (after, limit) =>
      Promise.resolve(
        sorted()
          .filter((kept) => kept.active && (after === undefined || kept.id > after))
          .slice(0, limit)
          .map((kept) => kept.id),
      ),
    due: (nowMs, limit, after) =>
      Promise.resolve(
        [...cases.values()]
          .flatMap(({ id, wakeAt: at }) => (at !== undefined && at <= nowMs ? [{ at, id }] : []))
          .sort(byDue)
          .filter((due) => after === undefined || byDue(due, after) > 0)
          .slice(0, limit),
      ),
    nextWake: (afterMs = -Infinity) => {
      let next: number | undefined;
      for (const { wakeAt } of cases.values()) {
        if (wakeAt !== undefined && wakeAt > afterMs && (next === undefined || wakeAt < next)) next = wakeAt;
      }
      return Promise.resolve(next);
    },
    close: () => Promise.resolve(),
  };
}
