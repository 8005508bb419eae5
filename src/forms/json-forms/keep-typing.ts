import { UPDATE_CORE } from '@jsonforms/core';
import type { CoreActions, JsonFormsCore, Middleware } from '@jsonforms/core';

/**
 * A middleware of JSON Forms for pages that draw anew as answers change. JSON Forms tells of answers a moment after they
 * are typed, and takes back what has been typed meanwhile where schema or errors change: with this, only other data do.
 */
export function keepTyping(): Middleware {
  let given: unknown;
  return (state: JsonFormsCore, action: CoreActions, reduce) => {
    if (action.type !== UPDATE_CORE) return reduce(state, action);
    const isKnown = given !== undefined && action.data === given;
    given = action.data as unknown;
    return reduce(state, isKnown ? { ...action, data: state.data as unknown } : action);
  };
}
