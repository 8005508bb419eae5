import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/base/index.js';
import { cloneJson, isObject } from '../../src/base/index.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import { diffCatalogues } from '../../src/diff/index.js';
import { changeKinds } from '../../src/model/index.js';
import type {
  Block,
  CatalogueDiff,
  Change,
  Composition,
  Document,
  Predicate,
} from '../../src/model/index.js';
import { composeBundle } from '../../src/plan/index.js';
import { evaluate, factsOf } from '../../src/predicate/index.js';
import { generatedAnswers, generatedCatalogue } from './catalogue-generator.js';
import type { Generated } from './catalogue-generator.js';
import { judge } from './form-oracle.js';
import { draws } from '../extent.js';

const runs = draws(3, 5);
const everything = { outputs: false, repeats: true, choices: false, alternatives: true };

/** One edit of a block or of the bundle, as an author makes it. */
type Edit =
  | { what: 'drop-input' | 'optional' | 'required' | 'drop-when' | 'no-schema'; block: number; input: number }
  | { what: 'narrow'; block: number; input: number; bound: number }
  | { what: 'copy-input'; block: number; input: number; to: number }
  | { what: 'drop-use'; use: number };

const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    what: fc.constantFrom('drop-input', 'optional', 'required', 'drop-when', 'no-schema' as const),
    block: fc.nat(4),
    input: fc.nat(5),
  }),
  fc.record({ what: fc.constant('narrow' as const), block: fc.nat(4), input: fc.nat(5), bound: fc.nat(6) }),
  fc.record({ what: fc.constant('copy-input' as const), block: fc.nat(4), input: fc.nat(5), to: fc.nat(4) }),
  fc.record({ what: fc.constant('drop-use' as const), use: fc.nat(4) }),
);

/** A catalogue after some edits; what the generator made stays as it was. */
function edited(generated: Generated, edits: readonly Edit[]): Generated {
  const copy = cloneJson(generated);
  const documents = copy.documents.filter(({ kind }) => kind !== 'block' && kind !== 'bundle');
  const { blocks, bundle } = copy;
  for (const edit of edits) {
    if (edit.what === 'drop-use') {
      if (bundle.uses.length > 1) bundle.uses.splice(edit.use % bundle.uses.length, 1);
      continue;
    }
    const block = blocks[edit.block % blocks.length]!;
    const inputs = block.inputs ?? [];
    const index = edit.input % Math.max(1, inputs.length);
    const input = inputs[index];
    if (input === undefined) continue;
    if (edit.what === 'drop-input') inputs.splice(index, 1);
    else if (edit.what === 'optional') input.optional = true;
    else if (edit.what === 'required') delete input.optional;
    else if (edit.what === 'drop-when') delete input.when;
    else if (edit.what === 'no-schema' && 'field' in input) delete input.schema;
    else if (edit.what === 'narrow' && 'field' in input) {
      const before = typeof input.schema === 'object' ? input.schema : {};
      input.schema = { ...before, not: { enum: ['x', 'y', true, 2, 'a', 'zz'].slice(0, edit.bound) } };
    } else if (edit.what === 'copy-input') {
      const target = blocks[edit.to % blocks.length]!;
      if (sameRoles(block, target)) target.inputs = [...(target.inputs ?? []), cloneJson(input)];
    }
  }
  return { ...copy, documents: [...documents, ...blocks, bundle] };
}

function sameRoles(a: Block, b: Block): boolean {
  return JSON.stringify(a.roles) === JSON.stringify(b.roles);
}

function load(documents: readonly Document[]) {
  return loadCatalogue([], { documents });
}

function compare(before: Generated, after: Generated): CatalogueDiff {
  return diffCatalogues(load(before.documents), load(after.documents));
}

/** A judge of its own for each form. */
function validatorOf(schema: JsonSchema): (value: JsonValue) => boolean {
  const ajv = new Ajv2020({ strict: false, ownProperties: true });
  ajv.opts.unevaluated = false;
  return ajv.compile(schema);
}

function formOf(generated: Generated): JsonObject {
  return composeBundle(load(generated.documents), 'bundle').form.schema as JsonObject;
}

/** The answers without what the old form does not ask in their situation: nobody answers what is not asked. */
function askedOnly({ fields, materials }: Composition['form'], answers: JsonObject): JsonObject {
  const asked = new Map<string, Predicate>();
  for (const one of fields) asked.set(one.field, one.askedWhen);
  for (const one of materials) asked.set(one.material, one.askedWhen);
  const copy = cloneJson(answers);
  const prune = (holder: JsonObject, role: string, index?: number): void => {
    for (const name of Object.keys(holder)) {
      const value = holder[name];
      if (name === 'materials' && isObject(value)) prune(value, 'materials', index);
      else {
        const when = asked.get(role === 'materials' ? name : `${role}.${name}`) ?? false;
        const item = role === 'materials' ? name.slice(name.indexOf(' of ') + 4) : role;
        const facts = factsOf(answers, index === undefined ? undefined : { role: item, index });
        if (evaluate(when, facts) === false) delete holder[name];
      }
    }
  };
  for (const [role, value] of Object.entries(copy)) {
    if (Array.isArray(value)) value.forEach((item, index) => prune(item as JsonObject, role, index));
    else if (isObject(value)) prune(value, role);
  }
  return copy;
}

const pairs = generatedCatalogue(everything).chain((generated) =>
  fc.record({
    before: fc.constant(generated),
    edits: fc.array(editArbitrary, { minLength: 1, maxLength: 3 }),
    answers: fc.array(generatedAnswers(generated), { minLength: 4, maxLength: 8 }),
  }),
);

const ofBundle = ({ changes }: CatalogueDiff): Change[] =>
  changes.filter(({ subject }) => subject.bundle === 'bundle');
const ofForm = (diff: CatalogueDiff): Change[] =>
  ofBundle(diff).filter(({ kind }) => changeKinds[kind].about === 'form');

describe('the laws of comparing', () => {
  it('finds nothing where nothing has changed, whatever the order of the documents', () => {
    fc.assert(
      fc.property(generatedCatalogue({ ...everything, outputs: true, choices: true }), ({ documents }) => {
        const diff = diffCatalogues(load(documents), load([...documents].reverse()));
        expect(diff.changes).toEqual([]);
        expect(diff.consequences).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('calls no change of the form compatible that refuses an answer which was valid', () => {
    let held = 0;
    let broken = 0;
    fc.assert(
      fc.property(pairs, ({ before, edits, answers }) => {
        const after = edited(before, edits);
        const diff = compare(before, after);
        const harmless = ofForm(diff).every(({ grade }) => grade === 'compatible');
        const validate = validatorOf(formOf(after));
        const { form } = composeBundle(load(before.documents), 'bundle');
        for (const full of answers) {
          const answer = askedOnly(form, full);
          const first = judge(before, answer);
          if (!first.valid || !first.complete) continue;
          // The judge of the new version is a second reading of the design; ajv judges its form.
          const second = judge(after, answer);
          const isValid = second.valid && second.complete;
          expect(validate(answer)).toBe(isValid);
          if (harmless) expect({ answer, isValid }).toEqual({ answer, isValid: true });
          if (isValid) held += 1;
          else broken += 1;
        }
      }),
      { numRuns: runs * 2 },
    );
    // Neither side of the law is vacuous.
    expect(held).toBeGreaterThan(runs / 5);
    expect(broken).toBeGreaterThan(0);
  });

  it('shows for a breaking change of the form answers that the old form takes and the new one refuses', () => {
    let shown = 0;
    let unknown = 0;
    let all = 0;
    fc.assert(
      fc.property(pairs, ({ before, edits }) => {
        const after = edited(before, edits);
        const changes = ofForm(compare(before, after));
        const [old, now] = [validatorOf(formOf(before)), validatorOf(formOf(after))];
        for (const { grade, counterexample } of changes) {
          all += 1;
          if (grade === 'unknown') unknown += 1;
          if (grade !== 'breaking' || counterexample?.kind !== 'answers') continue;
          shown += 1;
          expect([old(counterexample.value), now(counterexample.value)]).toEqual([true, false]);
        }
      }),
      { numRuns: runs * 2 },
    );
    expect(shown).toBeGreaterThan(runs / 10);
    // What is not decided stays rare.
    expect(unknown / Math.max(1, all)).toBeLessThan(0.1);
  });

  it('turns narrowed into widened, asked into not asked and new into gone when old and new change places', () => {
    fc.assert(
      fc.property(pairs, ({ before, edits }) => {
        const after = edited(before, edits);
        const [forth, back] = [compare(before, after), compare(after, before)];
        const named = (diff: CatalogueDiff, suffix: RegExp) =>
          ofBundle(diff)
            .filter(({ kind }) => suffix.test(kind))
            .map(({ subject }) => subject.field ?? subject.material ?? subject.step)
            .sort();
        expect(named(back, /^(?:field|material)-widened$/)).toEqual(
          named(forth, /^(?:field|material)-narrowed$/),
        );
        expect(named(back, /-not-asked$/)).toEqual(named(forth, /^(?:field|material|alternatives)-asked$/));
        expect(named(back, /^step-added$/)).toEqual(named(forth, /^step-removed$/));
        expect(named(back, /-optional$/)).toEqual(named(forth, /-required$/));
      }),
      { numRuns: runs },
    );
  });

  it('rests on no order of the documents', () => {
    fc.assert(
      fc.property(pairs, ({ before, edits }) => {
        const after = edited(before, edits);
        const turned = diffCatalogues(
          load([...before.documents].reverse()),
          load([...after.documents].reverse()),
        );
        expect(turned).toEqual(compare(before, after));
      }),
      { numRuns: runs },
    );
  });
});
