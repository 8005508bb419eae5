import { pointer, tokensOf, valueAt } from '../base/index.js';
import type { JsonSchema, JsonValue } from '../base/index.js';
import type { FormContent, FormPlace } from '../model/index.js';
import type { Item } from '../plan/index.js';
import { evaluate, factsOf } from '../predicate/index.js';
import type { Demanded } from './alternatives.js';
import type { Situation } from './situation.js';

/** One control of a form as the situation has it. */
export interface Control {
  place: FormPlace;
  /** The tokens of its place in the answers; `*` for an item that is not there yet. */
  path: readonly string[];
  /** Whose it is: a role, `materials` or `choices`. */
  holder: string;
  /** It stands among the materials of the holder. */
  isMaterial: boolean;
  /** Its name in the holder. */
  name: string;
  isRequired: boolean;
  /** Somebody else says it. */
  isReadOnly: boolean;
  /** What a value has to meet. */
  laws: readonly JsonSchema[];
  /** How authors word what is wrong with it: of the schemas that refuse a value, the first. */
  messages: NonNullable<FormPlace['messages']>;
  value?: JsonValue;
}

/** A place of the form, read once. */
export interface Slot {
  place: FormPlace;
  holder: string;
  /** Of a repeated role: `*`, or the position of the one item that it is about. */
  position?: string;
  isMaterial: boolean;
  name: string;
  askedWhen: Predicated;
  requiredWhen: Predicated;
  heldWhen: Predicated;
}

type Predicated = NonNullable<FormPlace['askedWhen']>;

/** The places of a form, as its schema has them. */
export function slotsOf(content: FormContent, isRepeated: (role: string) => boolean): Slot[] {
  return content.places.map((place): Slot => {
    const [holder = '', ...rest] = tokensOf(place.at);
    const isInItem = holder !== 'materials' && isRepeated(holder);
    const [position, ...inner] = isInItem ? rest : [undefined, ...rest];
    const isMaterial = holder === 'materials' || inner.length > 1;
    const askedWhen = place.askedWhen ?? true;
    return {
      place,
      holder,
      ...(position === undefined ? {} : { position }),
      isMaterial,
      name: inner.at(-1)!,
      askedWhen,
      requiredWhen: place.requiredWhen ?? askedWhen,
      heldWhen: place.heldWhen ?? askedWhen,
    };
  });
}

/** The control of a place in a situation; undefined where nothing is to be shown. */
export function controlIn(
  slot: Slot,
  { situation, demanded }: { situation: Situation; demanded: Demanded },
  item?: Item,
): Control | undefined {
  const { place, holder, isMaterial, name } = slot;
  const facts = factsOf(situation.data, item);
  const holds = (predicate: Predicated) => evaluate(predicate, facts) === true;
  const path = pathOf(slot, item);
  const value = valueAt(situation.data, path);
  const isTold = situation.isTold(path);
  const isAsked = holds(slot.askedWhen) && !isTold;
  const isHeld = holds(slot.heldWhen);
  if (!isAsked && (value === undefined || !(isHeld || holds(slot.askedWhen)))) return undefined;
  const demands = demanded.demands.get(pointer(...path)) ?? [];
  const narrowings = (place.narrowings ?? []).filter(({ when }) => holds(when ?? true));
  return {
    place,
    path,
    holder,
    isMaterial,
    name,
    isRequired: isAsked && (holds(slot.requiredWhen) || demands.length > 0),
    isReadOnly: !isAsked,
    messages: (place.messages ?? []).filter(({ when }) => holds(when ?? true)),
    laws: [...(isHeld ? [place.schema] : []), ...narrowings.map(({ schema }) => schema), ...demands],
    ...(value === undefined ? {} : { value }),
  };
}

function pathOf({ place, position }: Slot, item: Item | undefined): string[] {
  const tokens = tokensOf(place.at);
  if (position === '*' && item !== undefined && item.index >= 0) tokens[1] = String(item.index);
  return tokens;
}
