import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/base/index.js';
import type { Block } from '../../../src/model/index.js';
import { project } from '../../../src/plan/index.js';
import { createValidator } from '../../../src/schema/index.js';
import { compose } from '../compose/build-catalogue.js';

function home(inputs: NonNullable<Block['inputs']>) {
  const composition = compose({
    elements: { born: { type: 'string', format: 'date' } },
    materials: ['deed', 'lease', 'consent', 'letter'],
    blocks: { home: { inputs } },
  });
  const isValid = createValidator(composition.form.schema);
  return (answers: JsonObject) => {
    const [step] = project(composition.plan, answers).steps;
    const { payload, missing, issues } = step!;
    // Law 1: the form takes the answers exactly when the block finds what it takes.
    expect(isValid(answers).length === 0).toBe(missing.length + issues.length === 0);
    return { payload, missing };
  };
}

const upload = { way: 'upload', files: ['scan'] };

describe('alternatives', () => {
  const age = home([{ anyOf: [[{ field: 'person.born' }], [{ field: 'person.age' }]] }]);

  it.each([{ born: '' }, { born: null }, { born: '2020-13-01' }, {}])(
    'hand on nothing of what was begun and left: %j',
    (left) => {
      expect(age({ person: { ...left, age: 3 } }).payload).toEqual({ person: { age: 3 } });
    },
  );

  it('count in the order of the author where several are complete', () => {
    expect(age({ person: { born: '2020-12-01', age: 3 } }).payload).toEqual({
      person: { born: '2020-12-01' },
    });
  });

  it('are told of with what each takes where none is complete', () => {
    expect(age({ person: { born: '' } })).toEqual({
      payload: {},
      missing: ['"person.born" or "person.age"'],
    });
  });

  it('do not count with a material that the form would not take', () => {
    const give = home([
      { anyOf: [[{ material: 'deed', of: 'person' }], [{ material: 'lease', of: 'person' }]] },
    ]);
    for (const broken of [{ way: 'upload' }, { way: 'commitment' }, 'deed.pdf']) {
      const materials = { 'deed of person': broken, 'lease of person': upload };
      expect(give({ materials }).payload).toEqual({ materials: { 'lease of person': upload } });
    }
  });

  const nested = home([
    {
      anyOf: [
        [
          { material: 'lease', of: 'person' },
          { anyOf: [[{ material: 'consent', of: 'person' }], [{ material: 'letter', of: 'person' }]] },
        ],
        [{ material: 'deed', of: 'person' }],
      ],
    },
  ]);

  it('within alternatives are chosen by themselves', () => {
    expect(nested({ materials: { 'lease of person': upload, 'letter of person': upload } }).payload).toEqual({
      materials: { 'lease of person': upload, 'letter of person': upload },
    });
    expect(nested({ materials: { 'lease of person': upload, 'deed of person': upload } }).payload).toEqual({
      materials: { 'deed of person': upload },
    });
  });

  it('of which one is not complete are not met by a part of it', () => {
    expect(nested({ materials: { 'lease of person': upload } }).missing).toHaveLength(1);
  });

  it('may share an input', () => {
    const give = home([
      {
        anyOf: [
          [{ field: 'person.name' }, { material: 'deed', of: 'person' }],
          [{ field: 'person.name' }, { material: 'lease', of: 'person' }],
        ],
      },
    ]);
    expect(give({ materials: { 'lease of person': upload } }).missing).toHaveLength(1);
    expect(give({ person: { name: 'x' }, materials: { 'lease of person': upload } }).payload).toEqual({
      person: { name: 'x' },
      materials: { 'lease of person': upload },
    });
  });

  it('do not take away what the block takes by itself', () => {
    const give = home([
      { field: 'person.name' },
      { anyOf: [[{ field: 'person.age' }], [{ field: 'person.name' }, { field: 'person.phone' }]] },
    ]);
    expect(give({ person: { name: 'x', age: 3 } }).payload).toEqual({ person: { name: 'x', age: 3 } });
  });

  it('that nobody has to give are handed on whole or not at all', () => {
    const give = home([
      { field: 'person.name' },
      {
        optional: true,
        anyOf: [
          [
            { material: 'lease', of: 'person' },
            { material: 'consent', of: 'person' },
          ],
          [{ material: 'deed', of: 'person' }],
        ],
      },
    ]);
    const person = { name: 'x' };
    expect(give({ person, materials: { 'lease of person': upload } }).payload).toEqual({ person });
    const both = { 'lease of person': upload, 'consent of person': upload };
    expect(give({ person, materials: both }).payload).toEqual({ person, materials: both });
  });
});
