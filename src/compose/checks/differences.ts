import { canonicalJson, compareCodeUnits } from '../../base/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import { textIn } from '../../model/index.js';
import type { CheckContext } from './check-context.js';
import { listOf, literal } from '../../messages/index.js';
import { tell } from '../messages.js';

/** Blocks that agree on what they take and differ in how they name or code it: worth a hint, nothing is wrong. */
export function checkDifferences(context: CheckContext): void {
  for (const item of context.subjects.values()) {
    const inputs = item.needs.map(({ leaf, use }) => ({ input: leaf.input, at: leaf.at, who: use.name }));
    // A title may hold no text at all, which is told where documents are checked.
    const titles = new Map(
      inputs.flatMap((one) => {
        const title = textIn(one.input.title);
        return title === undefined ? [] : [[title, one] as const];
      }),
    );
    if (titles.size > 1) {
      const names = [...titles.keys()].sort(compareCodeUnits);
      const args = { field: item.key, titles: listOf(names, 'comma') };
      const related = names.map((name) => ({
        at: titles.get(name)!.at,
        ...tell('title.of-use', { use: titles.get(name)!.who, title: name }),
      }));
      context.report(createDiagnostic('compose/titles-differ', args, related[0]!.at, { related }));
    }
    const coded = inputs.flatMap((one) =>
      'codes' in one.input && one.input.codes !== undefined
        ? [{ ...one, codes: canonicalJson(one.input.codes) }]
        : [],
    );
    const lists = new Map(coded.map((one) => [one.codes, one]));
    if (lists.size > 1) {
      const ordered = [...lists.values()].sort((a, b) => compareCodeUnits(a.codes, b.codes));
      const related = ordered.map(({ at, who, codes }) => ({
        at,
        ...tell('codes.of-use', { use: who, codes: literal(codes) }),
      }));
      context.report(
        createDiagnostic('compose/codes-differ', { field: item.key }, related[0]!.at, { related }),
      );
    }
  }
}
