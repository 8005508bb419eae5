import type { FormatTable, FormatRelation } from './format-table.js';
import { assertFormats } from '../arguments.js';
import { patternAutomaton, type PatternSet } from '../patterns/index.js';
import type { Format } from './format.js';

/** A table of formats. */
export function createFormatTable(formats: readonly Format[]): FormatTable {
  assertFormats(formats);
  return new Table(new Map(formats.map((format) => [format.name, format])));
}

class Table implements FormatTable {
  readonly #expressions = new Map<string, RegExp>();
  readonly #relations = new Map<string, FormatRelation>();

  constructor(private readonly formats: ReadonlyMap<string, Format>) {}

  get names(): readonly string[] {
    return [...this.formats.keys()];
  }

  get(name: string): Format | undefined {
    return this.formats.get(name);
  }

  relation(a: string, b: string): FormatRelation {
    if (a === b) return 'equal';
    const key = `${a} ${b}`;
    let relation = this.#relations.get(key);
    if (relation === undefined) {
      relation = this.#compare(this.formats.get(a), this.formats.get(b));
      this.#relations.set(key, relation);
    }
    return relation;
  }

  validate(name: string, text: string): boolean | undefined {
    const format = this.formats.get(name);
    if (!format) return undefined;
    let expression = this.#expressions.get(name);
    if (!expression) {
      expression = new RegExp(format.pattern, 'u');
      this.#expressions.set(name, expression);
    }
    return expression.test(text) && (format.check?.(text) ?? true);
  }

  samples(name: string): Iterable<string> {
    return this.formats.get(name)?.samples() ?? [];
  }

  pattern(name: string): string | undefined {
    return this.formats.get(name)?.pattern;
  }

  isExact(name: string): boolean {
    const format = this.formats.get(name);
    return format !== undefined && format.check === undefined;
  }

  derive(name: string, text: string): Readonly<Record<string, string>> | undefined {
    return this.validate(name, text) === true ? this.formats.get(name)?.derive?.(text) : undefined;
  }

  extend(formats: readonly Format[]): FormatTable {
    assertFormats(formats);
    return new Table(new Map([...this.formats, ...formats.map((format) => [format.name, format] as const)]));
  }

  #compare(a: Format | undefined, b: Format | undefined): FormatRelation {
    if (!a || !b) return 'unknown';
    if (a.within?.includes(b.name) === true) return 'narrower';
    if (b.within?.includes(a.name) === true) return 'wider';
    const left = patternAutomaton(a.pattern);
    const right = patternAutomaton(b.pattern);
    if (!left || !right) return 'unknown';
    if (left.intersect(right)?.isEmpty() === true) return 'disjoint';
    const narrower = this.isExact(b.name) && isWithin(left, right);
    const wider = this.isExact(a.name) && isWithin(right, left);
    if (narrower && wider) return 'equal';
    return narrower ? 'narrower' : wider ? 'wider' : 'unknown';
  }
}

function isWithin(inner: PatternSet, outer: PatternSet): boolean {
  const outside = outer.complement();
  return outside !== undefined && inner.intersect(outside)?.isEmpty() === true;
}
