import { own } from '../../base/index.js';
import type { JsonObject, JsonSchema } from '../../base/index.js';
import { isEmpty } from '../../schema/index.js';
import type { CheckContext, Place } from './check-context.js';

/** A schema within a schema that names alternatives, and where it stands. */
export interface Branching {
  schema: JsonObject;
  place: Place;
}

/** So many alternatives of one place are looked at one by one: a code list may have thousands. */
const mostBranches = 100;

/**
 * Checks that each alternative of `anyOf` and `oneOf` can hold, beside what stands around it. Where none can, the whole is
 * at fault, and is told elsewhere.
 * @param root the schema as it is written, which a reference may lead to
 * @param within what every value meets besides: the schema of the element
 */
export function checkBranches(
  root: JsonObject,
  branchings: readonly Branching[],
  within: JsonSchema,
  context: CheckContext,
): void {
  const definitions = own(root, '$defs');
  for (const { schema, place } of branchings) {
    for (const keyword of ['anyOf', 'oneOf'] as const) {
      const branches = own(schema, keyword);
      if (!Array.isArray(branches) || branches.length < 2 || branches.length > mostBranches) continue;
      const isRoot = schema === root;
      const empty = branches.flatMap((branch, index) => {
        const one: JsonSchema = {
          ...(definitions === undefined ? {} : { $defs: definitions }),
          ...schema,
          [keyword]: [branch],
        };
        return isEmpty(isRoot && within !== true ? { allOf: [within, one] } : one).verdict === 'yes'
          ? [index]
          : [];
      });
      if (empty.length === branches.length) continue;
      for (const index of empty)
        context.report('schema/branch-never', { keyword }, place.at(keyword, index).value);
    }
  }
}

/** Does the schema name alternatives? */
export function isBranching(schema: JsonObject): boolean {
  return own(schema, 'anyOf') !== undefined || own(schema, 'oneOf') !== undefined;
}
