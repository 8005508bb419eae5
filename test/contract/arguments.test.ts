/** Whatever a caller hands to a function of the package is taken, or refused with words: never a TypeError. */
import { expect, it } from 'vitest';
import * as codegen from '../../src/codegen/index.js';
import * as exporting from '../../src/export/index.js';
import * as root from '../../src/index.js';
import * as node from '../../src/node/index.js';
import * as report from '../../src/report/index.js';
import * as testing from '../../src/testing/index.js';
import { UsageError } from '../../src/messages/index.js';

type Call = (...given: unknown[]) => unknown;

const catalogue = root.loadCatalogue([]);
const values: unknown[] = [undefined, null, 1, 'x', {}, [], { plan: {} }, catalogue];

/** Small tools for texts, which expect what their types say; and constructors. */
const tools = new Set([
  'conditionText',
  'countsText',
  'formatFindings',
  'adviceText',
  'diffMarkdown',
  'reportMarkdown',
  'schemaText',
  'printable',
  'widthOf',
  'wrapText',
  'percentOf',
  'casesJunit',
  'render',
  'publishedSchema',
  'diffBundles',
  'readRevision',
  // test/runtime/arguments.test.ts has these.
  'createSqliteStore',
  'createRunner',
  'UsageError',
  'UnavailableError',
  'InvariantError',
]);

const calls = Object.entries({ ...codegen, ...exporting, ...root, ...node, ...report, ...testing })
  .filter(([name, value]) => typeof value === 'function' && !tools.has(name))
  .map(([name, value]): [string, Call] => [name, value as Call]);

it.each(calls)('%s', async (_, call) => {
  const surprises: string[] = [];
  for (const one of values) {
    for (const two of values) {
      for (const three of [undefined, null, 1, {}]) {
        try {
          await call(one, two, three);
        } catch (error) {
          if (!(error instanceof UsageError)) surprises.push(String((error as Error).stack).slice(0, 300));
        }
      }
    }
  }
  expect([...new Set(surprises)]).toEqual([]);
});
