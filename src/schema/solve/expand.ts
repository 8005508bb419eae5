import type { JsonObject } from '../../base/index.js';
import { isObject } from '../../base/index.js';
import { keywordMap } from '../keywords/registry.js';
import type { Frame } from '../keywords/site.js';
import { typesOf, type TypeSet } from '../keywords/type-set.js';
import type { Constraint } from './constraint.js';
import type { Fact, Item } from './facts.js';
import type { Keyword, Meaning } from './translate.js';
import { evaluationBounds } from './evaluation-bounds.js';
import { stopAt } from './stop.js';

const TRANSLATIONS = keywordMap(({ translation, types }) => translation && { ...translation, types });

/** What schemas say of values of one type: facts that all hold, and choices of which each must be made. */
export interface Expansion {
  facts: Fact[];
  choices: Item[][][];
  /** Schemas taken apart already: a reference that comes back to one of them adds nothing. */
  seen: Set<string>;
  dead: boolean;
}

/** Schemas taken apart at one place; what is left after that is left out, which admits more, never less. */
const MOST_SEEN = 3_000;

/** Takes items apart until only facts and choices are left. */
export function expand(
  from: Omit<Expansion, 'dead'>,
  items: readonly Item[],
  type: TypeSet,
  keyOf: (constraint: Constraint) => string,
): Expansion {
  const into: Expansion = {
    facts: [...from.facts],
    choices: [...from.choices],
    seen: new Set(from.seen),
    dead: false,
  };
  const open = [...items];
  for (let item = open.pop(); item && !into.dead; item = open.pop()) {
    if ('fact' in item) {
      into.facts.push(item.fact);
      continue;
    }
    const { constraint } = item;
    if (typeof constraint.schema === 'boolean') {
      into.dead = constraint.schema !== constraint.positive;
      continue;
    }
    const key = keyOf(constraint);
    if (into.seen.has(key)) continue;
    if (into.seen.size >= MOST_SEEN) {
      into.facts.push({ kind: 'loose', stop: stopAt('', 'stop.schemas') });
      break;
    }
    into.seen.add(key);
    if (into.seen.has(keyOf({ ...constraint, positive: !constraint.positive }))) {
      into.dead = true;
      continue;
    }
    const meaning = constraint.positive
      ? holds(constraint, constraint.schema, type)
      : fails(constraint, constraint.schema, type);
    for (const one of meaning.all) open.push(one);
    for (const choice of meaning.choices) {
      const alternatives = choice.filter((alternative) => !isPlainlyDead(alternative, type));
      if (alternatives.length === 0) into.dead = true;
      else if (alternatives.length === 1) open.push(...alternatives[0]!);
      else into.choices.push(alternatives);
    }
  }
  return into;
}

function entered({ document, frame }: Constraint, schema: JsonObject): Frame {
  const base = Object.hasOwn(schema, '$id') ? document.enter(schema, frame.base) : frame.base;
  return base === frame.base ? frame : { base, outer: frame };
}

function* keywordsOf(constraint: Constraint, schema: JsonObject, type: TypeSet): Generator<Keyword> {
  const frame = entered(constraint, schema);
  for (const name of Object.keys(schema)) {
    const { document } = constraint;
    yield { name, value: schema[name]!, schema, type, document, frame, boundsOf: evaluationBounds };
  }
}

function holds(constraint: Constraint, schema: JsonObject, type: TypeSet): Meaning {
  const meaning: Meaning = { all: [], choices: [] };
  for (const keyword of keywordsOf(constraint, schema, type)) {
    const translation = TRANSLATIONS.get(keyword.name);
    if (!translation || (translation.types & type) === 0) continue;
    const { all, choices } = translation.holds(keyword);
    for (const item of all) meaning.all.push(item);
    for (const choice of choices) meaning.choices.push(choice);
  }
  return meaning;
}

/** A schema fails where one of its keywords does. */
function fails(constraint: Constraint, schema: JsonObject, type: TypeSet): Meaning {
  const alternatives: Item[][] = [];
  for (const keyword of keywordsOf(constraint, schema, type)) {
    const translation = TRANSLATIONS.get(keyword.name);
    if (!translation || (translation.types & type) === 0) continue;
    const { all, choices } = translation.fails(keyword);
    if (choices.length === 0) alternatives.push(all);
    // The opposite of one keyword is either a conjunction or one choice, so the choices lie side by side.
    else for (const choice of choices) alternatives.push(...choice.map((items) => [...all, ...items]));
  }
  return { all: [], choices: [alternatives] };
}

/** A glance that spares most branches: the type alone rules the alternative out. */
function isPlainlyDead(alternative: readonly Item[], type: TypeSet): boolean {
  return alternative.some((item) => {
    if ('fact' in item) return false;
    const { schema, positive } = item.constraint;
    if (!isObject(schema)) return schema !== positive;
    if (Object.keys(schema).length === 0) return !positive;
    return positive && schema.type !== undefined && (typesOf(schema.type) & type) === 0;
  });
}
