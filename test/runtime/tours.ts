/** Every change of a step that there is, one step for each: from every status, everything that leads out of it. */
import { failureOf } from '../../src/runtime/index.js';
import type { Plan } from '../../src/model/index.js';
import type { Answer, CaseEvent } from '../../src/runtime/index.js';
import { buildPlan, is } from './plan-builder.js';
import type { StepSpec } from './plan-builder.js';
import type { Scenario } from './scenarios.js';

const at = (time: string, day = '09-24'): string => `2026-${day}T${time}:00.000+08:00`;
const input = { in: { 'person.name': true } } as const;

const start: CaseEvent = {
  type: 'started',
  at: at('09:00'),
  answers: { person: { name: 'x' } },
  retry: { attempts: 2, registryAttempts: 2 },
};
const begin = (step: string, attempt = 1): CaseEvent => ({
  type: 'attempted',
  at: at('09:00'),
  step,
  round: 1,
  attempt,
});
const fail = (step: string, attempt = 1): CaseEvent => ({
  type: 'failed',
  at: at('09:00'),
  step,
  round: 1,
  attempt,
  error: failureOf('down'),
});
const accept = (step: string): CaseEvent => ({ type: 'accepted', at: at('09:01'), step, round: 1 });
const later: CaseEvent = { type: 'reached', at: at('09:10') };

/** Events that bring steps of a kind from ready to a status. */
const ways: Record<string, (ids: readonly string[]) => CaseEvent[]> = {
  executing: (ids) => ids.map((id) => begin(id)),
  retrying: (ids) => ids.flatMap((id) => [begin(id), fail(id)]),
  again: (ids) => [...ids.flatMap((id) => [begin(id), fail(id)]), later],
  pending: (ids) => ids.flatMap((id) => [begin(id), accept(id)]),
  stalled: (ids) => [
    ...ids.flatMap((id) => [begin(id), fail(id)]),
    later,
    ...ids.flatMap((id) => [begin(id, 2), fail(id, 2)]),
  ],
};

const answers: [string, Answer][] = [
  ['approved', { status: 'approved', output: {} }],
  ['rejected', { status: 'rejected', reason: 'no' }],
  ['withdrawn', { status: 'withdrawn' }],
  ['returned', { status: 'returned', needs: ['person.name'], reason: 'unreadable' }],
];

/** An answer by token may come at any time after the first attempt began. */
function answered(status: string, kind: 'block' | 'registry'): Scenario {
  const ids = answers.map(([name]) => name);
  const also = kind === 'block' && status !== 'pending' ? ['pending'] : [];
  const steps = [...ids, ...also].map((id): StepSpec => ({ id, kind, ...input }));
  const events = answers.map(([step, answer]): CaseEvent => ({
    type: 'answered',
    at: at('10:00'),
    step,
    round: 1,
    answer,
  }));
  return {
    name: `${kind}-answered-while-${status === 'again' ? 'ready-again' : status}`,
    about: `A ${kind} is answered in every way while it is ${status === 'again' ? 'ready for another attempt' : status}.`,
    plan: buildPlan({ steps }),
    events: [start, ...ways[status]!([...ids, ...also]), ...events, ...also.map(accept)],
  };
}

const everywhere = ['ready', 'executing', 'retrying', 'pending', 'returned', 'stalled', 'ready-again'];

/** A plan with a step in every status that is not settled, and the events that bring them there. */
function spread(extra: StepSpec[]): { plan: Plan; events: CaseEvent[] } {
  const plan = buildPlan({
    steps: [
      ...everywhere.map((id): StepSpec => ({ id, ...input })),
      { id: 'waiting', after: ['pending'] },
      { id: 'asking', kind: 'ask', form: { type: 'object' } },
      ...extra,
    ],
  });
  const events: CaseEvent[] = [
    start,
    ...ways['stalled']!(['stalled', 'ready-again']),
    { type: 'retried', at: at('09:20'), step: 'ready-again', round: 1, attempt: 2 },
    ...ways['executing']!(['executing']),
    ...ways['retrying']!(['retrying']),
    ...ways['pending']!(['pending', 'returned']),
    {
      type: 'answered',
      at: at('09:30'),
      step: 'returned',
      round: 1,
      answer: { status: 'returned', needs: ['person.name'] },
    },
  ];
  return { plan, events };
}

const given = spread([]);
const cancelled = spread([{ id: 'done', compensation: true }]);
const stopped = spread([{ id: 'gate', onReject: 'stop-all' }]);

export const tours: Scenario[] = [
  ...['executing', 'retrying', 'again', 'pending', 'stalled'].map((status) => answered(status, 'block')),
  ...['executing', 'retrying', 'again', 'pending'].map((status) => answered(status, 'registry')),
  {
    name: 'withdrawn-from-everywhere',
    about: 'The applicant gives up a matter in every status; a later form is no matter and stays.',
    plan: given.plan,
    events: [
      ...given.events,
      ...['waiting', ...everywhere, 'asking'].map((step): CaseEvent => ({
        type: 'withdrawn',
        at: at('10:00'),
        step,
        reason: 'moved',
      })),
      { type: 'filled', at: at('10:00'), step: 'asking', answers: {} },
    ],
  },
  {
    name: 'cancelled-everywhere',
    about: 'The applicant calls the case off while steps stand in every status; what was approved is undone.',
    plan: cancelled.plan,
    events: [
      ...cancelled.events,
      ...ways['executing']!(['done']),
      {
        type: 'answered',
        at: at('09:40'),
        step: 'done',
        round: 1,
        answer: { status: 'approved', output: {} },
      },
      { type: 'cancelled', at: at('10:00') },
      { type: 'undoing', at: at('10:00'), step: 'done', attempt: 1 },
      { type: 'undone', at: at('10:01'), step: 'done', attempt: 1, error: failureOf('down') },
      { type: 'reached', at: at('10:10') },
      { type: 'undoing', at: at('10:10'), step: 'done', attempt: 2 },
      { type: 'undone', at: at('10:11'), step: 'done', attempt: 2, error: failureOf('down') },
    ],
  },
  {
    name: 'stopped-everywhere',
    about: 'A rejection ends the whole case while steps stand in every status.',
    plan: stopped.plan,
    events: [
      ...stopped.events,
      ...ways['executing']!(['gate']),
      { type: 'answered', at: at('09:40'), step: 'gate', round: 1, answer: { status: 'rejected' } },
    ],
  },
  {
    name: 'cancelled-with-nothing-to-undo',
    about: 'A case that is called off before anything was handed over is over at once.',
    plan: buildPlan({ steps: [{ id: 'a', compensation: true }] }),
    events: [start, { type: 'cancelled', at: at('10:00') }],
  },
  {
    name: 'waiting-leads-everywhere',
    about: 'What becomes of a step that waits, once what it waits for is decided.',
    plan: buildPlan({
      steps: [
        { id: 'first', out: { 'person.grade': true } },
        { id: 'ready', after: ['first'] },
        { id: 'asking', kind: 'ask', after: ['first'], form: { type: 'object' } },
        { id: 'returned', after: ['first'], in: { 'person.phone': true } },
        {
          id: 'stalled',
          after: ['first'],
          input: { type: 'object', minProperties: 1 },
        },
        { id: 'skipped', when: is('person.grade', 2) },
        { id: 'ineligible', eligibility: [{ require: is('person.grade', 2), otherwise: 'Grade 2 only.' }] },
        { id: 'unavailable', kind: 'registry', after: ['first'], in: { 'person.fax': true } },
        { id: 'rejected', after: ['first'] },
        { id: 'stopped', after: ['rejected'] },
      ],
    }),
    events: [
      start,
      begin('first'),
      {
        type: 'answered',
        at: at('10:00'),
        step: 'first',
        round: 1,
        answer: { status: 'approved', output: { person: { grade: 1 } } },
      },
      begin('rejected'),
      { type: 'answered', at: at('10:00'), step: 'rejected', round: 1, answer: { status: 'rejected' } },
      { type: 'retried', at: at('11:00'), step: 'stalled', round: 0, attempt: 0 },
    ],
  },
];
