import { failureOf } from '../../src/runtime/index.js';
import type { CaseEvent } from '../../src/runtime/index.js';
import type { Plan } from '../../src/model/index.js';
import { buildPlan, is } from './plan-builder.js';

const t = (day: string, time = '09:00') => `2026-${day}T${time}:00.000+08:00`;
const calendar = {
  id: 'cn',
  weekend: [6, 7],
  holidays: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-10-10'],
};
const start = (answers: Record<string, never> | object = {}): CaseEvent => ({
  type: 'started',
  at: t('09-24'),
  answers: answers as never,
  retry: { attempts: 2, registryAttempts: 1 },
});
const begin = (step: string, round = 1, attempt = 1, at = t('09-24')): CaseEvent => ({
  type: 'attempted',
  at,
  step,
  round,
  attempt,
});
const approve = (step: string, output: object = {}, round = 1, at = t('09-24')): CaseEvent => ({
  type: 'answered',
  at,
  step,
  round,
  answer: { status: 'approved', output: output as never },
});

/** A plan and what happens to it. */
export interface Scenario {
  name: string;
  /** What it shows, in a sentence. */
  about: string;
  plan: Plan;
  events: CaseEvent[];
}

/** What happens at a counter, in small plans that can be read. */
export const scenarios: Scenario[] = [
  {
    name: 'rejection-stops-dependants',
    about:
      'A rejection stops what needs the approval, and nothing else; an answer that comes too late is refused.',
    plan: buildPlan({
      steps: [
        { id: 'a' },
        { id: 'b', after: ['a'] },
        { id: 'c', after: [{ step: 'a', needs: 'end' }] },
        { id: 'd', when: is('person.x', 1) },
      ],
    }),
    events: [
      start({ person: { x: 2 } }),
      begin('a'),
      { type: 'answered', at: t('09-24'), step: 'a', round: 1, answer: { status: 'rejected', reason: 'no' } },
      approve('a'),
      begin('c'),
      approve('c'),
    ],
  },
  {
    name: 'returned-for-supplements',
    about: 'The authority returns a case: its clock stops, the applicant supplies, a second round begins.',
    plan: buildPlan({
      calendar,
      steps: [
        {
          id: 'a',
          in: { 'person.name': true },
          input: {
            type: 'object',
            properties: {
              person: { type: 'object', properties: { name: { type: 'string', maxLength: 3 } } },
            },
          },
          deadline: { promised: '5wd', workingDays: 5 },
        },
      ],
    }),
    events: [
      start({ person: { name: 'x' } }),
      begin('a'),
      { type: 'accepted', at: t('09-24'), step: 'a', round: 1 },
      {
        type: 'answered',
        at: t('09-28'),
        step: 'a',
        round: 1,
        answer: { status: 'returned', needs: ['person.name'], reason: 'unreadable' },
      },
      { type: 'supplemented', at: t('09-29'), step: 'a', round: 1, values: { '/person/name': 'too long' } },
      { type: 'supplemented', at: t('09-29'), step: 'a', round: 1, values: { '/person/other': 'y' } },
      { type: 'supplemented', at: t('09-30'), step: 'a', round: 1, values: { '/person/name': 'y' } },
      begin('a', 2, 1, t('09-30')),
      { type: 'accepted', at: t('09-30'), step: 'a', round: 2 },
      approve('a', {}, 1, t('10-08')),
      { type: 'reached', at: t('10-09', '00:00') },
      { type: 'reached', at: t('10-12', '00:00') },
      approve('a', {}, 2, t('10-12')),
    ],
  },
  {
    name: 'pauses-stop-the-clock',
    about: 'Time that a limit does not count: a pause known beforehand, and one that the authority declares.',
    plan: buildPlan({
      calendar,
      steps: [
        {
          id: 'a',
          deadline: { promised: '3wd', workingDays: 3 },
          pauses: [{ reason: 'notice', time: '2d' }],
        },
      ],
    }),
    events: [
      start(),
      begin('a'),
      { type: 'accepted', at: t('09-24'), step: 'a', round: 1 },
      { type: 'paused', at: t('09-29'), step: 'a', pause: 1, reason: 'hearing' },
      { type: 'paused', at: t('09-29'), step: 'a', pause: 1 },
      { type: 'reached', at: t('10-20') },
      { type: 'resumed', at: t('10-21'), step: 'a', pause: 1 },
      { type: 'resumed', at: t('10-22'), step: 'a', pause: 1 },
      approve('a', {}, 1, t('10-22')),
    ],
  },
  {
    name: 'retries-stall-and-go-on',
    about: 'Failed attempts are repeated with growing patience, then the operator decides.',
    plan: buildPlan({ steps: [{ id: 'a' }] }),
    events: [
      start(),
      begin('a'),
      { type: 'failed', at: t('09-24'), step: 'a', round: 1, attempt: 1, error: failureOf('down') },
      { type: 'reached', at: t('09-24', '09:01') },
      begin('a', 1, 2, t('09-24', '09:01')),
      { type: 'failed', at: t('09-24', '09:02'), step: 'a', round: 1, attempt: 2, error: failureOf('down') },
      { type: 'retried', at: t('09-24', '10:00'), step: 'a', round: 1, attempt: 2 },
      { type: 'retried', at: t('09-24', '10:00'), step: 'a', round: 1, attempt: 2 },
      begin('a', 1, 3, t('09-24', '10:00')),
      approve('a', {}, 1, t('09-24', '10:01')),
    ],
  },
  {
    name: 'registry-down-field-asked',
    about: 'What a registry cannot answer is asked of the applicant.',
    plan: buildPlan({
      steps: [
        { id: 'r', kind: 'registry', out: { 'person.name': true } },
        { id: 'a', in: { 'person.name': { sources: [{ from: 'registry', step: 'r' }, { from: 'form' }] } } },
      ],
    }),
    events: [
      start(),
      begin('r'),
      { type: 'failed', at: t('09-24'), step: 'r', round: 1, attempt: 1, error: failureOf('down') },
      { type: 'supplemented', at: t('09-24'), step: 'a', round: 0, values: { '/person/name': 'x' } },
      begin('a'),
      approve('a'),
    ],
  },
  {
    name: 'late-condition-and-later-form',
    about: 'Conditions over what a step yields, and a form that is asked only then.',
    plan: buildPlan({
      steps: [
        {
          id: 'grade',
          out: { 'person.grade': true },
          output: { type: 'object', properties: { person: { properties: { grade: { enum: [1, 2] } } } } },
        },
        {
          id: 'ask',
          kind: 'ask',
          when: is('person.grade', 1),
          form: {
            type: 'object',
            properties: { person: { type: 'object', required: ['bank'] } },
            required: ['person'],
          },
          out: { 'person.bank': true },
        },
        {
          id: 'benefit',
          when: is('person.grade', 1),
          in: { 'person.bank': { sources: [{ from: 'ask', step: 'ask' }] } },
        },
        { id: 'other', when: is('person.grade', 2) },
        {
          id: 'refused',
          after: ['grade'],
          eligibility: [{ require: is('person.grade', 2), otherwise: 'Only with grade 2.' }],
        },
      ],
    }),
    events: [
      start(),
      begin('grade'),
      approve('grade', { person: { grade: 7 } }),
      approve('grade', { person: { grade: 1 } }),
      { type: 'filled', at: t('09-24'), step: 'ask', answers: {} },
      { type: 'filled', at: t('09-24'), step: 'ask', answers: { person: { bank: 'b' } } },
      begin('benefit'),
      approve('benefit'),
    ],
  },
  {
    name: 'deferred-material',
    about: 'Materials that may follow: by the start of another step, or within some days.',
    plan: buildPlan({
      calendar,
      steps: [
        {
          id: 'a',
          in: {
            'proof of person': { deferral: { until: 'b' } },
            'photo of person': { deferral: { within: '5d' } },
          },
        },
        { id: 'b', after: ['a'] },
      ],
    }),
    events: [
      start(),
      begin('a'),
      approve('a'),
      { type: 'reached', at: t('09-30') },
      { type: 'delivered', at: t('09-30'), step: 'a', place: '/materials/proof of person', value: 'scan' },
      { type: 'delivered', at: t('09-30'), step: 'a', place: '/materials/proof of person', value: 'scan' },
      begin('b'),
      approve('b'),
      { type: 'delivered', at: t('10-30'), step: 'a', place: '/materials/photo of person', value: 'scan' },
    ],
  },
  {
    name: 'each-item-by-its-key',
    about: 'A step for each item of a role, each waiting only for its own counterpart.',
    plan: buildPlan({
      roles: { child: { type: 'person', many: { min: 1, max: 8 } } },
      steps: [
        { id: 'a', each: '/child', in: { 'child.name': true }, out: { 'child.number': true } },
        {
          id: 'b',
          each: '/child',
          after: ['a'],
          in: { 'child.number': { sources: [{ from: 'step', step: 'a' }] } },
        },
        {
          id: 'all',
          after: [{ step: 'b', needs: 'end' }],
          in: {
            'child.number': {
              at: '/child/*/number',
              required: false,
              sources: [{ from: 'step', step: 'a' }],
            },
          },
        },
      ],
    }),
    events: [
      start({ child: [{ $key: 'x', name: 'A' }, { name: 'B' }] }),
      begin('a[x]'),
      begin('a[1]'),
      approve('a[1]', { child: { number: 2 } }),
      begin('b[1]'),
      { type: 'answered', at: t('09-24'), step: 'a[x]', round: 1, answer: { status: 'rejected' } },
      approve('b[1]'),
      begin('all'),
      approve('all'),
    ],
  },
  {
    name: 'withdrawn-and-cancelled',
    about:
      'The applicant gives one matter up, then calls the case off; what was done is undone, the last first.',
    plan: buildPlan({
      steps: [
        { id: 'a', compensation: true },
        { id: 'b', compensation: true },
        { id: 'c' },
        { id: 'd', after: ['c'] },
      ],
    }),
    events: [
      start(),
      begin('a'),
      approve('a'),
      begin('b'),
      { type: 'withdrawn', at: t('09-24'), step: 'c' },
      { type: 'cancelled', at: t('09-25'), reason: 'moved' },
      approve('b'),
      { type: 'undoing', at: t('09-25'), step: 'a', attempt: 1 },
      { type: 'undoing', at: t('09-25'), step: 'b', attempt: 1 },
      { type: 'undone', at: t('09-25'), step: 'b', attempt: 1, error: failureOf('down') },
      { type: 'reached', at: t('09-26') },
      { type: 'undoing', at: t('09-26'), step: 'b', attempt: 2 },
      { type: 'undone', at: t('09-26'), step: 'b', attempt: 2 },
      { type: 'undoing', at: t('09-26'), step: 'a', attempt: 1 },
      { type: 'undone', at: t('09-26'), step: 'a', attempt: 1 },
      { type: 'cancelled', at: t('09-27') },
    ],
  },
  {
    name: 'rejection-stops-all',
    about: 'A rejection that ends the whole case.',
    plan: buildPlan({
      steps: [
        { id: 'a', onReject: 'stop-all' },
        { id: 'b', compensation: true },
        { id: 'c', after: ['b'] },
      ],
    }),
    events: [
      start(),
      begin('a'),
      begin('b'),
      { type: 'answered', at: t('09-24'), step: 'a', round: 1, answer: { status: 'rejected' } },
      { type: 'undoing', at: t('09-24'), step: 'b', attempt: 1 },
      { type: 'undone', at: t('09-24'), step: 'b', attempt: 1 },
    ],
  },
  {
    name: 'a-look-up-tells-who-may-apply',
    about: 'What only a look-up tells is looked up before the case runs; whoever is refused may start again.',
    plan: buildPlan({
      eligibility: [{ require: { field: 'person.age', schema: { minimum: 18 } }, otherwise: 'Only adults.' }],
      steps: [
        { id: 'register', kind: 'registry', out: { 'person.age': true } },
        { id: 'other', kind: 'registry', out: { 'person.name': true } },
        {
          id: 'pension',
          eligibility: [
            { require: { field: 'person.age', schema: { minimum: 60 } }, otherwise: 'Only from 60 on.' },
          ],
          after: [{ step: 'other', needs: 'end' }],
        },
        { id: 'grant' },
      ],
    }),
    events: [
      start({}),
      { type: 'withdrawn', at: t('09-24'), step: 'grant' },
      begin('register'),
      approve('register', { 'person.age': 11 }),
      { type: 'cancelled', at: t('09-24') },
      start({}),
      begin('register'),
      approve('register', { 'person.age': 30 }),
      start({}),
    ],
  },
  {
    name: 'a-demand-that-turns-out-not-to-be-met',
    about: 'Where the look-up fails, the applicant is asked; what then is not met stops the case.',
    plan: buildPlan({
      eligibility: [{ require: { field: 'person.age', schema: { minimum: 18 } }, otherwise: 'Only adults.' }],
      steps: [
        { id: 'register', kind: 'registry', out: { 'person.age': true } },
        { id: 'grant', in: { 'person.age': { sources: [{ from: 'registry', step: 'register' }] } } },
      ],
    }),
    events: [
      start({}),
      begin('register'),
      {
        type: 'failed',
        at: t('09-24'),
        step: 'register',
        round: 1,
        attempt: 1,
        error: failureOf('down'),
        final: true,
      },
      { type: 'supplemented', at: t('09-25'), step: 'grant', round: 0, values: { '/person/age': 11 } },
    ],
  },
  {
    name: 'start-refused',
    about: 'What a case cannot be started with.',
    plan: buildPlan({
      form: {
        type: 'object',
        properties: { person: { type: 'object', properties: { age: { type: 'integer' } } } },
      },
      eligibility: [{ require: { field: 'person.age', schema: { minimum: 18 } }, otherwise: 'Only adults.' }],
      steps: [{ id: 'a', choice: true }],
    }),
    events: [
      { type: 'attempted', at: t('09-24'), step: 'a', round: 1, attempt: 1 },
      start({ person: { age: 'x' } }),
      start({ person: { age: 17 } }),
      start({ person: { age: 18 }, choices: { a: false } }),
      start({ person: { age: 18 } }),
    ],
  },
];
