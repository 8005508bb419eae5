/** Who says what stands in a case. */
import { failureOf } from '../../src/runtime/index.js';
import type { CaseEvent } from '../../src/runtime/index.js';
import { buildPlan, is } from './plan-builder.js';
import type { Scenario } from './scenarios.js';

const at = '2026-09-24T09:00:00.000+08:00';
const later = '2026-09-25T09:00:00.000+08:00';
const begin = (step: string, when = at): CaseEvent => ({
  type: 'attempted',
  at: when,
  step,
  round: 1,
  attempt: 1,
});
const approve = (step: string, output: object, when = at): CaseEvent => ({
  type: 'answered',
  at: when,
  step,
  round: 1,
  answer: { status: 'approved', output: output as never },
});
const fail = (step: string, more: object = {}): CaseEvent => ({
  type: 'failed',
  at,
  step,
  round: 1,
  attempt: 1,
  error: failureOf('down'),
  ...more,
});
const end = (id: string) => ({ step: id, needs: 'end' as const });

export const values: Scenario[] = [
  {
    name: 'each-step-reads-its-own-sources',
    about:
      'Several say something of one place: the data hold what counts most, each step reads the sources that its binding names, whoever spoke first.',
    plan: buildPlan({
      facts: { 'person.region': 'north' },
      steps: [
        { id: 'register', kind: 'registry', out: { 'person.name': true } },
        { id: 'renaming', out: { 'person.name': true } },
        {
          id: 'as-registered',
          in: { 'person.name': { sources: [{ from: 'registry', step: 'register' }] } },
          after: [end('register'), end('renaming')],
        },
        {
          id: 'as-renamed',
          in: { 'person.name': { sources: [{ from: 'step', step: 'renaming' }] }, 'person.region': true },
          after: [end('register'), end('renaming')],
        },
      ],
    }),
    events: [
      { type: 'started', at, known: { person: { id: '1' } }, answers: { person: { phone: '5' } } },
      begin('renaming'),
      approve('renaming', { person: { name: 'New' } }),
      begin('register'),
      approve('register', { 'person.name': 'Old' }, later),
      begin('as-registered', later),
      approve('as-registered', {}, later),
      begin('as-renamed', later),
      approve('as-renamed', {}, later),
    ],
  },
  {
    name: 'a-registry-is-down-and-nobody-can-be-asked',
    about:
      'A look-up that alone can say something stalls instead; where its key is missing, the applicant is asked for the key. A derivation that fails stalls at its first attempt.',
    plan: buildPlan({
      steps: [
        {
          id: 'records',
          kind: 'registry',
          in: { 'person.number': { sources: [{ from: 'known' }] } },
          out: { 'record of person': true, 'person.birth': true },
        },
        {
          id: 'derived',
          kind: 'registry',
          registry: 'derived',
          local: 'age-at',
          in: { 'person.birth': { sources: [{ from: 'registry', step: 'records' }] } },
          out: { 'person.age': true },
          after: [end('records')],
        },
        {
          id: 'a',
          in: {
            'record of person': { sources: [{ from: 'registry', step: 'records' }], schema: false },
            'person.age': { sources: [{ from: 'registry', step: 'derived' }] },
          },
          after: [end('records'), end('derived')],
        },
      ],
    }),
    events: [
      { type: 'started', at, answers: {} },
      {
        type: 'supplemented',
        at,
        step: 'records',
        round: 0,
        values: { '/person/number': '7' },
      },
      begin('records'),
      fail('records', { final: true }),
      { type: 'retried', at: later, step: 'records', round: 1, attempt: 1 },
      { type: 'attempted', at: later, step: 'records', round: 1, attempt: 2 },
      approve('records', { 'record of person': { id: 7 }, 'person.birth': '2000-01-01' }, later),
      begin('derived', later),
      { ...fail('derived'), at: later },
      { type: 'retried', at: later, step: 'derived', round: 1, attempt: 1 },
      { type: 'attempted', at: later, step: 'derived', round: 1, attempt: 2 },
      approve('derived', { 'person.age': 26 }, later),
      begin('a', later),
      approve('a', {}, later),
    ],
  },
  {
    name: 'a-look-up-is-asked-for-what-is-taken',
    about:
      'What a look-up yields stands under the condition of whoever takes it: a command names what is wanted now, and the rest of the answer is dropped and named.',
    plan: buildPlan({
      steps: [
        {
          id: 'register',
          kind: 'registry',
          out: { 'person.name': true, 'person.account': { when: is('person.married', true) } },
        },
      ],
    }),
    events: [
      { type: 'started', at, answers: { person: { married: false } } },
      begin('register'),
      approve('register', { 'person.name': 'Ann', 'person.account': '6', 'person.age': 3 }),
    ],
  },
  {
    name: 'a-dispute-stands-beside-the-value',
    about:
      'What an applicant says is wrong is carried to the steps that take it, by their own names, and replaces nothing. What the plan does not know, and what the applicant answers, is not disputed.',
    plan: buildPlan({
      steps: [
        { id: 'register', kind: 'registry', out: { 'person.name': true } },
        {
          id: 'a',
          in: {
            'holder.name': {
              of: 'person.name',
              at: '/person/name',
              sources: [{ from: 'registry', step: 'register' }],
            },
            'person.phone': true,
          },
          after: [end('register')],
        },
      ],
    }),
    events: [
      { type: 'started', at, answers: {}, disputes: [{ field: 'person.nmae', claim: 'X', reason: 'typo' }] },
      {
        type: 'started',
        at,
        answers: { person: { phone: '5' } },
        disputes: [{ field: 'person.phone', claim: '6', reason: 'mine' }],
      },
      {
        type: 'started',
        at,
        answers: { person: { phone: '5' } },
        disputes: [{ field: 'person.name', claim: 'New', reason: 'renamed' }],
      },
      begin('register'),
      approve('register', { 'person.name': 'Old' }),
      begin('a'),
      {
        type: 'answered',
        at,
        step: 'a',
        round: 1,
        answer: { status: 'returned', needs: ['person.phone'] },
      },
      {
        type: 'supplemented',
        at: later,
        step: 'a',
        round: 1,
        values: { '/person/phone': '7' },
        disputes: [{ field: '/person/name', claim: 'Newer', reason: 'renamed twice' }],
      },
    ],
  },
  {
    name: 'a-file-is-a-reference',
    about: 'An answer that holds a file itself, as a data URL or instead of its name, is refused.',
    plan: buildPlan({ steps: [{ id: 'a', in: { 'lease of person': true } }] }),
    events: [
      { type: 'started', at, answers: { person: { note: 'data:image/png;base64,iVBORw0KGgo=' } } },
      {
        type: 'started',
        at,
        answers: { materials: { 'lease of person': { way: 'upload', files: ['x'.repeat(1_001)] } } },
      },
      {
        type: 'started',
        at,
        answers: { materials: { 'lease of person': { way: 'upload', files: [{ id: 'u-7' }] } } },
      },
    ],
  },
];
