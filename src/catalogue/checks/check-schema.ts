import { escapeToken, isObject, own, suggest, tokensOf } from '../../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import {
  faultyReferences,
  keywordFault,
  patternFault,
  patternRisk,
  reconcileDefaults,
} from '../../schema/index.js';
import type { KeywordShape, SchemaKeyword } from '../../schema/index.js';
import type { CheckContext, Place, Spot } from './check-context.js';
import { checkBranches, isBranching } from './check-branches.js';
import type { Branching } from './check-branches.js';
import { literal } from '../../messages/index.js';
import { meantAs, suggested, writeAs } from '../../diagnostics/index.js';
import { flowText } from '../../documents/index.js';
import { isStray, keywordMeant, keywordValueMeant, partsOfOnly, presentKeyword } from './schema-words.js';

/**
 * Checks that a schema within a document is a JSON Schema of draft 2020-12: each keyword is known and has the value it
 * should, patterns are regular expressions that cannot blow up, references lead somewhere within the schema.
 * @param within what every value meets besides: the schema of the element that this one narrows or tests
 * @returns whether it can be worked with
 */
export function checkSchema(
  schema: JsonSchema | undefined,
  place: Place,
  context: CheckContext,
  within: JsonSchema = true,
): boolean {
  if (!isObject(schema)) return true;
  const checking = new SchemaCheck(context);
  const isWellFormed = checking.check(schema, place);
  const isSound = checkReferences(schema, place, context) && isWellFormed;
  if (!isSound) return false;
  checkDefaults(schema, place, context);
  checkBranches(schema, checking.branchings, within, context);
  return true;
}

class SchemaCheck {
  readonly branchings: Branching[] = [];

  constructor(readonly context: CheckContext) {}

  check(schema: JsonValue, place: Place): boolean {
    if (!isObject(schema)) return true;
    if (isBranching(schema)) this.branchings.push({ schema, place });
    let sound = true;
    for (const name of Object.keys(schema)) {
      const keyword = presentKeyword(name);
      if (keyword === undefined) this.#unknown(name, schema, place);
      else sound = this.#keyword(keyword, schema, place.at(name)) && sound;
    }
    return sound;
  }

  #unknown(keyword: string, schema: JsonObject, place: Place): void {
    if (keyword.startsWith('x-')) return;
    if (isStray(keyword, schema)) return;
    const help = keywordMeant(keyword, schema);
    this.context.report('schema/unknown-keyword', { keyword }, place.at(keyword).key, help);
  }

  #keyword({ name, shape }: SchemaKeyword, schema: JsonObject, place: Place): boolean {
    const value = schema[name]!;
    const expected = keywordFault(shape, value);
    if (expected !== undefined) {
      const near = shape === 'type' && typeof value === 'string' ? suggest(value, typeNames) : [];
      const help = near.length > 0 ? meantAs(near) : keywordValueMeant(name, value, schema);
      this.context.report('schema/malformed', { keyword: name, expected }, place.value, help);
      return false;
    }
    switch (shape) {
      case 'schema':
        return this.check(value, place);
      case 'schema-list':
        return all(value as JsonValue[], (part, index) => this.check(part, place.at(index)));
      case 'schema-map':
      case 'pattern-map':
        return this.#map(shape, value as JsonObject, place);
      case 'pattern':
        return this.#pattern(value as string, place.value);
      case 'format':
        this.#format(value as string, place.value);
        return true;
      default:
        if (name === 'enum') this.#list(value, place.value);
        return true;
    }
  }

  #list(list: JsonValue, at: Spot): void {
    const parts = partsOfOnly(list);
    if (parts === undefined) return;
    const value = (list as string[])[0]!;
    this.context.report('schema/comma-in-value', { value }, at, writeAs(flowText(parts)));
  }

  #format(format: string, at: Spot): void {
    const { formats } = this.context.options;
    if (formats.get(format) !== undefined) return;
    this.context.report('schema/unknown-format', { format }, at, suggested(format, formats.names));
  }

  #map(shape: KeywordShape, map: JsonObject, place: Place): boolean {
    return all(Object.entries(map), ([key, part]) => {
      const sound = shape !== 'pattern-map' || this.#pattern(key, place.at(key).key);
      return this.check(part, place.at(key)) && sound;
    });
  }

  #pattern(pattern: string, at: Spot): boolean {
    const reason = patternFault(pattern);
    if (reason !== undefined) {
      this.context.report('schema/pattern', { reason }, at);
      return false;
    }
    const risk = patternRisk(pattern);
    if (risk?.kind === 'exponential') {
      this.context.report('schema/pattern-explodes', { pump: risk.pump ?? '' }, at);
    } else if (risk !== undefined) {
      this.context.report('schema/pattern-slow', {}, at);
    }
    return true;
  }
}

/** Checks that each reference leads to a schema within the schema, and comes to an end. */
function checkReferences(root: JsonObject, place: Place, context: CheckContext): boolean {
  const faults = faultyReferences(root);
  const definitions = own(root, '$defs');
  const names = isObject(definitions) ? Object.keys(definitions) : [];
  for (const { at, reference, fault } of faults) {
    const spot = place.at(...tokensOf(at)).value;
    if (fault === 'missing') {
      const candidates = names.map((name) => `#/$defs/${escapeToken(name)}`);
      context.report('schema/reference', { reference }, spot, suggested(reference, candidates));
    } else context.report(codeOf[fault], { reference }, spot);
  }
  return faults.length === 0;
}

/** Checks that a schema takes the defaults that it states. */
function checkDefaults(root: JsonObject, place: Place, context: CheckContext): void {
  for (const { pointer, value } of reconcileDefaults([root]).refused) {
    const at = place.at(...tokensOf(pointer)).value;
    context.report('schema/default-refused', { value: literal(JSON.stringify(value)) }, at);
  }
}

const codeOf = {
  outside: 'schema/reference-outside',
  'no-schema': 'schema/reference-no-schema',
  endless: 'schema/reference-endless',
  'too-many': 'schema/reference-too-many',
} as const;

const typeNames = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];

/** Every one is looked at, also after one has failed: each fault is its own finding. */
function all<T>(items: readonly T[], check: (item: T, index: number) => boolean): boolean {
  let sound = true;
  for (const [index, item] of items.entries()) sound = check(item, index) && sound;
  return sound;
}
