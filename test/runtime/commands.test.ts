import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { readCatalogue } from '../../src/node/index.js';
import { composeBundle } from '../../src/plan/index.js';
import { plainStyle } from '../../src/report/index.js';
import {
  createManualClock,
  createMemoryStore,
  createRunner,
  createSimulation,
  isSettled,
} from '../../src/runtime/index.js';
import type { CaseView } from '../../src/runtime/index.js';
import { ensureBuilt, root } from '../contract/ensure-built.js';

const examples = join(import.meta.dirname, '../../examples/catalogue');
const folder = mkdtempSync(join(tmpdir(), 'onething-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Result {
  code: number;
  out: string;
  err: string;
  /** What a terminal was given to show in passing. */
  shown: string[];
}

async function onething(...words: string[]): Promise<Result> {
  let out = '';
  let err = '';
  const shown: string[] = [];
  const code = await main(words, {
    progress: (text) => shown.push(text),
    out: (text) => (out += text),
    err: (text) => (err += text),
    input: () => '',
    cwd: folder,
    env: {},
    style: plainStyle,
    width: 100,
  });
  return { code, out, err, shown };
}

const start = ['--catalogue', examples, '--start', '2026-09-24T09:00:00+08:00'];
const run = (...words: string[]) => onething('run', 'restaurant-opening', ...start, ...words);

describe('onething run', () => {
  it('brings a case to its end, the same each time', async () => {
    const first = await run('--format', 'json');
    expect(first.err).toBe('');
    expect(first.code).toBe(0);
    const { case: view } = JSON.parse(first.out) as { case: CaseView };
    expect(view.status).toBe('done');
    expect(view.steps.some(({ status }) => status === 'approved')).toBe(true);
    expect((await run('--format', 'json')).out).toBe(first.out);
    expect((await run()).out).toMatch(/case done\n/);
  });

  it('shows what a rejection stops', async () => {
    const { case: view } = JSON.parse((await run('--format', 'json')).out) as { case: CaseView };
    const block = view.steps.find(({ kind, status }) => kind === 'block' && status === 'approved')!;
    const { out } = await run('--fail', `${block.step}=rejected`, '--format', 'json');
    const after = (JSON.parse(out) as { case: CaseView }).case;
    expect(after.steps.find(({ key }) => key === block.key)!.status).toBe('rejected');
    expect(after.status).toBe('done');
  });

  it('keeps the case in a file, which `case` can look at', async () => {
    expect((await run('--store', 'cases.db', '--id', 'c1')).code).toBe(0);
    const again = await run('--store', 'cases.db', '--id', 'c1');
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining('nothing is run') as string });
    expect((await onething('case', 'list', '--store', 'cases.db')).out).toMatch(/^c1 {2}done/);
    const shown = await onething('case', 'show', 'c1', '--store', 'cases.db', '--format', 'json');
    expect((JSON.parse(shown.out) as { case: CaseView }).case.status).toBe('done');
    const late = await onething('case', 'complete', 'c1', 'nobody', '--store', 'cases.db');
    expect(late).toMatchObject({ code: 2 });
    expect(late.err).toMatch(/no step "nobody"/);
    expect((await onething('case', 'show', 'c2', '--store', 'cases.db')).code).toBe(2);
    const chinese = await onething('case', 'show', 'c1', '--store', 'cases.db', '--lang', 'zh');
    expect(chinese.out).toMatch(/✓ \p{Script=Han}+ +准予/u);
    const unread = ['case', 'complete', 'c1', 'nobody', '--store', 'cases.db', '--output', 'none.json'];
    expect((await onething(...unread)).err).toMatch(/"none.json" of --output/);
    expect((await onething('case', 'list', '--store', 'none.db')).code).toBe(2);
  });

  it('shows a table of the open steps with their limits while it runs, and takes it away', async () => {
    const { shown } = await run();
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.join('')).toMatch(/2026-\d\d-\d\d \d\d:\d\d {2}restaurant-opening {2}\d+ of \d+ settled\n/);
    expect(shown.join('')).toMatch(/ pending {2,}2026-\d\d-\d\d\n/);
    // Each table is drawn over the one before, line for line, and the last is erased.
    const heights = shown.map((text) => text.split('\n').length - 1);
    const up = '\u001b[';
    const ups = shown.map((text) => (text.startsWith(up) ? Number.parseInt(text.slice(up.length)) : 0));
    expect(ups.slice(1)).toEqual(heights.slice(0, -1));
    expect(heights.at(-1)).toBe(0);
  });

  it('goes on by its id after the process was killed, and comes to the same end', async () => {
    const store = join(folder, 'killed.db');
    const words = ['run', 'restaurant-opening', ...start, '--store', store, '--id', 'k'];
    ensureBuilt();
    const bin = join(root, 'dist/esm/cli.js');
    const child = spawn(process.execPath, [bin, ...words, '--pace', '100'], {
      stdio: 'ignore',
    });
    const over = new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
    const written = (): number => (existsSync(`${store}-wal`) ? statSync(`${store}-wal`).size : 0);
    for (let growths = 0, size = 0; growths < 5 && child.exitCode === null; await delay(5)) {
      if (written() === size) continue;
      growths += 1;
      size = written();
    }
    const looked = await onething('case', 'list', '--store', store);
    expect(looked).toMatchObject({ code: 3, out: '' });
    expect(looked.err).toMatch(/killed\.db" is in use by another process\./);
    child.kill('SIGKILL');
    expect(await over).toBe('SIGKILL');

    const between = await onething('case', 'show', 'k', '--store', store, '--format', 'json');
    const { case: before } = JSON.parse(between.out) as { case: CaseView };
    expect(before.status).toBe('running');
    const early = before.steps.find(({ status, round }) => status === 'waiting' && round === 0)!;
    const complete = (step: string, ...more: string[]) =>
      onething('case', 'complete', 'k', step, '--store', store, ...more);
    expect((await complete(early.key)).err).toMatch(/has not been handed over yet/);
    const begun = before.steps.find(({ round }) => round > 0)!;
    expect((await complete(begun.key, '--as', 'returned')).err).toMatch(
      /--needs names it\.\n +Its inputs are: /,
    );
    expect((await complete(`${begun.key}x`)).err).toMatch(`Did you mean "${begun.key}`);
    const resumed = await onething(...words, '--format', 'json');
    expect(resumed.err).toBe(`The case "k" goes on where it was left, after ${before.seq} events.\n`);
    const { case: after, log } = JSON.parse(resumed.out) as { case: CaseView; log: { seq: number }[] };
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    const { case: whole } = JSON.parse((await run('--id', 'k', '--format', 'json')).out) as {
      case: CaseView;
    };
    expect(after.status).toBe('done');
    const ends = (view: CaseView) => view.steps.map(({ key, status }) => [key, status]);
    expect(ends(after)).toEqual(ends(whole));
    expect(after.data).toEqual(whole.data);
  });

  it('says what it does not understand', async () => {
    expect(await run('--fail', 'nobody=rejected')).toMatchObject({ code: 2 });
    expect(await run('--delay', 'nobody')).toMatchObject({ code: 2 });
    expect(await run('--seed', 'x')).toMatchObject({ code: 2 });
    // A block is never down, and a registry never rejects: to take it for approved would show nothing.
    const down = await run('--fail', 'restaurant-opening-food-licence=down');
    expect(down).toMatchObject({ code: 2, out: '' });
  });
});

describe('onething types', () => {
  it('writes the handlers of a bundle', async () => {
    const { code, out } = await onething('types', 'restaurant-opening', '--catalogue', examples);
    expect(code).toBe(0);
    expect(out).toMatch(/export interface Handlers \{/);
  });
});

describe('the examples', () => {
  it('run to their end with simulated authorities, every bundle of them', async () => {
    const catalogue = readCatalogue(examples);
    for (const id of catalogue.bundles.keys()) {
      const { plan } = composeBundle(catalogue, id);
      const simulation = createSimulation(plan);
      const clock = createManualClock('2026-09-24T09:00:00.000+08:00');
      const store = createMemoryStore();
      const runner = await createRunner({ store, handlers: simulation.handlers, clock });
      const given = { answers: simulation.answers(), known: simulation.known(), id: 'c' };
      expect(await runner.start(plan, given), id).toMatchObject({ accepted: true, case: 'c' });
      const view = await simulation.run(runner, clock, 'c', await store.secret());
      expect(view.status, id).toBe('done');
      expect(
        view.steps.every(({ status }) => isSettled(status)),
        id,
      ).toBe(true);
      await runner.stop();
    }
  });
});
