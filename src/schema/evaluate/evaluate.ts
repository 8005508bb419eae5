import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import type { SchemaDocument } from '../document/schema-document.js';
import { Evaluated } from '../keywords/evaluated.js';
import type { FormatTable } from '../formats/index.js';
import { CHECKS, KEYWORDS } from '../keywords/registry.js';
import type { Frame, Run, Site, Truth } from '../keywords/site.js';
import { both } from '../keywords/site.js';
import { BIT, typeOf } from '../keywords/type-set.js';

/** Deeper than this the interpreter says that it does not know, long before the stack would end. */
export const MOST_DEEP = 400;
/** A cyclic or exploding schema ends in "not known" after this many schemas applied. */
export const MOST_STEPS = 2_000_000;

/** The keywords that wait for their neighbours. */
const LAST = KEYWORDS.filter(({ checkLast }) => checkLast !== undefined);

/** An interpreter of one document. It compiles nothing, so that asking about one instance costs one walk. */
export function createEvaluator(
  document: SchemaDocument,
  formats: FormatTable,
): (schema: JsonSchema, instance: JsonValue, frame?: Frame) => Truth {
  const root: Frame = { base: document.base, outer: undefined };
  return (schema, instance, frame = root) =>
    new Evaluation(document, formats).evaluate(schema, instance, frame);
}

/** One evaluation of instances: its steps are counted together. */
export class Evaluation implements Run {
  #depth = 0;
  #steps = 0;

  constructor(
    readonly document: SchemaDocument,
    readonly formats: FormatTable,
  ) {}

  evaluate(schema: JsonSchema, instance: JsonValue, frame: Frame, seen?: Evaluated): Truth {
    if (typeof schema === 'boolean') return schema;
    if (this.#depth >= MOST_DEEP || ++this.#steps > MOST_STEPS) {
      if (seen) seen.unsure = true;
      return undefined;
    }
    this.#depth++;
    const truth = this.#apply(schema, instance, this.enter(schema, frame), seen);
    this.#depth--;
    return truth;
  }

  /** The frame in which the keywords of a schema are read. */
  enter(schema: JsonObject, frame: Frame): Frame {
    if (!Object.hasOwn(schema, '$id')) return frame;
    const base = this.document.enter(schema, frame.base);
    return base === frame.base ? frame : { base, outer: frame };
  }

  #apply(schema: JsonObject, instance: JsonValue, frame: Frame, asked: Evaluated | undefined): Truth {
    const last = LAST.filter(
      ({ name, types }) => Object.hasOwn(schema, name) && (types & BIT[typeOf(instance)]) !== 0,
    );
    const seen = asked ?? (last.length > 0 ? new Evaluated() : undefined);
    const site: Site = { run: this, schema, frame, seen };
    let truth: Truth = true;
    for (const keyword of Object.keys(schema)) {
      const check = CHECKS.get(keyword);
      if (check) truth = both(truth, check(schema[keyword]!, instance, site));
      if (truth === false) return false;
    }
    for (const { name, checkLast } of last)
      truth = both(truth, checkLast!(schema[name]!, instance, site, seen!));
    return truth;
  }
}
