import { groupBy, own } from '../../base/index.js';
import { roleOfKey } from '../../model/index.js';
import type { PlanStep } from '../../model/index.js';

/** What steps of one title are told apart by. */
interface Naming {
  /** What a step is called, before anything is told apart. */
  title: (step: PlanStep) => string;
  role: (name: string) => string;
  authority: (id: string) => string;
  /** The field that a pointer leads to, as people call it. */
  fieldAt: (pointer: string) => string;
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
  const told = [
    ...byRole(steps, naming),
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
