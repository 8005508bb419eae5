import { alg } from '@dagrejs/graphlib';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { planGraph } from '../../../src/export/index.js';
import { readCatalogue } from '../../../src/node/index.js';
import { composeBundle } from '../../../src/plan/index.js';

describe('a plan as a graph', () => {
  it('has each step and each wait of a real bundle, and graphlib finds the same order possible', () => {
    const { plan } = composeBundle(readCatalogue('examples/catalogue'), 'newborn-jiangxi');
    const graph = planGraph(plan);

    expect(graph.edgeCount()).toBe(plan.steps.flatMap(({ after }) => after).length);
    for (const step of plan.steps) {
      expect(graph.node(`step:${step.id}`)).toBe(step);
      expect((graph.predecessors(`step:${step.id}`) as string[]).sort()).toEqual(
        step.after.map((wait) => `step:${wait.step}`).sort(),
      );
    }
    const place = new Map(alg.topsort(graph).map((node, at) => [node, at]));
    for (const { id, after } of plan.steps) {
      for (const { step } of after) expect(place.get(`step:${step}`)).toBeLessThan(place.get(`step:${id}`)!);
    }
    expect(plan.stages.map((_, at) => graph.children(`stage:${at + 1}`).sort())).toEqual(
      plan.stages.map((stage) => stage.map((id) => `step:${id}`).sort()),
    );
  });

  it('holds steps whose ids mean something to objects', () => {
    const block = (id: string, after?: string): string =>
      `kind: block\nid: ${id}\nauthority: office\nroles: { who: person }\ninputs: [ { field: who.name } ]` +
      (after === undefined ? '' : `\nprerequisites: [ { block: ${after} } ]`);
    const catalogue = loadCatalogue(
      [
        'kind: subject\nid: person\nelements: { name: { schema: { type: string } } }',
        'kind: authority\nid: office\ntitle: Office',
        block('constructor'),
        block('prototype', 'constructor'),
        'kind: bundle\nid: all\nroles: { who: person }\napplicant: who\nuses: [ { block: constructor }, { block: prototype } ]',
      ].map((text, index) => ({ path: `${index}.yaml`, text })),
    );

    const graph = planGraph(composeBundle(catalogue, 'all').plan);

    expect(graph.edge('step:constructor', 'step:prototype')).toMatchObject({ needs: 'approval' });
    expect(alg.topsort(graph).filter((node) => node.startsWith('step:'))).toEqual([
      'step:constructor',
      'step:prototype',
    ]);
  });
});
