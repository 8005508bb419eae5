// Written by `npm run schemas`.
import type { KeywordRecord } from '../record.js';
import { keywords as annotationsKeywords } from '../records/annotations.js';
import { keywords as boundsKeywords } from '../records/bounds.js';
import { keywords as combinationsKeywords } from '../records/combinations.js';
import { keywords as conditionKeywords } from '../records/condition.js';
import { keywords as containsKeywords } from '../records/contains.js';
import { keywords as contentKeywords } from '../records/content.js';
import { keywords as dependentSchemasKeywords } from '../records/dependent-schemas.js';
import { keywords as enumKeywords } from '../records/enum.js';
import { keywords as identityKeywords } from '../records/identity.js';
import { keywords as itemCountKeywords } from '../records/item-count.js';
import { keywords as itemsKeywords } from '../records/items.js';
import { keywords as multipleOfKeywords } from '../records/multiple-of.js';
import { keywords as propertiesKeywords } from '../records/properties.js';
import { keywords as propertyCountKeywords } from '../records/property-count.js';
import { keywords as propertyNamesKeywords } from '../records/property-names.js';
import { keywords as referenceKeywords } from '../records/reference.js';
import { keywords as textKeywords } from '../records/text.js';
import { keywords as typeKeywords } from '../records/type.js';
import { keywords as unevaluatedKeywords } from '../records/unevaluated.js';
import { keywords as uniqueItemsKeywords } from '../records/unique-items.js';

/** What each file of the folder of records says. */
export const records: readonly KeywordRecord[] = [
  ...annotationsKeywords,
  ...boundsKeywords,
  ...combinationsKeywords,
  ...conditionKeywords,
  ...containsKeywords,
  ...contentKeywords,
  ...dependentSchemasKeywords,
  ...enumKeywords,
  ...identityKeywords,
  ...itemCountKeywords,
  ...itemsKeywords,
  ...multipleOfKeywords,
  ...propertiesKeywords,
  ...propertyCountKeywords,
  ...propertyNamesKeywords,
  ...referenceKeywords,
  ...textKeywords,
  ...typeKeywords,
  ...unevaluatedKeywords,
  ...uniqueItemsKeywords,
];
