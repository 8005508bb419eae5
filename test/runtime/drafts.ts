import type { CaseEvent } from '../../src/runtime/index.js';
import { buildPlan } from './plan-builder.js';
import type { Scenario } from './scenarios.js';

const t = (day: string) => `2026-${day}T09:00:00.000+08:00`;
const day = 24 * 3_600_000;

const begin = (step: string, round: number, at: string): CaseEvent => ({
  type: 'attempted',
  at,
  step,
  round,
  attempt: 1,
});
const tell = (step: string, output: object, round: number, at: string): CaseEvent => ({
  type: 'answered',
  at,
  step,
  round,
  answer: { status: 'approved', output: output as never },
});

const plan = buildPlan({
  form: {
    type: 'object',
    properties: { person: { type: 'object', required: ['phone'] } },
    required: ['person'],
  },
  steps: [
    {
      id: 'look',
      kind: 'registry',
      fresh: '1d',
      in: { 'person.id': { sources: [{ from: 'known' }] } },
      out: { 'person.age': true },
    },
    {
      id: 'private',
      kind: 'registry',
      consent: 'person',
      in: { 'person.id': { sources: [{ from: 'known' }] } },
      out: { 'person.income': true },
    },
    {
      id: 'a',
      after: [
        { step: 'look', needs: 'end' },
        { step: 'private', needs: 'end' },
      ],
      in: {
        'person.age': { sources: [{ from: 'registry', step: 'look' }] },
        'person.income': { sources: [{ from: 'registry', step: 'private' }], required: false },
        'person.phone': true,
      },
    },
  ],
});

const opened: CaseEvent = {
  type: 'opened',
  at: t('09-01'),
  known: { person: { id: '1' } },
  keepMs: 30 * day,
};
const consented = (decision: 'given' | 'refused' | 'withdrawn', at: string): CaseEvent => ({
  type: 'consented',
  at,
  role: 'person',
  decision,
});
const answers = { person: { phone: '7' } };

/** A case before it is handed in. */
export const drafts: readonly Scenario[] = [
  {
    name: 'a-draft-looks-up-before-the-form',
    about:
      'A draft looks up what rests on nothing but what is known, with consent where it is needed; what is too old when it is handed in is looked up again, under another key, and what has changed brings the draft back with its answers.',
    plan,
    events: [
      { type: 'saved', at: t('09-01'), answers },
      opened,
      opened,
      begin('look', 1, t('09-01')),
      tell('look', { 'person.age': 20 }, 1, t('09-01')),
      { type: 'consented', at: t('09-01'), role: 'nobody', decision: 'given' },
      consented('given', t('09-01')),
      begin('private', 1, t('09-01')),
      tell('private', { 'person.income': 5 }, 1, t('09-01')),
      consented('withdrawn', t('09-02')),
      consented('given', t('09-02')),
      begin('private', 2, t('09-02')),
      tell('private', { 'person.income': 5 }, 1, t('09-02')),
      tell('private', { 'person.income': 6 }, 2, t('09-02')),
      { type: 'submitted', at: t('09-02') },
      { type: 'saved', at: t('09-02'), answers },
      { type: 'started', at: t('09-02'), answers },
      { type: 'submitted', at: t('09-08') },
      begin('look', 2, t('09-08')),
      tell('look', { 'person.age': 21 }, 2, t('09-08')),
      { type: 'submitted', at: t('09-08') },
      begin('a', 1, t('09-08')),
      { type: 'saved', at: t('09-08'), answers },
      tell('a', {}, 1, t('09-08')),
    ],
  },
  {
    name: 'what-is-looked-up-again-and-is-the-same',
    about: 'Looked up again, it says the same: the case runs. Consent that is refused leaves the rest alone.',
    plan,
    events: [
      opened,
      begin('look', 1, t('09-01')),
      tell('look', { 'person.age': 20 }, 1, t('09-01')),
      consented('refused', t('09-01')),
      { type: 'submitted', at: t('09-08'), answers },
      begin('look', 2, t('09-08')),
      tell('look', { 'person.age': 20 }, 2, t('09-08')),
      begin('a', 1, t('09-08')),
      tell('a', {}, 1, t('09-08')),
    ],
  },
  {
    name: 'another-sign-in-brings-a-draft-back',
    about: 'What signing in tells at the end is not what it told at first: the draft is seen anew.',
    plan,
    events: [
      opened,
      begin('look', 1, t('09-01')),
      tell('look', { 'person.age': 20 }, 1, t('09-01')),
      consented('refused', t('09-01')),
      { type: 'submitted', at: t('09-02'), answers, known: { person: { id: '2' } } },
      begin('look', 2, t('09-02')),
      tell('look', { 'person.age': 30 }, 2, t('09-02')),
      { type: 'submitted', at: t('09-02'), known: { person: { id: '2' } } },
      consented('refused', t('09-02')),
    ],
  },
  {
    name: 'a-draft-expires',
    about: 'A draft to which nothing happens is told as expired, and nothing of it stays in the state.',
    plan,
    events: [
      opened,
      { type: 'saved', at: t('09-11'), answers },
      { type: 'reached', at: t('10-01') },
      { type: 'reached', at: t('10-11') },
      { type: 'submitted', at: t('10-12') },
    ],
  },
  {
    name: 'a-draft-is-given-up',
    about: 'The applicant gives a draft up.',
    plan,
    events: [opened, { type: 'cancelled', at: t('09-02') }],
  },
];
