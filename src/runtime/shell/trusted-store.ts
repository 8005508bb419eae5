import { assertArguments, UnavailableError, UsageError, literal } from '../../messages/index.js';
import { tell } from './messages.js';
import type { CaseStore } from './ports.js';
import { nameOf } from './trouble.js';

/**
 * A store whose failures are all told apart from bugs of ours: whatever it rejects with or throws becomes an
 * `UnavailableError`, which names the method, says what the error says, and has the error itself as its cause.
 */
export function trustedStore(store: CaseStore): CaseStore {
  assertArguments('trustedStore', { store: 'from createMemoryStore' }, { store });
  const guard =
    <Name extends keyof CaseStore>(name: Name) =>
    async (...given: Parameters<Required<CaseStore>[Name]>): Promise<never> => {
      try {
        const method = store[name] as (...all: typeof given) => Promise<unknown>;
        return (await method.apply(store, given)) as never;
      } catch (error) {
        if (error instanceof UnavailableError || error instanceof UsageError) throw error;
        const text = error instanceof Error ? literal(error.message) : nameOf(error);
        throw new UnavailableError(tell('runtime/store-failed', { method: name, text }), { cause: error });
      }
    };
  return {
    ...('backup' in store ? { backup: guard('backup') } : {}),
    log: guard('log'),
    position: guard('position'),
    forget: guard('forget'),
    secret: guard('secret'),
    loadPlan: guard('loadPlan'),
    commit: guard('commit'),
    load: guard('load'),
    history: guard('history'),
    list: guard('list'),
    active: guard('active'),
    due: guard('due'),
    nextWake: guard('nextWake'),
    close: guard('close'),
  };
}
