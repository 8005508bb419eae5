import { compareCodeUnits, omitUndefined } from '../base/index.js';
import type { JsonObject, JsonSchema } from '../base/index.js';
import { calendarOf } from '../catalogue/index.js';
import type { Entry as CatalogueEntry, LoadedCatalogue } from '../catalogue/index.js';
import { ordinaryPace } from '../time/index.js';
import { createDiagnostic, sortDiagnostics } from '../diagnostics/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { roleOfKey } from '../model/index.js';
import type {
  Bundle,
  FormContent,
  FormField,
  FormMaterial,
  MaterialChoice,
  Question,
  Report,
} from '../model/index.js';
import { factsOf } from '../predicate/index.js';
import type { Facts } from '../predicate/index.js';
import { selfContained, withoutDefaults } from '../schema/index.js';
import { bindUses } from './bind/bind.js';
import type { BoundBundle } from './bind/bound.js';
import { expandItems } from './bind/expand-items.js';
import { checkConflicts } from './checks/conflicts.js';
import type { CheckContext } from './checks/check-context.js';
import { checkCycles, checkDeferrals, checkTarget } from './checks/cycles.js';
import { checkDefaults } from './checks/defaults.js';
import { checkFewest } from './checks/fewest.js';
import { checkDifferences } from './checks/differences.js';
import { checkOrigins, checkPrerequisites, checkRegistries } from './checks/sources.js';
import { checkYields } from './checks/yields.js';
import { cutEdges } from './order/cut-edges.js';
import type { Cut } from './order/cut-edges.js';
import { describeForm } from './tell/form-content.js';
import { describeFields, describeMaterials, subjectsOf } from './tell/fields.js';
import { entriesOf, formSchema } from './form/form.js';
import { formUi } from './form/form-ui.js';
import type { UiTitles } from './form/form-ui.js';
import { chooseAlternatives } from './ask/material-choice.js';
import { findNeeds } from './ask/needs.js';
import { divideForms } from './ask/divide-forms.js';
import type { Needs } from './ask/needs.js';
import type { FormPart } from './ask/divide-forms.js';
import { orderSteps } from './order/order.js';
import type { StepOrder } from './order/order.js';
import { findOrigins } from './origin/origin.js';
import type { Origins } from './origin/origin.js';
import { report } from './tell/report.js';
import { rulesOf } from './origin/rules.js';
import type { Rule } from './origin/rules.js';
import { selectUses } from './bind/select.js';
import { settle } from './bind/settle.js';
import { findWaits } from './order/waits.js';
import type { StepEdge } from './order/wait.js';

/** What composing is asked for. */
export interface ComposeOptions {
  /** What is known, shaped like the form: role, then element; choices under `choices`. */
  facts?: JsonObject;
  /** Waits to leave out, as far as the documents permit it: the plan under a proposed cut. */
  cuts?: readonly Cut[];
  /** The language of labels in `form.ui`. Left out: the catalogue's first locale. */
  locale?: string;
}

/** A composed bundle, with everything that a plan, a proof or an explanation needs. */
export interface ComposedBundle {
  catalogue: LoadedCatalogue;
  bound: BoundBundle;
  origins: Origins;
  needs: Needs;
  formParts: readonly FormPart[];
  /** Each form as it is published. */
  forms: ReadonlyMap<FormPart, JsonSchema>;
  ui: JsonObject;
  /** What each form consists of. */
  contents: ReadonlyMap<FormPart, FormContent>;
  fields: FormField[];
  materials: FormMaterial[];
  choices: MaterialChoice[];
  questions: Question[];
  rules: readonly Rule[];
  edges: readonly StepEdge[];
  order: StepOrder;
  report: Report;
  facts: JsonObject;
  diagnostics: Diagnostic[];
}

/**
 * Composes a bundle: select, bind, origin, needs, form, materials, order, report, checks.
 * Mistakes in documents become diagnostics; what is sound is composed all the same.
 */
export function composeModel(
  catalogue: LoadedCatalogue,
  entry: CatalogueEntry<Bundle>,
  options: ComposeOptions = {},
): ComposedBundle {
  const facts = options.facts ?? {};
  const locale = options.locale ?? catalogue.locales[0] ?? 'en';
  const selection = selectUses(catalogue, entry);
  const collected = selection.diagnostics;
  const collect = (diagnostic: Diagnostic) => collected.push(diagnostic);
  checkRoleNames(entry, collect);
  const known = factsOf(facts);
  const bound = settle(expandItems(bindUses(catalogue, selection), facts), known);
  const allRules = rulesOf(catalogue, bound, collect);
  const origins = findOrigins(bound, allRules, (key) => isKnown(bound, known, key));
  const needs = findNeeds(bound, origins);
  const formParts = divideForms(bound, needs, origins);
  const context = { catalogue, bound, origins, needs, formParts };
  const subjects = subjectsOf(context);
  const { choices, open: openChoices } = chooseAlternatives(catalogue, needs, origins);
  const { edges: waits, deferrals, rules } = findWaits(context);
  const edges = cutEdges(waits, options.cuts ?? []);
  const order = orderSteps(bound, rules, formParts, { edges, pace: ordinaryPace(calendarOf(catalogue)) });
  const checks: CheckContext = {
    ...context,
    subjects,
    edges,
    deferrals,
    rules,
    order,
    choices,
    openChoices,
    report: collect,
  };
  for (const check of composeChecks) check(checks);
  const main = formParts.find(({ step }) => step === undefined)!;
  const composed = {
    ...context,
    choices,
    rules,
    edges,
    order,
    facts,
    diagnostics: sortDiagnostics(collected.map((diagnostic) => catalogue.withRange(diagnostic))),
  };
  return withLater(composed, {
    forms: () =>
      new Map(
        // Suggestions are for views: many a renderer and validator makes values of them.
        formParts.map((part) => [part, withoutDefaults(selfContained(formSchema(bound, part, origins)))]),
      ),
    ui: () => formUi(bound, entriesOf(main), titlesFor(catalogue, bound, locale)),
    contents: () => new Map(formParts.map((part) => [part, describeForm(context, part)])),
    fields: () => describeFields(context, subjects),
    materials: () => describeMaterials(context, subjects),
    questions: ({ fields }) => questionsOf(needs, fields, main),
    report: () => report({ bound, needs, formParts, choices, criticalPath: order.criticalPath }),
  });
}

/** Is the value of a field given? Of a repeated role only where there is no item, and so nothing left to say. */
function isKnown(bound: BoundBundle, facts: Facts, key: string): boolean {
  const role = bound.roles.get(roleOfKey(key));
  return role?.many === undefined ? facts.lookup(key) !== undefined : role.items?.length === 0;
}

/** What a plan or a form shows and no check looks at: worked out when somebody asks for it. */
type Shown = Pick<
  ComposedBundle,
  'forms' | 'ui' | 'contents' | 'fields' | 'materials' | 'questions' | 'report'
>;

function withLater(
  composed: Omit<ComposedBundle, keyof Shown>,
  later: { [K in keyof Shown]: (composed: ComposedBundle) => Shown[K] },
): ComposedBundle {
  for (const [key, work] of Object.entries(later)) {
    Object.defineProperty(composed, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = work(composed as ComposedBundle);
        Object.defineProperty(composed, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return composed as ComposedBundle;
}

const composeChecks: ((context: CheckContext) => void)[] = [
  checkConflicts,
  checkDefaults,
  checkDifferences,
  checkOrigins,
  checkPrerequisites,
  checkRegistries,
  checkYields,
  checkCycles,
  checkTarget,
  checkDeferrals,
  checkFewest,
];

function checkRoleNames(entry: CatalogueEntry<Bundle>, collect: (diagnostic: Diagnostic) => void): void {
  for (const role of ['choices', 'materials']) {
    if (!Object.hasOwn(entry.document.roles, role)) continue;
    const at = { file: entry.file, pointer: `/roles/${role}`, on: 'key' as const };
    collect(createDiagnostic('compose/reserved-role', { role }, at));
  }
}

function titlesFor(catalogue: LoadedCatalogue, bound: BoundBundle, locale: string): UiTitles {
  return {
    materialTitle: (id) => catalogue.materials.get(id)?.document.title,
    choiceTitle: (use) => bound.choices.get(use)?.title,
    locale,
  };
}

/** The questions of the main form that somebody has to answer, in the order in which they settle most. */
function questionsOf(needs: Needs, fields: readonly FormField[], main: FormPart): Question[] {
  const byField = new Map(fields.map((field) => [field.field, field]));
  const asked = new Map(
    main.questions.filter((question) => question.asked !== false).map((one) => [one.field, one]),
  );
  return needs.questions.flatMap(({ field, weight, decides }): Question[] => {
    const question = asked.get(field);
    const described = byField.get(field);
    if (question === undefined || described === undefined) return [];
    return [
      {
        field,
        ...omitUndefined({ title: described.title }),
        schema: described.schema,
        ...(question.asked === true ? {} : { when: question.asked }),
        weight,
        decides: [...decides].sort(compareCodeUnits),
      },
    ];
  });
}
