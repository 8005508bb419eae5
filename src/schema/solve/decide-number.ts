import { decimalOf, gcd, numberOf, toCommonScale, type Decimal } from '../keywords/decimal.js';
import type { Fact } from './facts.js';
import { EMPTY, only, type Leaf } from './leaf.js';
import { stopAt } from './stop.js';

/** Multiples looked at before the search gives up. */
const MOST_MULTIPLES = 4_000;

interface Limit {
  value: number;
  open: boolean;
}

/** Numbers: bounds, multiples and what is left out, by exact decimal arithmetic. */
export function decideNumber(facts: readonly Fact[]): Leaf {
  const low = tightest(only(facts, 'low'), (a, b) => a > b);
  const high = tightest(only(facts, 'high'), (a, b) => a < b);
  if (low && high && (low.value > high.value || (low.value === high.value && (low.open || high.open)))) {
    return EMPTY;
  }
  const steps = only(facts, 'multiple').map(({ of }) => of);
  const barred = only(facts, 'noMultiple').map(({ of }) => of);
  if ([...steps, ...barred].some((of) => !(of > 0))) {
    return {
      kind: 'open',
      candidates: [],
      complete: false,
      stop: stopAt('multipleOf', 'stop.not-positive'),
    };
  }
  if (steps.length > 0) return decideMultiples(steps, barred, low, high);
  if (low && high && low.value === high.value)
    return { kind: 'open', candidates: [low.value], complete: true };
  return { kind: 'open', candidates: between(low, high), complete: false };
}

function tightest(limits: readonly Limit[], tighter: (a: number, b: number) => boolean): Limit | undefined {
  let best: Limit | undefined;
  for (const { value, open } of limits) {
    if (!best || tighter(value, best.value)) best = { value, open };
    else if (value === best.value && open) best = { value, open };
  }
  return best;
}

/** Whole multiples of a step within bounds: a grid, walked in exact integers. */
function decideMultiples(
  steps: readonly number[],
  barred: readonly number[],
  low: Limit | undefined,
  high: Limit | undefined,
): Leaf {
  const all: Decimal[] = [...steps, ...barred].map(decimalOf);
  for (const limit of [low, high]) if (limit) all.push(decimalOf(limit.value));
  const { scaled, exponent } = toCommonScale(all);
  const step = scaled.slice(0, steps.length).reduce((a, b) => (a / gcd(a, b)) * b);
  const bars = scaled.slice(steps.length, steps.length + barred.length);
  if (bars.some((bar) => step % bar === 0n)) return EMPTY;
  let next = steps.length + barred.length;
  const first = low ? firstMultiple(scaled[next++]!, step, low.open) : undefined;
  const last = high ? -firstMultiple(-scaled[next]!, step, high.open) : undefined;
  if (first !== undefined && last !== undefined && first > last) return EMPTY;
  const count = first === undefined || last === undefined ? undefined : last - first + 1n;
  const leaf: Leaf = {
    kind: 'open',
    candidates: [],
    complete: count !== undefined && count <= MOST_MULTIPLES,
    stop: stopAt('multipleOf', 'stop.multiples'),
  };
  leaf.candidates = grid(walk(first, last), step, exponent, bars, () => (leaf.complete = false));
  return leaf;
}

/** The multiples that no bar takes away, as doubles; calls back where a double cannot say one exactly. */
function* grid(
  multiples: Iterable<bigint>,
  step: bigint,
  exponent: number,
  bars: readonly bigint[],
  onInexact: () => void,
): Generator<number> {
  let left = MOST_MULTIPLES;
  for (const at of multiples) {
    if (--left < 0) return;
    const digits = at * step;
    if (bars.some((bar) => digits % bar === 0n)) continue;
    const value = numberOf(digits, exponent);
    const { scaled } = toCommonScale([decimalOf(value), { digits, exponent }]);
    if (Number.isFinite(value) && scaled[0] === scaled[1]) yield value;
    else onInexact();
  }
}

/** The number of the first multiple not below the bound. */
function firstMultiple(bound: bigint, step: bigint, open: boolean): bigint {
  let at = bound / step;
  if (at * step < bound) at++;
  if (open && at * step === bound) at++;
  return at;
}

function* walk(first: bigint | undefined, last: bigint | undefined): Generator<bigint> {
  if (first !== undefined) {
    for (let at = first; last === undefined || at <= last; at++) yield at;
  } else if (last !== undefined) {
    for (let at = last; ; at--) yield at;
  } else {
    yield 0n;
    for (let at = 1n; ; at++) {
      yield at;
      yield -at;
    }
  }
}

/** Numbers of an interval that has more than one: round ones first, then broken ones of many digits. */
function between(low: Limit | undefined, high: Limit | undefined): number[] {
  const from = low?.value ?? (high ? Math.min(high.value - 100, -Math.abs(high.value) * 2) : -100);
  const to = high?.value ?? (low ? Math.max(low.value + 100, Math.abs(low.value) * 2) : 100);
  const candidates = [0, 1, -1, 0.5, from, to, Math.ceil(from), Math.floor(to), Math.floor(from) + 1];
  candidates.push(Math.ceil(to) - 1, from + 1, to - 1, from + 0.5, to - 0.5, from + 0.123456789);
  for (const parts of [2, 3, 7, 10, 1e6]) {
    candidates.push(from + (to - from) / parts, to - (to - from) / parts, from / 2 + to / 2);
  }
  candidates.push(from * (1 + Number.EPSILON), to * (1 - Number.EPSILON));
  const inside = candidates.filter(
    (value) =>
      Number.isFinite(value) &&
      (!low || value > low.value || (!low.open && value === low.value)) &&
      (!high || value < high.value || (!high.open && value === high.value)),
  );
  return [...new Set(inside)];
}
