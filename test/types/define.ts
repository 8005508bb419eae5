// Compiled, never run: what must compile does, and every line under "@ts-expect-error" must not.
import { z } from 'zod';
import {
  defineAuthority,
  defineBlock,
  defineBundle,
  defineMaterial,
  defineRegistry,
  defineSubject,
} from '../../src/define/index.js';
import type { Block, Bundle, Subject } from '../../src/model/index.js';

const person = defineSubject({
  id: 'person',
  elements: {
    name: { title: { en: 'Name', zh: '姓名' }, schema: z.string().max(100) },
    maritalStatus: { schema: { enum: ['single', 'married'] } },
    出生日期: { schema: { type: 'string', format: 'date' } },
  },
});
const family = defineSubject({ id: 'family', elements: { income: { schema: { type: 'number' } } } });
const police = defineAuthority({ id: 'police', title: '公安' });
const certificate = defineMaterial({ id: 'certificate' });

// A definition is the plain document that it describes.
const asSubject: Subject = person;

const registration = defineBlock({
  id: 'registration',
  authority: police,
  roles: { child: person, guardian: person, home: { type: family }, loose: 'vehicle' },
  inputs: [
    { field: 'child.name', schema: { maxLength: 30 } },
    { field: 'child.出生日期', schema: z.string() },
    { field: 'loose.anything' },
    { material: certificate, of: 'child', when: { 'guardian.maritalStatus': { const: 'married' } } },
    { anyOf: [[{ field: 'home.income' }], [{ material: 'payslip', of: 'guardian' }]] },
  ],
  outputs: [{ field: 'child.name', when: [{ 'child.name': true }, { some: { 'child.name': true } }] }],
  after: [{ block: 'other', when: { 'home.income': { minimum: 1 } } }],
  eligibility: [{ require: { 'guardian.name': true }, otherwise: 'no' }],
  fee: { amount: 1, currency: 'CNY', per: 'child' },
});
const asBlock: Block = registration;

const newborn = defineBundle({
  id: 'newborn',
  roles: {
    child: { type: person, many: { max: 8 } },
    mother: person,
    father: { type: person, when: { 'mother.maritalStatus': { const: 'married' } } },
    home: family,
  },
  applicant: 'mother',
  known: ['mother.name'],
  uses: [
    { block: registration, with: { guardian: 'mother' }, each: 'child' },
    { block: 'by-id', with: { anything: 'father' } },
    {
      block: registration,
      as: 'second',
      with: { guardian: 'father' },
      when: [{ 'mother.maritalStatus': { const: 'married' } }],
    },
    {
      oneOf: [
        { block: registration, when: { 'home.income': { minimum: 1 } } },
        { block: 'other', when: {} },
      ],
    },
  ],
});
const asBundle: Bundle = newborn;

defineBundle({
  id: 'larger',
  roles: { mother: person },
  uses: [{ bundle: newborn, with: { mother: 'mother' }, choice: true }],
});
defineRegistry({
  id: 'register',
  subject: person,
  given: ['name'],
  gives: ['maritalStatus', { material: certificate }],
});

// Blocks
defineBlock({
  id: 'a',
  roles: { child: person },
  // @ts-expect-error the subject has no such element
  inputs: [{ field: 'child.nmae' }],
});
defineBlock({
  id: 'a',
  roles: { child: person },
  // @ts-expect-error there is no such role
  inputs: [{ field: 'chidl.name' }],
});
defineBlock({
  id: 'a',
  roles: { child: { type: person } },
  // @ts-expect-error the subject of a role in full has no such element either
  inputs: [{ field: 'child.nmae' }],
});
defineBlock({
  id: 'a',
  roles: { child: person },
  // @ts-expect-error the material is of no such role
  inputs: [{ material: certificate, of: 'guardian' }],
});
defineBlock({
  id: 'a',
  roles: { child: person },
  // @ts-expect-error an input deep within alternatives
  inputs: [{ anyOf: [[{ field: 'child.name' }], [{ field: 'child.nmae' }]] }],
});
defineBlock({
  id: 'a',
  roles: { child: person },
  // @ts-expect-error the output is no field
  outputs: [{ field: 'child.residentId' }],
});
defineBlock({
  id: 'a',
  roles: { child: person },
  // @ts-expect-error the condition tests no field
  inputs: [{ field: 'child.name', when: { 'child.maritalstatus': { const: 'married' } } }],
});
defineBlock({
  id: 'a',
  roles: { child: person },
  // @ts-expect-error the quantified condition tests no field
  inputs: [{ field: 'child.name', when: { some: { 'child.x': true } } }],
});
defineBlock({
  id: 'a',
  roles: { child: person },
  // @ts-expect-error the eligibility tests no field
  eligibility: [{ require: { 'mother.name': true }, otherwise: 'no' }],
});
defineBlock({
  id: 'a',
  roles: { child: person },
  // @ts-expect-error the fee falls due for no role
  fee: { amount: 1, currency: 'CNY', per: 'guardian' },
});
defineBlock({
  id: 'a',
  roles: { child: person },
  // @ts-expect-error no such key
  input: [],
});
defineBlock({
  id: 'a',
  // @ts-expect-error a role is a subject, not a block
  roles: { child: registration },
});

// Bundles
defineBundle({
  id: 'b',
  roles: { mother: person },
  // @ts-expect-error the block has no such role
  uses: [{ block: registration, with: { gaurdian: 'mother' } }],
});
defineBundle({
  id: 'b',
  roles: { mother: person },
  // @ts-expect-error the bundle has no such role
  uses: [{ block: registration, with: { guardian: 'mum' } }],
});
// @ts-expect-error nor for a block that is known by its id
defineBundle({ id: 'b', roles: { mother: person }, uses: [{ block: 'x', with: { guardian: 'mum' } }] });
// @ts-expect-error no such role to repeat over
defineBundle({ id: 'b', roles: { mother: person }, uses: [{ block: registration, each: 'child' }] });
// @ts-expect-error the condition tests no field
defineBundle({ id: 'b', roles: { mother: person }, uses: [{ block: 'x', when: { 'mother.x': true } }] });
defineBundle({
  id: 'b',
  roles: { mother: person },
  // @ts-expect-error a condition among several
  uses: [{ block: 'x', when: [{ 'mother.name': true }, { 'x.name': true }] }],
});
defineBundle({
  id: 'b',
  roles: { mother: person },
  // @ts-expect-error a condition of an alternative
  uses: [{ oneOf: [{ block: 'x', when: { 'mother.x': true } }, { block: 'y' }] }],
});
// @ts-expect-error no such key of a use
defineBundle({ id: 'b', roles: { mother: person }, uses: [{ block: 'x', choise: true }] });
// @ts-expect-error a use is a block or a bundle, not both
defineBundle({ id: 'b', roles: { mother: person }, uses: [{ block: 'x', bundle: 'y' }] });
// @ts-expect-error a bundle is no block
defineBundle({ id: 'b', roles: { mother: person }, uses: [{ block: newborn }] });
// @ts-expect-error the role of a nested bundle
defineBundle({ id: 'b', roles: { mother: person }, uses: [{ bundle: newborn, with: { mum: 'mother' } }] });
// @ts-expect-error the applicant is no role
defineBundle({ id: 'b', roles: { mother: person }, applicant: 'father', uses: [{ block: 'x' }] });
// @ts-expect-error what is known is no field
defineBundle({ id: 'b', roles: { mother: person }, known: ['mother.x'], uses: [{ block: 'x' }] });
defineBundle({
  id: 'b',
  // @ts-expect-error the condition of a role tests no field
  roles: { mother: person, f: { type: person, when: { 'mother.x': true } } },
  uses: [{ block: 'x' }],
});

// Registries and subjects
// @ts-expect-error the subject has no such element to be found by
defineRegistry({ id: 'r', subject: person, given: ['nmae'], gives: ['maritalStatus'] });
// @ts-expect-error nor one to be answered
defineRegistry({ id: 'r', subject: person, given: ['name'], gives: ['income'] });
// @ts-expect-error an element has a schema
defineSubject({ id: 's', elements: { x: { title: 'X' } } });
