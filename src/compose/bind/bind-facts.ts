import type { Block } from '../../model/index.js';
import type { BoundUse } from './bound.js';
import { below, bindCondition, parts } from './condition.js';
import type { ConditionScope } from './condition.js';

/** What a block only says, and nothing is worked out from: what comes of it besides, and how long one may wait to apply. */
export function bindFacts(
  block: Block,
  scope: ConditionScope,
  file: string,
): Pick<BoundUse, 'variants' | 'results' | 'apply'> {
  const placeOf = (key: string, index: number) => ({ file, pointer: `/${key}/${index}` });
  return {
    variants: (block.variants ?? []).map((variant, index) => {
      const at = placeOf('variants', index);
      return { variant, when: bindCondition(variant.when, scope, below(at, 'when')), at };
    }),
    results: (block.results ?? []).map((result, index) => ({
      result,
      when: bindCondition(result.when, scope, below(placeOf('results', index), 'when')),
    })),
    apply: (block.apply ?? []).flatMap((apply, index) => {
      const { role, element } = parts(apply.after);
      const bound = scope.roleOf(role);
      if (bound === undefined) return [];
      const when = bindCondition(apply.when, scope, below(placeOf('apply', index), 'when'));
      return [{ apply, when, after: { role: bound.name, name: element } }];
    }),
  };
}
