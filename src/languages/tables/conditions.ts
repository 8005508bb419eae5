import { defineMessages } from '../../messages/index.js';

/** Conditions by the names that the documents use, as authors wrote them. */
export const conditionMessages = defineMessages({
  'condition.if': { en: 'if {condition}', zh: '若 {condition}' },
  'condition.aside': { en: '{text} {condition}', zh: '{text}（{condition}）' },
  'condition.always': { en: 'always', zh: '始终成立' },
  'condition.never': { en: 'never', zh: '从不成立' },
  'condition.and': { en: ' and ', zh: ' 且 ' },
  'condition.or': { en: ' or ', zh: ' 或 ' },
  'condition.some': { en: 'some {role} has {condition}', zh: '有某个 {role} 满足 {condition}' },
  'condition.exists': { en: 'there is some {role}', zh: '有 {role}' },
  'condition.every': { en: 'every {role} has {condition}', zh: '每个 {role} 都满足 {condition}' },
  'condition.chosen': { en: '"{use}" is chosen', zh: '选择办理“{use}”' },
  'condition.notChosen': { en: '"{use}" is not chosen', zh: '不办理“{use}”' },
  'condition.given': { en: 'is given', zh: '已提供' },
  'condition.impossible': { en: 'is impossible', zh: '无法取值' },
  'condition.in': { en: 'in {values}', zh: '属于 {values}' },
  'condition.notIn': { en: 'not in {values}', zh: '不属于 {values}' },
  'condition.notAtLeast': { en: 'not ≥ {value}', zh: '并非 ≥ {value}' },
  'condition.notAtMost': { en: 'not ≤ {value}', zh: '并非 ≤ {value}' },
  'condition.matches': { en: 'matches {pattern}', zh: '匹配 {pattern}' },
  'condition.matchesNot': { en: 'does not match {pattern}', zh: '不匹配 {pattern}' },
  'condition.meets': { en: 'meets {schema}', zh: '符合 {schema}' },
  'condition.meetsNot': { en: 'meets not: {schema}', zh: '不符合 {schema}' },
  'schema.anything': { en: 'anything', zh: '任意值' },
  'schema.nothing': { en: 'nothing', zh: '不可取任何值' },
});
