import { describe, expect, it } from 'vitest';
import type { Block, Bundle, Composition } from '../../../src/model/index.js';
import { codesOf, compose } from './build-catalogue.js';
import type { Sketch } from './build-catalogue.js';

function ring(size: number, others: number): Record<string, Partial<Block>> {
  const names = Array.from({ length: size }, (_, index) => `ring${index}`);
  return {
    ...Object.fromEntries(names.map((name, index) => [name, { after: [names[(index + 1) % size]!] }])),
    ...Object.fromEntries(
      Array.from({ length: others }, (_, index) => [
        `other${index}`,
        { after: index === 0 ? ['ring0'] : [`other${index - 1}`] },
      ]),
    ),
  };
}

describe('order', () => {
  it('reports a cycle of three among thirty blocks by those three edges only', () => {
    const { diagnostics } = compose({ blocks: ring(3, 27) });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'order/cycle', severity: 'error' });
    expect(diagnostics[0]!.related).toHaveLength(3);
    expect(diagnostics[0]!.related.map(({ at }) => at.pointer)).toEqual(['/after/0', '/after/0', '/after/0']);
  });

  it('finds a cycle of 2,000 blocks, and orders a chain of as many', () => {
    const cyclic = compose({ blocks: ring(2000, 0) });
    expect(cyclic.diagnostics).toHaveLength(1);
    expect(cyclic.diagnostics[0]!.related).toHaveLength(2000);
    const chain = compose({ blocks: ring(1, 2000) });
    expect(chain.plan.stages).toHaveLength(2001);
  });

  it('does not count a cycle that no situation realises', () => {
    const blocks = { a: { after: ['b'] }, b: { after: ['a'] } };
    const uses = [
      { block: 'a', when: { 'person.age': { minimum: 18 } } },
      { block: 'b', when: { 'person.age': { maximum: 17 } } },
    ];
    expect(codesOf(compose({ blocks, bundle: { uses } }))).toEqual([]);
    expect(codesOf(compose({ blocks }))).toEqual(['order/cycle']);
  });

  it('takes blocks with the names of JavaScript itself', () => {
    const blocks = Object.fromEntries([
      ['constructor', { after: ['1'] }],
      ['1', { after: ['__proto__x'] }],
      ['__proto__x', {}],
      ['toString', { after: ['constructor'] }],
    ]);
    expect(compose({ blocks }).plan.stages).toEqual([['__proto__x'], ['1'], ['constructor'], ['toString']]);
  });

  it('goes on without waiting where the author wrote a deferral, and says so', () => {
    const sketch = (accept: Block['inputs']) => ({
      materials: ['proof'],
      blocks: {
        install: { outputs: [{ material: 'proof', of: 'person' }] },
        plate: { inputs: accept ?? [] },
      },
    });
    const waiting = compose(sketch([{ material: 'proof', of: 'person', accept: ['upload'] }]));
    expect(waiting.plan.stages).toEqual([['install'], ['plate']]);
    const deferred = compose(
      sketch([{ material: 'proof', of: 'person', accept: ['upload', { deferral: { within: '20wd' } }] }]),
    );
    expect(deferred.plan.stages).toEqual([['install', 'plate']]);
    expect(codesOf(deferred)).toEqual(['order/deferral-taken']);
  });

  it('adds up the longest chain in working days and warns of a promise below it', () => {
    const { plan, diagnostics } = compose({
      blocks: {
        a: { time: { promised: '5wd' }, outputs: [{ field: 'person.name' }] },
        b: { time: { statutory: '7d' }, inputs: [{ field: 'person.name' }] },
        c: { time: { promised: '2wd' } },
      },
      bundle: { target: { within: '9wd' } },
    });
    expect(plan.criticalPath).toEqual({ steps: ['a', 'b'], workingDays: 10 });
    expect(diagnostics.map(({ code }) => code)).toEqual(['order/target-below-critical-path']);
  });
});

/** Wife and husband each change their name, and get a card. */
function wedding(card: Partial<Block>, more: Partial<Bundle> = {}): Sketch {
  const uses = (who: string) => [
    { block: 'rename', as: `${who}-rename`, with: { person: who } },
    { block: 'card', as: `${who}-card`, with: { person: who } },
  ];
  return {
    blocks: { rename: { inputs: [{ field: 'person.name' }] }, card },
    bundle: {
      roles: { wife: 'person', husband: 'person' },
      uses: [...uses('wife'), ...uses('husband')],
      ...more,
    },
  };
}

describe('what is said of another block', () => {
  const waitsOf = ({ plan }: Composition, id: string) =>
    plan.steps.find((step) => step.id === id)!.after.map(({ step }) => step);

  it.each(['prerequisites', 'after'] as const)('means its use about the same person: %s', (kind) => {
    const composition = compose(wedding({ [kind]: [{ block: 'rename' }] }));
    expect(composition.diagnostics).toEqual([]);
    expect(waitsOf(composition, 'wife-card')).toEqual(['wife-rename']);
    expect(waitsOf(composition, 'husband-card')).toEqual(['husband-rename']);
  });

  it('means its use about the same person: before', () => {
    const composition = compose(wedding({ before: ['rename'] }));
    expect(waitsOf(composition, 'wife-rename')).toEqual(['wife-card']);
    expect(waitsOf(composition, 'husband-rename')).toEqual(['husband-card']);
  });

  it('means the step about the same person where a material may follow until it', () => {
    const note = (until: string): Partial<Block> => ({
      inputs: [{ material: 'note', of: 'person', accept: [{ deferral: { until } }] }],
    });
    const sketch = wedding(note('rename'));
    sketch.materials = ['note'];
    sketch.blocks['office'] = { outputs: [{ material: 'note', of: 'person' }] };
    sketch.bundle!.uses!.push({ block: 'office', with: { person: 'wife' } });
    const composition = compose(sketch);
    expect(waitsOf(composition, 'wife-rename')).toEqual(['office']);
    expect(waitsOf(composition, 'husband-rename')).toEqual([]);
  });

  it('is missing where only somebody else has it, which is told', () => {
    const sketch = wedding({ prerequisites: [{ block: 'rename' }] });
    sketch.bundle!.uses = sketch.bundle!.uses!.slice(1);
    const [missing] = compose(sketch).diagnostics;
    expect(missing).toMatchObject({ code: 'compose/prerequisite-missing', args: { step: 'wife-card' } });
    expect(missing!.related.map(({ message }) => message)).toContain(
      '"husband-rename" is about somebody else',
    );
  });

  it('is not covered by what takes place for somebody else', () => {
    const sketch = wedding({ prerequisites: [{ block: 'rename' }] });
    sketch.bundle!.uses![0] = {
      block: 'rename',
      as: 'wife-rename',
      with: { person: 'wife' },
      when: { 'wife.married': { const: true } },
    };
    expect(codesOf(compose(sketch))).toEqual(['compose/prerequisite-excluded']);
  });

  it('means its use in the same nested bundle', () => {
    const sketch = wedding({ prerequisites: [{ block: 'rename' }] });
    sketch.others = [
      {
        kind: 'bundle',
        id: 'papers',
        roles: { person: 'person' },
        uses: [{ block: 'rename' }, { block: 'card' }],
      },
    ];
    sketch.bundle!.uses = ['wife', 'husband'].map((who) => ({
      bundle: 'papers',
      as: who,
      with: { person: who },
    }));
    const composition = compose(sketch);
    const cards = composition.plan.steps.filter(({ block }) => block === 'card');
    expect(cards).toHaveLength(2);
    for (const { id, after } of cards)
      expect(after.map(({ step }) => step)).toEqual([id.replace('card', 'rename')]);
  });

  it('goes item by item beside a person, each for itself', () => {
    const { plan } = compose(
      wedding(
        { prerequisites: [{ block: 'rename' }] },
        {
          roles: { child: { type: 'person', many: { min: 1, max: 3 } }, mother: 'person' },
          uses: [
            { block: 'rename', as: 'child-rename', with: { person: 'child' }, each: 'child' },
            { block: 'card', as: 'child-card', with: { person: 'child' }, each: 'child' },
            { block: 'rename', as: 'mother-rename', with: { person: 'mother' } },
          ],
        },
      ),
    );
    const card = plan.steps.find(({ id }) => id === 'child-card')!;
    expect(card.after.map(({ step }) => step)).toEqual(['child-rename']);
  });

  it('means any use where roles have other names, those of the same person first', () => {
    const sketch = wedding({ roles: { holder: 'person' }, after: ['rename'] });
    sketch.bundle!.uses = [
      { block: 'rename', as: 'wife-rename', with: { person: 'wife' } },
      { block: 'rename', as: 'husband-rename', with: { person: 'husband' } },
      { block: 'card', with: { holder: 'wife' } },
    ];
    expect(waitsOf(compose(sketch), 'card')).toEqual(['wife-rename']);
    sketch.bundle!.uses = sketch.bundle!.uses.slice(1);
    expect(waitsOf(compose(sketch), 'card')).toEqual(['husband-rename']);
  });
});
