import { appendTo, pointer } from '../../base/index.js';
import type { JsonSchema } from '../../base/index.js';
import { createDiagnostic } from '../../diagnostics/index.js';
import type { Diagnostic, SourceRef } from '../../diagnostics/index.js';
import { fieldKey, fieldParts } from '../../model/index.js';
import type { Condition, ConditionMap, Predicate } from '../../model/index.js';
import { all, any, every, some, test } from '../../predicate/index.js';
import type { BoundCondition, BoundRole } from './bound.js';

/** In whose words a condition is written, and what they mean in the bundle. */
export interface ConditionScope {
  /** The role that a name stands for; `undefined` where there is none. */
  roleOf: (name: string) => BoundRole | undefined;
  /** The repeated role of whose item the condition speaks. */
  each?: string | undefined;
  report: (diagnostic: Diagnostic) => void;
  /** Takes note of every condition, for whoever wants to look at each by itself. */
  note: (condition: BoundCondition) => void;
}

/** A condition in terms of the bundle's roles. A role that does not take part meets no test. */
export function bindCondition(
  condition: Condition | undefined,
  scope: ConditionScope,
  at: SourceRef,
): Predicate {
  if (condition === undefined) return true;
  const branches = (Array.isArray(condition) ? condition : [condition]).map((map, index) => {
    const place = Array.isArray(condition) ? below(at, index) : at;
    return { predicate: bindMap(map, scope, place), at: place };
  });
  const predicate = any(...branches.map((branch) => branch.predicate));
  scope.note({ predicate, at, ...(branches.length < 2 ? {} : { branches }) });
  return predicate;
}

/** The place one or more steps below a place. */
export function below(at: SourceRef, ...tokens: (string | number)[]): SourceRef {
  return { ...at, pointer: at.pointer + pointer(...tokens) };
}

function bindMap(map: ConditionMap, scope: ConditionScope, at: SourceRef): Predicate {
  return all(
    ...Object.entries(map).map(([key, value]): Predicate => {
      if (value === undefined) return true;
      if (key === 'some' || key === 'every') {
        return bindQuantified(key, value as Record<string, JsonSchema>, scope, below(at, key));
      }
      return bindTest(key, value, scope, below(at, key));
    }),
  );
}

function bindTest(field: string, schema: JsonSchema, scope: ConditionScope, at: SourceRef): Predicate {
  const { role, element } = fieldParts(field);
  const bound = scope.roleOf(role);
  if (bound === undefined) return true;
  const predicate = test(fieldKey(bound.name, element), schema);
  if (bound.many !== undefined && scope.each !== bound.name) {
    scope.report(createDiagnostic('compose/quantifier-missing', { field, role }, { ...at, on: 'key' }));
    return some(bound.name, predicate);
  }
  return all(bound.guard, predicate);
}

function bindQuantified(
  quantifier: 'some' | 'every',
  tests: Record<string, JsonSchema>,
  scope: ConditionScope,
  at: SourceRef,
): Predicate {
  const byRole = new Map<BoundRole, Predicate[]>();
  for (const [field, schema] of Object.entries(tests)) {
    const { role, element } = fieldParts(field);
    const bound = scope.roleOf(role);
    if (bound === undefined) continue;
    if (bound.many === undefined || scope.each === bound.name) {
      scope.report(
        createDiagnostic('compose/quantifier-single', { role }, { ...below(at, field), on: 'key' }),
      );
    }
    appendTo(byRole, bound, test(fieldKey(bound.name, element), schema));
  }
  return all(
    ...[...byRole].map(([bound, predicates]): Predicate => {
      const of = all(...predicates);
      if (bound.many === undefined || scope.each === bound.name) return all(bound.guard, of);
      return all(bound.guard, quantifier === 'some' ? some(bound.name, of) : every(bound.name, of));
    }),
  );
}
