import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { checkCatalogue, createChecker } from '../../../src/check/index.js';
import type { Diagnostic } from '../../../src/diagnostics/index.js';
import { likePairs } from '../../../src/check/like-pairs.js';
import { likeEnough, NameComparison } from '../../../src/check/name-comparison.js';
import type { Named } from '../../../src/check/name-comparison.js';

const words = ['phone', 'number', 'home', 'date', 'issue', 'name', 'code', 'branch', 'owner', 'permit'];

/** Names of one to three words out of few, in a fixed order that looks like none. */
function names(count: number): Named[] {
  let state = 7;
  const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  return Array.from({ length: count }, (_, index): Named => {
    const own = Array.from({ length: 1 + next(3) }, () => words[next(words.length)]!);
    const id = own.map((word, at) => (at === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('');
    const title = next(4) === 0 ? `${own.join(' ')} ${index % 90}` : own.reverse().join(' ');
    return { id: next(5) === 0 ? `${id}${next(3)}` : id, title: { en: title } };
  });
}

const told = (pairs: readonly { one: Named; other: Named }[], all: readonly Named[]) =>
  pairs.map(({ one, other }) => `${all.indexOf(one)} ${all.indexOf(other)}`).sort();

describe('the search for pairs of names that are alike', () => {
  it.each([5, 60, 150, 151, 400])('finds what comparing each with each finds: %i names', (count) => {
    const all = names(count);
    const comparison = new NameComparison([...names(30), ...all]);
    const each = all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter((other) => comparison.score(one, other) >= likeEnough)
        .map((other) => ({ one, other })),
    );
    const limits = { looks: Number.POSITIVE_INFINITY, pairs: Number.POSITIVE_INFINITY };
    const { pairs, compared } = likePairs(all, comparison, limits);
    expect(told(pairs, all)).toEqual(told(each, all));
    expect(compared).toBe(count);
    if (count >= 60) expect(each.length).toBeGreaterThan(count / 4);
  });

  it('says how far it got where there are too many pairs to tell', () => {
    const all = ['a', 'b', 'c', 'd'].map((id): Named => ({ id, title: { en: 'Same', zh: '同一' } }));
    const found = (limits: { looks: number; pairs: number }) => {
      const { pairs, compared } = likePairs(all, new NameComparison(all), limits);
      return [pairs.length, compared];
    };
    expect(found({ looks: 1_000, pairs: 6 })).toEqual([6, 4]);
    expect(found({ looks: 1_000, pairs: 5 })).toEqual([5, 3]);
  });

  it('says how far it got where there is too much to look at', () => {
    const all = ['a', 'b', 'c', 'd'].map((id): Named => ({ id, title: 'Same' }));
    const comparedWithin = (looks: number) =>
      likePairs(all, new NameComparison(all), { looks, pairs: 99 }).compared;
    let least = 0;
    while (comparedWithin(least) < all.length) least += 1;
    expect(least).toBeGreaterThan(0);
    expect(comparedWithin(least - 1)).toBe(3);
  });
});

const titleOf = (name: string) => name.replace(/-?([A-Z]|(?<=-).)/g, ' $1').toLowerCase();
const subject = (id: string, elements: readonly string[]) => ({
  path: `${id}.json`,
  text: JSON.stringify({
    kind: 'subject',
    id,
    elements: Object.fromEntries(
      elements.map((name) => [name, { title: titleOf(name), schema: { type: 'string', maxLength: 9 } }]),
    ),
  }),
});
const many = (count: number) => Array.from({ length: count }, (_, index) => `part-${index}`);
const alike = ['phone-number', 'phoneNumber'];

describe('a catalogue with many elements', () => {
  it.each([
    [149, 'enterprise', 'person'],
    [151, 'enterprise', 'person'],
    [151, 'person', 'enterprise'],
    [1_000, 'a', 'b'],
  ])('with %i in "%s" and more in "%s" is checked to the end', (count, first, second) => {
    const files = [
      subject(first, [...many(count), ...alike]),
      subject(second, ['name', ...many(count + 3), 'birth-date', 'birthDate']),
      subject('c', many(200)),
    ];
    const like = (diagnostics: readonly Diagnostic[]) =>
      diagnostics
        .filter(({ code }) => code.startsWith('catalogue/like'))
        .map(({ args }) => `${args['subject']}: ${args['one']} ${args['other']}`)
        .sort();
    const expected = [`${first}: phone-number phoneNumber`, `${second}: birth-date birthDate`].sort();
    expect(like(checkCatalogue(loadCatalogue(files)).diagnostics)).toEqual(expected);
    const checker = createChecker(files.slice(0, 1));
    expect(like(checker.check(files.slice(1)).findings.diagnostics)).toEqual(expected);
  });

  it('tells of names that could not all be compared', () => {
    const text = JSON.stringify({
      kind: 'subject',
      id: 'person',
      elements: Object.fromEntries(
        many(40).map((_, index) => [
          `${'abcdefg'[index % 7]}${'hijklm'[Math.floor(index / 7)]}`,
          { title: { en: 'Same', zh: '同一' }, schema: { type: 'string' } },
        ]),
      ),
    });
    const { diagnostics } = checkCatalogue(loadCatalogue([{ path: 'person.json', text }]));
    const open = diagnostics.filter(({ code }) => code === 'catalogue/likeness-open');
    expect(open).toHaveLength(1);
    const { compared, count } = open[0]!.args as { compared: number; count: number };
    expect([count, diagnostics.filter(({ code }) => code === 'catalogue/like-elements').length]).toEqual([
      40, 500,
    ]);
    expect((compared * (compared - 1)) / 2).toBeLessThanOrEqual(500);
  });
});
