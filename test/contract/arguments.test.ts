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

type Call = (...given: unknown[]) => unknown;

const catalogue = root.loadCatalogue([]);
const values: unknown[] = [undefined, null, 1, 'x', {}, [], { plan: {} }, catalogue];

/** Constructors, and what test/runtime/arguments.test.ts has. */
const others = new Set([
  'createSqliteStore',
  'createRunner',
  'UsageError',
  'UnavailableError',
  'InvariantError',
]);

/** Parts of definitions and of runners, which expect what their types say. What is added here needs a reason. */
const typed = new Set([
  'defineAuthority',
  'defineBlock',
  'defineBundle',
  'defineCalendar',
  'defineCase',
  'defineCatalogue',
  'defineDerivation',
  'defineMaterial',
  'defineRegistry',
  'defineSubject',
  'decide',
  'outcomeOf',
  'transitionsBetween',
  'addWorkingDays',
  'dateIn',
  'dateOf',
  'endOf',
  'instantIn',
  'instantOf',
  'isWorkingDay',
  'msOf',
  'offsetOf',
  'workingDayFrom',
  'createCalls',
  'receiptOf',
  'startedAgain',
  'takenNow',
  'isAboutToStart',
  'isRefusal',
  'startedBy',
  'withDerived',
  'commitOf',
  'Turn',
  'wakeOf',
  'beginningOf',
  'handIn',
  'isHandlerCommand',
  'isUnderWay',
  'attemptOf',
  'makeAttempt',
  'planStepOf',
  'tablesOf',
  'viewOf',
  'assertCaseFormat',
  'assertHandlers',
  'counterOf',
  'noticeOf',
  'noticesOf',
  'summaryOf',
  'filesIn',
  'mayBeForgotten',
  'createSimulation',
  'conflictError',
  'trustedStore',
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
  .filter(([name, value]) => typeof value === 'function' && !others.has(name) && !typed.has(name))
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
