/** When a limit ends rests on the calendar of the plan, and not on the zone of the process. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('due-days.ts', import.meta.url));

function dueDaysIn(zone: string): string[] {
  const env = { ...process.env, TZ: zone };
  const text = execFileSync(process.execPath, ['--import', 'tsx', script], { env, encoding: 'utf8' });
  return text.trim().split('\n');
}

it('is the same in processes of every zone, over summer time', { timeout: 120_000 }, () => {
  const [first = [], ...others] = ['UTC', 'Asia/Shanghai', 'Europe/Berlin'].map(dueDaysIn);
  expect(first).toHaveLength(90);
  for (const other of others) expect(other).toEqual(first);
  // 24 hours of the clock from half past midnight in Berlin, over the hour that is left out.
  expect(first).toContain('Europe/Berlin 2026-03-28 24h 2026-03-30T01:30:00.000+02:00');
});
