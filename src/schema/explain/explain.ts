import type { JsonSchema, JsonValue } from '../../base/index.js';
import type { SchemaDocument } from '../document/schema-document.js';
import { Evaluation, MOST_DEEP, MOST_STEPS } from '../evaluate/evaluate.js';
import type { FormatTable } from '../formats/index.js';
import { Evaluated } from '../keywords/evaluated.js';
import type { KeywordRecord } from '../keywords/record.js';
import { CHECKS, keywordMap } from '../keywords/registry.js';
import type { Site, Truth } from '../keywords/site.js';
import { isSchema } from '../document/is-schema.js';
import type { ValidationIssue } from './issue.js';
import { Fragments } from './fragments.js';
import type { Explain, Params, Place, Spot } from './issue-place.js';
import { undecidedMessage, validationMessage } from './validation-message.js';

/** What keywords have to tell, in the order in which it is told: first of the place itself, then of what lies below. */
const EXPLANATIONS: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  ...keywordMap(explainAtOnce),
  ...keywordMap(({ explain }) => explain),
]);

/** The explanation of a keyword that tells all it has to tell at one place. */
function explainAtOnce({ name, check, params, explain }: KeywordRecord): Explain | undefined {
  if (check === undefined || explain !== undefined) return undefined;
  return (value, place) => {
    const truth = check(value, place.instance, place.site);
    if (truth !== true) place.add(name, truth, params?.(value, place.instance, place.schema) ?? {});
  };
}

/**
 * Every keyword that an instance does not meet, and those of which it is not decided within the bounds. Empty for a
 * valid instance.
 */
export function explain(
  document: SchemaDocument,
  formats: FormatTable,
  instance: JsonValue,
): ValidationIssue[] {
  const explanation = new Explanation(document, formats);
  const frame = { base: document.base, outer: undefined };
  explanation.explain(document.root, { instance, pointer: '', frame, path: '#' });
  return explanation.issues;
}

class Explanation {
  readonly issues: ValidationIssue[] = [];
  readonly #run: Evaluation;
  readonly #fragments: Fragments;
  #depth = 0;
  #left = MOST_STEPS;

  constructor(document: SchemaDocument, formats: FormatTable) {
    this.#run = new Evaluation(document, formats);
    this.#fragments = new Fragments(document.root);
  }

  explain(schema: JsonValue | undefined, spot: Spot): void {
    if (!isSchema(schema) || schema === true || this.#left-- <= 0) return;
    if (schema === false) {
      this.#add('false schema', false, {}, spot);
    } else if (this.#depth >= MOST_DEEP) {
      this.#add('$ref', undefined, {}, spot);
    } else {
      this.#depth++;
      const place = this.#placeOf(schema, spot);
      for (const [keyword, tell] of EXPLANATIONS)
        if (Object.hasOwn(schema, keyword)) tell(schema[keyword]!, place);
      this.#depth--;
    }
  }

  #placeOf(schema: Exclude<JsonSchema, boolean>, spot: Spot): Place {
    const frame = this.#run.enter(schema, spot.frame);
    const site: Site = { run: this.#run, schema, frame, seen: undefined };
    return {
      ...spot,
      frame,
      schema,
      site,
      seen: () => seenAt(site, spot.instance),
      truth: (subschema, at, seen) =>
        !isSchema(subschema) || this.#run.evaluate(subschema, at.instance, at.frame, seen),
      explain: (subschema, at) => this.explain(subschema, at),
      add: (keyword, truth, params) => this.#add(keyword, truth, params, spot),
      pathOf: (reference, target) => this.#fragments.of(target) ?? reference,
    };
  }

  #add(keyword: string, truth: Truth, params: Params, { pointer, path }: Spot): void {
    if (truth === true) return;
    const said = truth === false ? validationMessage(keyword, params) : undecidedMessage(keyword, params);
    this.issues.push({ pointer, keyword, ...said, params, schemaPointer: `${path}/${keyword}` });
  }
}

function seenAt(site: Site, instance: JsonValue): Evaluated | undefined {
  const seen = new Evaluated();
  for (const keyword of Object.keys(site.schema)) {
    if (CHECKS.get(keyword)?.(site.schema[keyword]!, instance, { ...site, seen }) === false) return undefined;
  }
  return seen;
}
