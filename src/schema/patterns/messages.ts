import { defineMessages, messenger } from '../../messages/index.js';

/** What V8 says of a text that is no regular expression. It gives no codes: the sentence itself tells which it is. */
export const engineMessages = defineMessages({
  'pattern.duplicate-capture-group-name': { en: 'Duplicate capture group name', zh: '捕获组重名' },
  'pattern.incomplete-quantifier': { en: 'Incomplete quantifier', zh: '量词不完整' },
  'pattern.invalid-unicode-escape': { en: 'Invalid Unicode escape', zh: 'Unicode 转义有误' },
  'pattern.invalid-capture-group-name': { en: 'Invalid capture group name', zh: '捕获组名称有误' },
  'pattern.invalid-character-class': { en: 'Invalid character class', zh: '字符类有误' },
  'pattern.invalid-character-character-class': {
    en: 'Invalid character in character class',
    zh: '字符类含有不允许的字符',
  },
  'pattern.invalid-class-escape': { en: 'Invalid class escape', zh: '字符类中的转义有误' },
  'pattern.invalid-decimal-escape': { en: 'Invalid decimal escape', zh: '数字转义有误' },
  'pattern.invalid-escape': { en: 'Invalid escape', zh: '转义有误' },
  'pattern.invalid-group': { en: 'Invalid group', zh: '分组有误' },
  'pattern.invalid-named-capture-referenced': {
    en: 'Invalid named capture referenced',
    zh: '所引用的捕获组不存在',
  },
  'pattern.invalid-named-reference': { en: 'Invalid named reference', zh: '对捕获组的引用有误' },
  'pattern.invalid-property-name': { en: 'Invalid property name', zh: '字符属性名有误' },
  'pattern.invalid-property-name-character-class': {
    en: 'Invalid property name in character class',
    zh: '字符类中的字符属性名有误',
  },
  'pattern.invalid-unicode-escape-lower-case': { en: 'Invalid unicode escape', zh: 'Unicode 转义有误' },
  'pattern.lone-quantifier-brackets': { en: 'Lone quantifier brackets', zh: '量词括号之前没有内容' },
  'pattern.nothing-to-repeat': { en: 'Nothing to repeat', zh: '量词之前没有可重复的内容' },
  'pattern.range-out-order-character-class': {
    en: 'Range out of order in character class',
    zh: '字符类中的范围次序颠倒',
  },
  'pattern.regular-expression-too-large': { en: 'Regular expression too large', zh: '正则表达式过大' },
  'pattern.unmatched-bracket': { en: "Unmatched ')'", zh: '右括号没有对应的左括号' },
  'pattern.unterminated-character-class': { en: 'Unterminated character class', zh: '字符类没有闭合' },
  'pattern.unterminated-group': { en: 'Unterminated group', zh: '分组没有闭合' },
  'pattern.backslash-end-pattern': { en: '\\ at end of pattern', zh: '末尾的反斜杠之后没有内容' },
});

/** Why a pattern is no regular expression. */
export const patternMessages = defineMessages({
  'pattern.fault': { en: '{pattern}: {fault}', zh: '{pattern}：{fault}' },
});

/** Makes a message about a pattern. */
export const tell = messenger(patternMessages);

/** Makes a message of what V8 says. */
export const tellEngine = messenger(engineMessages);
