import type { Block, Bundle, Condition, Document, Subject } from '../../src/model/index.js';

type Element = Subject['elements'][string];

/** Conditions with a structure that a proof should be able to use. */
export interface Structure {
  name: string;
  /** How many situations there are, as far as that is known beforehand. */
  situations?: bigint;
  documents: Document[];
}

const yes = { const: true };

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** One person who is asked yes-or-no questions, and a use of a block of its own for each of the conditions. */
function documentsOf(questions: number, conditions: readonly Condition[]): Document[] {
  const elements = Object.fromEntries<Element>([
    ...range(questions).map((index): [string, Element] => [
      `q${index}`,
      { title: `Q ${index}`, schema: { type: 'boolean' } },
    ]),
    ['name', { title: 'Name', schema: { type: 'string', minLength: 1 } }],
  ]);
  const blocks = conditions.map((_, index): Block => ({
    kind: 'block',
    id: `b${index}`,
    roles: { person: 'person' },
    inputs: [{ field: 'person.name' }],
  }));
  const bundle: Bundle = {
    kind: 'bundle',
    id: 'bundle',
    roles: { person: 'person' },
    uses: conditions.map((when, index) => ({ block: `b${index}`, when })),
  };
  return [{ kind: 'subject', id: 'person', elements }, ...blocks, bundle];
}

/** So many uses, each under a question of its own. */
export function independent(count: number): Structure {
  return {
    name: 'independent questions',
    situations: 2n ** BigInt(count),
    documents: documentsOf(
      count,
      range(count).map((index) => ({ [`person.q${index}`]: yes })),
    ),
  };
}

/** So many uses, each resting on the questions of all before it as well. */
export function chainOfAll(count: number): Structure {
  const upTo = (last: number) =>
    Object.fromEntries(range(last + 1).map((index) => [`person.q${index}`, yes]));
  return {
    name: 'a chain, each resting on all before it',
    situations: BigInt(count + 1),
    documents: documentsOf(count, range(count).map(upTo)),
  };
}

/** Uses that each rest on a question and the one before it. */
export function chainOfNeighbours(count: number): Structure {
  return {
    name: 'a chain, each resting on the one before it',
    documents: documentsOf(
      count,
      range(count - 1).map((index) => ({ [`person.q${index}`]: yes, [`person.q${index + 1}`]: yes })),
    ),
  };
}

/** So many uses that share one applicant and ten questions. */
export function sharedApplicant(count: number): Structure {
  return {
    name: 'uses of one applicant under ten questions',
    situations: 2n ** 10n,
    documents: documentsOf(
      10,
      range(count).map((index) => ({ [`person.q${index % 10}`]: yes })),
    ),
  };
}

/** Parties of whom it is asked, pair by pair, whether their numbers are equal; a use for each pair that others join. */
export function pairs(parties: number): Structure {
  const all = range(parties).flatMap((one) =>
    range(parties)
      .slice(one + 1)
      .map((other): [number, number] => [one, other]),
  );
  const field = (one: number, other: number) =>
    `person.q${all.findIndex(([a, b]) => a === Math.min(one, other) && b === Math.max(one, other))}`;
  return {
    name: 'parties that are compared pair by pair',
    documents: documentsOf(
      all.length,
      all.map(([one, other]) => [
        { [field(one, other)]: yes },
        ...range(parties)
          .filter((third) => third !== one && third !== other)
          .map((third) => ({ [field(one, third)]: yes, [field(third, other)]: yes })),
      ]),
    ),
  };
}

/** A declaration of so many questions, each of which rests on several others that lie apart. */
export function tangled(count: number): Structure {
  const field = (index: number) => `person.q${index % count}`;
  return {
    name: 'a declaration whose questions rest on each other',
    documents: documentsOf(
      count,
      range(count).map((index) => [
        { [field(index)]: yes, [field(index * 7 + 3)]: yes },
        { [field(index * 11 + 5)]: yes, [field(index * 13 + 1)]: { const: false } },
      ]),
    ),
  };
}
