import { describe, expect, test } from 'vitest';
import { changeKinds } from '../../../src/model/index.js';
import type { Block, ChangeKind, Document, Grade } from '../../../src/model/index.js';
import {
  register,
  derived,
  days,
  first,
  second,
  bundle,
  base,
  compare,
  withBlock,
  withBundle,
  replaced,
  dropped,
  added,
  chain,
  toBase,
  person,
} from './small-catalogue.js';

type Row = [kind: ChangeKind, grade: Grade, change: (documents: Document[]) => Document[], from?: Document[]];

const adult = { 'person.age': { minimum: 18 } };
const old = { 'person.age': { minimum: 60 } };
const asks = (...inputs: NonNullable<Block['inputs']>) => [...first.inputs!, ...inputs];

const rows: Row[] = [
  ['bundle-added', 'compatible', added({ ...bundle, id: 'other' })],
  ['bundle-removed', 'breaking', dropped('both')],
  [
    'bundle-renamed',
    'breaking',
    (all) => all.map((one) => (one.kind === 'bundle' ? { ...one, id: 'all' } : one)),
  ],
  ['block-added', 'compatible', added({ ...second, id: 'third', inputs: [{ field: 'person.name' }] })],
  ['block-removed', 'breaking', chain(dropped('second'), withBundle({ uses: [{ block: 'first' }] }))],
  [
    'block-renamed',
    'breaking',
    chain(
      (all) => all.map((one) => (one.id === 'second' ? { ...one, id: 'next' } : one)),
      withBundle({ uses: [{ block: 'first' }, { block: 'next' }] }),
    ),
  ],
  ['document-added', 'compatible', added({ kind: 'material', id: 'letter' })],
  ['document-removed', 'breaking', dropped('proof')],
  ['element-added', 'compatible', person((elements) => (elements['pet'] = { schema: { type: 'string' } }))],
  ['element-removed', 'breaking', person((elements) => delete elements['born'])],
  [
    'element-narrowed',
    'breaking',
    person((elements) => (elements['age']!.schema = { type: 'integer', minimum: 1, maximum: 130 })),
  ],
  [
    'element-widened',
    'compatible',
    person((elements) => (elements['age']!.schema = { type: 'integer', minimum: 0 })),
  ],
  [
    'default-changed',
    'compatible',
    person((elements) => (elements['age']!.schema = { ...(elements['age']!.schema as object), default: 3 })),
  ],
  ['registry-narrowed', 'breaking', replaced({ ...register, gives: ['age'] })],
  ['registry-widened', 'compatible', replaced({ ...register, gives: ['age', 'born', 'city'] })],
  ['registry-keys-changed', 'breaking', replaced({ ...register, given: ['name', 'city'] })],
  ['derivation-changed', 'unknown', replaced({ ...derived, options: { at: '2026-01-01' } })],
  ['calendar-changed', 'unknown', replaced({ ...days, weekend: [5, 6] })],
  ['calendar-changed', 'compatible', replaced({ ...days, weekend: [7] })],
  ['calendar-changed', 'breaking', replaced({ ...days, weekend: [5, 6, 7] })],
  ['calendar-changed', 'breaking', replaced({ ...days, holidays: [{ from: '2026-10-01', days: 1 }] })],
  ['calendar-changed', 'compatible', replaced({ ...days, holidays: [{ from: '2026-10-03', days: 1 }] })],
  ['calendar-changed', 'compatible', replaced({ ...days, workdays: ['2026-10-10'] })],
  ['calendar-changed', 'unknown', replaced({ ...days, timezone: 'Europe/Berlin' })],
  ['calendar-changed', 'unknown', replaced({ ...days, hours: { open: '09:00', close: '17:00' } })],
  ['calendar-changed', 'compatible', replaced({ ...days, until: '2027-12-31' })],
  ['text-changed', 'compatible', withBlock('first', { title: 'First of all' })],
  ['field-asked', 'breaking', withBlock('first', { inputs: asks({ field: 'person.born' }) })],
  [
    'field-asked',
    'compatible',
    withBlock('first', { inputs: asks({ field: 'person.born', optional: true }) }),
  ],
  ['field-not-asked', 'compatible', withBlock('second', { inputs: [] })],
  [
    'field-required',
    'breaking',
    withBlock('second', { inputs: [{ field: 'person.city' }] }),
    withBlock('second', { inputs: [{ field: 'person.city', optional: true }] })(base),
  ],
  [
    'field-optional',
    'compatible',
    withBlock('second', { inputs: [{ field: 'person.city', optional: true }] }),
  ],
  [
    'field-narrowed',
    'breaking',
    withBlock('second', { inputs: [{ field: 'person.city', schema: { const: 'north' } }] }),
  ],
  [
    'field-widened',
    'compatible',
    person((elements) => (elements['city']!.schema = { enum: ['north', 'south', 'east'] })),
  ],
  [
    'field-shown',
    'breaking',
    withBundle({ registries: ['register'], uses: [{ block: 'first' }, { block: 'second', when: adult }] }),
    withBundle({ registries: ['register'] })(base),
  ],
  ['material-asked', 'breaking', withBlock('first', { inputs: asks({ material: 'proof', of: 'person' }) })],
  ['material-not-asked', 'compatible', withBlock('first', { inputs: [{ field: 'person.name' }] })],
  [
    'material-required',
    'breaking',
    withBlock('first', { inputs: [{ field: 'person.name' }, { material: 'paper', of: 'person' }] }),
    withBlock('first', {
      inputs: [{ field: 'person.name' }, { material: 'paper', of: 'person', optional: true }],
    })(base),
  ],
  [
    'material-optional',
    'compatible',
    withBlock('first', {
      inputs: [
        { field: 'person.name' },
        { material: 'paper', of: 'person', accept: ['upload', 'commitment'], optional: true },
      ],
    }),
  ],
  [
    'material-narrowed',
    'breaking',
    withBlock('first', {
      inputs: [{ field: 'person.name' }, { material: 'paper', of: 'person', accept: ['upload'] }],
    }),
  ],
  [
    'material-widened',
    'compatible',
    withBlock('first', {
      inputs: [
        { field: 'person.name' },
        {
          material: 'paper',
          of: 'person',
          accept: ['upload', 'commitment', { deferral: { within: '10wd' } }],
        },
      ],
    }),
  ],
  [
    'material-form-changed',
    'breaking',
    withBlock('first', {
      inputs: [
        { field: 'person.name' },
        { material: 'paper', of: 'person', accept: ['upload', 'commitment'], form: 'original' },
      ],
    }),
  ],
  [
    'alternatives-asked',
    'breaking',
    withBlock('first', { inputs: asks({ anyOf: [[{ field: 'person.born' }], [{ field: 'person.age' }]] }) }),
  ],
  [
    'alternatives-not-asked',
    'compatible',
    toBase,
    withBlock('first', { inputs: asks({ anyOf: [[{ field: 'person.born' }], [{ field: 'person.age' }]] }) })(
      base,
    ),
  ],
  [
    'role-added',
    'breaking',
    chain(
      withBlock('second', { roles: { person: 'person', friend: 'person' } }),
      withBundle({ uses: [{ block: 'first' }, { block: 'second', with: { friend: 'person' } }] }),
    ),
  ],
  ['role-removed', 'breaking', toBase, withBundle({ roles: { person: 'person', friend: 'person' } })(base)],
  [
    'role-repeats',
    'breaking',
    withBundle({
      roles: { person: { type: 'person', many: {} } },
      uses: [
        { block: 'first', each: 'person' },
        { block: 'second', each: 'person' },
      ],
    }),
  ],
  [
    'role-count-narrowed',
    'breaking',
    withBundle({ roles: { person: 'person', friend: { type: 'person', many: { max: 2 } } } }),
    withBundle({ roles: { person: 'person', friend: { type: 'person', many: { max: 5 } } } })(base),
  ],
  [
    'role-count-widened',
    'compatible',
    withBundle({ roles: { person: 'person', friend: { type: 'person', many: { max: 8 } } } }),
    withBundle({ roles: { person: 'person', friend: { type: 'person', many: { max: 5 } } } })(base),
  ],
  [
    'applicant-changed',
    'breaking',
    withBundle({ roles: { person: 'person', friend: 'person' }, applicant: 'friend' }),
    withBundle({ roles: { person: 'person', friend: 'person' } })(base),
  ],
  ['output-added', 'compatible', withBlock('second', { outputs: [{ field: 'person.born' }] })],
  ['output-removed', 'breaking', withBlock('first', { outputs: [] })],
  [
    'output-narrowed',
    'breaking',
    withBlock('first', { outputs: [{ field: 'person.grade', schema: { maximum: 2 } }] }),
  ],
  [
    'output-widened',
    'compatible',
    (all) => withBlock('first', { outputs: [{ field: 'person.grade' }] })(all),
    withBlock('first', { outputs: [{ field: 'person.grade', schema: { maximum: 2 } }] })(base),
  ],
  [
    'codes-added',
    'compatible',
    withBlock('second', { inputs: [{ field: 'person.city', codes: { north: 'N', south: 'S' } }] }),
    withBlock('second', { inputs: [{ field: 'person.city', codes: { north: 'N' } }] })(base),
  ],
  [
    'codes-changed',
    'breaking',
    withBlock('second', { inputs: [{ field: 'person.city', codes: { north: '1', south: '2' } }] }),
    withBlock('second', { inputs: [{ field: 'person.city', codes: { north: 'N', south: 'S' } }] })(base),
  ],
  [
    'situation-not-served',
    'breaking',
    withBundle({
      uses: [
        { block: 'first', when: adult },
        { block: 'second', when: adult },
      ],
    }),
  ],
  [
    'situation-served',
    'compatible',
    toBase,
    withBlock('second', { inputs: [{ field: 'person.city', schema: { const: 'west' } }] })(base),
  ],
  [
    'step-added',
    'breaking',
    (all) => all.map((one) => (one.kind === 'bundle' ? bundle : one)),
    withBundle({ uses: [{ block: 'first' }] })(base),
  ],
  ['step-removed', 'breaking', withBundle({ uses: [{ block: 'first' }] })],
  [
    'step-renamed',
    'breaking',
    chain(
      (all) => all.map((one) => (one.id === 'second' ? { ...one, id: 'next' } : one)),
      withBundle({ uses: [{ block: 'first' }, { block: 'next' }] }),
    ),
  ],
  ['step-replaced', 'breaking', withBundle({ uses: [{ block: 'first' }, { block: 'first', as: 'second' }] })],
  ['step-narrowed', 'breaking', withBundle({ uses: [{ block: 'first' }, { block: 'second', when: adult }] })],
  [
    'step-widened',
    'compatible',
    withBundle({ uses: [{ block: 'first' }, { block: 'second', when: adult }] }),
    withBundle({ uses: [{ block: 'first' }, { block: 'second', when: old }] })(base),
  ],
  [
    'choice-added',
    'compatible',
    withBundle({ uses: [{ block: 'first' }, { block: 'second', choice: true }] }),
  ],
  [
    'choice-removed',
    'breaking',
    (all) => all.map((one) => (one.kind === 'bundle' ? bundle : one)),
    withBundle({ uses: [{ block: 'first' }, { block: 'second', choice: true }] })(base),
  ],
  ['prerequisite-added', 'breaking', withBlock('second', { prerequisites: [{ block: 'first' }] })],
  [
    'prerequisite-removed',
    'compatible',
    (all) => withBlock('second', { prerequisites: [] })(all),
    withBlock('second', { prerequisites: [{ block: 'first' }] })(base),
  ],
  ['order-added', 'compatible', withBlock('second', { after: ['first'] })],
  [
    'order-removed',
    'compatible',
    (all) => withBlock('second', { after: [] })(all),
    withBlock('second', { after: ['first'] })(base),
  ],
  ['stages-changed', 'compatible', withBlock('second', { after: ['first'] })],
  ['rejection-stops-more', 'breaking', withBlock('first', { onReject: 'stop-all' })],
  ['compensation-added', 'breaking', withBlock('first', { compensation: true })],
  [
    'origin-changed',
    'compatible',
    withBundle({ known: [], registries: ['register'] }),
    chain(
      withBlock('second', { inputs: [{ field: 'person.age' }] }),
      withBundle({ known: ['person.age'] }),
    )(base),
  ],
  ['result-added', 'compatible', withBlock('first', { results: [{ result: 'goods', title: 'A cake' }] })],
  [
    'result-removed',
    'breaking',
    withBlock('first', { results: [{ result: 'goods', title: 'A cake', when: adult }] }),
    withBlock('first', { results: [{ result: 'goods', title: 'A cake' }] })(base),
  ],
  [
    'result-ways-changed',
    'breaking',
    withBlock('first', { results: [{ result: 'goods', title: 'A cake', by: ['counter'] }] }),
    withBlock('first', { results: [{ result: 'goods', title: 'A cake', by: ['mail', 'counter'] }] })(base),
  ],
  [
    'result-ways-changed',
    'compatible',
    withBlock('first', { results: [{ result: 'goods', title: 'A cake', by: ['counter'] }] }),
    withBlock('first', { results: [{ result: 'goods', title: 'A cake' }] })(base),
  ],
  ['apply-sooner', 'breaking', withBlock('first', { apply: [{ within: '30d', after: 'person.born' }] })],
  [
    'apply-sooner',
    'unknown',
    withBlock('first', { apply: [{ within: '1mo', after: 'person.born' }] }),
    withBlock('first', { apply: [{ within: '30d', after: 'person.born' }] })(base),
  ],
  [
    'apply-later',
    'compatible',
    withBlock('first', { apply: [{ within: '32d', after: 'person.born' }] }),
    withBlock('first', { apply: [{ within: '1mo', after: 'person.born' }] })(base),
  ],
  ['place-changed', 'breaking', withBlock('first', { places: { accept: { at: 'person.city' } } })],
  ['transfer-added', 'breaking', withBlock('first', { places: { issue: { by: 'mail' } } })],
  ['transfer-removed', 'breaking', toBase, withBlock('first', { places: { issue: { by: 'mail' } } })(base)],
  [
    'transfer-removed',
    'compatible',
    toBase,
    withBlock('first', { places: { accept: { by: 'mail', time: '3d' } } })(base),
  ],
  [
    'transfer-changed',
    'breaking',
    withBlock('first', { places: { issue: { by: 'counter' } } }),
    withBlock('first', { places: { issue: { by: 'mail' } } })(base),
  ],
  ['time-longer', 'breaking', withBlock('first', { variants: [{ when: adult, time: { promised: '8wd' } }] })],
  ['time-shorter', 'compatible', withBlock('first', { time: { promised: '5d' } })],
  [
    'channels-removed',
    'breaking',
    withBlock('first', { variants: [{ when: adult, channels: ['counter'] }] }),
  ],
  ['time-longer', 'breaking', withBlock('first', { time: { promised: '6wd' } })],
  ['time-shorter', 'compatible', withBlock('first', { time: { promised: '4wd' } })],
  ['time-changed', 'unknown', withBlock('first', { time: { promised: '7d' } })],
  [
    'time-changed',
    'unknown',
    withBlock('first', { time: { promised: '5wd' } }),
    withBlock('first', { time: { promised: '5wd', statutory: '30d' } })(base),
  ],
  ['path-longer', 'breaking', withBlock('first', { time: { promised: '6wd' } })],
  ['path-shorter', 'compatible', withBlock('first', { time: { promised: '4wd' } })],
  ['fee-raised', 'breaking', withBlock('first', { fee: { amount: 6, currency: 'CNY' } })],
  ['fee-lowered', 'compatible', withBlock('first', { fee: { amount: 4, currency: 'CNY' } })],
  ['fee-changed', 'breaking', withBlock('first', { fee: { amount: 5, currency: 'USD' } })],
  [
    'eligibility-narrowed',
    'breaking',
    withBlock('first', { eligibility: [{ require: adult, otherwise: 'Adults.' }] }),
  ],
  [
    'eligibility-widened',
    'compatible',
    withBlock('first', { eligibility: [{ require: adult, otherwise: 'Adults.' }] }),
    withBlock('first', { eligibility: [{ require: old, otherwise: 'The old.' }] })(base),
  ],
  ['authority-changed', 'breaking', withBlock('first', { authority: 'hall' })],
  ['basis-changed', 'compatible', withBlock('first', { basis: [{ title: 'A law' }] })],
  ['channels-added', 'compatible', withBlock('first', { channels: ['online', 'counter', 'mail'] })],
  ['channels-removed', 'breaking', withBlock('first', { channels: ['online'] })],
  ['alone-changed', 'compatible', withBlock('first', { alone: { trips: 3 } })],
  ['cases-continue', 'compatible', withBlock('first', { title: 'First of all' })],
  ['cases-stop', 'breaking', withBundle({ uses: [{ block: 'first' }] })],
];

describe('a change of each kind', () => {
  test.each(rows)('%s: %s', (kind, grade, change, from) => {
    const { changes } = compare(change, from);
    const found = changes.filter((one) => one.kind === kind).map((one) => one.grade);
    expect(found, JSON.stringify(changes.map((one) => one.kind))).toContain(grade);
    for (const one of changes) expect(changeKinds[one.kind].grades, one.kind).toContain(one.grade);
  });

  test('of nearly every kind', () => {
    const shown = new Set(rows.map(([kind]) => kind));
    const missing = Object.keys(changeKinds).filter((kind) => !shown.has(kind as ChangeKind));
    // Shown in transcripts, or by forms of later steps.
    expect(missing.sort()).toEqual([
      'alternatives-narrowed',
      'alternatives-widened',
      'asked-earlier',
      'asked-later',
      'compensation-removed',
      'document-changed',
      'rejection-stops-less',
      'role-retyped',
      'step-repeats',
    ]);
  });
});
