/**
 * The floors of the house (ARCHITECTURE.md). Imports go down only: never up, never sideways on one floor.
 * A room is entered from outside by its index.ts; inside a room, a file imports its siblings.
 */
const floors = [
  ['base'],
  ['diagnostics'],
  ['model'],
  ['documents', 'schema', 'define', 'messages'],
  ['catalogue', 'graph', 'predicate', 'derive'],
  ['compose'],
  ['plan', 'prove'],
  ['runtime', 'check', 'diff'],
  ['engines', 'node', 'report', 'codegen', 'export', 'testing'],
  ['cli'],
];

const path = (rooms) => `^src/(${rooms.join('|')})/`;

const upward = floors.slice(0, -1).map((rooms, floor) => ({
  name: `floor-${floor}-imports-no-higher-floor`,
  comment: 'A lower floor that knew a higher one could not be used, tested or replaced alone.',
  severity: 'error',
  from: { path: path(rooms) },
  to: { path: path(floors.slice(floor + 1).flat()) },
}));

const sideways = floors.flatMap((rooms, floor) =>
  rooms
    .filter(() => rooms.length > 1)
    .map((room) => ({
      name: `floor-${floor}-${room}-imports-no-neighbour`,
      comment:
        'Neighbours on one floor are independent of each other; what both need belongs one floor down.',
      severity: 'error',
      from: { path: path([room]) },
      to: { path: path(rooms.filter((other) => other !== room)) },
    })),
);

/** A package that only one room may import, so that it stays replaceable. */
const owned = [
  ['zod', 'src/(model|define)/'],
  ['js-yaml', 'src/documents/'],
  ['@dagrejs/graphlib', 'src/graph/'],
  ['ajv', 'src/schema/'],
  ['refa', 'src/schema/'],
  ['@eslint-community/regexpp', 'src/schema/'],
  ['json-schema-to-typescript', 'src/codegen/'],
  ['commander', 'src/cli/'],
  ['@noble/hashes', 'src/model/'],
].map(([name, owner]) => ({
  name: `only-its-room-imports-${name.replace(/[@/]/g, '-')}`,
  comment: `${name} has one owner room (${owner}), so that it can be replaced there.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^${owner}` },
  to: { path: `node_modules/${name}/` },
}));

module.exports = {
  forbidden: [
    ...upward,
    ...sideways,
    ...owned,
    {
      name: 'no-circular',
      comment: 'Files in a ring can only be read all at once.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'enter-a-room-by-its-index',
      comment: 'What index.ts does not export is private to its room.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/([^/]+)/.+',
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/engines/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'pure-floors-import-no-node',
      comment: 'Floors 0 to 5 and the machine run in a browser.',
      severity: 'error',
      from: { path: path([...floors.slice(0, 7).flat(), 'runtime', 'check', 'diff', 'report', 'export']) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-undeclared-package',
      comment: 'What is not in package.json is not there for the user.',
      severity: 'error',
      // An engine is an optional peer: whoever imports its subpath has installed it.
      from: { path: '^src/', pathNot: '^src/engines/' },
      // An optional peer is declared twice: as a peer for users, and for development here.
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['npm-peer'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that resolves to nothing is a typing mistake.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
