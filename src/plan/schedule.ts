import { isObject, own } from '../base/index.js';
import { assertArguments } from '../messages/index.js';
import type { JsonObject } from '../base/index.js';
import { choicesRole, itemParts, keyOfItem, parseDuration } from '../model/index.js';
import type { Dependency, Plan, PlanStep, Predicate } from '../model/index.js';
import { evaluate, factsOf } from '../predicate/index.js';
import type { Facts } from '../predicate/index.js';
import {
  instantIn,
  isInstant,
  msOf,
  ordinaryPace,
  walkThrough,
  workingDaysOf,
  workingDaysUntil,
} from '../time/index.js';
import type { Instant, Pace, StepTime } from '../time/index.js';
import { deadlineIn } from './limit-in.js';
import { tell } from './messages.js';
import { roleOfEach } from './place.js';

/** One step in a schedule: of a step with `each`, one for every item. */
export interface ScheduledStep {
  /** The step key: the id, or `id[item]`. */
  key: string;
  step: string;
  begins: Instant;
  /** The last moment that its limit leaves. */
  ends: Instant;
}

/**
 * When the steps of a plan take place, if every authority takes all the time that it has, and the applicant none. It ends with
 * the last decision; commitments are checked after that.
 */
export interface Schedule {
  steps: ScheduledStep[];
  starts: Instant;
  ends: Instant;
  /** Working days from the start to the end, the day of receipt not counted. */
  workingDays: number;
  /** The last day for which the holidays are known, where the end lies beyond it: it may move. */
  knownUntil?: string;
}

/**
 * When the steps of a plan take place.
 * @param plan what is scheduled
 * @param facts what is known of the applicant, shaped like the form; what is open counts as taking place
 * @param start when the case is received, RFC 3339. Left out: on a Monday at nine, with no holidays in the way
 * @throws UsageError `usage/argument`
 */
export function schedule(plan: Plan, facts: JsonObject = {}, start?: Instant): Schedule {
  const moment = { is: isMoment, what: tell('schedule.moment', { example: '2026-09-30T09:00:00+08:00' }) };
  assertArguments(
    'schedule',
    { plan: 'from composeBundle().plan', facts: 'object', start: moment },
    { plan, facts, start },
  );
  const { calendar } = plan;
  const pace: Pace = start === undefined ? ordinaryPace(calendar) : { calendar, start: msOf(start) };
  const tasks = tasksOf(plan, facts);
  const spans = walkThrough(pace, {
    steps: takingPlace(inOrder(plan, tasks), tasks),
    before: (key) => waitsOf(tasks, key),
    timeOf: (key) => timeOf(tasks, key),
  });
  // What is checked after the decision takes none of the applicant's time.
  const own = [...spans].filter(([key]) => tasks.get(key)!.step.kind !== 'check');
  const last = Math.max(pace.start, ...own.map(([, { end }]) => end));
  const at = (ms: number): Instant => instantIn(pace.calendar, ms);
  const ends = at(last);
  const until = pace.calendar?.until;
  return {
    steps: [...spans].map(([key, { begin, end }]) => ({
      key,
      step: tasks.get(key)!.step.id,
      begins: at(begin),
      ends: at(end),
    })),
    starts: at(pace.start),
    ends,
    workingDays: workingDaysUntil(pace, last),
    ...(until === undefined || ends.slice(0, 10) <= until ? {} : { knownUntil: until }),
  };
}

function isMoment(value: unknown): boolean {
  return value === undefined || isInstant(value);
}

interface Task {
  step: PlanStep;
  facts: Facts;
  item?: { role: string; key: string };
}

/** What may take place: each step, or each of its items. */
function tasksOf(plan: Plan, given: JsonObject): Map<string, Task> {
  const tasks = new Map<string, Task>();
  const add = (key: string, task: Task): void => {
    const { when } = task.step;
    if (isLeftOut(task.step, given) || (when !== undefined && evaluate(when, task.facts) === false)) return;
    tasks.set(key, task);
  };
  for (const step of plan.steps) {
    const role = roleOfEach(step);
    const items = role === undefined ? undefined : own(given, role);
    // Of items that are not known, one stands for all: they take their time side by side.
    if (role === undefined || !Array.isArray(items)) add(step.id, { step, facts: factsOf(given) });
    else
      items.forEach((one, index) => {
        const key = keyOfItem(one, index);
        add(`${step.id}[${key}]`, { step, facts: factsOf(given, { role, index }), item: { role, key } });
      });
  }
  return tasks;
}

/** The applicant left out what may be left out. */
function isLeftOut({ id, choice }: PlanStep, given: JsonObject): boolean {
  const choices = own(given, choicesRole);
  return choice === true && isObject(choices) && own(choices, itemParts(id).name) === false;
}

/** Without those that the facts rule out as the case goes on: who is not eligible, and whoever needs their approval. */
function takingPlace(keys: readonly string[], tasks: ReadonlyMap<string, Task>): string[] {
  const failing = new Set<string>();
  return keys.filter((key) => {
    const { step, facts } = tasks.get(key)!;
    const isRefused = (step.eligibility ?? []).some(({ require }) => evaluate(require, facts) === false);
    const isStopped = waitsOf(tasks, key, 'approval').some((other) => failing.has(other));
    if (isRefused || isStopped) failing.add(key);
    return !isRefused && !isStopped;
  });
}

/** What a task waits for: of a step for each item of the same role, that of its own item. */
function waitsOf(tasks: ReadonlyMap<string, Task>, key: string, needed?: Dependency['needs']): string[] {
  const { step, facts, item } = tasks.get(key)!;
  return step.after
    .filter(({ needs }) => needed === undefined || needs === needed)
    .filter(({ when }) => when === undefined || evaluate(when, facts) !== false)
    .flatMap((dependency) => counterparts(tasks, dependency.step, item));
}

function counterparts(tasks: ReadonlyMap<string, Task>, id: string, item: Task['item']): string[] {
  return [...tasks]
    .filter(([, other]) => other.step.id === id)
    .filter(
      ([, other]) =>
        other.item === undefined || item?.role !== other.item.role || item.key === other.item.key,
    )
    .map(([key]) => key);
}

function timeOf(tasks: ReadonlyMap<string, Task>, key: string): StepTime | undefined {
  const { step, facts, item } = tasks.get(key)!;
  const deadline = longestIn(step, facts);
  const limit = deadline?.promised ?? deadline?.statutory;
  if (limit === undefined) return undefined;
  const holds = (when: Predicate | undefined) => when === undefined || evaluate(when, facts) !== false;
  const since = (deadline?.since ?? []).flatMap((id) => counterparts(tasks, id, item));
  return {
    limit: parseDuration(limit),
    pauses: (step.pauses ?? []).filter(({ when }) => holds(when)).map(({ time }) => parseDuration(time)),
    ...(since.length === 0 ? {} : { since }),
  };
}

/** The limits of a step as far as the facts tell: of those that are open, the longest. */
function longestIn(step: PlanStep, facts: Facts): PlanStep['deadline'] {
  const open = (step.variants ?? []).filter(
    ({ deadline, when }) => deadline !== undefined && evaluate(when, facts) === undefined,
  );
  const decided = deadlineIn(step, facts);
  const days = (deadline: PlanStep['deadline']): number => {
    const limit = deadline?.promised ?? deadline?.statutory;
    return limit === undefined ? -1 : workingDaysOf(limit);
  };
  return open.reduce(
    (longest, { deadline }) => (days(deadline) > days(longest) ? deadline : longest),
    decided,
  );
}

/**
 * The tasks in the order of the stages, each after what it waits for: steps that wait for each other in different
 * situations share a stage, and the facts tell which goes first.
 */
function inOrder({ stages }: Plan, tasks: ReadonlyMap<string, Task>): string[] {
  const place = new Map(stages.flat().map((id, index) => [id, index]));
  const byPlace = [...tasks.keys()].sort(
    (one, other) => place.get(tasks.get(one)!.step.id)! - place.get(tasks.get(other)!.step.id)!,
  );
  const found = new Set<string>();
  const entered = new Set<string>();
  const open = byPlace.reverse();
  for (let key = open.at(-1); key !== undefined; key = open.at(-1)) {
    const before = entered.has(key) ? [] : waitsOf(tasks, key).filter((other) => !entered.has(other));
    entered.add(key);
    if (before.length > 0) open.push(...before);
    else {
      open.pop();
      found.add(key);
    }
  }
  return [...found];
}
