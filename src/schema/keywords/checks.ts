import {
  checkAllOf,
  checkAnyOf,
  checkDependentSchemas,
  checkIf,
  checkNot,
  checkOneOf,
} from './combinators.js';
import { checkContains } from './contains.js';
import { checkMaxItems, checkMaxProperties, checkMinItems, checkMinProperties } from './count.js';
import { checkConst, checkEnum } from './enum.js';
import { checkFormat } from './format.js';
import { checkItems, checkPrefixItems } from './items.js';
import { checkMaxLength, checkMinLength } from './length.js';
import { checkMultipleOf } from './multiple-of.js';
import { checkPattern } from './pattern.js';
import {
  checkAdditionalProperties,
  checkPatternProperties,
  checkProperties,
  checkPropertyNames,
} from './properties.js';
import { checkExclusiveMaximum, checkExclusiveMinimum, checkMaximum, checkMinimum } from './range.js';
import { checkDynamicRef, checkRef } from './reference.js';
import { checkDependentRequired, checkRequired } from './required.js';
import type { Check } from './site.js';
import { checkType } from './type.js';
import { checkUniqueItems } from './unique-items.js';

/** The keywords that decide something by themselves; `unevaluated*` wait for their neighbours and stand apart. */
export const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['type', checkType],
  ['enum', checkEnum],
  ['const', checkConst],
  ['minimum', checkMinimum],
  ['maximum', checkMaximum],
  ['exclusiveMinimum', checkExclusiveMinimum],
  ['exclusiveMaximum', checkExclusiveMaximum],
  ['multipleOf', checkMultipleOf],
  ['minLength', checkMinLength],
  ['maxLength', checkMaxLength],
  ['pattern', checkPattern],
  ['format', checkFormat],
  ['minItems', checkMinItems],
  ['maxItems', checkMaxItems],
  ['uniqueItems', checkUniqueItems],
  ['prefixItems', checkPrefixItems],
  ['items', checkItems],
  ['contains', checkContains],
  ['minProperties', checkMinProperties],
  ['maxProperties', checkMaxProperties],
  ['required', checkRequired],
  ['dependentRequired', checkDependentRequired],
  ['properties', checkProperties],
  ['patternProperties', checkPatternProperties],
  ['additionalProperties', checkAdditionalProperties],
  ['propertyNames', checkPropertyNames],
  ['dependentSchemas', checkDependentSchemas],
  ['allOf', checkAllOf],
  ['anyOf', checkAnyOf],
  ['oneOf', checkOneOf],
  ['not', checkNot],
  ['if', checkIf],
  ['$ref', checkRef],
  ['$dynamicRef', checkDynamicRef],
]);
