import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/base/index.js';
import { cloneJson } from '../../src/base/index.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import type { Bundle, Composition, Document } from '../../src/model/index.js';
import { composeBundle, project } from '../../src/plan/index.js';
import { evaluate, factsOf } from '../../src/predicate/index.js';
import { generatedAnswers, generatedCatalogue } from './catalogue-generator.js';
import type { Generated } from './catalogue-generator.js';
import { judge } from './form-oracle.js';
import { draws } from '../extent.js';

const everything = { outputs: true, repeats: true, choices: true, alternatives: true };
const runs = draws(20, 40);

function compose(documents: readonly Document[], options = {}): Composition {
  const catalogue = loadCatalogue([], { documents });
  const errors = catalogue.diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  return composeBundle(catalogue, 'bundle', options);
}

/** A fresh judge for each form: nothing is shared between runs. */
function validatorOf(composition: Composition): (answers: JsonValue) => boolean {
  const ajv = new Ajv2020({ strict: false, ownProperties: true });
  ajv.opts.unevaluated = false;
  return ajv.compile(composition.form.schema);
}

/** Answers with some of the fields left out that decide nothing. */
function withGaps(answers: JsonObject, drop: readonly number[], tested: ReadonlySet<string>): JsonObject {
  const copy = cloneJson(answers);
  const paths: { holder: JsonObject; key: string }[] = [];
  for (const [role, value] of Object.entries(copy)) {
    for (const holder of Array.isArray(value) ? value : [value]) {
      for (const key of Object.keys(holder as JsonObject)) {
        if (role !== 'choices' && key !== 'materials' && !tested.has(`${role}.${key}`))
          paths.push({ holder: holder as JsonObject, key });
      }
    }
  }
  for (const index of drop) {
    const path = paths[index % Math.max(1, paths.length)];
    if (path !== undefined) delete path.holder[path.key];
  }
  return copy;
}

function testedFields({ bundle, blocks }: Generated): Set<string> {
  const tested = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'when')
          for (const map of [inner].flat() as object[])
            for (const field of Object.keys(map)) tested.add(field);
        walk(inner);
      }
    }
  };
  walk([bundle, blocks]);
  return tested;
}

const scenario = generatedCatalogue(everything).chain((generated) =>
  fc.record({
    generated: fc.constant(generated),
    answers: fc.array(generatedAnswers(generated), { minLength: 3, maxLength: 6 }),
    drop: fc.array(fc.nat(40), { maxLength: 3 }),
  }),
);

describe('the laws of the form', () => {
  it('is equivalent: answers are valid for the form if and only if every included block finds what it takes', () => {
    let valid = 0;
    let refused = 0;
    fc.assert(
      fc.property(scenario, ({ generated, answers, drop }) => {
        const composition = compose(generated.documents);
        const validate = validatorOf(composition);
        const tested = testedFields(generated);
        for (const full of answers) {
          for (const given of [full, withGaps(full, drop, tested)]) {
            const judgement = judge(generated, given);
            expect(judgement.complete).toBe(true);
            if (judgement.valid) valid += 1;
            else refused += 1;
            expect({ given, valid: validate(given) }).toEqual({ given, valid: judgement.valid });
          }
        }
      }),
      { numRuns: runs },
    );
    // The law would hold vacuously if the generator only made answers of one kind.
    expect(valid).toBeGreaterThan(runs / 5);
    expect(refused).toBeGreaterThan(runs / 5);
  });

  it('never takes answers that leave a condition open', () => {
    fc.assert(
      fc.property(scenario, fc.nat(100), ({ generated, answers }, hole) => {
        const composition = compose(generated.documents);
        const validate = validatorOf(composition);
        const tested = [...testedFields(generated)];
        fc.pre(tested.length > 0);
        const field = tested[hole % tested.length]!;
        for (const full of answers) {
          const given = cloneJson(full);
          const [role, element] = [field.slice(0, field.indexOf('.')), field.slice(field.indexOf('.') + 1)];
          const holder = given[role];
          for (const one of (Array.isArray(holder) ? holder : [holder]) as JsonObject[]) delete one[element];
          if (!judge(generated, given).complete) expect(validate(given)).toBe(false);
        }
      }),
      { numRuns: runs },
    );
  });

  it('projects answers to the blocks that are included, and to no others', () => {
    fc.assert(
      fc.property(scenario, ({ generated, answers }) => {
        const { plan } = compose(generated.documents);
        for (const given of answers) {
          const projections = project(plan, given);
          expect(projections.open).toEqual([]);
          expect(projections.steps.map(({ key }) => key).sort()).toEqual(
            judge(generated, given).included.sort(),
          );
          for (const { step, payload } of projections.steps) {
            const own = new Set(Object.keys(plan.steps.find(({ id }) => id === step)!.in));
            for (const [holder, values] of Object.entries(payload)) {
              for (const name of Object.keys(values as JsonObject)) {
                expect(own.has(holder === 'materials' ? name : `${holder}.${name}`)).toBe(true);
              }
            }
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('is lossless: what every block says of a field stands in the explanation of the field', () => {
    fc.assert(
      fc.property(generatedCatalogue(everything), (generated) => {
        const { form, diagnostics } = compose(generated.documents);
        for (const block of generated.blocks) {
          for (const input of (block.inputs ?? []).flatMap((one) =>
            'anyOf' in one ? one.anyOf.flat() : [one],
          )) {
            if (!('field' in input) || input.schema === undefined) continue;
            const field = form.fields.find(({ field: name }) => name === input.field);
            const said =
              field?.contributions
                .filter((one) => one.block === block.id)
                .map(({ schema }) => JSON.stringify(schema)) ?? [];
            const dropped = field === undefined && diagnostics.length === 0;
            expect(dropped).toBe(false);
            if (field !== undefined)
              expect(said.some((text) => text?.includes(JSON.stringify(input.schema)))).toBe(true);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('is minimal: nothing is asked that no included block takes and that decides nothing', () => {
    fc.assert(
      fc.property(scenario, ({ generated, answers }) => {
        const { form } = compose(generated.documents);
        const tested = testedFields(generated);
        for (const given of answers) {
          const { taken } = judge(generated, given);
          for (const { field, askedWhen, role } of form.fields) {
            if (role === 'choices' || generated.many.includes(role)) continue;
            if (evaluate(askedWhen, factsOf(given)) !== true) continue;
            expect({ field, needed: taken.has(field) || tested.has(field) }).toEqual({ field, needed: true });
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it('is deterministic: the order of documents and of uses changes no byte', () => {
    fc.assert(
      fc.property(generatedCatalogue(everything), fc.infiniteStream(fc.nat(1000)), (generated, numbers) => {
        const shuffle = <T>(list: readonly T[]) =>
          list
            .map((value) => ({ value, rank: numbers.next().value as number }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ value }) => value);
        const first = compose(generated.documents);
        const bundle: Bundle = { ...generated.bundle, uses: shuffle(generated.bundle.uses) };
        const documents = shuffle(generated.documents.map((one) => (one.kind === 'bundle' ? bundle : one)));
        expect(withoutPlaces(compose(documents))).toBe(withoutPlaces(first));
      }),
      { numRuns: runs },
    );
  });

  it('is algebraic: a bundle of bundles equals the flat bundle, and naming a part twice changes nothing', () => {
    fc.assert(
      fc.property(generatedCatalogue(everything), fc.nat(5), (generated, cut) => {
        const { bundle, documents } = generated;
        const at = cut % (bundle.uses.length + 1);
        // An empty bundle is no bundle.
        fc.pre(at > 0 && at < bundle.uses.length);
        const left: Bundle = { ...bundle, id: 'left', uses: bundle.uses.slice(0, at) };
        const right: Bundle = { ...bundle, id: 'right', uses: bundle.uses.slice(at) };
        const again: Bundle = { ...bundle, id: 'again', uses: bundle.uses.slice(at) };
        const nested: Bundle = {
          ...bundle,
          uses: [{ bundle: 'again' }, { bundle: 'right' }, { bundle: 'left' }],
        };
        const others = documents.filter(({ kind }) => kind !== 'bundle');
        expect(withoutPlaces(compose([...others, nested, left, right, again]))).toBe(
          withoutPlaces(compose(documents)),
        );
      }),
      { numRuns: runs },
    );
  });
});

/** The composition without the places that shuffling or nesting moves: pointers into the list of uses. */
function withoutPlaces(composition: Composition): string {
  return JSON.stringify(composition, (key, value: unknown) => {
    if (key === 'diagnostics' || key === 'hash') return undefined;
    const place = value as { file?: string; pointer?: string } | null;
    if (typeof place === 'object' && place?.pointer?.startsWith('/uses/') === true)
      return { ...place, file: '', pointer: '', range: undefined };
    return value;
  });
}
