import { UPDATE_CORE } from '@jsonforms/core';
import type { CoreActions, JsonFormsCore, Middleware } from '@jsonforms/core';

/**
 * A middleware of JSON Forms for pages that draw anew as answers change. JSON Forms tells of answers a moment after they
 * are typed, and takes back what has been typed meanwhile where schema or errors change, or where it is given again what
 * it told: with this, only other data do.
 */
export function keepTyping(): Middleware {
  const had = new WeakSet<object>();
  const keep = (data: unknown): void => {
    if (typeof data === 'object' && data !== null) had.add(data);
  };
  return (state: JsonFormsCore, action: CoreActions, reduce) => {
    const data = action.type === UPDATE_CORE ? (action.data as unknown) : undefined;
    const isKnown = typeof data === 'object' && data !== null && had.has(data);
    const next = reduce(
      state,
      isKnown ? ({ ...action, data: state.data as unknown } as CoreActions) : action,
    );
    keep(data);
    keep(next.data);
    return next;
  };
}
