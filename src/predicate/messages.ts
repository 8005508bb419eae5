import { defineMessages, messenger } from '../messages/index.js';

/** Conditions by the names that the documents use, and why it is not known whether anybody meets one. */
export const predicateMessages = defineMessages({
  'condition.always': { en: 'always', zh: '始终成立' },
  'condition.never': { en: 'never', zh: '从不成立' },
  'condition.joined': { en: '{parts}', zh: '{parts}' },
  'condition.group': { en: '({condition})', zh: '({condition})' },
  'condition.some': { en: 'some {role} has {condition}', zh: '有某个 {role} 满足 {condition}' },
  'condition.exists': { en: 'there is some {role}', zh: '有 {role}' },
  'condition.every': { en: 'every {role} has {condition}', zh: '每个 {role} 都满足 {condition}' },
  'condition.chosen': { en: '"{use}" is chosen', zh: '选择办理“{use}”' },
  'condition.notChosen': { en: '"{use}" is not chosen', zh: '不办理“{use}”' },
  'condition.test': { en: '{field} {asked}', zh: '{field} {asked}' },
  'condition.given': { en: 'is given', zh: '已提供' },
  'condition.impossible': { en: 'is impossible', zh: '无法取值' },
  'condition.is': { en: '= {value}', zh: '= {value}' },
  'condition.isNot': { en: '≠ {value}', zh: '≠ {value}' },
  'condition.in': { en: 'in [{values}]', zh: '属于 [{values}]' },
  'condition.notIn': { en: 'not in [{values}]', zh: '不属于 [{values}]' },
  'condition.limit': { en: '{limit}', zh: '{limit}' },
  'condition.limitNot': { en: 'not {limit}', zh: '并非 {limit}' },
  'condition.matches': { en: 'matches {pattern}', zh: '匹配 {pattern}' },
  'condition.matchesNot': { en: 'does not match {pattern}', zh: '不匹配 {pattern}' },
  'condition.meets': { en: 'meets {schema}', zh: '符合 {schema}' },
  'condition.meetsNot': { en: 'meets not: {schema}', zh: '不符合 {schema}' },
  'predicate.too-many': { en: 'there are too many alternatives', zh: '备选过多' },
  'predicate.values': { en: 'the values of "{field}" cannot be decided', zh: '“{field}”的取值无法判定' },
});

/** Makes a message about conditions. */
export const tell = messenger(predicateMessages);
