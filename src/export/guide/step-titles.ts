import { groupBy, isObject, own } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import { roleOfKey } from '../../model/index.js';
import type { PlanStep, Predicate } from '../../model/index.js';

/** What steps of one title are told apart by. */
interface Naming {
  /** What a step is called, before anything is told apart. */
  title: (step: PlanStep) => string;
  role: (name: string) => string;
  authority: (id: string) => string;
  /** The field that a pointer leads to, as people call it. */
  fieldAt: (pointer: string) => string;
  /** An answer to a field as people read it. */
  value: (field: string, value: JsonValue) => string;
  aside: (text: string, aside: string) => string;
}

/**
 * A title for each matter, no two of them alike: a block that is done for the father and for the mother, or at two
 * places, is two matters to the applicant. What differs stands behind the title: whom it concerns, who decides, where;
 * where nothing of that differs, a number.
 */
export function stepTitles(steps: readonly PlanStep[], naming: Naming): Map<string, string> {
  const groups = groupBy(steps, (step) => naming.title(step));
  const titles = new Map<string, string>();
  for (const [title, alike] of groups) {
    const asides = alike.length === 1 ? undefined : asidesOf(alike, naming);
    alike.forEach((step, index) =>
      titles.set(step.id, asides === undefined ? title : naming.aside(title, asides[index]!)),
    );
  }
  return titles;
}

function asidesOf(steps: readonly PlanStep[], naming: Naming): string[] {
  // Where a matter is done for each of somebody, whoever else differs is not whom it is done for.
  const isForEach = steps.every(({ each }) => each !== undefined);
  const told = [
    ...(isForEach ? [...byAnswer(steps, naming), ...byRole(steps, naming)] : byRole(steps, naming)),
    ...byAnswer(steps, naming),
    steps.map(({ authority }) => (authority === undefined ? undefined : naming.authority(authority))),
    steps.map((step) => placeOf(step, naming)),
  ].find(isDistinct);
  return told ?? steps.map((_, index) => String(index + 1));
}

function isDistinct(texts: readonly (string | undefined)[]): texts is readonly string[] & string[] {
  return texts.every((text) => text !== undefined) && new Set(texts).size === texts.length;
}

/** For each role of the block, who takes it in each of the steps. */
function byRole(steps: readonly PlanStep[], naming: Naming): (string | undefined)[][] {
  const bound = steps.map(rolesOf);
  const names = [...new Set(bound.flatMap((roles) => Object.keys(roles)))].sort();
  return names.map((name) =>
    bound.map((roles) => {
      const role = own(roles, name);
      return role === undefined ? undefined : naming.role(role);
    }),
  );
}

/** For each question that all of them test for one answer, that answer. */
function byAnswer(steps: readonly PlanStep[], { value }: Naming): (string | undefined)[][] {
  const answers = steps.map(answersOf);
  const fields = new Set(answers.flatMap((found) => [...found.keys()]));
  return [...fields].map((field) =>
    answers.map((found) => (found.has(field) ? value(field, found.get(field)!) : undefined)),
  );
}

/** The answers that a step demands, by question. */
function answersOf({ when = true }: PlanStep): Map<string, JsonValue> {
  const parts = (part: Predicate): Predicate[] => {
    if (typeof part === 'object' && 'all' in part) return part.all.flatMap(parts);
    return typeof part === 'object' && 'some' in part ? parts(part.of) : [part];
  };
  return new Map(
    parts(when).flatMap((part): [string, JsonValue][] => {
      if (typeof part !== 'object' || !('field' in part) || !isObject(part.schema)) return [];
      const wanted = own(part.schema, 'const');
      return typeof wanted === 'string' ? [[part.field, wanted]] : [];
    }),
  );
}

/** The role of the bundle for each role of the block, as its inputs and outputs tell. */
function rolesOf({ in: inputs, out }: PlanStep): Record<string, string> {
  const roles = new Map<string, string>();
  for (const [name, { of }] of [...Object.entries(inputs), ...Object.entries(out)]) {
    roles.set(roleOfKey(name), roleOfKey(of));
  }
  return Object.fromEntries(roles);
}

function placeOf({ places }: PlanStep, { fieldAt }: Naming): string | undefined {
  const at = [places?.decide, places?.accept, places?.collect].flatMap((acts) => acts ?? []);
  const told = at.flatMap((act) => (act.at === undefined ? [] : [fieldAt(act.at)]));
  return told[0];
}
