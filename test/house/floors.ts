import { createRequire } from 'node:module';

interface Rule {
  name: string;
  from: { path: string };
  to: { path: string };
}

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: Rule[];
};

/** The rooms in an expression such as `^src/(base|model)/`. */
const roomsIn = (expression: string) => /\(([^)]*)\)/.exec(expression)![1]!.split('|');

const upward = forbidden.filter(({ name }) => /^floor-\d+-imports-no-higher-floor$/.test(name));

/** The floors of the house, lowest first, as the rules of .dependency-cruiser.cjs have them. */
export const floors: string[][] = [
  ...upward.map(({ from }) => roomsIn(from.path)),
  roomsIn(upward.at(-1)!.to.path),
];

/** The rooms that have no Node, clock, randomness or environment. */
export const pureRooms = roomsIn(
  forbidden.find(({ name }) => name === 'pure-rooms-import-no-node')!.from.path,
);
