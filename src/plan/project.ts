import { appendTo, isObject, keyOfValue, omitUndefined, own, setOwn, tokensOf } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import type { InputBinding, InputSource, Plan, PlanStep } from '../model/index.js';
import { evaluate, factsOf } from '../predicate/index.js';
import type { Facts } from '../predicate/index.js';
import { createValidator } from '../schema/index.js';
import type { ValidationIssue, Validator } from '../schema/index.js';

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
}

/**
 * Splits answers into one payload for each block of the plan.
 * @param plan a plan, which must not change afterwards
 * @param answers shaped like the form of the plan; an item of a repeated role may carry a `$key` of its own
 */
export function project(plan: Plan, answers: JsonObject): Projections {
  const data = mergeData(plan.facts, answers);
  const result: Projections = { steps: [], open: [], excluded: [] };
  for (const step of plan.steps) {
    if (step.kind !== 'block') continue;
    for (const item of itemsOf(step, data)) {
      const facts = factsOf(data, item === undefined ? undefined : { role: item.role, index: item.index });
      const included = evaluate(step.when ?? true, facts);
      const key = item === undefined ? step.id : `${step.id}[${item.key}]`;
      if (included === undefined) result.open.push(key);
      else if (!included) result.excluded.push(key);
      else result.steps.push(projectStep(step, key, data, facts, item));
    }
  }
  return result;
}

interface Item {
  role: string;
  index: number;
  key: string;
}

/** The items that a step is done for; one `undefined` where it is done once. */
function itemsOf(step: PlanStep, data: JsonObject): (Item | undefined)[] {
  if (step.each === undefined) return [undefined];
  const role = tokensOf(step.each)[0]!;
  const items = own(data, role);
  return Array.isArray(items) ? items.map((item, index) => ({ role, index, key: itemKey(item, index) })) : [];
}

/** The key of an item: its own `$key`, or else its place. */
export function itemKey(item: JsonValue, index: number): string {
  const key = isObject(item) ? own(item, '$key') : undefined;
  return typeof key === 'string' && key !== '' ? key : String(index);
}

function projectStep(
  step: PlanStep,
  key: string,
  data: JsonObject,
  facts: Facts,
  item: Item | undefined,
): Projection {
  const projection: Projection = {
    key,
    step: step.id,
    block: step.block!,
    ...omitUndefined({ item: item?.key }),
    payload: {},
    pending: [],
    missing: [],
    issues: [],
  };
  for (const [name, binding] of Object.entries(step.in)) {
    const taken = evaluate(binding.when ?? true, facts);
    if (taken === false) continue;
    const value = valueAt(data, binding, item);
    if (value !== undefined && taken === true)
      put(projection.payload, name, coded(binding, value), binding.at.includes('/*/'));
    else if (value === undefined) noteAbsence(projection, name, binding, facts);
  }
  projection.missing.push(...unmetChoices(step, projection, facts));
  projection.issues = issuesOf(step, projection);
  return projection;
}

/** Alternatives of which no group is complete, by their inputs: `"lease of owner" or "property-certificate of owner"`. */
function unmetChoices(step: PlanStep, { payload, pending }: Projection, facts: Facts): string[] {
  const choices = new Map<string, Map<number, { name: string; met: boolean }[]>>();
  const awaited = new Set(pending.map(({ input }) => input));
  for (const [name, binding] of Object.entries(step.in)) {
    const { alternative } = binding;
    if (alternative === undefined || evaluate(alternative.when ?? true, facts) !== true) continue;
    const groups = choices.get(alternative.choice) ?? new Map<number, { name: string; met: boolean }[]>();
    const taken = evaluate(binding.when ?? true, facts);
    const met = taken === false || awaited.has(name) || given(payload, name);
    appendTo(groups, alternative.group, { name, met });
    choices.set(alternative.choice, groups);
  }
  return [...choices.values()]
    .filter((groups) => ![...groups.values()].some((members) => members.every(({ met }) => met)))
    .map((groups) =>
      [...groups.values()]
        .map((members) => members.map(({ name }) => `"${name}"`).join(' and '))
        .join(' or '),
    );
}

function given(payload: JsonObject, name: string): boolean {
  const [holder, property] = name.includes(' of ')
    ? ['materials', name]
    : [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)];
  const present = own(payload, holder);
  return isObject(present) && own(present, property) !== undefined;
}

function noteAbsence(projection: Projection, name: string, binding: InputBinding, facts: Facts): void {
  const source = binding.sources.find(({ when }) => evaluate(when ?? true, facts) !== false);
  if (source === undefined || source.from === 'form') {
    if (binding.required && evaluate(binding.requiredWhen ?? true, facts) !== false)
      projection.missing.push(name);
    return;
  }
  const step = omitUndefined({ step: source.step });
  projection.pending.push({ input: name, of: binding.of, from: source.from, ...step });
}

/** The value at a binding's place; inside an item where the place is the item's, a list where it stands for all items. */
function valueAt(data: JsonObject, binding: InputBinding, item: Item | undefined): JsonValue | undefined {
  const tokens = tokensOf(binding.at);
  if (item !== undefined && tokens[0] === item.role && tokens[1] !== '*')
    tokens.splice(1, 0, String(item.index));
  const star = tokens.indexOf('*');
  if (star < 0) return resolve(data, tokens);
  const items = resolve(data, tokens.slice(0, star));
  if (!Array.isArray(items)) return undefined;
  const values = items.map((one) => resolve(one, tokens.slice(star + 1)) ?? null);
  // What no item has is not there; a list with gaps is, and the block's schema tells of the gaps.
  return values.every((value) => value === null) ? undefined : values;
}

function resolve(value: JsonValue, tokens: readonly string[]): JsonValue | undefined {
  let current: JsonValue | undefined = value;
  for (const token of tokens) {
    if (Array.isArray(current)) current = current[Number(token)];
    else if (isObject(current)) current = own(current, token);
    else return undefined;
  }
  return current;
}

/** The receiving authority's own code. */
function coded(binding: InputBinding, value: JsonValue): JsonValue {
  if (binding.codes === undefined) return value;
  if (Array.isArray(value)) return value.map((one) => coded(binding, one));
  return own(binding.codes, keyOfValue(value)) ?? value;
}

function put(payload: JsonObject, name: string, value: JsonValue, isList: boolean): void {
  const of = name.indexOf(' of ');
  if (of >= 0) {
    setOwn(holderOf(payload, 'materials'), name, value);
    return;
  }
  const dot = name.indexOf('.');
  const role = name.slice(0, dot);
  const element = name.slice(dot + 1);
  if (!isList || !Array.isArray(value)) {
    setOwn(holderOf(payload, role), element, value);
    return;
  }
  putList(payload, role, element, value);
}

/** A block that takes every item of a role is given a list of objects. */
function putList(payload: JsonObject, role: string, element: string, values: readonly JsonValue[]): void {
  const present = own(payload, role);
  const list: JsonObject[] = Array.isArray(present) ? (present as JsonObject[]) : values.map(() => ({}));
  for (const [index, value] of values.entries()) if (value !== null) setOwn(list[index]!, element, value);
  setOwn(payload, role, list);
}

function holderOf(payload: JsonObject, name: string): JsonObject {
  const present = own(payload, name);
  if (isObject(present)) return present;
  const holder: JsonObject = {};
  setOwn(payload, name, holder);
  return holder;
}

/** What the block's schema says of the payload, apart from what is still to come from elsewhere. */
function issuesOf(step: PlanStep, projection: Projection): ValidationIssue[] {
  const absent = new Set([...projection.pending.map(({ input }) => input), ...projection.missing]);
  return validatorOf(step)(projection.payload).filter((issue) => {
    if (issue.keyword !== 'required') return true;
    const property = issue.params['missingProperty'] as string;
    const [holder] = tokensOf(issue.pointer);
    if (holder === undefined)
      return ![...absent].some((name) => name.startsWith(`${property}.`) || property === 'materials');
    return !absent.has(holder === 'materials' ? property : `${holder}.${property}`);
  });
}

const validators = new WeakMap<PlanStep, Validator>();

/** One plan is projected again at each answer: the schema of a step is read once. */
function validatorOf(step: PlanStep): Validator {
  let validator = validators.get(step);
  if (validator === undefined) validators.set(step, (validator = createValidator(step.input)));
  return validator;
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
