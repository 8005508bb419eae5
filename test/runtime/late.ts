/** What comes late: events that are delivered again, and answers after a limit that nobody has looked at. */
import type { CaseEvent } from '../../src/runtime/index.js';
import { buildPlan } from './plan-builder.js';
import type { Scenario } from './scenarios.js';

const at = (day: string, time = '09:00'): string => `2026-${day}T${time}:00.000+08:00`;
const limit = { deadline: { promised: '2wd' as const, workingDays: 2 } };
const start = (name: string): CaseEvent => ({
  type: 'started',
  at: at('09-21'),
  answers: { person: { name } },
});
const begin = (step: string, round = 1, day = '09-21'): CaseEvent => ({
  type: 'attempted',
  at: at(day),
  step,
  round,
  attempt: 1,
});
const accept = (step: string, day = '09-21'): CaseEvent => ({
  type: 'accepted',
  at: at(day),
  step,
  round: 1,
});
const giveBack = (round: number, day: string, step = 'a'): CaseEvent => ({
  type: 'answered',
  at: at(day),
  step,
  round,
  answer: { status: 'returned', needs: ['person.name'] },
});
const supply = (round: number, day: string, name: string, returned?: number): CaseEvent => ({
  type: 'supplemented',
  at: at(day),
  step: 'a',
  round,
  ...(returned === undefined ? {} : { returned }),
  values: { '/person/name': name },
});
const pause = (number: number, day: string, more: { id?: string; reason?: string }): CaseEvent => ({
  type: 'paused',
  at: at(day),
  step: 'a',
  pause: number,
  ...more,
});
const resume = (number: number, day: string): CaseEvent => ({
  type: 'resumed',
  at: at(day),
  step: 'a',
  pause: number,
});

export const late: Scenario[] = [
  {
    name: 'a-pause-told-again-is-no-further-one',
    about:
      'A pause is known by its id, or else by its reason: told again after the clock goes on, it stops nothing, whatever number it is given.',
    plan: buildPlan({ steps: [{ id: 'a', ...limit }] }),
    events: [
      start('x'),
      begin('a'),
      accept('a'),
      pause(1, '09-22', { reason: 'hearing' }),
      pause(1, '09-22', { reason: 'hearing' }),
      resume(1, '09-28'),
      pause(1, '09-28', { reason: 'hearing' }),
      pause(2, '09-28', { reason: 'hearing' }),
      pause(2, '09-28', { id: 'notice-7', reason: 'hearing' }),
      resume(1, '09-29'),
      resume(2, '09-29'),
      pause(3, '09-29', { id: 'notice-7', reason: 'another word' }),
      pause(3, '09-29', {}),
      resume(3, '09-29'),
      pause(4, '09-29', {}),
      { type: 'reached', at: at('10-20') },
    ],
  },
  {
    name: 'a-supplement-answers-one-return',
    about:
      'A supplement answers the return that it names; one that names none and says again what was supplied for an earlier return is late. Also where the plan has returned the step, which counts no round.',
    plan: buildPlan({
      steps: [{ id: 'a', in: { 'person.name': true, 'person.phone': true } }],
    }),
    events: [
      start('v0'),
      { ...supply(0, '09-21', '1', 1), values: { '/person/phone': '1' } } as CaseEvent,
      begin('a'),
      giveBack(1, '09-22'),
      supply(1, '09-22', 'v1', 1),
      supply(1, '09-23', 'v1', 2),
      begin('a', 2, '09-23'),
      giveBack(2, '09-24'),
      supply(1, '09-24', 'v1', 2),
      supply(2, '09-24', 'v1', 2),
      supply(2, '09-24', 'v1'),
      supply(2, '09-24', 'v1', 3),
      begin('a', 3, '09-24'),
    ],
  },
  {
    name: 'a-limit-that-has-passed-has-passed',
    about:
      'Every event tells the time: an answer, a return, a pause or a withdrawal after the limit passes it, once, though no clock was looked at between.',
    plan: buildPlan({
      steps: [
        { id: 'a', ...limit },
        { id: 'b', ...limit, in: { 'person.name': true } },
        { id: 'c', ...limit },
        { id: 'd', ...limit },
        { id: 'e', ...limit },
        { id: 'f', in: { 'deed of person': { required: false, deferral: { within: '2d' } } } },
      ],
    }),
    events: [
      start('x'),
      ...['a', 'b', 'c', 'd', 'e', 'f'].flatMap((step) => [begin(step), accept(step)]),
      // The last day is in time; near is all that it is.
      { type: 'answered', at: at('09-23', '23:59'), step: 'e', round: 1, answer: { status: 'rejected' } },
      { type: 'answered', at: at('09-24', '00:00'), step: 'a', round: 1, answer: { status: 'rejected' } },
      { type: 'reached', at: at('09-24', '00:00') },
      giveBack(1, '09-24', 'b'),
      { ...pause(1, '09-25', {}), step: 'c' } as CaseEvent,
      {
        type: 'delivered',
        at: at('09-28'),
        step: 'f',
        place: '/materials/deed of person',
        value: 'deed.pdf',
      },
      { type: 'withdrawn', at: at('09-29'), step: 'd' },
    ],
  },
];
