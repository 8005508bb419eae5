import { composeBundle } from 'onething';
import type { LoadedCatalogue, Plan } from 'onething';

/** What this host offers: the bundles of a catalogue, each composed once. */
export interface Services {
  /** Ids and titles of the bundles. */
  list(): { id: string; title: Plan['title'] }[];
  /** @throws TypeError where there is no bundle of this id; ask `has` first */
  plan(bundle: string): Plan;
  has(bundle: string): boolean;
}

/** Composes the bundles of a catalogue as they are asked for. */
export function createServices(catalogue: LoadedCatalogue, bundles: readonly string[]): Services {
  const plans = new Map<string, Plan>();
  const plan = (bundle: string): Plan => {
    const known = plans.get(bundle);
    if (known !== undefined) return known;
    const { plan: composed, diagnostics } = composeBundle(catalogue, bundle);
    if (composed === undefined) throw new TypeError(diagnostics[0]?.message);
    plans.set(bundle, composed);
    return composed;
  };
  return {
    list: () => bundles.map((id) => ({ id, title: plan(id).title })),
    plan,
    has: (bundle) => bundles.includes(bundle),
  };
}
