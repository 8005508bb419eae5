import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/index.js';
import { codesOf, compose } from './build-catalogue.js';

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
