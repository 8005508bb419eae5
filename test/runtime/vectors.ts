/** The machine as data: a plan, events, and what comes of each. What `scripts/generate-vectors.ts` writes. */
import { consider, decide, initialState } from '../../src/runtime/index.js';
import { drafts } from './drafts.js';
import { drive } from './drive.js';
import { generateAnswers, generatePlan } from './generate.js';
import { late } from './late.js';
import { rules } from './rules.js';
import { scenarios } from './scenarios.js';
import type { Scenario } from './scenarios.js';
import { tours } from './tours.js';
import { values } from './values.js';

const generated = [3, 11, 26, 42].map((seed): Scenario => {
  const plan = generatePlan(seed, { steps: 5 });
  return {
    name: `generated-${seed}`,
    about: 'A plan and a course of events that no hand has written.',
    plan,
    events: drive(plan, generateAnswers(seed), seed, seed).events,
  };
});

/** Everything that there is a vector of. */
export const sources: readonly Scenario[] = [
  ...scenarios,
  ...tours,
  ...rules,
  ...late,
  ...values,
  ...drafts,
  ...generated,
];

/** The text of a vector: each event, with what comes of it, on a line of its own. */
export function vectorText({ name, about, plan, events }: Scenario): string {
  let state = initialState(plan.hash);
  const steps = events.map((event) => {
    const verdict = consider(plan, state, event);
    state = verdict.state;
    return verdict.refusal === undefined
      ? { event, state, commands: decide(plan, state) }
      : { event, refusal: verdict.refusal.code };
  });
  const lines = [
    `"formatVersion": 2`,
    `"name": ${JSON.stringify(name)}`,
    `"about": ${JSON.stringify(about)}`,
    `"plan": ${JSON.stringify(plan)}`,
    `"initial": ${JSON.stringify(initialState(plan.hash))}`,
    `"steps": [\n${steps.map((step) => `  ${JSON.stringify(step)}`).join(',\n')}\n ]`,
  ];
  return `{\n ${lines.join(',\n ')}\n}\n`;
}
