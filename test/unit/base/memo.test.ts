import { describe, expect, it } from 'vitest';
import { Memo } from '../../../src/base/index.js';

describe('a memo', () => {
  it('works once for a text, also where nothing comes of it', () => {
    const memo = new Memo<number | undefined>(3);
    let worked = 0;
    const nothing = () => void worked++;
    expect([memo.get('a', nothing), memo.get('a', nothing)]).toEqual([undefined, undefined]);
    expect(memo.get('b', () => 7)).toBe(7);
    expect(memo.get('b', () => 8)).toBe(7);
    expect(worked).toBe(1);
  });

  it('begins again when it is full', () => {
    const memo = new Memo<number>(2);
    for (const [value, text] of ['a', 'b', 'c'].entries()) memo.get(text, () => value);
    expect(memo.get('c', () => 9)).toBe(2);
    expect(memo.get('a', () => 9)).toBe(9);
  });
});
