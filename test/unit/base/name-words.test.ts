import { describe, expect, it } from 'vitest';
import { sameWords, wordsOfId } from '../../../src/base/index.js';

describe('the words of an id', () => {
  it.each([
    ['motherIdCard', 'mother identity card'],
    ['mother-id-card', 'mother identity card'],
    ['USCCNumber', 'uscc number'],
    ['dateOfBirth', 'date birth'],
    ['birthday', 'birth date'],
    ['status', 'status'],
    ['homeAddress', 'home address'],
    ['of', 'of'],
    ['手机号码', '手 机'],
  ])('of %s', (id, words) => {
    expect(wordsOfId(id).join(' ')).toBe(words);
  });
});

describe('ids with the same words', () => {
  const ids = ['idNumber', 'birthDate', 'phone', 'phoneOwner', 'constructor'];

  it.each([
    ['idNo', ['idNumber']],
    ['dateOfBirth', ['birthDate']],
    ['telephone', ['phone']],
    ['birthDate', []],
    ['birth', []],
    ['__proto__', []],
  ])('of %s', (name, found) => {
    expect(sameWords(name, ids)).toEqual(found);
  });
});
