/** Whatever a caller hands to a function of the package is taken, or refused with words: never a TypeError. */
import { expect, it } from 'vitest';
import * as codegen from '../../src/codegen/index.js';
import * as exporting from '../../src/export/index.js';
import * as root from '../../src/index.js';
import * as node from '../../src/node/index.js';
import * as report from '../../src/report/index.js';
import * as testing from '../../src/testing/index.js';
import * as runtime from '../../src/runtime/index.js';
import * as schema from '../../src/schema/index.js';
import * as define from '../../src/define/index.js';
import * as restate from '../../src/engines/restate/index.js';
import { UsageError } from '../../src/messages/index.js';
import { buildPlan } from '../runtime/plan-builder.js';

type Call = (...given: unknown[]) => unknown;

const catalogue = root.loadCatalogue([]);
const plan = buildPlan({ steps: [{ id: 'a' }] });
const values: unknown[] = [
  ...[undefined, null, 1, 'x', {}, [], { plan: {} }, catalogue],
  // What is in order itself lets a mistake in the next argument be seen.
  ...[plan, runtime.initialState(plan.hash), '2026-09-30T09:00:00.000+08:00', '2026-09-30'],
  { id: 'c', seq: 1, state: runtime.initialState(plan.hash) },
];

/** Why a function is not called here. */
const others = new Set([
  // Opens a file wherever a text says, or a runner that has to be stopped: test/runtime/arguments.test.ts has them.
  ...['createSqliteStore', 'createRunner'],
  // Classes of errors, which hosts catch and do not make.
  ...['UsageError', 'UnavailableError', 'InvariantError'],
]);

const calls = Object.entries({
  ...define,
  ...restate,
  ...runtime,
  ...schema,
  ...codegen,
  ...exporting,
  ...root,
  ...node,
  ...report,
  ...testing,
})
  .filter(([name, value]) => typeof value === 'function' && !others.has(name))
  .map(([name, value]): [string, Call] => [name, value as Call]);

it.each(calls)('%s', async (name, call) => {
  const surprises: string[] = [];
  for (const one of values) {
    for (const two of values) {
      for (const three of [undefined, null, 1, {}]) {
        try {
          await (name === 'Turn'
            ? Reflect.construct(runtime.Turn, [one, two, three])
            : call(one, two, three));
        } catch (error) {
          if (!(error instanceof UsageError)) surprises.push(String((error as Error).stack).slice(0, 300));
        }
      }
    }
  }
  expect([...new Set(surprises)]).toEqual([]);
});
