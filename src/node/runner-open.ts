import { assertArguments } from '../messages/index.js';
import type { CaseStore, Runner, RunnerOptions } from '../runtime/index.js';
import { createRunner as createPureRunner } from '../runtime/index.js';
import { createSqliteStore } from './sqlite-store.js';

/** As in `onething/runtime`, with the path of a store file as a further kind of store. */
export interface DurableRunnerOptions extends Omit<RunnerOptions, 'store'> {
  /** A store, or the path of a file that becomes one. Left out: in memory, gone with the process. */
  store?: CaseStore | string;
}

/**
 * A runner whose cases survive the process.
 * @throws UsageError where the store cannot be used, as `createSqliteStore` says
 */
export async function createRunner(options: DurableRunnerOptions): Promise<Runner> {
  assertArguments('createRunner', { options: 'object' }, { options });
  const { store: where, ...rest } = options;
  if (where === undefined) return createPureRunner(rest);
  const store = typeof where === 'string' ? await createSqliteStore(where) : where;
  try {
    return await createPureRunner({ ...rest, store });
  } catch (error) {
    if (typeof where === 'string') await store.close();
    throw error;
  }
}
