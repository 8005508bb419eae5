import { isObject } from '../../src/base/index.js';
import type { JsonObject } from '../../src/base/index.js';
import type { Plan, PlanStep } from '../../src/model/index.js';
import type { Answer, BlockHandler, HandlerResult, Handlers } from '../../src/runtime/index.js';
import { registryOf } from './judge/expectation.js';
import type { Expectation } from './judge/expectation.js';
import { holds, registered } from './judge/knowledge.js';
import type { JudgeContext } from './judge/knowledge.js';
import type { World } from './judge/world.js';
import { placesAt, stepOf } from './places.js';

/** What authorities and registries were handed, and what they have not answered yet. */
export interface Notes {
  handed: Map<string, JsonObject[]>;
  lookedUp: Map<string, JsonObject>;
  /** Answers that an authority gives at the last moment of its limit, by key of step; absent: it answers at once. */
  later?: Map<string, { token: string; answer: Answer }>;
}

/** Authorities and registries as they are in the world. */
export function handlersOf(
  plan: Plan,
  context: JudgeContext,
  expectation: Expectation,
  notes: Notes,
): Handlers {
  const { world } = context;
  const answer = (step: string, token: string, given: Answer): HandlerResult => {
    if (notes.later === undefined) return given;
    notes.later.set(step, { token, answer: given });
    return { status: 'pending' };
  };
  const approve: BlockHandler = (_, { step, token }) =>
    answer(step, token, { status: 'approved', output: {} });
  const block: BlockHandler = (input, { step, token }) => {
    const before = notes.handed.get(step) ?? [];
    notes.handed.set(step, [...before, structuredClone(input)]);
    const expected = expectation.steps.get(step);
    const decision = world.decisions[step] ?? world.decisions[step.replace(/\[.*/s, '')] ?? 'approve';
    if (decision === 'reject')
      return answer(step, token, { status: 'rejected', reason: 'so the world says' });
    if (decision === 'withdraw')
      return answer(step, token, { status: 'withdrawn', reason: 'so the world says' });
    if (decision === 'return' && before.length === 0) {
      const needs = returnable(plan, step);
      if (needs.length > 0)
        return answer(step, token, { status: 'returned', needs, reason: 'so the world says' });
    }
    return answer(step, token, { status: 'approved', output: expected?.output ?? {} });
  };
  const ids = (pick: (step: PlanStep) => string | undefined) => [
    ...new Set(plan.steps.map(pick).filter((id) => id !== undefined)),
  ];
  return {
    blocks: Object.fromEntries(ids((step) => step.block).map((id) => [id, block])),
    registries: Object.fromEntries(
      ids((step) => (step.local === undefined ? step.registry : undefined)).map((id) => [
        id,
        (keys: JsonObject, { step, item }: { step: string; item?: string }) => {
          notes.lookedUp.set(step, keys);
          return lookUp(plan, context, id, step, item);
        },
      ]),
    ),
    checks: Object.fromEntries(
      ids(({ check }) => check?.block).map((id) => [
        id,
        (input, { step, token }) =>
          isUntrue(plan, world, step, input)
            ? answer(step, token, { status: 'rejected', reason: 'so the world says' })
            : approve(input, { step, token } as never),
      ]),
    ),
    transfers: { collect: approve, accept: approve, issue: approve },
    undo: Object.fromEntries(ids((step) => step.block).map((id) => [id, () => undefined])),
  };
}

/** Is what somebody declared not so? */
function isUntrue(plan: Plan, { untrue = [] }: World, key: string, { materials }: JsonObject): boolean {
  const { check } = stepOf(plan, key) ?? {};
  const given = isObject(materials) && check !== undefined ? materials[check.input] : undefined;
  return given !== undefined && untrue.includes(check!.material);
}

/** An input that an authority may want anew: one that the applicant gave. */
function returnable(plan: Plan, key: string): string[] {
  const step = stepOf(plan, key);
  const found = Object.keys(step?.in ?? {}).find((name) => {
    const { required, sources, when, requiredWhen, alternative } = step!.in[name]!;
    const isPlain = when === undefined && requiredWhen === undefined && alternative !== true;
    return required && isPlain && sources.every(({ from }) => from === 'form');
  });
  return found === undefined ? [] : [found];
}

function lookUp(
  plan: Plan,
  context: JudgeContext,
  id: string,
  key: string,
  item: string | undefined,
): JsonObject {
  const { world } = context;
  const registry = registryOf(context, id);
  if (world.registries[id] === 'down')
    throw Object.assign(new Error('The registry does not answer.'), { final: true });
  const step = stepOf(plan, key)!;
  const output: JsonObject = {};
  for (const [name, { at }] of Object.entries(step.out)) {
    const values = placesAt(world, at, item).map((place) =>
      holds(world, registry, place) ? registered(world, place, registry) : undefined,
    );
    if (values.length === 1 && !(at.includes('/*/') && item === undefined)) {
      if (values[0] !== undefined) output[name] = values[0];
    } else if (values.every((value) => value !== undefined)) output[name] = values;
  }
  return output;
}
