import { contentHash, omitUndefined, own } from '../base/index.js';
import { assertArguments, literals, meantBy, UsageError } from '../messages/index.js';
import type { Message } from '../messages/index.js';
import { calendarOf } from '../catalogue/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import { composeModel } from '../compose/index.js';
import type { ComposedBundle, ComposeOptions } from '../compose/index.js';
import { hasErrors } from '../diagnostics/index.js';
import { workingDaysOf } from '../time/index.js';
import type { Composition, Plan, PlanRole } from '../model/index.js';
import { normalizeFacts } from './facts.js';
import { tell } from './messages.js';
import { asksOf, stepsOf } from './steps.js';
import { unmetInPlan } from './unmet.js';

/** What composing is asked for. */
export interface BundleOptions extends Omit<ComposeOptions, 'facts'> {
  /** What is known, by field (`"mother.insurance"`) or shaped like the form. */
  facts?: Record<string, unknown>;
  /** What the applicant chose, by use. */
  choices?: Record<string, boolean>;
}

/**
 * Composes a bundle into one form, one set of materials, one plan and a report.
 * @param catalogue a loaded catalogue
 * @param bundle the id of the bundle
 * @returns the composition; what is wrong with the documents is among its diagnostics
 * @throws UsageError `usage/unknown-bundle` when the catalogue has no such bundle, `usage/facts` when facts are not JSON
 */
export function composeBundle(
  catalogue: LoadedCatalogue,
  bundle: string,
  options: BundleOptions = {},
): Composition {
  assertArguments(
    'composeBundle',
    { catalogue: 'from loadCatalogue', bundle: 'text', options: 'object' },
    { catalogue, bundle, options },
  );
  return compositionOf(composedBundle(catalogue, bundle, options));
}

/** The composed model behind a composition, for proofs and explanations. */
export function composedBundle(
  catalogue: LoadedCatalogue,
  bundle: string,
  options: BundleOptions = {},
): ComposedBundle {
  const entry = catalogue.bundles.get(bundle);
  if (entry === undefined) {
    const known = [...catalogue.bundles.keys()];
    throw new UsageError(tell('usage/unknown-bundle', { bundle }), meantBy(bundle, known) ?? hasThese(known));
  }
  const { facts, choices, ...rest } = options;
  const { roles } = entry.document;
  const keyFieldOf = (name: string) => {
    const role = own(roles, name);
    return typeof role === 'object' ? role.key : undefined;
  };
  return composeModel(catalogue, entry, {
    ...rest,
    facts: normalizeFacts(facts ?? {}, choices, keyFieldOf),
  });
}

/** Names a few of the bundles that there are. */
function hasThese(known: readonly string[]): Message {
  return known.length === 0
    ? tell('usage/unknown-bundle:none')
    : tell('usage/unknown-bundle:has', { names: literals(known.slice(0, 20)) });
}

/** The composition as one JSON document. */
export function compositionOf(composed: ComposedBundle): Composition {
  const { catalogue, bound } = composed;
  const plan = planOf(composed);
  const known = new Set(composed.diagnostics.map(({ code, at }) => `${code} ${at.file} ${at.pointer}`));
  // A composition of a broken catalogue says so, even where the bundle itself is sound.
  const fromLoading = hasErrors(catalogue.diagnostics)
    ? catalogue.diagnostics.filter(
        ({ code, at, severity }) => severity === 'error' && !known.has(`${code} ${at.file} ${at.pointer}`),
      )
    : [];
  return {
    formatVersion: 2,
    bundle: bound.bundle.id,
    ...omitUndefined({ title: bound.bundle.title }),
    catalogue: { id: catalogue.id, version: catalogue.version },
    facts: composed.facts,
    form: {
      schema: plan.form.schema,
      ui: composed.ui,
      fields: composed.fields,
      materials: composed.materials,
      choices: composed.choices,
      questions: composed.questions,
    },
    plan,
    ...unmetInPlan(plan),
    report: composed.report,
    diagnostics: [...fromLoading, ...composed.diagnostics],
  };
}

/** The plan of a composed bundle. */
export function planOf(composed: ComposedBundle): Plan {
  const { bound, catalogue, order } = composed;
  const { bundle } = bound;
  const main = composed.formParts.find(({ step }) => step === undefined)!;
  const calendar = calendarOf(catalogue);
  const plan: Omit<Plan, 'hash'> = {
    formatVersion: 2,
    id: bundle.id,
    ...omitUndefined({ title: bundle.title }),
    catalogue: { id: catalogue.id, version: catalogue.version },
    ...omitUndefined({ applicant: bundle.applicant }),
    roles: Object.fromEntries(
      [...bound.roles.values()].flatMap((role): [string, PlanRole][] =>
        role.itemOf === undefined ? [[role.name, planRole(role)]] : [],
      ),
    ),
    facts: composed.facts,
    form: {
      schema: composed.forms.get(main)!,
      asks: asksOf(composed, main),
      content: composed.contents.get(main)!,
    },
    ...omitUndefined({ calendar }),
    ...(bound.eligibility.length === 0
      ? {}
      : {
          eligibility: bound.eligibility.map(({ require, rule }) => ({
            require,
            otherwise: rule.otherwise,
            ...omitUndefined({ basis: rule.basis }),
          })),
        }),
    steps: stepsOf(composed, main),
    stages: order.stages,
    criticalPath: {
      steps: order.criticalPath.steps,
      workingDays: order.criticalPath.workingDays,
    },
    ...(bundle.target === undefined
      ? {}
      : {
          target: {
            within: bundle.target.within,
            workingDays: workingDaysOf(bundle.target.within, order.pace),
          },
        }),
  };
  return { ...plan, hash: contentHash(plan) };
}

function planRole(
  role: ComposedBundle['bound']['roles'] extends ReadonlyMap<string, infer R> ? R : never,
): PlanRole {
  return {
    type: role.type,
    ...omitUndefined({ title: role.title ?? role.subject?.title, many: role.many, key: role.key }),
    ...(role.guard === true ? {} : { when: role.guard }),
  };
}
