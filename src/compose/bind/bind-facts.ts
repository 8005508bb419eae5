import { fieldParts } from '../../model/index.js';
import type { Block } from '../../model/index.js';
import type { BoundUse } from './bound.js';
import { below, bindCondition } from './condition.js';
import type { ConditionScope } from './condition.js';

/** Terms that hold in some situations: pauses, limits, what comes of it besides, and how long one may wait to apply. */
export function bindFacts(
  block: Block,
  scope: ConditionScope,
  file: string,
): Pick<BoundUse, 'pauses' | 'variants' | 'results' | 'apply'> {
  const placeOf = (key: string, index: number) => ({ file, pointer: `/${key}/${index}` });
  return {
    pauses: (block.pauses ?? []).map((pause, index) => {
      const at = placeOf('pauses', index);
      return { pause, when: bindCondition(pause.when, scope, below(at, 'when')), at };
    }),
    variants: (block.variants ?? []).map((variant, index) => {
      const at = placeOf('variants', index);
      return { variant, when: bindCondition(variant.when, scope, below(at, 'when')), at };
    }),
    results: (block.results ?? []).map((result, index) => {
      const at = placeOf('results', index);
      return { result, when: bindCondition(result.when, scope, below(at, 'when')), at };
    }),
    apply: (block.apply ?? []).flatMap((apply, index) => {
      const { role, element } = fieldParts(apply.after);
      const bound = scope.roleOf(role);
      if (bound === undefined) return [];
      const at = placeOf('apply', index);
      const when = bindCondition(apply.when, scope, below(at, 'when'));
      return [{ apply, when, after: { role: bound.name, name: element }, at }];
    }),
  };
}
