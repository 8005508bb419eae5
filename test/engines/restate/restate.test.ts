import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokens, evolve, initialState, outcomeOf } from '../../../src/runtime/index.js';
import type { CaseEvent, CaseState, LogEntry } from '../../../src/runtime/index.js';
import { callsPerKey } from '../../runtime/calls-per-key.js';
import { drive } from '../../runtime/drive.js';
import { generateAnswers, generatePlan } from '../../runtime/generate.js';
import { buildPlan } from '../../runtime/plan-builder.js';
import { answer, createHarness } from './harness.js';
import type { Harness } from './harness.js';
import { findServer } from './server.js';

/** The long form: `npm run chaos`. */
const kills = Number(process.env['ONETHING_KILLS'] ?? 3);
const cases = Number(process.env['ONETHING_CASES'] ?? 5);
const nothing = { node: 0, both: 0, service: 0 };
const binary = findServer();

describe.skipIf(binary === undefined).each([1, 3] as const)(
  'cases on a cluster of %i (skipped where there is no server for the platform)',
  (count) => {
    let harness: Harness;

    beforeAll(async () => {
      harness = await createHarness(binary!, count);
    });
    afterAll(() => harness.stop());

    it('come to the same outcome as the machine by itself, through kills of service and node', async () => {
      const done = await accompany(harness);
      let compared = 0;
      let events = 0;
      for (let seed = 1; seed <= cases; seed++) {
        const log = await harness.client.history(`c${seed}`);
        events += log.length;
        const state = replay(seed, log, done.acknowledged);
        const pure = drive(generatePlan(seed), generateAnswers(seed), seed, seed);
        if (pure.refused.length > 0) continue;
        compared += 1;
        expect(outcomeOf(state)).toEqual(outcomeOf(pure.states.at(-1)!));
      }
      expect(compared).toBeGreaterThan(cases / 3);
      const effects = (await harness.lines('effects')).map((line) => line.split(' '));
      const keys = effects.map(([key = '']) => key);
      // Never more at once than the authority takes, also while everything falls over.
      expect(Math.max(...effects.map(([, underWay]) => Number(underWay)))).toBeLessThanOrEqual(3);
      console.log(
        `${count === 1 ? 'one node' : `${count} nodes`}: killed the service ${done.service} times, a node ${done.node}, ` +
          `both ${done.both}; ` +
          `${cases} cases, ${events} events, ${done.acknowledged.length} acknowledged to callers and 0 lost, 0 answers applied twice, ` +
          `${compared} outcomes compared with the machine and 0 different; ` +
          `${keys.length} handler calls; handler calls per idempotency key: ${callsPerKey(keys)}`,
      );
    }, 3_600_000);

    it('tell what happens, of one case in order, at least once', async () => {
      const { seq } = (await harness.client.case('c1'))!;
      let heard: number[] = [];
      for (let tries = 0; heard.at(-1) !== seq; tries++) {
        if (tries > 300) throw new Error(`Only ${heard.at(-1)} of ${seq} notices have come.`);
        await delay(100);
        const lines = await harness.lines('notices');
        heard = lines.filter((line) => line.startsWith('c1 ')).map((line) => Number(line.slice(3)));
      }
      expect([...new Set(heard)]).toEqual(Array.from({ length: seq }, (_, index) => index + 1));
      expect(heard).toEqual([...heard].sort((a, b) => a - b));
    });

    it('can be listed', async () => {
      const { client } = harness;
      const all = await client.cases();
      expect(all.map(({ id }) => id)).toEqual(
        Array.from({ length: cases }, (_, index) => `c${index + 1}`).sort(),
      );
      expect(all.every(({ status }) => status === 'done')).toBe(true);
      expect(await client.cases({ status: 'running' })).toEqual([]);
      const [first, second] = await client.cases({ status: 'done', limit: 2 });
      expect((await client.cases({ after: first!.id, limit: 1 }))[0]).toEqual(second);
      expect(await client.cases({ plan: first!.plan })).toEqual([first]);
      expect(await client.cases({ plan: "' OR 1=1 --" })).toEqual([]);
    });

    it('refuse forged and unknown tokens, and what is no plan', async () => {
      const { client } = harness;
      const other = createTokens('another secret, which is long as well');
      const forged = await other.issue({ case: 'c1', step: 's0', round: 1 });
      expect(await client.complete(forged, { status: 'rejected' })).toMatchObject({ accepted: false });
      expect(await client.case('nobody')).toBeUndefined();
      expect(await client.cancel('nobody')).toMatchObject({ refusal: { code: 'unknown-case' } });
      await expect(client.start({} as never, { answers: {} })).rejects.toThrow('is no plan');
      const unheard = buildPlan({ steps: [{ id: 'unheard' }] });
      await expect(client.start(unheard, { answers: {} })).rejects.toThrow('block "unheard"');
    });
  },
);

interface Done {
  service: number;
  node: number;
  both: number;
  acknowledged: string[];
}

/** Starts cases, answers until all are over, and kills now the service, now a node, now both. */
async function accompany({ client, nodes, ...harness }: Harness): Promise<Done> {
  const done: Done = { ...nothing, acknowledged: [] };
  const open = new Set<string>();
  let started = 0;
  const answerAll = () =>
    Promise.all(
      [...open].map(async (id) => {
        if (await answer(client, id, (line) => done.acknowledged.push(line))) open.delete(id);
      }),
    );
  for (let tries = 0; started < cases || open.size > 0; tries++) {
    if (tries > 5_000) throw new Error(`Cases do not end: ${[...open].join()}`);
    const sum = done.service + done.node + done.both;
    // Some cases begin after each kill, so that there is always something to be cut off.
    for (const most = Math.ceil((cases * (sum + 1)) / (kills + 1)); started < most;) {
      const id = `c${++started}`;
      const receipt = await client.start(generatePlan(started), { id, answers: generateAnswers(started) });
      expect(receipt).toEqual({ accepted: true, case: id });
      done.acknowledged.push(`${id} started`);
      open.add(id);
    }
    if (sum < kills) {
      const victim = nodes[(sum + Math.floor(sum / 3)) % nodes.length]!;
      const what = (['node', 'both', 'service'] as const)[sum % 3]!;
      done[what] += 1;
      // While calls are under way.
      const answers = answerAll();
      await Promise.all([
        what === 'service' ? undefined : victim.kill(),
        what === 'node' ? undefined : harness.killService(),
      ]);
      if (what !== 'node') await harness.startService();
      // With one node lost, the others go on meanwhile.
      if (nodes.length > 1) await answers;
      if (what !== 'service') await victim.start();
      await answers;
    }
    await answerAll();
    await delay(20);
  }
  return done;
}

/** The log has no gaps, holds what was acknowledged, one answer to each submission, and gives the state. */
function replay(seed: number, log: readonly LogEntry[], acknowledged: readonly string[]): CaseState {
  const plan = generatePlan(seed);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  const happened = new Set(log.map(({ event }) => lineOf(`c${seed}`, event)));
  const lost = acknowledged.filter((line) => line.startsWith(`c${seed} `) && !happened.has(line));
  expect(lost).toEqual([]);
  const answered = log.flatMap(({ event }) =>
    event.type === 'answered' ? [`${event.step}#${event.round}`] : [],
  );
  expect(new Set(answered).size).toBe(answered.length);
  return log.reduce((state, { event }) => evolve(plan, state, event), initialState(plan.hash));
}

function lineOf(id: string, event: CaseEvent): string {
  const step = 'step' in event ? ` ${event.step}` : '';
  const round = event.type === 'supplemented' || event.type === 'answered' ? ` ${event.round}` : '';
  return `${id} ${event.type}${step}${round}`;
}
