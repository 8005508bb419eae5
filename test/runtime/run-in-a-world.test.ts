import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { plainStyle } from '../../src/report/index.js';
import type { CaseView } from '../../src/runtime/index.js';

const folder = mkdtempSync(join(tmpdir(), 'onething-world-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const documents = {
  'catalogue.yaml': { kind: 'catalogue', id: 'c', version: '1.0.0', ignore: ['worlds'] },
  'person.yaml': {
    kind: 'subject',
    id: 'person',
    elements: {
      id: { schema: { type: 'string', minLength: 1 } },
      name: { schema: { type: 'string', minLength: 1 } },
      grade: { schema: { type: 'integer', minimum: 1, maximum: 4 } },
    },
  },
  'photo.yaml': {
    kind: 'material',
    id: 'photo',
    title: 'Photo',
    accept: ['upload', { deferral: { within: '30d' } }],
  },
  'letter.yaml': { kind: 'material', id: 'letter', title: 'Letter', accept: ['upload'] },
  'people.yaml': { kind: 'registry', id: 'people', subject: 'person', given: ['id'], gives: ['name'] },
  'assess.yaml': {
    kind: 'block',
    id: 'assess',
    roles: { who: 'person' },
    inputs: [
      { field: 'who.id' },
      { field: 'who.name' },
      { material: 'photo', of: 'who' },
      { material: 'letter', of: 'who' },
    ],
    outputs: [{ field: 'who.grade' }],
    time: { promised: '5wd' },
  },
  'aid.yaml': {
    kind: 'block',
    id: 'aid',
    roles: { who: 'person' },
    inputs: [{ field: 'who.grade' }],
    time: { promised: '3wd' },
  },
  'list.yaml': {
    kind: 'block',
    id: 'list',
    roles: { who: { type: 'person', many: true } },
    inputs: [{ field: 'who.id' }],
    outputs: [{ field: 'who.grade' }],
    time: { promised: '1wd' },
  },
  'each.yaml': {
    kind: 'bundle',
    id: 'each',
    roles: { p: 'person', child: { type: 'person', many: { min: 0, max: 4 } } },
    applicant: 'p',
    known: ['p.id'],
    registries: ['people'],
    uses: [
      { block: 'assess', with: { who: 'child' }, each: 'child' },
      { block: 'aid', with: { who: 'child' }, each: 'child', when: { 'child.grade': { maximum: 2 } } },
    ],
  },
  'whole.yaml': {
    kind: 'bundle',
    id: 'whole',
    roles: { p: 'person', child: { type: 'person', many: { min: 0, max: 4 } } },
    applicant: 'p',
    uses: [
      { block: 'list', with: { who: 'child' } },
      { block: 'aid', with: { who: 'child' }, each: 'child', when: { 'child.grade': { maximum: 2 } } },
    ],
  },
};
mkdirSync(join(folder, 'worlds'));
for (const [name, document] of Object.entries(documents))
  writeFileSync(join(folder, name), JSON.stringify(document));

interface Result {
  code: number;
  out: string;
  err: string;
}

async function run(bundle: string, ...words: string[]): Promise<Result> {
  let out = '';
  let err = '';
  const start = ['--start', '2026-09-24T09:00:00+08:00'];
  const code = await main(['run', bundle, '--format', 'json', ...start, ...words], {
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

async function viewIn(
  bundle: string,
  world: object,
  ...words: string[]
): Promise<CaseView & { log: unknown[] }> {
  writeFileSync(join(folder, 'worlds/world.json'), JSON.stringify(world));
  const { code, out, err } = await run(bundle, '--world', 'worlds/world.json', ...words);
  expect(err, out).not.toContain('error');
  expect(code).toBe(0);
  const { case: view, ...rest } = JSON.parse(out) as { case: CaseView };
  return { ...view, ...rest } as CaseView & { log: unknown[] };
}

const twins = [
  { $key: 'anna', id: '1', name: 'Anna' },
  { $key: 'ben', id: '2', name: 'Ben' },
];
const statuses = ({ steps }: CaseView) => Object.fromEntries(steps.map(({ key, status }) => [key, status]));

describe('a simulated case in a world', () => {
  it('has each item get what is true of it, from registries and from authorities', async () => {
    const values = {
      child: [
        { ...twins[0], grade: 1 },
        { ...twins[1], grade: 4 },
      ],
    };
    const view = await viewIn('each', { values });
    expect(view.status).toBe('done');
    expect(view.data['child']).toMatchObject(values.child);
    expect(statuses(view)).toMatchObject({ 'aid[anna]': 'approved', 'aid[ben]': 'skipped' });
  });

  it('yields for each item of a list that a block takes whole', async () => {
    const values = {
      child: [
        { ...twins[0], grade: 1 },
        { ...twins[1], grade: 4 },
      ],
    };
    const view = await viewIn('whole', { values });
    expect(statuses(view)).toMatchObject({
      list: 'approved',
      'aid[anna]': 'approved',
      'aid[ben]': 'skipped',
    });
  });

  it('goes by the name of the step for one item before that of the block', async () => {
    const view = await viewIn('each', {
      values: { child: twins },
      yields: { assess: { 'who.grade': 4 }, 'assess[ben]': { 'who.grade': 1 } },
      decisions: { 'aid[ben]': 'rejected' },
    });
    expect(statuses(view)).toMatchObject({ 'aid[anna]': 'skipped', 'aid[ben]': 'rejected' });
  });

  it('asks for what a registry does not hold, and hears the truth', async () => {
    for (const people of ['nothing', 'down', { some: [] }]) {
      const view = await viewIn('each', { values: { child: twins }, registries: { people } });
      expect(view.status).toBe('done');
      expect(view.data['child']).toMatchObject(twins);
      expect(view.sources).toMatchObject({ '/child/0/name': { from: 'applicant' } });
    }
  });

  it('owes what the applicant lets follow', async () => {
    const view = await viewIn('each', { values: { child: twins }, deferred: ['photo of child'] });
    expect(view.open.map(({ at }) => at)).toEqual([
      '/child/0/materials/photo of child',
      '/child/1/materials/photo of child',
    ]);
  });

  it('takes no lie about what somebody else says', async () => {
    const view = await viewIn('each', { values: { child: twins } }, '--lie', 'child[ben].name=Forged');
    expect(view.data['child']).toMatchObject(twins);
  });

  it('is what a golden case says', async () => {
    writeFileSync(
      join(folder, 'worlds/golden.json'),
      JSON.stringify({
        kind: 'case',
        id: 'g',
        bundle: 'each',
        facts: { child: [{ ...twins[0], grade: 2 }] },
      }),
    );
    const { out } = await run('each', '--world', 'worlds/golden.json');
    expect(statuses((JSON.parse(out) as { case: CaseView }).case)).toMatchObject({ 'aid[anna]': 'approved' });
  });
});

describe('what is said of a world and cannot be', () => {
  it.each([
    [['--yield', 'asses.grade=1'], 'no block, registry or step "asses"', 'Did you mean "assess"'],
    [['--yield', 'assess=1'], '"assess" names no step and field', 'Write --yield step.field=value'],
    [['--yield', 'assess.grade'], 'has no "="', 'Write --yield step.field=value'],
    [['--yield', 'assess.grad=1'], 'yields no "grad"', 'who.grade'],
    [['--yield', 'aid.grade=1'], 'yields no "grade"', 'It yields nothing'],
    [['--yield', 'assess.grade=9'], 'cannot yield this as "who.grade"', ''],
    [['--defer', 'letter of child'], 'may not follow', 'photo of child'],
    [['--lie', 'child[a].nam=x'], 'no field "child.nam"', 'Did you mean'],
    [['--lie', 'child[a].name'], 'has no "="', 'Write --lie field=value'],
    [['--fail', 'people=rejected'], 'The fate is not "rejected"', 'down'],
    [['--fail', 'assess[anna]=gone'], 'The fate is not "gone"', 'rejected'],
    [['--fail', 'aid[x]y=rejected'], 'no block, registry or step', ''],
    [['--delay', 'nobody=5wd'], 'no block, registry or step "nobody"', 'It has'],
    [['--world', 'nowhere.yaml'], 'nowhere.yaml', ''],
  ] as const)('%j', async (words, said, help) => {
    const { code, err } = await run('each', ...words);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).toContain(help);
  });

  it.each([
    [{ valus: {} }, 'is not a world', 'world.schema.json'],
    [{ decisions: { assess: 'maybe' } }, '/decisions/assess', ''],
    [{ decisions: { asess: 'rejected' } }, 'no block, registry or step "asess"', 'Did you mean "assess"'],
    [{ registries: { people: 'some' } }, '/registries/people', ''],
    [{ registries: { peple: 'all' } }, '"peple"', 'Did you mean "people"'],
    [{ values: { child: [{ grade: 7 }] } }, 'child.grade', ''],
    [{ yields: { assess: { 'who.name': 'x' } } }, 'yields no "who.name"', 'who.grade'],
    [{ deferred: ['letter of child'] }, 'may not follow', ''],
    [{ lies: { 'p.nam': 'x' } }, 'p.nam', ''],
    [{ start: 'tomorrow' }, '/start', ''],
    [{ kind: 'case', bundle: 'whole' }, 'about the bundle "whole"', 'Name a case of the bundle'],
  ])('%j', async (world, said, help) => {
    writeFileSync(join(folder, 'worlds/wrong.json'), JSON.stringify(world));
    const { code, err } = await run('each', '--world', 'worlds/wrong.json');
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).toContain(help);
  });
});
