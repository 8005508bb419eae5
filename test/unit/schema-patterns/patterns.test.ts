import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createMatcher,
  isPattern,
  isSafeToBacktrack,
  patternAutomaton,
  patternRisk,
} from '../../../src/schema/patterns/index.js';

/** Patterns with everything that the automata claim to do; the engine's own RegExp is the judge. */
const patterns = [
  '',
  'a',
  '^a$',
  '^(?:ab|cd)*$',
  'a{2,3}b',
  '^[^ab]+$',
  String.raw`^\p{L}+$`,
  String.raw`^\p{Script=Han}{1,3}$`,
  String.raw`\d{3}`,
  String.raw`\bab\b`,
  String.raw`\Bab`,
  '^(?=.*a)(?=.*1).{2,4}$',
  '^(?!.*ab)[a1]*$',
  '(?<=a)b',
  '(?<!a)b',
  '(?<=^a*)b$',
  String.raw`(?<=\ba)1`,
  '^(?=(?:a(?!b))+$)',
  '(?:^|1)a(?=1|$)',
  'a|^b$|',
  '^.$',
  '^😀+$',
  '[^]',
  '(?!)',
  '(?:)',
  '(?:(?=a))*b',
  '^(?:a?){3}$',
  'a^b',
  '(?<=(?<!a)b)1',
];
const alphabet = ['a', 'b', '1', ' ', 'é', '😀', '中', '\n', '_', 'A'];
const texts = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 7 });

describe('automata of patterns', () => {
  test.each(patterns)('%j accepts what the engine matches', (pattern) => {
    const set = patternAutomaton(pattern)!;
    const matcher = createMatcher(pattern)!;
    const expression = new RegExp(pattern, 'u');
    fc.assert(
      fc.property(texts, (text) => {
        expect([set.accepts(text), matcher(text)]).toEqual([expression.test(text), expression.test(text)]);
      }),
      { numRuns: 400 },
    );
    for (const word of set.list(60).words) expect(expression.test(word), JSON.stringify(word)).toBe(true);
  });

  test('random patterns accept what the engine matches', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '[ab1]',
      '[^a]',
      '.',
      String.raw`\w`,
      '^',
      '$',
      String.raw`\b`,
      '',
    );
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        atom,
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?'))
          .map(([a, quantifier]) => `(?:${a})${quantifier}`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('?=', '?!', '?<=', '?<!'))
          .map(([a, kind]) => `(${kind}${a})`),
      ),
    }));
    let represented = 0;
    fc.assert(
      fc.property(pattern, fc.array(texts, { minLength: 5, maxLength: 5 }), (source, samples) => {
        const set = patternAutomaton(source);
        if (!set) return;
        represented++;
        const expression = new RegExp(source, 'u');
        const matcher = createMatcher(source)!;
        for (const text of [...samples, ...set.list(5).words]) {
          // V8 looks for a match between the halves of a surrogate pair as well when the pattern looks
          // behind; ECMA-262 22.2.7.2 advances by code points.
          if (/\(\?[<=!]|\\b/.test(source) && /[^\x00-\uffff]/u.test(text)) continue; // eslint-disable-line no-control-regex
          expect(set.accepts(text), text).toBe(expression.test(text));
          expect(matcher(text), text).toBe(expression.test(text));
        }
        if (set.isEmpty()) expect(samples.some((text) => expression.test(text))).toBe(false);
      }),
      { numRuns: 1500 },
    );
    expect(represented).toBeGreaterThan(1300);
  });

  /** Modifiers are of ECMA-262 2025; an engine that does not know them calls the pattern none. */
  const modified = ['(?i:k)', '(?i:[^ſ-Ω])', '(?i:\\W)', '(?i:\\p{Lu})', '(?s:.)', '(?-i:K)'].filter(
    (pattern) => isPattern(pattern),
  );

  test('the characters of each sort are those of the running engine', () => {
    for (const escape of [
      ...[
        '\\p{L}',
        '[\\p{Lu}1]',
        '\\P{N}',
        '[^\\p{P}]',
        '\\p{Script=Han}',
        '\\p{Any}',
        '\\p{Cs}',
        '\\p{ASCII}',
      ],
      ...['\\w', '\\W', '\\d', '\\D', '\\s', '\\S', '.', '[^]', '[^\\s\\d]', '[\\W_]', '[^\\W\\P{L}]'],
      ...[
        '[a-f\\u{1f600}-\\u{1f64f}]',
        '\\ud83d',
        '[\\ud800-\\udfff]',
        '\\cA',
        '\\x41',
        '[\\b\\-\\]]',
        '😀',
        '\\/',
      ],
      ...modified,
    ]) {
      const matches = createMatcher(`^${escape}$`)!;
      const expression = new RegExp(`^${escape}$`, 'u');
      const differing: string[] = [];
      for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += codePoint < 0x3100 ? 1 : 61) {
        const text = String.fromCodePoint(codePoint);
        if (matches(text) !== expression.test(text)) differing.push(codePoint.toString(16));
      }
      expect(differing, escape).toEqual([]);
    }
  });
});

test('lines and words end where the running engine says', () => {
  const found = [
    '(?m:^)a',
    'a(?m:$)',
    '(?m:^b$)',
    '(?i:\\b)ſ',
    'a\\B',
    '\\Ba',
    '^a$',
    '^(?:)*$',
    '[]|a',
    'a{0}b',
  ];
  for (const pattern of found.filter((one) => isPattern(one))) {
    const set = patternAutomaton(pattern)!;
    for (const text of ['', 'a', 'b', 'ab', 'ba', 'a\nb', 'b\na', 'c\u2028a', 'ſ', 'aſ', ' a', 'aa'])
      expect(set.accepts(text), `${pattern} on ${JSON.stringify(text)}`).toBe(
        new RegExp(pattern, 'u').test(text),
      );
  }
});

describe('sets of texts', () => {
  const set = (pattern: string) => patternAutomaton(pattern)!;

  test('meet, turn round and are empty exactly as their texts are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...patterns), fc.constantFrom(...patterns), texts, (a, b, text) => {
        const both = set(a).intersect(set(b))!;
        expect(both.accepts(text)).toBe(set(a).accepts(text) && set(b).accepts(text));
        expect(set(a).complement()!.accepts(text)).toBe(!set(a).accepts(text));
        if (both.isEmpty()) expect(both.accepts(text)).toBe(false);
        else expect(both.accepts(both.shortest()!)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['^[a-c]+$', '^[d-f]+$'],
    ['^a', '^b'],
    ['^(?:aa)+$', '^a(?:aa)*$'],
    [String.raw`^\d{4}$`, String.raw`^\d{5}$`],
    ['^(?!a)', '^a'],
  ])('%s and %s share nothing', (a, b) => {
    expect(set(a).intersect(set(b))!.isEmpty()).toBe(true);
  });

  test.each([
    ['^[ab]$', 0, undefined, ['a', 'b']],
    ['^(?:ab)+$', 3, 4, ['abab']],
    ['^(?:ab)+$', 3, 3, []],
    ['^a*$', 5, undefined, ['aaaaa', 'aaaaaa', 'aaaaaaa']],
    ['^.{0,3}$', 4, undefined, []],
    ['^😀*$', 2, 2, ['😀😀']],
    ['^a*$', 100_000, 100_000, ['a'.repeat(100_000)]],
    ['^a$', 3, 2, []],
  ])('%s of length %s to %s', (pattern, min, max, words) => {
    const bounded = set(pattern).withLength(min, max)!;
    expect([...bounded.list(3).words]).toEqual(words);
    expect(bounded.isEmpty()).toBe(words.length === 0);
  });

  test('the complement knows the bounds on length', () => {
    const outside = set('^a*$').withLength(2, 3)!.complement()!;
    expect(['', 'a', 'aa', 'aaa', 'aaaa', 'b'].map((text) => outside.accepts(text))).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  test('a finite set lists all its texts', () => {
    expect([...set('^[0-9]{2}$').list(1000).words]).toHaveLength(100);
  });

  test.each([
    [String.raw`(a)\1`, 'a backreference'],
    ['(a|b)*a(?:a|b){30}$', 'more states than the bound'],
    [`${'('.repeat(400)}a${')'.repeat(400)}`, 'too deep'],
    ['^a{1,100000}$', 'too many nodes'],
    ['(', 'no pattern'],
    [String.raw`a\-b`, 'no pattern with the u flag'],
    ['^[\\ud800-\\udbff]$', 'only lone surrogates'],
  ])('%s is not represented: %s', (pattern) => {
    expect(patternAutomaton(pattern)).toBeUndefined();
  });
});

describe('the risk of backtracking', () => {
  test.each([
    '(a+)+$',
    '^(a|a)*$',
    '(a*)*b',
    '^(a|aa)+$',
    '^(a?){50}a{50}$',
    '(a{1,30}){1,30}$',
    String.raw`^(([a-z])+.)+[A-Z]([a-z])+$`,
    String.raw`^(\w+\s?)*$`,
    '^(?=(a+)+b)',
    '^(.*a){20}$',
    String.raw`^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+$`,
  ])('%s is exponential', (pattern) => {
    const risk = patternRisk(pattern);
    expect(risk?.kind).toBe('exponential');
    expect(risk!.pump).not.toBe('');
  });

  test.each([String.raw`\s+$`, '^a*a*$', '^.*,.*,$', 'a+b'])('%s is polynomial', (pattern) => {
    expect(patternRisk(pattern)?.kind).toBe('polynomial');
  });

  test.each([
    String.raw`^\s+$`,
    String.raw`^\d+-\d+$`,
    String.raw`(\d{1,3}\.){3}\d{1,3}`,
    String.raw`^(\w{2,3}){1,2}$`,
    String.raw`\d+`,
    String.raw`^[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}$`,
    String.raw`^1[3-9]\d{9}$`,
    '^(?:a|b)*$',
    '^[A-Z]{1,255}$',
    String.raw`(a)\1`,
    '^(?:[a-z]+,)*[a-z]+$',
    '(',
  ])('%s is harmless', (pattern) => {
    expect(patternRisk(pattern)).toBeUndefined();
  });

  test('what can be read in very many ways is not left to backtracking, even where it is finite', () => {
    expect(isSafeToBacktrack(`^${'(?:a|b|ab)'.repeat(100)}$`)).toBe(false);
    expect(createMatcher(`^${'(?:a|b|ab)'.repeat(100)}$`)!('ab'.repeat(99))).toBe(true);
    expect(isSafeToBacktrack('^[a-z]+@[a-z]+$')).toBe(true);
    expect(isSafeToBacktrack('(a+)+$')).toBe(false);
  });

  test('a long text is bounded by a pattern without harm', () => {
    expect(patternRisk(String.raw`^[\s\S]{1,10000}$`)).toBeUndefined();
    expect(patternAutomaton(String.raw`^[\s\S]{1,10000}$`)!.accepts('a'.repeat(10_001))).toBe(false);
  });

  test('repetition with a backreference is not decided', () => {
    expect(patternRisk(String.raw`^(a+)\1+$`)).toEqual({ kind: 'unknown' });
  });

  test('a pattern made to be slow is matched in one pass', () => {
    const matches = createMatcher('^(a+)+$')!;
    expect(matches('a'.repeat(200_000))).toBe(true);
    expect(matches(`${'a'.repeat(200_000)}b`)).toBe(false);
  });

  test('the matcher forgets what has grown too large', () => {
    const pattern = '(?:a|b)*a(?:a|b){14}$';
    const matches = createMatcher(pattern)!;
    const expression = new RegExp('a[ab]{14}$', 'u');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 300 }), (text) => {
        expect(matches(text)).toBe(expression.test(text));
      }),
      { numRuns: 100 },
    );
  });
});
