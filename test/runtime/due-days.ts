/** Prints when the limits of cases end that are received around the changes of summer time: run under several zones. */
import type { PlanCalendar } from '../../src/model/index.js';
import { parseDuration } from '../../src/model/index.js';
import { createManualClock, createRunner } from '../../src/runtime/index.js';
import { buildPlan } from './plan-builder.js';

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'UTC'];
const days = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-10-23', '2026-10-24', '2026-10-25'];
const limits = ['24h', '48h', '1d', '2wd', '1mo'] as const;

for (const timezone of zones) {
  const calendar: PlanCalendar = { id: 'days', timezone, weekend: [6, 7], holidays: [], workdays: [] };
  const steps = limits.map((promised) => ({
    id: promised,
    deadline: { promised, workingDays: parseDuration(promised).count },
  }));
  const plan = buildPlan({ calendar, steps });
  for (const day of days) {
    const runner = await createRunner({
      clock: createManualClock(`${day}T23:30:00.000Z`),
      handlers: {
        blocks: Object.fromEntries(limits.map((id) => [id, () => ({ status: 'pending' as const })])),
      },
    });
    await runner.start(plan, { id: 'c', answers: {} });
    await runner.idle();
    for (const { key, due } of (await runner.case('c'))!.steps)
      process.stdout.write(`${timezone} ${day} ${key} ${due}\n`);
    await runner.stop();
  }
}
