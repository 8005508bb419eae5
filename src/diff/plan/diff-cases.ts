import { fromEntries, isObject, omitUndefined } from '../../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import type { Plan, PlanStep } from '../../model/index.js';
import { compositionOf } from '../../plan/index.js';
import { includes } from '../../schema/index.js';
import { isSame } from '../comparison.js';
import type { Comparison, FoundChange } from '../comparison.js';
import { reasonOf } from '../form/diff-entry.js';

/**
 * Whether a case that has pinned the old plan may go on with the handlers of the new version: each of its steps must
 * still have one, which takes what the old plan gives it and answers what the old plan takes.
 */
export function diffCases(
  { old: before, new: after, add }: Comparison,
  oldNames: ReadonlyMap<string, string>,
): void {
  const [from, to] = [compositionOf(before).plan, compositionOf(after).plan];
  const renamed = from.steps.flatMap((step) => renamedStop(step, oldNames));
  if (renamed.length === 0 && isSame(said(from), said(to))) return;
  const places = {
    old: { file: before.bound.file, pointer: '' },
    new: { file: after.bound.file, pointer: '' },
  };
  const stops = from.steps.flatMap((step) =>
    step.transfer === undefined ? stopOf(step, to) : transferStop(step, to),
  );
  stops.unshift(...renamed);
  if (stops.length === 0) add({ ...places, kind: 'cases-continue', grade: 'compatible' });
  for (const stop of stops) add({ ...places, ...stop });
}

/** The plan without what only says where it stands and which version it is of. */
function said({ hash: _, catalogue: __, ...plan }: Plan): JsonValue {
  const steps = plan.steps.map((step) => ({
    ...step,
    after: step.after.map(({ because: _why, ...rest }) => rest),
  }));
  return { ...plan, steps } as unknown as JsonObject;
}

/** The pinned plan calls the block by its old name. */
function renamedStop(step: PlanStep, oldNames: ReadonlyMap<string, string>): FoundChange[] {
  const before = oldNames.get(step.block ?? '');
  if (before === undefined) return [];
  const subject = { step: step.id, ...omitUndefined({ title: step.title }) };
  return [{ kind: 'cases-stop', subject, grade: 'breaking', before, after: 'renamed' }];
}

/** Hosts have one handler for each act after which things are passed on. */
function transferStop(step: PlanStep, to: Plan): FoundChange[] {
  const from = step.transfer?.from;
  if (to.steps.some(({ transfer }) => transfer?.from === from)) return [];
  const subject = { step: step.id, ...omitUndefined({ title: step.title }) };
  return [{ kind: 'cases-stop', subject, grade: 'breaking', before: `transfer ${from}`, after: 'gone' }];
}

function stopOf(step: PlanStep, to: Plan): FoundChange[] {
  const handler = step.block ?? (step.local === undefined ? step.registry : undefined);
  if (handler === undefined) return [];
  const isFor = (other: PlanStep) => other.block === step.block && other.registry === step.registry;
  const next = to.steps.find((other) => isFor(other) && other.id === step.id) ?? to.steps.find(isFor);
  const subject = { step: step.id, ...omitUndefined({ title: step.title }) };
  const found = { kind: 'cases-stop', subject, before: handler } as const;
  if (next === undefined) return [{ ...found, grade: 'breaking', after: 'gone' }];
  return [
    ...payloadStop(found, 'input', opened(next.input), step.input),
    ...payloadStop(found, 'output', step.output, next.output),
  ];
}

function payloadStop(
  found: Pick<FoundChange, 'kind' | 'subject' | 'before'>,
  side: 'input' | 'output',
  outer: JsonSchema,
  inner: JsonSchema,
): FoundChange[] {
  if (isSame(outer, inner)) return [];
  const verdict = includes(outer, inner);
  if (verdict.verdict === 'yes') return [];
  if (verdict.verdict === 'unknown')
    return [{ ...found, after: side, grade: 'unknown', because: reasonOf(verdict.stoppedBy) }];
  const counterexample = { kind: 'payload', value: verdict.instance } as const;
  return [{ ...found, after: side, grade: 'breaking', counterexample }];
}

/** Objects of a payload: the payload itself, and its roles or their items. What lies below are values. */
const payloadDepth = 2;

/** A handler passes over what it does not know: only what it misses or cannot take stops it. */
function opened(schema: JsonSchema, depth = payloadDepth): JsonSchema {
  if (!isObject(schema) || depth === 0) return schema;
  const { additionalProperties: _, ...rest } = schema;
  const { properties, items } = rest;
  return {
    ...rest,
    ...(isObject(properties)
      ? {
          properties: fromEntries(
            Object.entries(properties).map(([name, inner]) => [name, opened(inner as JsonSchema, depth - 1)]),
          ),
        }
      : {}),
    ...(isObject(items) ? { items: opened(items, depth) } : {}),
  };
}
