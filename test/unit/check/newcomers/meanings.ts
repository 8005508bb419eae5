import { mistake } from './mistake.js';

const when = 'when: { mother.maritalStatus: { const: single } }';
const narrowed = 'schema: { maxLength: 30 }';
const age = '- field: guardian.age';
const status = '- field: guardian.maritalStatus';
const branch = 'prove/branch-never';

/** What can be read, and does not do what its author meant by it. */
export const meanings = [
  mistake('registration.yaml', narrowed, 'schema: { maxLength: 300 }', 'catalogue/widens', 'maxLength: 100'),
  mistake('registration.yaml', narrowed, 'schema: { minLength: 0 }', 'catalogue/widens', 'minLength: 1'),
  mistake('allowance.yaml', age, `${age}\n    schema: { maximum: 200 }`, 'catalogue/widens', 'maximum: 150', {
    line: 'schema',
  }),
  mistake('allowance.yaml', age, `${age}\n    schema: { type: number }`, 'catalogue/widens', '"integer"', {
    line: 'schema',
  }),
  mistake(
    'allowance.yaml',
    '- field: guardian.phone',
    '- field: guardian.phone\n    schema: { pattern: "^[0-9]{6,20}$" }',
    'catalogue/widens',
    '{6,15}',
    { line: 'schema' },
  ),
  mistake(
    'registration.yaml',
    status,
    `${status}\n    schema: { enum: [single, married, widowed] }`,
    'catalogue/unknown-value',
    'single, married, other',
    { line: 'schema' },
  ),
  mistake(
    'newborn.yaml',
    when,
    'when: [ { mother.maritalStatus: { const: single } }, { mother.age: { minimum: 200 } } ]',
    branch,
    'mother.age',
  ),
  mistake(
    'newborn.yaml',
    when,
    'when: [ { mother.age: { minimum: 60, maximum: 50 } }, { mother.maritalStatus: { const: single } } ]',
    branch,
    'mother.age',
  ),
  mistake(
    'newborn.yaml',
    when,
    'when: { mother.maritalStatus: { anyOf: [ { const: single }, { const: divorced } ] } }',
    'schema/branch-never',
    'the element',
  ),
  mistake(
    'registration.yaml',
    narrowed,
    'schema: { anyOf: [ { maxLength: 30 }, { minLength: 200 } ] }',
    'schema/branch-never',
    'leave it out',
  ),
  mistake(
    'person.yaml',
    'schema: { type: integer, minimum: 0, maximum: 150 }',
    'schema: { type: integer, anyOf: [ { maximum: 150 }, { minimum: 300, maximum: 200 } ] }',
    'schema/branch-never',
    'leave it out',
  ),
  mistake(
    'registration.yaml',
    '  - anyOf:\n      - [ { material: lease, of: guardian } ]',
    '  - anyOf:\n      - [ { material: lease, of: guardian, accept: [registry, upload] } ]',
    'catalogue/no-registry',
    'gives',
    { line: 'lease' },
  ),
  mistake(
    'photograph.yaml',
    'id: photograph',
    'id: photograph\naccept: [registry, upload]',
    'catalogue/no-registry',
    'Leave "registry" out',
    { line: 'accept' },
  ),
  mistake(
    'certificate.yaml',
    'outputs:\n',
    'outputs:\n  - field: child.residentId\n',
    'compose/yielded-twice',
    'conditions that exclude each other',
    { at: 'registration.yaml', line: 'child.residentId' },
  ),
  mistake(
    'allowance.yaml',
    'inputs:\n  - field: guardian.phone\n  - field: guardian.age\n  - material: photograph\n    of: guardian\n    optional: true\n',
    '',
    'catalogue/idle-block',
    'inputs',
    { line: 'id: allowance' },
  ),
  mistake(
    'person.yaml',
    'schema: { type: boolean }',
    'schema: { type: boolean }\n  nom\u00e9:\n    title: { en: Given, zh: 名 }\n    schema: { type: string }\n  nome\u0301:\n    title: { en: Family, zh: 姓 }\n    schema: { type: string }',
    'documents/duplicate-key',
    'Keep one',
    { line: 'nome\u0301' },
  ),
  mistake(
    'person.yaml',
    '    schema: { type: string, format: cn-resident-id }',
    '    schema: { type: string, format: cn-resident-id }\n    same: "http://example.org/term"\n  document:\n    title: { en: Passport, zh: 护照 }\n    schema: { type: string }\n    same: "http://example.org/term"',
    'catalogue/one-fact',
    'Use "person.residentId"',
    { line: 'same' },
  ),
];
