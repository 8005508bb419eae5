import { byKey, cloneJson, compareCodeUnits } from '../../base/index.js';
import type { Plan } from '../../model/index.js';
import { conflictError } from '../shell/store-errors.js';
import { isListed } from '../shell/case-filter.js';
import type { CaseSummary } from '../shell/case-summary.js';
import type { CaseRecord, CaseStore, DueCase, LogEntry, LoggedEntry } from '../shell/ports.js';

interface Kept extends CaseRecord {
  entries: LogEntry[];
  summary: CaseSummary;
  wakeAt: number | undefined;
  active: boolean;
}

/** The soonest first. */
function byDue(a: DueCase, b: DueCase): number {
  return a.at - b.at || compareCodeUnits(a.id, b.id);
}

/** The index of the first entry behind a position. */
function firstBehind(log: readonly LoggedEntry[], after: number): number {
  let [low, high] = [0, log.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (log[middle]!.position > after) high = middle;
    else low = middle + 1;
  }
  return low;
}

function pageOf(
  log: readonly LoggedEntry[],
  { after, limit, id }: { after: number; limit: number; id: string | undefined },
): LoggedEntry[] {
  const page: LoggedEntry[] = [];
  for (let at = firstBehind(log, after); at < log.length && page.length < limit; at++) {
    if (id === undefined || log[at]!.case === id) page.push(log[at]!);
  }
  return page;
}

/** A store that lives as long as the process: for tests, previews and browsers. */
export function createMemoryStore(): CaseStore {
  const cases = new Map<string, Kept>();
  const plans = new Map<string, Plan>();
  let log: LoggedEntry[] = [];
  let position = 0;
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(32));
  const secret = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const sorted = (): Kept[] => [...cases.values()].sort(byKey((kept) => kept.id));
  return {
    secret: () => Promise.resolve(secret),
    loadPlan: (hash) => Promise.resolve(plans.get(hash)),
    async commit({ id, plan, newPlan, entries, state, summary, wakeAt, active }) {
      await Promise.resolve();
      const kept = cases.get(id) ?? { id, plan, seq: 0, state, summary, entries: [], wakeAt, active };
      if (entries.some((entry, index) => entry.seq !== kept.seq + index + 1)) {
        throw conflictError(id);
      }
      if (newPlan !== undefined && !plans.has(plan)) plans.set(plan, cloneJson(newPlan));
      kept.entries.push(...entries);
      cases.set(id, { ...kept, seq: kept.seq + entries.length, state, summary, wakeAt, active });
      for (const entry of entries) log.push({ position: (position += 1), case: id, entry });
      return position;
    },
    load: (id) => {
      const kept = cases.get(id);
      return Promise.resolve(kept && { id, plan: kept.plan, seq: kept.seq, state: kept.state });
    },
    history: (id, { after = 0, limit = Infinity } = {}) =>
      Promise.resolve((cases.get(id)?.entries ?? []).slice(after, after + limit)),
    log: (after, limit, id) => Promise.resolve(pageOf(log, { after, limit, id })),
    position: () => Promise.resolve(position),
    forget: (id) => {
      const plan = cases.get(id)?.plan;
      cases.delete(id);
      log = log.filter((logged) => logged.case !== id);
      if (plan !== undefined && ![...cases.values()].some((kept) => kept.plan === plan)) plans.delete(plan);
      return Promise.resolve();
    },
    list: (filter) => {
      const { after, limit = 100 } = filter;
      const behind = sorted().filter((kept) => after === undefined || kept.id > after);
      const listed = behind.filter(({ summary }) => isListed(summary, filter)).slice(0, limit);
      return Promise.resolve(listed.map(({ summary }) => summary));
    },
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
