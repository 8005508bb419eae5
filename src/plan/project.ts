import { assertArguments } from '../messages/index.js';
import { isObject, omitUndefined, own, setOwn, tokensOf, valueAt } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { itemName, keyOfItem } from '../model/index.js';
import type { InputSource, Plan, PlanStep, UnmetDemand } from '../model/index.js';
import { evaluate, factsOf } from '../predicate/index.js';
import type { ValidationIssue } from '../schema/index.js';
import { withEmptyLists } from './empty-lists.js';
import { mergeItems } from './items.js';
import { roleOfEach } from './place.js';
import type { Item } from './place.js';
import { givenTo } from './step-given.js';
import type { Knowledge, StepGiven } from './step-given.js';
import { isUnasked, unmetOf } from './unmet.js';
import { judgeOf } from './step-judge.js';

/** What one step is given out of the answers. */
export interface Projection {
  /** The step; where it is done for each item of a role, the item's key stands behind it: `registration[a]`. */
  key: string;
  step: string;
  block: string;
  /** The key of the item, where there is one. */
  item?: string;
  /** By the block's own roles; it holds the block's own inputs and nothing else. */
  payload: JsonObject;
  /** Inputs that do not come from the answers, and where they come from. */
  pending: { input: string; of: string; from: InputSource['from']; step?: string }[];
  /** Inputs that the answers should hold and do not. */
  missing: string[];
  /** What is wrong with the payload by the block's own schema. Empty: nothing. */
  issues: ValidationIssue[];
}

/** The answers, split. */
export interface Projections {
  /** Steps that are included, in the order of the plan. */
  steps: Projection[];
  /** Steps of which it is still open whether they are included. */
  open: string[];
  /** Steps that this situation leaves out. */
  excluded: string[];
  /**
   * What the bundle or its steps demand and the answers do not meet. For the sake of a step whose demand rests on answers
   * nothing is asked, so that it is not among the steps. Absent: nothing.
   */
  unmet?: UnmetDemand[];
}

/**
 * Splits answers into one payload for each block of the plan.
 * @param plan a plan, which must not change afterwards
 * @param answers shaped like the form of the plan; an item of a repeated role may carry a `$key` of its own
 */
export function project(plan: Plan, answers: JsonObject): Projections {
  assertArguments('project', { plan: 'from composeBundle().plan', answers: 'object' }, { plan, answers });
  const data = withEmptyLists(plan, overFacts(plan.facts, answers));
  const result: Projections = { steps: [], open: [], excluded: [] };
  const unmet: UnmetDemand[] = unmetOf(plan.eligibility, factsOf(data));
  for (const step of plan.steps) {
    if (step.kind !== 'block') continue;
    for (const item of itemsOf(step, data)) {
      const included = evaluate(step.when ?? true, factsOf(data, item));
      const key = itemName(step.id, item?.key);
      if (included === undefined) result.open.push(key);
      else if (!included) result.excluded.push(key);
      else {
        const demands = unmetOf(step.eligibility, factsOf(data, item));
        unmet.push(...demands.map((demand) => ({ step: key, ...demand })));
        if (!isUnasked(plan, step, factsOf(data, item)))
          result.steps.push(projectStep(step, key, data, item));
      }
    }
  }
  return unmet.length === 0 ? result : { ...result, unmet };
}

interface KeyedItem extends Item {
  key: string;
}

/** The items that a step is done for; one `undefined` where it is done once. */
function itemsOf(step: PlanStep, data: JsonObject): (KeyedItem | undefined)[] {
  const role = roleOfEach(step);
  if (role === undefined) return [undefined];
  const items = own(data, role);
  return Array.isArray(items)
    ? items.map((item, index) => ({ role, index, key: keyOfItem(item, index) }))
    : [];
}

function projectStep(step: PlanStep, key: string, data: JsonObject, item: KeyedItem | undefined): Projection {
  const judge = judgeOf(step);
  const given = givenTo(step, item, knowledgeOf(data, judge.faultsIn));
  const pending: Projection['pending'] = [];
  const missing = [...given.missing];
  for (const [input, { of, required }] of Object.entries(step.in)) {
    const reading = given.readings.get(input)!;
    if (reading.kind !== 'awaited') continue;
    const { source } = reading;
    if (source !== undefined && source.from !== 'form') {
      pending.push({ input, of, from: source.from, ...omitUndefined({ step: source.step }) });
    } else if (required && reading.values.includes(undefined)) missing.push(input);
  }
  const order = Object.keys(step.in);
  missing.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  missing.push(...unmetChoices(given));
  const absent = new Set([...pending.map(({ input }) => input), ...missing, ...given.following]);
  return {
    key,
    step: step.id,
    block: step.block!,
    ...omitUndefined({ item: item?.key ?? step.item?.key }),
    payload: given.input,
    pending,
    missing,
    issues: judge.issues(given.input, absent),
  };
}

/** What answers tell: a value is there or it is not; what others supply is still to come. */
function knowledgeOf(data: JsonObject, faultsIn: Knowledge['faultsIn']): Knowledge {
  const said = (place: string) => valueAt(data, tokensOf(place));
  return {
    data,
    judge(when, item) {
      const truth = evaluate(when ?? true, factsOf(data, item));
      return truth === undefined ? 'wait' : truth ? 'yes' : 'no';
    },
    said,
    saidInstead: () => undefined,
    isAwaited: ({ from }, place) => from !== 'form' && from !== 'generated' && said(place) === undefined,
    mayFollow: () => true,
    faultsIn,
  };
}

/** Alternatives of which none is complete, by their inputs: `"lease of owner" or "property-certificate of owner"`. */
function unmetChoices({ choices }: StepGiven): string[] {
  const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(' and ');
  return choices.filter(({ kind }) => kind === 'unmet').map(({ groups }) => groups.map(quoted).join(' or '));
}

/** Data over data: what comes later wins; roles are merged element by element, lists are replaced. */
export function mergeData(base: JsonObject, over: JsonObject): JsonObject {
  const result: JsonObject = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const present = own(result, key);
    setOwn(result, key, isObject(present) && isObject(value) ? mergeData(present, value) : value);
  }
  return result;
}

/** What is known, with data over it: of a list that is known, the data tell more of its items, by their keys. */
export function overFacts(facts: JsonObject, data: JsonObject): JsonObject {
  const result = mergeData(facts, data);
  for (const [role, list] of Object.entries(facts)) {
    const told = own(data, role);
    if (Array.isArray(list) && Array.isArray(told)) setOwn(result, role, mergeItems(list, told, mergeData));
  }
  return result;
}
