/**
 * One applicant, many askers: N blocks that all take the same thirty fields, each with a limit of its own.
 * Prints a Markdown table of microseconds for each contribution; a row that stays level is linear.
 * Composing does far more than merging (origins, explanations, plan); the peers only merge.
 */
import type { JsonSchema } from '../../src/base/index.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import type { Document } from '../../src/model/index.js';
import { composeBundle } from '../../src/plan/index.js';
import { libraries } from '../algebra/libraries.js';

const fieldCount = 30;
const rounds = 5;

function narrowing(block: number): { minLength: number; maxLength: number } {
  return { minLength: block % 5, maxLength: 100 - (block % 40) };
}

function catalogueOf(blocks: number): Document[] {
  const names = Array.from({ length: fieldCount }, (_, index) => `field${index}`);
  const elements = Object.fromEntries(
    names.map((name) => [name, { title: name, schema: { type: 'string', maxLength: 200 } }]),
  );
  return [
    { kind: 'subject', id: 'person', elements },
    ...Array.from({ length: blocks }, (_, block): Document => ({
      kind: 'block',
      id: `block${block}`,
      roles: { person: 'person' },
      inputs: names.map((name) => ({ field: `person.${name}`, schema: narrowing(block) })),
    })),
    {
      kind: 'bundle',
      id: 'bundle',
      roles: { person: 'person' },
      uses: Array.from({ length: blocks }, (_, block) => ({ block: `block${block}` })),
    },
  ];
}

/** The objects that the peers merge: one schema for each block. */
function schemasOf(blocks: number): JsonSchema[] {
  return Array.from({ length: blocks }, (_, block) => ({
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: fieldCount }, (__, index) => [
        `field${index}`,
        { type: 'string', ...narrowing(block) },
      ]),
    ),
  }));
}

function median(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

const contenders: [name: string, prepare: (blocks: number) => () => void][] = [
  [
    'onething, the whole composition',
    (blocks) => {
      const catalogue = loadCatalogue([], { documents: catalogueOf(blocks) });
      return () => composeBundle(catalogue, 'bundle');
    },
  ],
  ...libraries
    .filter(({ name }) => !name.includes('allOf:'))
    .map((library): [string, (blocks: number) => () => void] => [
      `${library.name}, merging only`,
      (blocks) => {
        const schemas = schemasOf(blocks);
        return () => library.join(schemas);
      },
    ]),
];

const sizes = [10, 30, 100, 300];
console.log(`| µs for each contribution | ${sizes.map((size) => `${size} blocks`).join(' | ')} |`);
console.log(`|---|${sizes.map(() => '--:').join('|')}|`);
for (const [name, prepare] of contenders) {
  const cells = sizes.map((size) => {
    try {
      const time = median(prepare(size));
      return ((time * 1000) / (size * fieldCount)).toFixed(2);
    } catch (error) {
      return `throws (${(error as Error).name})`;
    }
  });
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
