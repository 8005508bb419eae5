import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

const examples = join(import.meta.dirname, '../../examples/catalogue');
const folder = mkdtempSync(join(tmpdir(), 'onething-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function onething(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await main(words, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    input: () => '',
    cwd: folder,
    env: {},
    style: plainStyle,
    width: 100,
  });
  return { code, out, err };
}

const run = (...words: string[]) =>
  onething(
    'run',
    'restaurant-opening',
    '--catalogue',
    examples,
    '--start',
    '2026-09-24T09:00:00+08:00',
    ...words,
  );

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
    expect((await onething('case', 'list', '--store', 'cases.db')).out).toMatch(/^c1 {2}done/);
    const shown = await onething('case', 'show', 'c1', '--store', 'cases.db', '--format', 'json');
    expect((JSON.parse(shown.out) as { case: CaseView }).case.status).toBe('done');
    const late = await onething('case', 'complete', 'c1', 'nobody', '--store', 'cases.db');
    expect(late).toMatchObject({ code: 2 });
    expect(late.err).toMatch(/no step "nobody"/);
    expect((await onething('case', 'show', 'c2', '--store', 'cases.db')).code).toBe(2);
    expect((await onething('case', 'list', '--store', 'none.db')).code).toBe(2);
  });

  it('says what it does not understand', async () => {
    expect(await run('--fail', 'nobody=rejected')).toMatchObject({ code: 2 });
    expect(await run('--delay', 'nobody')).toMatchObject({ code: 2 });
    expect(await run('--seed', 'x')).toMatchObject({ code: 2 });
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
      expect(await runner.start(plan, given), id).toEqual({ accepted: true, case: 'c' });
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
