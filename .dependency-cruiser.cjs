/**
 * The floors of the house (ARCHITECTURE.md). Imports go down only: never up, never sideways on one floor.
 * A room is entered from outside by its index.ts; inside a room, a file imports its siblings.
 */
const floors = [
  ['base'],
  ['messages'],
  ['diagnostics'],
  ['schema'],
  ['model'],
  ['documents', 'define', 'time'],
  ['catalogue', 'graph', 'predicate', 'derive'],
  ['compose'],
  ['plan', 'prove'],
  ['runtime', 'check', 'diff', 'view'],
  ['languages'],
  ['engines', 'node', 'report', 'codegen', 'export', 'testing', 'forms'],
  ['cli'],
];

const path = (rooms) => `^src/(${rooms.join('|')})/`;

/** What a room says, as a table: data that knows no code, so that one table can hold what all rooms say. */
const texts = '^src/.+/messages[./]';

/**
 * The sub-rooms of a large room, in the order in which data passes: each imports only those before it. Files at the
 * root of a room (its index.ts, and what puts its stations together) may import all of them.
 */
const subRooms = {
  compose: ['bind', 'origin', 'ask', 'form', 'order', 'tell', 'checks'],
  runtime: ['machine', 'shell', 'embedded', 'simulation'],
  model: ['documents', 'plan', 'outputs', 'publish', 'shapes'],
};

/** Rooms that run in a browser and give the same result each time: no Node, clock, randomness or environment. */
const pureRooms = [
  ...floors
    .slice(
      0,
      floors.findIndex((rooms) => rooms.includes('runtime')),
    )
    .flat(),
  'runtime/machine',
  'check',
  'diff',
  'view',
  'languages',
  'report',
  'export',
];

const upward = floors.slice(0, -1).map((rooms, floor) => ({
  name: `floor-${floor}-imports-no-higher-floor`,
  comment: 'A lower floor that knew a higher one could not be used, tested or replaced alone.',
  severity: 'error',
  from: { path: path(rooms) },
  to: { path: path(floors.slice(floor + 1).flat()), pathNot: texts },
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

const backwards = Object.entries(subRooms).flatMap(([room, subs]) =>
  subs.map((sub, at) => ({
    name: `${room}-${sub}-imports-no-later-station`,
    comment: 'Data passes from station to station; a station that knew a later one could not be read alone.',
    severity: 'error',
    from: { path: `^src/${room}/${sub}/` },
    to: {
      path: `^src/${room}/`,
      pathNot: [texts, ...subs.slice(0, at + 1).map((earlier) => `^src/${room}/${earlier}/`)],
    },
  })),
);

/** A package that only one room may import, so that it stays replaceable. */
const owned = [
  ['zod', 'src/(model/shapes|define)/'],
  ['js-yaml', 'src/documents/'],
  ['@dagrejs/graphlib', 'src/export/'],
  ['ajv', 'src/schema/'],
  ['@eslint-community/regexpp', 'src/schema/'],
  ['json-schema-to-typescript', 'src/codegen/'],
  ['commander', 'src/cli/'],
  ['temporal-polyfill', 'src/time/'],
  ['@noble/hashes', 'src/(base|model)/'],
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
    ...backwards,
    ...owned,
    {
      name: 'no-circular',
      comment: 'Files in a ring can only be read all at once, whether values or types make it.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'messages-are-data',
      comment: 'What a room says is in the one table of messages, which must not load the room.',
      severity: 'error',
      from: { path: texts, pathNot: '^src/(languages|diagnostics)/' },
      to: { path: '^src/', pathNot: ['^src/messages/index\\.ts$', texts] },
    },
    {
      name: 'only-languages-reads-the-messages-of-a-room',
      comment:
        'What index.ts does not export is private to its room; the table of messages alone is made of all.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/languages/' },
      to: { path: texts, pathNot: '^src/$1/' },
    },
    {
      name: 'enter-a-room-by-its-index',
      comment: 'What index.ts does not export is private to its room.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/([^/]+)/.+',
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/engines/[^/]+/index\\.ts$', texts],
      },
    },
    {
      // eslint.config.js reads the pure rooms from this rule.
      name: 'pure-rooms-import-no-node',
      comment: 'Pure rooms run in a browser.',
      severity: 'error',
      from: { path: path(pureRooms) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shapes-stay-at-build-time',
      comment:
        'The shapes make the published schemas, which the library reads; a program carries no zod for them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/model/shapes/' },
      to: { path: '^src/model/shapes/', dependencyTypesNot: ['type-only'] },
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
