import { canonicalJson, isObject } from '../../src/base/index.js';
import type { JsonObject, JsonValue } from '../../src/base/index.js';
import type { Expectation } from './judge/expectation.js';
import type { Played } from './play.js';

/** What a run got wrong, law by law. */
export interface Fault {
  law: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  what: string;
}

/** Laws 1, 2 and 6: each step ends as the world decides, each authority is handed the truth, what is owed is owed. */
export function faultsOf(expectation: Expectation, played: Played): Fault[] {
  return [
    ...endFaults(expectation, played),
    ...handedFaults(expectation, played),
    ...owedFaults(expectation, played),
  ];
}

function endFaults(expectation: Expectation, played: Played): Fault[] {
  const { receipt, view, wrongly } = played;
  const faults: Fault[] = wrongly.map((what) => ({ law: 1, what }));
  const add = (what: string) => faults.push({ law: 1, what });
  if (!receipt.accepted) {
    if (expectation.unmet.length === 0 || receipt.refusal.code !== 'not-eligible')
      add(`the start is refused: ${JSON.stringify(receipt.refusal)}`);
    return faults;
  }
  if (expectation.unmet.length > 0) {
    add(`the start is not refused, though the bundle demands: ${expectation.unmet.join('; ')}`);
    return faults;
  }
  for (const place of receipt.notTaken ?? []) add(`${place} is to be asked, and the answer is not taken`);
  const isWhole = [...expectation.steps.values()].every(({ end, instance }) =>
    end === 'rejected' ? instance.use.block.onReject !== 'stop-all' : true,
  );
  if (!isWhole) {
    if (view!.status !== 'stopped') add(`the case is ${view!.status}, and a rejection stops it`);
    return faults;
  }
  if (view!.status !== 'done') add(`the case is ${view!.status}: ${standing(view!)}`);
  const told = new Map(view!.steps.filter(({ kind }) => kind === 'block').map((step) => [step.key, step]));
  for (const { key, ends } of expectation.steps.values()) {
    const step = told.get(key);
    told.delete(key);
    if (step === undefined) {
      if (!ends.has('skipped')) add(`${key} is not there, and should be ${[...ends].join(' or ')}`);
    } else if (!ends.has(step.status as never))
      add(`${key} is ${step.status} (${step.because ?? ''}), and should be ${[...ends].join(' or ')}`);
  }
  faults.push(...checkFaults(expectation, played));
  for (const { key, status } of told.values())
    if (status !== 'skipped') add(`${key} is ${status}, and there is no such step`);
  return faults;
}

/** Each commitment that an approved step was given is checked, and the check finds what is so. */
function checkFaults(expectation: Expectation, { view, handed }: Played): Fault[] {
  const found = new Map<string, string[]>();
  for (const { key, kind, status } of view!.steps) {
    if (kind !== 'check' || status === 'skipped') continue;
    const of = key.replace(/-check(-\d+)?(-later)*(?=\[|$)/, '');
    found.set(of, [...(found.get(of) ?? []), status]);
  }
  const isApproved = (key: string) =>
    view!.steps.some((step) => step.key === key && step.status === 'approved');
  return [...expectation.steps.values()].flatMap(({ key, checked }) => {
    const materials = isApproved(key) ? handed.get(key)?.at(-1)?.['materials'] : undefined;
    const declared = [...checked].filter(([name]) =>
      isDeclared(isObject(materials) ? materials[name] : undefined),
    );
    const is = [...(found.get(key) ?? [])].sort().join(', ');
    const should = declared
      .map(([, isTrue]) => (isTrue ? 'approved' : 'rejected'))
      .sort()
      .join(', ');
    return is === should
      ? []
      : [
          {
            law: 1 as const,
            what: `the checks of ${key} are ${is || 'none'}, and should be ${should || 'none'}`,
          },
        ];
  });
}

function isDeclared(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.some(isDeclared);
  return isObject(value) && value['way'] === 'commitment';
}

function standing(view: NonNullable<Played['view']>): string {
  const open = view.steps.filter(({ status }) => !['approved', 'skipped'].includes(status));
  const needs = view.needs.map(({ step, needs }) => `${step} needs ${needs.map(({ at }) => at).join(', ')}`);
  return [...open.map(({ key, status, because }) => `${key} ${status} ${because ?? ''}`), ...needs].join(
    '; ',
  );
}

function handedFaults(expectation: Expectation, { receipt, handed }: Played): Fault[] {
  if (!receipt.accepted) return [];
  const faults: Fault[] = [];
  for (const [key, inputs] of handed) {
    const step = expectation.steps.get(key);
    if (step === undefined) {
      faults.push({ law: 2, what: `${key} is handed over, and there is no such step` });
      continue;
    }
    for (const input of inputs) {
      const given = pruned(input, step.mayFollow);
      const expected = pruned(without(step.input, step.mayLack, input), step.mayFollow);
      if (canonicalJson(given) !== canonicalJson(expected))
        faults.push({ law: 2, what: `${key} is handed ${difference(given, expected)}` });
    }
  }
  for (const { key, end } of expectation.steps.values()) {
    const isHanded = ['approved', 'rejected'].includes(end);
    if (isHanded && !handed.has(key) && isWhole(expectation))
      faults.push({ law: 2, what: `${key} is never handed over` });
  }
  return faults;
}

function isWhole(expectation: Expectation): boolean {
  return [...expectation.steps.values()].every(
    ({ end, instance }) => end !== 'rejected' || instance.use.block.onReject !== 'stop-all',
  );
}

/** What should be there, without what may be lacking and is. */
function without(should: JsonObject, mayLack: ReadonlySet<string>, is: JsonObject): JsonObject {
  const kept = structuredClone(should);
  for (const name of mayLack) {
    const path = name.includes(' of ') ? ['materials', name] : name.split('.');
    const [holder, inHolder] = [kept[path[0]!], is[path[0]!]];
    if (!isObject(holder) || (isObject(inHolder) && Object.hasOwn(inHolder, path[1]!))) continue;
    delete holder[path[1]!];
    if (Object.keys(holder).length === 0) delete kept[path[0]!];
  }
  return kept;
}

/** Without what may follow, and without folders that hold nothing. */
function pruned(input: JsonObject, mayFollow: ReadonlySet<string>): JsonObject {
  const { materials, ...rest } = input;
  if (!isObject(materials)) return rest;
  const kept = Object.entries(materials).filter(([name]) => !mayFollow.has(name));
  return kept.length === 0 ? rest : { ...rest, materials: Object.fromEntries(kept) };
}

/** Element by element, what is there and what should be. */
function difference(is: JsonObject, should: JsonObject): string {
  const [left, right] = [leaves(is), leaves(should)];
  const keys = [...new Set([...left.keys(), ...right.keys()])].filter(
    (key) => left.get(key) !== right.get(key),
  );
  return keys
    .map((key) => `${key}: ${left.get(key) ?? 'nothing'} instead of ${right.get(key) ?? 'nothing'}`)
    .join('; ');
}

function leaves(value: JsonValue, at = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return new Map([[at, JSON.stringify(value)]]);
  if (isObject(value) && Object.hasOwn(value, 'way')) return new Map([[at, JSON.stringify(value)]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...leaves(inner, `${at}/${key}`)]));
}

function owedFaults(expectation: Expectation, { receipt, view, owedAfterAll }: Played): Fault[] {
  if (!receipt.accepted || expectation.unmet.length > 0 || !isWhole(expectation)) return [];
  if (view!.status === 'done' && owedAfterAll > 0)
    return [{ law: 6, what: 'what was owed is still owed after it was delivered' }];
  const owes = view!.open.length > 0;
  if (owes !== expectation.owed.size > 0)
    return [
      {
        law: 6,
        what: `owed is ${view!.open.map(({ at }) => at).join(', ')}, and should be ${[...expectation.owed].join(', ')}`,
      },
    ];
  return [];
}

/** Faults as lines of text. */
export function told(faults: readonly Fault[]): string[] {
  return faults.map(({ law, what }) => `law ${law}: ${what}`);
}
