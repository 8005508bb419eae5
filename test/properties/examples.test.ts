import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloneJson, setOwn } from '../../src/base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/base/index.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import type { SourceFile } from '../../src/catalogue/index.js';
import type { Composition, FormField } from '../../src/model/index.js';
import { composeBundle, project } from '../../src/plan/index.js';
import { forEachTest } from '../../src/predicate/index.js';
import { witness } from '../../src/schema/index.js';
import { catalogueFiles } from './example-files.js';
import { draws } from '../extent.js';

const files = catalogueFiles();
const catalogue = loadCatalogue(files);
const bundles = [...catalogue.bundles.keys()];
const runs = draws(8, 12);

const published = new Ajv2020({ strict: false });
for (const name of ['diagnostic', 'plan', 'composition']) {
  published.addSchema(
    JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as object,
    name,
  );
}

/** Every condition that some part of the plan carries. */
function testsOf(composition: Composition): Map<string, JsonSchema[]> {
  const tests = new Map<string, JsonSchema[]>();
  JSON.stringify(composition.plan, (_, value: unknown) => {
    const one = value as { field?: unknown; schema?: JsonSchema } | null;
    if (typeof one === 'object' && typeof one?.field === 'string' && one.schema !== undefined) {
      forEachTest({ field: one.field, schema: one.schema }, (test) => {
        tests.set(test.field, [...(tests.get(test.field) ?? []), test.schema as JsonSchema]);
      });
    }
    return value;
  });
  return tests;
}

/** Values on both sides of every condition. */
function valuesFor(field: FormField, tests: readonly JsonSchema[]): JsonValue[] {
  const schemas = [
    field.schema,
    ...tests.flatMap((test): JsonSchema[] => [
      { allOf: [field.schema, test] },
      { allOf: [field.schema, { not: test }] },
    ]),
  ];
  const values = schemas
    .map((schema) => witness(schema))
    .flatMap((one) => (one.verdict === 'yes' ? [one.instance] : []));
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function answersFor(composition: Composition): fc.Arbitrary<JsonObject> {
  const tests = testsOf(composition);
  const { roles } = composition.plan;
  const shown = composition.form.fields.filter(
    ({ origins }) => !origins.every(({ kind }) => kind === 'produced'),
  );
  const values = shown
    .map((field) => ({ field, values: valuesFor(field, tests.get(field.field) ?? []) }))
    .filter((one) => one.values.length > 0);
  const holder = (role: string) =>
    fc.record(
      Object.fromEntries(
        values
          .filter((one) => one.field.role === role)
          .map((one) => [one.field.element, fc.constantFrom(...one.values)]),
      ),
    );
  const materials = (role: string | undefined) => {
    const own = composition.form.materials.filter((one) =>
      roles[one.role]?.many === undefined ? role === undefined : one.role === role,
    );
    const ways: Record<string, JsonValue> = {
      upload: { way: 'upload', files: ['file'] },
      commitment: { way: 'commitment' },
    };
    const accepted = own.map(({ material, accept }) => {
      const fitting = Object.entries(ways).filter(([way]) => accept.includes(way as 'upload'));
      return [
        material,
        fc.constantFrom(...(fitting.length > 0 ? fitting : Object.entries(ways)).map(([, value]) => value)),
      ] as const;
    });
    return fc.record(Object.fromEntries(accepted));
  };
  const parts = [...new Set(values.map((one) => one.field.role))].map((role) => {
    if (roles[role]?.many === undefined) return fc.tuple(fc.constant(role), holder(role));
    const item = fc
      .tuple(holder(role), materials(role))
      .map(([fields, given]) => ({ ...fields, materials: given }));
    return fc.tuple(
      fc.constant(role),
      fc.array(item, { minLength: Math.max(1, roles[role].many.min), maxLength: 2 }),
    );
  });
  return fc.tuple(fc.tuple(...parts), materials(undefined)).map(([entries, given]) => {
    const answers: JsonObject = { materials: given };
    for (const [role, value] of entries) setOwn(answers, role, value as JsonValue);
    return answers;
  });
}

/** Leaves out a field that decides nothing, or spoils it. */
function spoilt(composition: Composition, answers: JsonObject, pick: number, spoil: boolean): JsonObject {
  const fields = composition.form.fields.filter(
    ({ asked, decides, role }) => asked && decides.length === 0 && !Array.isArray(answers[role]),
  );
  const field = fields[pick % Math.max(1, fields.length)];
  const copy = cloneJson(answers);
  if (field === undefined) return copy;
  const role = copy[field.role] as JsonObject | undefined;
  if (role === undefined) return copy;
  if (spoil) role[field.element] = { not: 'a value of any element' };
  else delete role[field.element];
  return copy;
}

describe.each(bundles)('the example %s', (bundle) => {
  const composition = composeBundle(catalogue, bundle);

  it('meets the published schemas', () => {
    const validate = published.getSchema('composition')!;
    expect({ valid: validate(JSON.parse(JSON.stringify(composition))), errors: validate.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });

  it('is acceptable to the form exactly when every included block finds what it takes', () => {
    const ajv = new Ajv2020({ strict: false, ownProperties: true, validateFormats: false });
    ajv.opts.unevaluated = false;
    const validate = ajv.compile(composition.form.schema);
    const late = new Set(composition.plan.steps.filter((step) => step.late === true).map(({ id }) => id));
    fc.assert(
      fc.property(
        answersFor(composition),
        fc.nat(200),
        fc.constantFrom('whole', 'gap', 'spoilt'),
        (full, pick, kind) => {
          const answers = kind === 'whole' ? full : spoilt(composition, full, pick, kind === 'spoilt');
          const { steps, open } = project(composition.plan, answers);
          expect(open.filter((key) => !late.has(key.replace(/\[.*$/, '')))).toEqual([]);
          const early = steps.filter(({ step }) => !late.has(step));
          const fine = early.every(({ missing, issues }) => missing.length === 0 && issues.length === 0);
          const valid = validate(answers);
          const wrong = early.filter(({ missing, issues }) => missing.length > 0 || issues.length > 0);
          const told = JSON.stringify({ wrong, errors: validate.errors });
          expect(valid, told).toBe(fine);
        },
      ),
      { numRuns: runs },
    );
  });
});

describe('the example catalogue', () => {
  it('gives the same bytes whatever the order of its files', () => {
    const reversed: SourceFile[] = [...files].reverse();
    const other = loadCatalogue(reversed);
    for (const bundle of bundles) {
      expect(JSON.stringify(composeBundle(other, bundle))).toBe(
        JSON.stringify(composeBundle(catalogue, bundle)),
      );
    }
  });
});
