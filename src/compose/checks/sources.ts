import { createDiagnostic } from '../../diagnostics/index.js';
import { all, any, not } from '../../predicate/index.js';
import { counterpartsOf } from '../bind/counterparts.js';
import { waysOf } from '../bind/element.js';
import { witnessCase } from '../tell/witness-case.js';
import { possible } from './check-context.js';
import type { CheckContext } from './check-context.js';
import { tell } from '../messages.js';
import { usedHere } from '../tell/used-here.js';

/** Materials that the applicant may not give, and that nothing else supplies. */
export function checkOrigins(context: CheckContext): void {
  for (const { leaf, use, asked, choice } of context.needs.needs) {
    if (leaf.kind !== 'material' || leaf.optional || choice !== undefined || asked === false) continue;
    if (waysOf(leaf.accept).length > 0) continue;
    const reached = possible(context, asked);
    if (reached.verdict === 'no') continue;
    const because =
      context.origins.sourcesOf(leaf.key, use.name).length === 0
        ? tell('source.none')
        : tell('source.sometimes-none');
    if (reached.verdict === 'unknown') {
      const what = tell('use.needs', { use: use.name, material: leaf.key });
      context.report(createDiagnostic('prove/undecided', { what, because: reached.because }, leaf.at));
      continue;
    }
    const witness = { witness: witnessCase(context.bound, reached.facts) };
    const args = { step: use.name, input: leaf.key, because };
    context.report(createDiagnostic('compose/no-origin', args, leaf.at, witness));
  }
}

/** Prerequisites that are not in the bundle, or not in every situation in which they are needed. */
export function checkPrerequisites(context: CheckContext): void {
  const present = context.bound.uses.filter(({ guard }) => guard !== false);
  for (const use of present) {
    for (const wait of use.waits) {
      if (wait.kind !== 'prerequisite') continue;
      const guard = all(use.guard, wait.when);
      if (guard === false) continue;
      const named = context.bound.uses.filter(({ block }) => block.id === wait.block);
      const meant = counterpartsOf(use, named);
      const providers = meant.filter((one) => one.guard !== false);
      const args = { step: use.name, block: wait.block };
      const uncovered = all(guard, not(any(...providers.map((provider) => provider.guard))));
      const reached = possible(context, uncovered);
      if (reached.verdict === 'no') continue;
      const others = named.filter((one) => one.name !== use.name && !meant.includes(one));
      const related = [
        ...usedHere(use),
        ...others.map((one) => ({ at: one.at[0]!, ...tell('use.other-person', { use: one.name }) })),
      ];
      if (reached.verdict === 'unknown') {
        const what = tell('use.without', { use: use.name, block: wait.block });
        context.report(createDiagnostic('prove/undecided', { what, because: reached.because }, wait.at));
        continue;
      }
      const witness = { witness: witnessCase(context.bound, reached.facts) };
      // Where facts have settled that it does not take part, it is there all the same.
      const code = meant.length === 0 ? 'compose/prerequisite-missing' : 'compose/prerequisite-excluded';
      context.report(createDiagnostic(code, args, wait.at, { related, ...witness }));
    }
  }
}

/** Registries that are listed and supply nothing. */
export function checkRegistries(context: CheckContext): void {
  const used = new Set(context.rules.map(({ registry }) => registry.id));
  for (const [index, registry] of (context.bound.bundle.registries ?? []).entries()) {
    if (used.has(registry) || !context.catalogue.registries.has(registry)) continue;
    const at = { file: context.bound.file, pointer: `/registries/${index}` };
    context.report(createDiagnostic('compose/unused-registry', { registry }, at));
  }
}
