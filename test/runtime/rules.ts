/** The rules by which a step is given its input, a limit is counted and an event is refused: one plan for each. */
import { failureOf } from '../../src/runtime/index.js';
import type { CaseEvent } from '../../src/runtime/index.js';
import { buildPlan, is } from './plan-builder.js';
import type { Scenario } from './scenarios.js';

const at = (day: string, time = '09:00'): string => `2026-${day}T${time}:00.000+08:00`;
const calendar = {
  id: 'cn',
  weekend: [6, 7],
  holidays: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-10-10'],
};
const start = (answers: object, more: object = {}): CaseEvent =>
  ({ type: 'started', at: at('09-24'), answers, ...more }) as CaseEvent;
const begin = (step: string): CaseEvent => ({
  type: 'attempted',
  at: at('09-24'),
  step,
  round: 1,
  attempt: 1,
});
const approve = (step: string, output: object = {}): CaseEvent => ({
  type: 'answered',
  at: at('09-24'),
  step,
  round: 1,
  answer: { status: 'approved', output: output as never },
});
const again: CaseEvent = { type: 'attempted', at: at('09-24'), step: 'a', round: 2, attempt: 1 };
const deep = JSON.parse(`${'{"a":'.repeat(70)}1${'}'.repeat(70)}`) as object;
const limit = (promised: string) => ({ deadline: { promised, workingDays: 1 } });

export const rules: Scenario[] = [
  {
    name: 'what-a-step-is-given',
    about:
      'Names are those of the block, codes those of the authority; absent is what no condition takes; registries are asked flat; a block that takes every item gets a list.',
    plan: buildPlan({
      roles: { person: { type: 'person' }, child: { type: 'person', many: { min: 0, max: 8 } } },
      facts: { 'person.region': 'north' },
      steps: [
        {
          id: 'coded',
          in: {
            'applicant.sex': { of: 'person.sex', at: '/person/sex', codes: { male: '1', female: '2' } },
            'applicant.tongues': { of: 'person.tongues', at: '/person/tongues', codes: { zh: 'Z' } },
            'applicant.region': { of: 'person.region', at: '/person/region' },
          },
        },
        {
          id: 'conditional',
          in: {
            'person.spouse': { when: is('person.married', true) },
            'person.sex': { requiredWhen: is('person.married', true), when: true },
            'form of person': { sources: [{ from: 'generated' }] },
            'person.note': { required: false },
          },
        },
        {
          id: 'list',
          in: { 'child.name': { at: '/child/*/name' }, 'photo of child': { at: '/child/*/photo' } },
        },
        { id: 'flat', kind: 'registry', in: { 'person.sex': true, 'child.name': { at: '/child/*/name' } } },
        {
          id: 'choice',
          in: {
            'deed of person': { required: false, alternative: true },
            'lease of person': { required: false, alternative: true },
            'consent of person': { required: false, alternative: true },
          },
          alternatives: [
            {
              id: 'home',
              groups: [
                [{ input: 'deed of person' }],
                [{ input: 'lease of person' }, { input: 'consent of person' }],
              ],
            },
          ],
        },
        {
          id: 'no-choice',
          in: { 'deed of person': { required: false, alternative: true } },
          alternatives: [
            { id: 'home', when: is('person.married', true), groups: [[{ input: 'deed of person' }]] },
          ],
        },
        { id: 'left-out', choice: true },
        { id: 'some', when: { some: 'child', of: is('child.name', 'B') } },
        { id: 'every', when: { every: 'child', of: is('child.name', 'B') } },
        { id: 'unknown', when: is('person.nobody-asks', 1) },
      ],
    }),
    events: [
      start(
        {
          person: { sex: 'female', tongues: ['zh', 'en'], married: false },
          child: [
            { name: 'A', photo: 'a.png' },
            { name: 'B', photo: 'b.png' },
          ],
          materials: { 'lease of person': 'lease.pdf' },
          choices: { 'left-out': false },
        },
        { known: { person: { region: 'south' } } },
      ),
      {
        type: 'supplemented',
        at: at('09-24'),
        step: 'choice',
        round: 0,
        values: { '/materials/consent of person': 'consent.pdf' },
      },
    ],
  },
  {
    name: 'an-output-enters-the-case',
    about:
      'An output enters where the plan says; of two steps that supply one place, the later in the plan holds, and either holds over a registry and the applicant.',
    plan: buildPlan({
      roles: { person: { type: 'person' }, child: { type: 'person', many: { min: 0, max: 8 } } },
      steps: [
        { id: 'registry', kind: 'registry', out: { name: { of: 'person.name', at: '/person/name' } } },
        { id: 'first', out: { 'person.name': true, 'person.secret': { when: is('person.open', true) } } },
        { id: 'second', out: { 'person.name': true } },
        {
          id: 'all',
          out: { 'child.number': { at: '/child/*/number' }, 'card of child': { at: '/child/*/card' } },
        },
      ],
    }),
    events: [
      start({ person: { name: 'said', open: false }, child: [{ name: 'A' }, { name: 'B' }] }),
      begin('second'),
      begin('registry'),
      begin('first'),
      begin('all'),
      approve('second', { person: { name: 'second' } }),
      approve('first', { person: { name: 'first', secret: 'x', other: 'y' } }),
      approve('registry', { name: 'registry' }),
      approve('all', { child: [{ number: 1 }, { number: 2 }], materials: { 'card of child': ['a', 'b'] } }),
    ],
  },
  {
    name: 'limits-of-every-unit',
    about: 'Hours go by the clock, days and months end with a day, and on a day without work with the next.',
    plan: buildPlan({
      calendar,
      steps: [
        { id: 'hours', ...limit('6h') },
        { id: 'working-days', ...limit('2wd') },
        { id: 'days', ...limit('9d') },
        { id: 'month', ...limit('1mo') },
        { id: 'at-once', ...limit('0wd') },
        { id: 'statutory', deadline: { statutory: '3wd', workingDays: 3 } },
        { id: 'none' },
      ],
    }),
    events: [
      start({}),
      ...['hours', 'working-days', 'days', 'month', 'at-once', 'statutory', 'none'].flatMap(
        (step): CaseEvent[] => [begin(step), { type: 'accepted', at: at('09-24', '16:00'), step, round: 1 }],
      ),
      { type: 'reached', at: at('09-24', '21:00') },
      { type: 'reached', at: at('09-28') },
      { type: 'paused', at: at('09-28'), step: 'hours', pause: 1 },
      { type: 'paused', at: at('09-28'), step: 'days', pause: 1 },
      { type: 'resumed', at: at('09-29'), step: 'days', pause: 1 },
      { type: 'paused', at: at('09-29'), step: 'month', pause: 1 },
      { type: 'resumed', at: at('09-30'), step: 'month', pause: 1 },
      { type: 'reached', at: at('11-30') },
    ],
  },
  {
    name: 'limits-by-situation-and-place',
    about:
      'A limit that differs by situation, and one that counts from when another place has taken the matter over.',
    plan: buildPlan({
      calendar,
      steps: [
        { id: 'transfer', out: { 'person.office': true } },
        {
          id: 'varied',
          ...limit('5wd'),
          variants: [
            { when: is('person.large', true), channels: ['counter'] },
            { when: is('person.large', true), deadline: { promised: '20d', workingDays: 14 } },
            { when: is('person.name', 'x'), deadline: { promised: '1wd', workingDays: 1 } },
          ],
        },
        {
          id: 'passed-on',
          after: ['transfer'],
          deadline: { promised: '5wd', workingDays: 5, since: ['transfer'] },
        },
      ],
    }),
    events: [
      start({ person: { name: 'x', large: true } }),
      begin('transfer'),
      begin('varied'),
      { type: 'accepted', at: at('09-24'), step: 'varied', round: 1 },
      { ...approve('transfer'), at: at('09-28') },
      { type: 'attempted', at: at('09-29'), step: 'passed-on', round: 1, attempt: 1 },
      { type: 'accepted', at: at('09-29'), step: 'passed-on', round: 1 },
    ],
  },
  {
    name: 'the-clock-is-set',
    about: 'A clock that jumps: what was due happens once, however far it goes; going back undoes nothing.',
    plan: buildPlan({
      calendar,
      steps: [
        { id: 'a', ...limit('2wd'), in: { 'photo of person': { deferral: { within: '5d' } } } },
        { id: 'b' },
      ],
    }),
    events: [
      start({}),
      begin('a'),
      begin('b'),
      { type: 'accepted', at: at('09-24'), step: 'a', round: 1 },
      { type: 'failed', at: at('09-24'), step: 'b', round: 1, attempt: 1, error: failureOf('down') },
      { type: 'reached', at: '2036-01-01T00:00:00.000+08:00' },
      { type: 'reached', at: at('01-01') },
      { ...approve('a'), at: at('01-01') },
    ],
  },
  {
    name: 'refused',
    about: 'Every reason for which an event is refused while a case runs; none of them changes anything.',
    plan: buildPlan({
      steps: [
        { id: 'a', in: { 'person.name': true } },
        { id: 'b', in: { 'person.phone': true } },
        { id: 'c', when: is('person.name', 'n') },
        { id: 'd', output: { type: 'object', required: ['person'] } },
      ],
    }),
    events: [
      { type: 'reached', at: 'yesterday' },
      start(deep),
      start({}, { retry: { attempts: 0 } }),
      start({ person: [{ $key: 'x' }, { $key: 'x' }] }),
      start({ person: { name: 'n' } }),
      start({ person: { name: 'n' } }),
      { type: 'attempted', at: at('09-24'), step: 'a', round: 1 } as never,
      { type: 'heard', at: at('09-24'), step: 'a' } as never,
      begin('nobody'),
      { ...begin('a'), attempt: 2 } as CaseEvent,
      { type: 'filled', at: at('09-24'), step: 'a', answers: {} },
      { type: 'supplemented', at: at('09-24'), step: 'b', round: 0, values: { '/person/name': 'x' } },
      begin('a'),
      {
        type: 'answered',
        at: at('09-24'),
        step: 'a',
        round: 1,
        answer: { status: 'returned', needs: ['person.name'] },
      },
      { type: 'supplemented', at: at('09-24'), step: 'a', round: 1, values: { '/person/name': 'm' } },
      { type: 'supplemented', at: at('09-24'), step: 'a', round: 1, values: { '/person/name': 'n' } },
      again,
      begin('d'),
      approve('d'),
      {
        type: 'answered',
        at: at('09-24'),
        step: 'a',
        round: 2,
        answer: { status: 'returned', needs: ['person.phone'] },
      },
      { type: 'delivered', at: at('09-24'), step: 'a', place: '/person/name', value: 1 },
      { type: 'paused', at: at('09-24'), step: 'a', pause: 1 },
      { type: 'resumed', at: at('09-24'), step: 'a', pause: 1 },
      { type: 'undoing', at: at('09-24'), step: 'a', attempt: 1 },
      { type: 'undone', at: at('09-24'), step: 'a', attempt: 1 },
      approve('a'),
      { ...approve('a'), round: 2 } as CaseEvent,
      { type: 'withdrawn', at: at('09-24'), step: 'a' },
      { type: 'cancelled', at: at('09-24') },
      { type: 'withdrawn', at: at('09-24'), step: 'b' },
      { type: 'cancelled', at: at('09-24') },
    ],
  },
];
