/** What the reform promises, on the example catalogue: each in the world of a golden case, on the embedded runner. */
import { beforeAll, describe, expect, it } from 'vitest';
import { pointer, setValueAt } from '../../src/base/index.js';
import type { JsonObject } from '../../src/base/index.js';
import { composeBundle, resolveSituation } from '../../src/plan/index.js';
import type { CaseView } from '../../src/runtime/index.js';
import { catalogueFiles } from '../properties/example-files.js';
import { beforehand, factsOf } from './fixed.js';
import { expectationOf } from './judge/expectation.js';
import type { Expectation } from './judge/expectation.js';
import type { JudgeContext, Said } from './judge/knowledge.js';
import { placesOf } from './judge/knowledge.js';
import { placeName } from './judge/world.js';
import type { Place, World } from './judge/world.js';
import { worldOfCase } from './make-world.js';
import { pathOfPlace } from './places.js';
import { play } from './play.js';
import type { Manner } from './play.js';
import { createStage } from './stage.js';
import type { Stage } from './stage.js';

const files = catalogueFiles().map(({ path, text }) => ({ path, text: String(text) }));
let stage: Stage;
beforeAll(async () => {
  stage = await createStage(files);
});

/** The world of a golden case, and what differs in it. */
function worldLike(id: string, other: Partial<World> = {}): { bundle: string; world: World } {
  const golden = stage.documents.case.get(id)!;
  return {
    bundle: golden.bundle,
    world: { ...worldOfCase(stage.documents, stage.flat(golden.bundle), golden), ...other },
  };
}

async function played({ bundle, world }: { bundle: string; world: World }, manner: Manner = {}) {
  const context = stage.context(bundle, world);
  return play(stage.plan(bundle), context, expectationOf(context), manner);
}

const statusOf = (view: CaseView | undefined, step: string) =>
  view?.steps.find(({ key }) => key === step)?.status;

describe('the plate: a proof that is deferred', () => {
  it('is owed, falls due on its day, is overdue after it, is given, and then nothing is owed', async () => {
    const place = '/materials/charging-proof of charging';
    const seen: unknown[] = [];
    const { view, handed, owedAfterAll, history } = await played(
      worldLike('nev-plate-deferred', { deferred: ['charging-proof of charging'] }),
      {
        after: async (runner, clock) => {
          const [open] = (await runner.case('case'))!.open;
          seen.push(open!.at, open!.due!.slice(0, 10), open!.overdue);
          clock.advanceTo(open!.due!);
          await runner.idle();
          seen.push((await runner.case('case'))!.open[0]!.overdue);
        },
      },
    );
    expect(view!.status).toBe('done');
    expect(statusOf(view, 'nev-plate-charging-confirmation')).toBe('approved');
    expect(JSON.stringify(handed.get('nev-plate-charging-confirmation'))).not.toContain('charging-proof');
    // 180 days from 24 September.
    expect(seen).toEqual([place, '2027-03-24', undefined, true]);
    expect(owedAfterAll).toBe(0);
    expect(history.at(-1)!.event).toMatchObject({ type: 'delivered', place });
  });
});

describe('the grade that stands on the certificate', () => {
  it.each([
    [4, 1, 'disability-aid-reference', 'approved'],
    [1, 4, 'disability-aid-grade-four', 'skipped'],
  ])('is asked of nobody before: whoever says %i and is given %i', async (claimed, found, id, end) => {
    const given = worldLike(id);
    (given.world.values['disabled'] as JsonObject)['disabilityGrade'] = found;
    const { receipt, view, wrongly } = await played(given, {
      answers: (answers) => {
        setValueAt(answers, ['disabled', 'disabilityGrade'], claimed);
        return answers;
      },
    });
    expect(wrongly).toEqual([]);
    expect(receipt).toMatchObject({ accepted: true, notTaken: ['/disabled/disabilityGrade'] });
    expect((view!.data['disabled'] as JsonObject)['disabilityGrade']).toBe(found);
    expect(statusOf(view, 'disability-aid-nursing-subsidy')).toBe(end);
  });
});

/** A place of each kind of source, of those that the first form cannot leave open. */
function said(
  { flat, documents, world }: JudgeContext,
  expectation: Expectation,
): Map<Said['from'], Place[]> {
  const found = new Map<Said['from'], Place[]>();
  for (const ref of flat.roles.values())
    for (const element of Object.keys(documents.subject.get(ref.type)!.elements))
      for (const place of placesOf(world, ref, element, 'field', { each: undefined, item: undefined })) {
        if (expectation.first.has(placeName(place)) || expectation.asked.has(placeName(place))) continue;
        const { from, value } = expectation.saidOf(place);
        if (value !== undefined) found.set(from, [...(found.get(from) ?? []), place]);
      }
  return found;
}

describe('a forged value', () => {
  it.each(['sign-in', 'registry', 'derivation', 'step', 'host'] as const)(
    'of what comes from %s is not taken, is told, and the true one is delivered',
    async (from) => {
      const { bundle, world } = worldLike('newborn-jiangxi-twins');
      const open = stage.context(bundle, world);
      const isFact = ({ role, name }: Place) => role === 'delivery' && name === 'wanted';
      const places = from === 'host' ? beforehand(open).filter(isFact) : [];
      const { plan } = composeBundle(stage.catalogue, bundle, { facts: factsOf(world, places) });
      const context = stage.context(bundle, { ...world, composedIn: new Set(places.map(placeName)) });
      const expectation = expectationOf(context);
      const forged = said(context, expectation).get(from) ?? [];
      expect(forged.length).toBeGreaterThan(0);
      const honest = await play(plan, context, expectation);
      const forging = await play(plan, context, expectation, {
        answers: (answers) => {
          for (const place of forged) setValueAt(answers, pathOfPlace(place), 'forged');
          return answers;
        },
      });
      expect(forging.receipt).toMatchObject({ accepted: true });
      const { notTaken = [] } = forging.receipt as { notTaken?: string[] };
      expect([...notTaken].sort()).toEqual(forged.map((place) => pointer(...pathOfPlace(place))).sort());
      expect([...forging.handed]).toEqual([...honest.handed]);
      expect(JSON.stringify([...forging.handed])).not.toContain('forged');
    },
  );
});

describe('whoever is not eligible', () => {
  it('hears it at the start, in the words of the author', async () => {
    const { receipt } = await played(worldLike('graduate-settlement-not-this-year'));
    const [rule] = stage.documents.bundle.get('graduate-settlement')!.eligibility!;
    expect(receipt).toMatchObject({
      accepted: false,
      refusal: { code: 'not-eligible', unmet: [{ otherwise: rule!.otherwise }] },
    });
  });
});

describe('a family with two children', () => {
  it('is resolved to its end by facts about each child', () => {
    const golden = stage.documents.case.get('newborn-jiangxi-twins')!;
    const facts = structuredClone(golden.facts!);
    setValueAt(facts, ['choices'], golden.choices!);
    for (let rounds = 0; rounds < 40; rounds++) {
      const { questions, open } = resolveSituation(stage.catalogue, golden.bundle, { facts });
      if (questions.length === 0) {
        expect(open).toEqual([]);
        return;
      }
      const { field } = questions[0]!;
      const [, role, key, element] = /^([^.[]+)(?:\[(.+)\])?\.(.+)$/.exec(field)!;
      const { world } = worldLike(golden.id);
      const held = world.values[role!]!;
      const value = Array.isArray(held) ? held[Number(key)]![element!] : held[element!];
      setValueAt(facts, key === undefined ? [role!, element!] : [role!, key, element!], value!);
    }
    expect.unreachable('the questions have no end');
  });
});
