import type { Dfa } from './automaton.js';
import { complement, product, run } from './dfa.js';
import { hasOnlySurrogates, Layers } from './lengths.js';
import { limits, NotRepresentable, representable } from './limits.js';
import { listWords, preferredRanges, type PreferredRange } from './words.js';

/**
 * A set of texts, as a bounded automaton over code points, with bounds on the length in code points
 * (JSON Schema draft 2020-12 validation, sections 6.3.1 to 6.3.3).
 */
export interface PatternSet {
  /** The texts in both. Undefined past the size bound. */
  intersect(other: PatternSet): PatternSet | undefined;
  /** The texts that are not in it. Undefined past the size bound. */
  complement(): PatternSet | undefined;
  /** The texts in it whose length in code points lies in the range, both ends included. */
  withLength(min: number, max: number | undefined): PatternSet | undefined;
  /** Is no text in it? */
  isEmpty(): boolean;
  /** A shortest text in it; undefined where there is none. */
  shortest(): string | undefined;
  /** Different texts in it, shorter ones first, at most `limit`; `whole` where it is certain that there are no others. */
  list(limit: number): { words: string[]; whole: boolean };
  /** Is the text in it? Takes time linear in the text. */
  accepts(text: string): boolean;
}

interface Bounds {
  readonly min: number;
  readonly max: number | undefined;
}

export class AutomatonSet implements PatternSet {
  #preferred: readonly PreferredRange[] | undefined;
  #layers: { plain: Layers; all: Layers } | undefined;

  private constructor(
    private readonly dfa: Dfa,
    private readonly bounds: Bounds,
  ) {}

  /** The set of an automaton; undefined where it is not decided within the bounds whether it is empty. */
  static of(dfa: Dfa): AutomatonSet | undefined {
    return checked(new AutomatonSet(dfa, { min: 0, max: undefined }));
  }

  intersect(other: PatternSet): PatternSet | undefined {
    if (!(other instanceof AutomatonSet)) return undefined;
    return representable(() => {
      const bounds = both(this.bounds, other.bounds);
      return checked(new AutomatonSet(product(this.dfa, other.dfa), bounds));
    });
  }

  complement(): PatternSet | undefined {
    return representable(() => {
      const { min, max } = this.bounds;
      const exact = min === 0 && max === undefined ? this.dfa : product(this.dfa, lengthDfa(min, max));
      return AutomatonSet.of(complement(exact));
    });
  }

  withLength(min: number, max: number | undefined): PatternSet | undefined {
    return checked(new AutomatonSet(this.dfa, both(this.bounds, { min, max })));
  }

  isEmpty(): boolean {
    return this.emptiness() === true;
  }

  shortest(): string | undefined {
    return this.list(1).words[0];
  }

  list(limit: number): { words: string[]; whole: boolean } {
    this.#preferred ??= preferredRanges(this.dfa);
    const words: string[] = [];
    const source = listWords(this.dfa, this.#asked().all, this.#preferred, this.bounds);
    while (words.length < limit) {
      const next = source.next();
      if (next.done === true) return { words, whole: next.value };
      words.push(next.value);
    }
    return { words, whole: false };
  }

  accepts(text: string): boolean {
    const { min, max } = this.bounds;
    if (min > 0 || max !== undefined) {
      let length = 0;
      for (const _ of text) length++;
      if (length < min || (max !== undefined && length > max)) return false;
    }
    return this.dfa.accepting[run(this.dfa, text)] === 1;
  }

  /** Is it empty? Undefined past the bounds, and where only texts with lone surrogates are in it. */
  emptiness(): boolean | undefined {
    const { plain, all } = this.#asked();
    const { min, max } = this.bounds;
    if (typeof plain.shortest(min, max) === 'number') return false;
    return all.shortest(min, max) === 'none' ? true : undefined;
  }

  #asked(): { plain: Layers; all: Layers } {
    return (this.#layers ??= layersOf(this.dfa));
  }
}

function layersOf(dfa: Dfa): { plain: Layers; all: Layers } {
  const all = new Layers(dfa, { plain: false });
  return { plain: hasOnlySurrogates(dfa) ? new Layers(dfa, { plain: true }) : all, all };
}

/** Only sets whose emptiness is decided within the bounds are given out. */
function checked(set: AutomatonSet): AutomatonSet | undefined {
  return set.emptiness() === undefined ? undefined : set;
}

function both(a: Bounds, b: Bounds): Bounds {
  const max = a.max === undefined ? b.max : b.max === undefined ? a.max : Math.min(a.max, b.max);
  return { min: Math.max(a.min, b.min), max };
}

/** All texts whose length lies in the range. */
function lengthDfa(min: number, max: number | undefined): Dfa {
  const states = (max ?? min) + 2;
  if (!(states <= limits.states)) throw new NotRepresentable('too many states');
  const last = max === undefined ? min : max + 1;
  return {
    alphabet: { starts: [0], classes: [0], size: 1 },
    next: Int32Array.from({ length: last + 1 }, (_, state) => Math.min(state + 1, last)),
    accepting: Uint8Array.from({ length: last + 1 }, (_, state) =>
      state >= min && (max === undefined || state <= max) ? 1 : 0,
    ),
  };
}
