import { UsageError, assertArguments, didYouMean, meantBy } from '../messages/index.js';
import type { Composition, FormField, FormMaterial, PlanStep, Reason } from '../model/index.js';
import { tell } from './messages.js';

/** Why a field, a material or a step is there. */
export type Explanation =
  | { kind: 'field'; field: FormField; feeds: { step: string; input: string }[] }
  | {
      kind: 'material';
      material: FormMaterial;
      choices: Composition['form']['choices'];
      feeds: { step: string; input: string }[];
    }
  | {
      kind: 'step';
      step: PlanStep;
      waitsFor: PlanStep['after'];
      isAwaitedBy: { step: string; because: Reason[] }[];
    };

/**
 * Explains a field, a material or a step of a composition.
 * A block's own name of a field is understood as well, where it stands for one field of the bundle.
 * @param composition a composition
 * @param name `role.element`, `material of role`, or the id of a step
 * @throws UsageError `usage/unknown-name` with what may have been meant
 */
export function explain(composition: Composition, name: string): Explanation {
  assertArguments('explain', { composition: 'from composeBundle', name: 'text' }, { composition, name });
  const { fields, materials, choices } = composition.form;
  const { steps } = composition.plan;
  const field = fields.find((one) => one.field === name);
  if (field !== undefined) return { kind: 'field', field, feeds: feedsOf(steps, name) };
  const material = materials.find((one) => one.material === name);
  if (material !== undefined) {
    const own = choices.filter(({ groups }) => groups.some((group) => group.includes(name)));
    return { kind: 'material', material, choices: own, feeds: feedsOf(steps, name) };
  }
  const step = steps.find(({ id }) => id === name);
  if (step !== undefined) {
    const isAwaitedBy = steps.flatMap(({ id, after }) =>
      after.filter((dependency) => dependency.step === name).map(({ because }) => ({ step: id, because })),
    );
    return { kind: 'step', step, waitsFor: step.after, isAwaitedBy };
  }
  const meant = byBlockName(composition, name);
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return explain(composition, only);
  throw unknownName(composition, name, meant);
}

function feedsOf(steps: readonly PlanStep[], key: string): { step: string; input: string }[] {
  return steps.flatMap(({ id, in: inputs }) =>
    Object.entries(inputs)
      .filter(([, binding]) => binding.of === key)
      .map(([input]) => ({ step: id, input })),
  );
}

/** A material by its id alone, or an input by the name that a block gives it. */
function byBlockName({ form, plan }: Composition, name: string): string[] {
  const byId = form.materials.filter(({ id }) => id === name).map(({ material }) => material);
  const byInput = plan.steps.flatMap(({ in: inputs }) =>
    Object.entries(inputs)
      .filter(([input]) => input === name)
      .map(([, binding]) => binding.of),
  );
  const byBlock = plan.steps.filter(({ block }) => block === name).map(({ id }) => id);
  return [...new Set([...byId, ...byInput, ...byBlock])].sort();
}

function unknownName(composition: Composition, name: string, meant: readonly string[]): UsageError {
  const { form, plan, bundle } = composition;
  const all = [
    ...form.fields.map(({ field }) => field),
    ...form.materials.map(({ material }) => material),
    ...plan.steps.map(({ id }) => id),
  ];
  const key = meant.length > 1 ? 'usage/unknown-name:several' : 'usage/unknown-name';
  const help = didYouMean(meant) ?? meantBy(name, all) ?? tell('usage/unknown-name:kinds');
  return new UsageError(tell(key, { name, bundle }), help);
}
