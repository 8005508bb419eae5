import type { JsonSchema, JsonValue } from '../../base/index.js';
import type { SchemaDocument } from '../document/document.js';
import { Evaluation, MOST_DEEP, MOST_STEPS } from '../evaluate/evaluate.js';
import type { FormatTable } from '../formats/index.js';
import { CHECKS } from '../keywords/checks.js';
import type { Truth } from '../keywords/site.js';
import { isSchema } from '../document/positions.js';
import { explainItems, explainPrefixItems } from './explain-array.js';
import {
  explainAllOf,
  explainAnyOf,
  explainDynamicRef,
  explainIf,
  explainOneOf,
  explainRef,
} from './explain-in-place.js';
import {
  explainAdditionalProperties,
  explainDependentRequired,
  explainDependentSchemas,
  explainPatternProperties,
  explainProperties,
  explainPropertyNames,
  explainRequired,
} from './explain-object.js';
import { explainUnevaluatedItems, explainUnevaluatedProperties } from './explain-unevaluated.js';
import type { ValidationIssue } from './issue.js';
import { PARAMS, type Params } from './params.js';
import { Fragments } from './fragment.js';
import type { Explain, Place, Spot } from './issue-place.js';
import { undecidedMessage, validationMessage } from './validation-message.js';

/** What keywords have to tell, in the order in which it is told: first of the place itself, then of what lies below. */
const EXPLANATIONS: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  ...[...PARAMS].map(([keyword, paramsOf]): [string, Explain] => [
    keyword,
    (value, place) => {
      const truth = CHECKS.get(keyword)!(value, place.instance, place.site);
      if (truth !== true) place.add(keyword, truth, paramsOf(value, place.instance, place.schema));
    },
  ]),
  ['required', explainRequired],
  ['dependentRequired', explainDependentRequired],
  ['propertyNames', explainPropertyNames],
  ['additionalProperties', explainAdditionalProperties],
  ['properties', explainProperties],
  ['patternProperties', explainPatternProperties],
  ['prefixItems', explainPrefixItems],
  ['items', explainItems],
  ['dependentSchemas', explainDependentSchemas],
  ['allOf', explainAllOf],
  ['anyOf', explainAnyOf],
  ['oneOf', explainOneOf],
  ['if', explainIf],
  ['$ref', explainRef],
  ['$dynamicRef', explainDynamicRef],
  ['unevaluatedProperties', explainUnevaluatedProperties],
  ['unevaluatedItems', explainUnevaluatedItems],
]);

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
    return {
      ...spot,
      frame,
      schema,
      site: { run: this.#run, schema, frame, seen: undefined },
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
