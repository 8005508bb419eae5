import { defineMessages, messenger } from '../../messages/index.js';

/**
 * What a value does not meet. A message speaks of the constraint alone: what the applicant wrote may be personal and
 * never enters one.
 */
export const valueMessages = defineMessages({
  'value.type': { en: 'The value is not of type {types}.', zh: '该值的类型应为 {types}。' },
  'value.const': { en: 'The value is not the one that is allowed.', zh: '该值不是唯一允许的取值。' },
  'value.enum': { en: 'The value is none of those that are allowed.', zh: '该值不在允许的取值之中。' },
  'value.minimum': { en: 'The value is not at least {limit}.', zh: '该值应不小于 {limit}。' },
  'value.maximum': { en: 'The value is not at most {limit}.', zh: '该值应不大于 {limit}。' },
  'value.exclusiveMinimum': { en: 'The value is not greater than {limit}.', zh: '该值应大于 {limit}。' },
  'value.exclusiveMaximum': { en: 'The value is not less than {limit}.', zh: '该值应小于 {limit}。' },
  'value.multipleOf': { en: 'The value is no multiple of {number}.', zh: '该值应为 {number} 的倍数。' },
  'value.minLength': {
    en: 'The value has not at least {limit} characters.',
    zh: '该值应不少于 {limit} 个字符。',
  },
  'value.maxLength': {
    en: 'The value has not at most {limit} characters.',
    zh: '该值应不多于 {limit} 个字符。',
  },
  'value.pattern': { en: 'The text does not match "{pattern}".', zh: '该文本不匹配“{pattern}”。' },
  'value.format': { en: 'The text is not of the format "{format}".', zh: '该文本不符合格式“{format}”。' },
  'value.minItems': { en: 'The value has not at least {limit} items.', zh: '该值应不少于 {limit} 项。' },
  'value.maxItems': { en: 'The value has not at most {limit} items.', zh: '该值应不多于 {limit} 项。' },
  'value.uniqueItems': {
    en: 'Items {one} and {other} are equal.',
    zh: '第 {one} 项与第 {other} 项相同（自 0 计）。',
  },
  'value.contains': {
    en: 'The value has not at least {least} items of the kind that "contains" asks for.',
    zh: '该值中符合“contains”的应不少于 {least} 项。',
  },
  'value.contains:between': {
    en: 'The value has not from {least} to {most} items of the kind that "contains" asks for.',
    zh: '该值中符合“contains”的应为 {least} 至 {most} 项。',
  },
  'value.unevaluatedItems': { en: 'Nothing allows item {index}.', zh: '不允许第 {index} 项（自 0 计）。' },
  'value.required': { en: 'The property "{name}" is missing.', zh: '缺少属性“{name}”。' },
  'value.dependentRequired': {
    en: 'The property "{name}" is missing, which "{other}" requires.',
    zh: '缺少“{other}”所要求的属性“{name}”。',
  },
  'value.minProperties': {
    en: 'The value has not at least {limit} properties.',
    zh: '该值应不少于 {limit} 个属性。',
  },
  'value.maxProperties': {
    en: 'The value has not at most {limit} properties.',
    zh: '该值应不多于 {limit} 个属性。',
  },
  'value.property': { en: 'Nothing allows the property "{name}".', zh: '不允许属性“{name}”。' },
  'value.propertyNames': {
    en: 'The name "{name}" is not allowed for a property.',
    zh: '属性不能命名为“{name}”。',
  },
  'value.not': { en: 'The value is one that is excluded.', zh: '该值属于被排除的取值。' },
  'value.anyOf': { en: 'The value meets none of the alternatives.', zh: '该值不符合任何一个备选。' },
  'value.oneOf': {
    en: 'The value meets more than one of the alternatives.',
    zh: '该值符合不止一个备选。',
  },
  'value.false': { en: 'Nothing is allowed here.', zh: '此处不允许任何值。' },
  'value.keyword': { en: 'The value does not meet "{keyword}".', zh: '该值不符合“{keyword}”。' },
  'value.schema': { en: 'The value does not meet the schema.', zh: '该值不符合 schema。' },
  'value.undecided': {
    en: 'It is not decided whether the value meets the schema: that takes too long.',
    zh: '未能判定该值是否符合 schema：耗时过长。',
  },
  'value.undecided:keyword': {
    en: 'It is not decided whether the value meets "{keyword}": that takes too long.',
    zh: '未能判定该值是否符合“{keyword}”：耗时过长。',
  },
  'value.reference': {
    en: 'The reference "{reference}" leads nowhere.',
    zh: '引用“{reference}”没有指向任何内容。',
  },
  'value.too-deep': { en: 'The value is nested too deeply.', zh: '该值嵌套过深。' },
  'value.not-json': { en: 'The value is no JSON.', zh: '该值不是 JSON。' },
  'value.too-large': { en: 'The value is too large.', zh: '该值过大。' },
});

/** Makes a message about a value. */
export const tell = messenger(valueMessages);
