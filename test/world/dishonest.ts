import { canonicalJson, isObject, setValueAt } from '../../src/base/index.js';
import type { JsonObject, JsonValue } from '../../src/base/index.js';
import type { Expectation } from './judge/expectation.js';
import type { JudgeContext } from './judge/knowledge.js';
import { placeName } from './judge/world.js';
import type { Place } from './judge/world.js';
import type { Fault } from './laws.js';
import { pathOfPlace } from './places.js';
import type { Manner, Played } from './play.js';

const lie = 'a lie';

/** Says what nobody asked: values of others, properties of no meaning, items in another order. */
export function dishonest(context: JudgeContext, expectation: Expectation): Manner {
  const lies = lyingPlaces(context, expectation);
  return {
    answers: (answers) => {
      for (const place of lies) setValueAt(answers, pathOfPlace(place), lie);
      answers['nobody'] = { knows: lie };
      for (const [role, held] of Object.entries(answers)) {
        if (Array.isArray(held)) {
          for (const item of held) (item as JsonObject)['unheardOf'] = lie;
          answers[role] = [...held].reverse();
        } else if (role !== 'materials' && role !== 'choices') (held as JsonObject)['unheardOf'] = lie;
      }
      return answers;
    },
    later: (answers) => {
      for (const place of lies) if (place.item === undefined) setValueAt(answers, pathOfPlace(place), lie);
      return { ...answers, nobody: { knows: lie } };
    },
  };
}

/** Places of which somebody else says the value: signing in, a registry, a derivation, a step. */
function lyingPlaces({ flat, documents, world }: JudgeContext, expectation: Expectation): Place[] {
  return [...flat.roles.values()].flatMap(({ name, type, many }) =>
    Object.keys(documents.subject.get(type)!.elements).flatMap((element) => {
      const held = world.values[name];
      const items = many && Array.isArray(held) ? held.map((_, item) => item) : [undefined];
      return items
        .map((item): Place => ({
          role: name,
          ...(item === undefined ? {} : { item }),
          name: element,
          kind: 'field',
        }))
        .filter((place) => !['asked', 'never'].includes(expectation.saidOf(place).from))
        .filter(
          (place) => !expectation.first.has(placeName(place)) && !expectation.asked.has(placeName(place)),
        );
    }),
  );
}

/** Lists of items stand in the order in which the applicant told the items. */
function inAnyOrder(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(inAnyOrder).sort().join()}]`;
  if (!isObject(value)) return canonicalJson(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${key}:${inAnyOrder(value[key]!)}`)
    .join()}}`;
}

/** Law 3: a dishonest applicant changes nothing of what others say. */
export function lieFaults(honest: Played, lying: Played): Fault[] {
  if (honest.receipt.accepted !== lying.receipt.accepted)
    return [{ law: 3, what: `lies change whether the start is accepted: ${JSON.stringify(lying.receipt)}` }];
  const faults: Fault[] = [];
  for (const [key, inputs] of honest.handed) {
    const others = lying.handed.get(key);
    if (inAnyOrder(others ?? null) !== inAnyOrder(inputs))
      faults.push({
        law: 3,
        what: `${key} is handed ${JSON.stringify(others)} instead of ${JSON.stringify(inputs)}`,
      });
  }
  const ends = ({ view }: Played) =>
    (view?.steps ?? [])
      .map(({ key, status }) => `${key} ${status}`)
      .sort()
      .join('; ');
  if (ends(honest) !== ends(lying))
    faults.push({ law: 3, what: `steps end otherwise: ${ends(lying)} and not ${ends(honest)}` });
  return faults;
}
