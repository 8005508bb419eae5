import type { Element, Subject } from '../../model/index.js';
import { isEmpty } from '../../schema/index.js';
import type { Entry } from '../source-file.js';
import { Place } from './check-context.js';
import type { CheckContext } from './check-context.js';
import { checkSchema } from './check-schema.js';
import { checkTitle } from './check-title.js';
import { valuesOf } from './element-values.js';
import { isObject } from '../../base/index.js';
import { partsOfOnly } from './schema-words.js';
import { suggested } from '../../diagnostics/index.js';

/** Checks the elements of a subject: their schemas, their labels, their titles. */
export function checkSubject({ document, file }: Entry<Subject>, context: CheckContext): void {
  const place = Place.of(file);
  checkTitle(document.title, place, context);
  for (const [name, element] of Object.entries(document.elements)) {
    checkElementItself(name, element, place.at('elements', name), context);
  }
}

function checkElementItself(name: string, element: Element, place: Place, context: CheckContext): void {
  checkTitle(element.title, place, context);
  const schema = place.at('schema');
  if (!checkSchema(element.schema, schema, context)) return;
  if (isEmpty(element.schema).verdict === 'yes') {
    context.report('schema/empty', { element: name }, schema.value);
  }
  const values = valuesOf(element.schema);
  if (values === undefined || (isObject(element.schema) && partsOfOnly(element.schema.enum) !== undefined))
    return;
  for (const value of Object.keys(element.labels ?? {})) {
    if (values.includes(value)) continue;
    const at = place.at('labels', value).key;
    context.report('catalogue/unknown-value', { field: name, value }, at, suggested(value, values));
  }
}
