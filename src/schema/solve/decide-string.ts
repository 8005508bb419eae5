import { BoundedCache } from '../../base/index.js';
import type { FormatTable } from '../formats/index.js';
import { patternAutomaton, type PatternSet } from '../patterns/index.js';
import type { Fact } from './facts.js';
import { EMPTY, only, type Asking, type Leaf } from './leaf.js';
import { stopAt } from './stop.js';

/** Texts longer than this are not made up. */
const MOST_LONG = 100_000;
/** Texts listed from an automaton, and samples of a format looked through. */
const MOST_WORDS = 60;
const MOST_SAMPLES = 300;

/** Texts: lengths, patterns and formats together, as one automaton. */
export function decideString(facts: readonly Fact[], { formats }: Asking): Leaf {
  const lengths = only(facts, 'length');
  const min = Math.max(0, ...lengths.map((length) => length.min));
  const max = Math.min(...lengths.map((length) => length.max));
  if (min > max) return EMPTY;
  const wanted = only(facts, 'format').filter(({ positive }) => positive);
  const refused = only(facts, 'format').filter(({ positive }) => !positive);
  if (formatsContradict(formats, wanted, refused)) return EMPTY;
  const patterns = only(facts, 'pattern').map(({ pattern, positive }) => ({ pattern, positive }));
  for (const { format } of wanted) {
    const pattern = formats.pattern(format);
    if (pattern !== undefined) patterns.push({ pattern, positive: true });
  }
  for (const { format } of refused) {
    const pattern = formats.pattern(format);
    if (pattern === undefined) return formats.get(format) === undefined ? EMPTY : undecided('format');
    if (formats.isExact(format)) patterns.push({ pattern, positive: false });
  }
  const spare = only(facts, 'excluded').reduce((sum, { values }) => sum + values.length, 0);
  if (patterns.length === 0) return plain(min, max, spare, refused.length > 0);
  if (min > MOST_LONG) return undecided('minLength');
  const { set, loose } = language(patterns, min, max);
  if (set?.isEmpty()) return EMPTY;
  return listed(set, loose, spare, [
    ...samplesOf(
      formats,
      wanted.map(({ format }) => format),
    ),
    ...(loose ? plainTexts(min, max, 8) : []),
  ]);
}

const undecided = (keyword: string): Leaf => ({
  kind: 'open',
  candidates: [],
  complete: false,
  stop: stopAt(keyword, 'stop.text-of-kind'),
});

function formatsContradict(
  formats: FormatTable,
  wanted: readonly { format: string }[],
  refused: readonly { format: string }[],
): boolean {
  return wanted.some(
    (a, at) =>
      wanted.slice(at + 1).some((b) => formats.relation(a.format, b.format) === 'disjoint') ||
      refused.some(
        (b) =>
          formats.get(b.format) !== undefined &&
          ['equal', 'narrower'].includes(formats.relation(a.format, b.format)),
      ),
  );
}

interface Language {
  set: PatternSet | undefined;
  /** A pattern that is not part of the set. */
  loose: string | undefined;
}

const languages = new BoundedCache<Language>(1_000);

/** The texts that all of the patterns and the lengths admit; a pattern that no automaton can hold is left out. */
function language(
  patterns: readonly { pattern: string; positive: boolean }[],
  min: number,
  max: number,
): Language {
  const parts = patterns.map(({ pattern, positive }) => `${positive ? '+' : '-'}${pattern}`);
  const key = JSON.stringify([[...new Set(parts)].sort(), min, max === Infinity ? null : max]);
  return languages.remember(key, () => makeLanguage(patterns, min, max));
}

function makeLanguage(
  patterns: readonly { pattern: string; positive: boolean }[],
  min: number,
  max: number,
): Language {
  let set: PatternSet | undefined;
  let loose: string | undefined;
  for (const { pattern, positive } of patterns) {
    const automaton = patternAutomaton(pattern);
    const part = positive ? automaton : automaton?.complement();
    const next = part && (set ? set.intersect(part) : part);
    if (next) set = next;
    else loose = pattern;
  }
  if (set && (min > 0 || max !== Infinity)) {
    const bounded = set.withLength(min, max === Infinity ? undefined : max);
    if (bounded) set = bounded;
    else loose = 'the length';
  }
  return { set, loose };
}

function listed(
  set: PatternSet | undefined,
  loose: string | undefined,
  spare: number,
  samples: readonly string[],
): Leaf {
  const limit = MOST_WORDS + Math.min(spare, 2_000);
  const { words, whole } = set?.list(limit) ?? { words: [], whole: false };
  const fitting = samples.filter((sample) => !set || set.accepts(sample));
  return {
    kind: 'open',
    candidates: new Set([...fitting, ...words]),
    complete: whole,
    stop:
      loose === undefined
        ? stopAt('pattern', 'stop.no-text')
        : stopAt('pattern', 'stop.automaton', { pattern: loose }),
  };
}

function samplesOf(formats: FormatTable, names: readonly string[]): string[] {
  const samples: string[] = [];
  for (const name of names) {
    let left = MOST_SAMPLES;
    for (const sample of formats.samples(name)) {
      samples.push(sample);
      if (--left <= 0) break;
    }
  }
  return samples;
}

/** Without patterns any text of a fitting length will do. */
function plain(min: number, max: number, spare: number, format: boolean): Leaf {
  if (max === 0) return { kind: 'open', candidates: [''], complete: true };
  if (min > MOST_LONG) {
    return {
      kind: 'open',
      candidates: [],
      complete: false,
      stop: stopAt('minLength', 'stop.text', { count: min }),
    };
  }
  const candidates = plainTexts(min, max, Math.min(spare, 2_000) + 4);
  return {
    kind: 'open',
    candidates,
    complete: false,
    ...(format ? { stop: stopAt('format', 'stop.no-text') } : {}),
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function plainTexts(min: number, max: number, count: number): string[] {
  const texts: string[] = [];
  for (let length = min; texts.length < count && length <= max && length <= MOST_LONG; length++) {
    const stem = 'a'.repeat(Math.max(0, length - 1));
    if (length === 0) texts.push('');
    else for (const letter of LETTERS) texts.push(stem + letter);
  }
  return texts.slice(0, count + LETTERS.length);
}
