import { isObject, own, pointer, tokensOf } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';

/**
 * In which order a form shows its fields: their places in the data of a case, counted over the controls of its JSON
 * Forms UI schema.
 */
export function formOrder(ui: JsonObject): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const visit = (element: JsonValue | undefined, above: readonly string[]): void => {
    if (!isObject(element)) return;
    const scope = own(element, 'scope');
    const place = typeof scope === 'string' ? [...above, ...namesIn(scope)] : above;
    if (typeof scope === 'string') order.set(pointer(...place), order.size);
    const elements = own(element, 'elements');
    if (Array.isArray(elements)) for (const inner of elements) visit(inner, place);
    const options = own(element, 'options');
    if (isObject(options)) visit(own(options, 'detail'), [...place, '*']);
  };
  visit(ui, []);
  return order;
}

/** `#/properties/mother/properties/phone` leads to mother, phone. */
function namesIn(scope: string): string[] {
  return tokensOf(scope.replace(/^#/, '')).filter((_, index) => index % 2 === 1);
}
