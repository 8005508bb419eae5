import { isObject } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { assertArguments, literals, messenger, UsageError } from '../messages/index.js';
import type { Composition, FormContent, Plan } from '../model/index.js';
import { demandedIn } from './alternatives.js';
import { arrangementOf } from './arrangement.js';
import type { Arrangement } from './arrangement.js';
import { schemasOf } from './draw-schema.js';
import { rjsfOf } from './draw-rjsf.js';
import { uiOf } from './draw-ui.js';
import type { DrawnBefore } from './field-schema.js';
import { slotsOf } from './in-force.js';
import type { Slot } from './in-force.js';
import { viewMessages } from './messages.js';
import { sectionsOf } from './sections.js';
import { situationOf } from './situation.js';
import { wordsIn } from './words.js';

const tell = messenger(viewMessages);

/** What a view is asked for. */
export interface ViewOptions {
  /** The language of titles and labels (BCP 47). */
  locale: string;
  /** A later form, by its step. Left out: the form that a case starts with. */
  form?: string;
  /** What signing in told, shaped like the form. */
  known?: JsonObject;
  /** Who said what stands at a place of the data, as a case tells it: what is not the applicant's is shown and not changed. */
  sources?: Record<string, { from: string }>;
}

/** A form as it is drawn for the answers so far. */
export interface FormView {
  /** JSON Schema of exactly what is shown, for any renderer. Draft 7 reads it as 2020-12 does. */
  schema: JsonObject;
  /** The UI schema of JSON Forms. */
  ui: JsonObject;
  /** Properties of RJSF's Form: `schema`, `uiSchema` and the settings that keep it from answering for the applicant. */
  rjsf: JsonObject;
  /** What the form shows: what is known, and the answers that count. */
  data: JsonObject;
}

/**
 * Draws a form for the answers so far. What conditions have decided is in or out; what they have not is out until they
 * have. Call it again whenever an answer changes.
 * @param source a composition or a plan, which must not change afterwards
 * @param data the answers so far, shaped like the form; of a later form, the data of the case
 * @throws UsageError `usage/argument` for arguments of another kind, `usage/form-view` where the plan has no such form
 */
export function formView(source: Composition | Plan, data: JsonObject, options: ViewOptions): FormView {
  const plan = planIn(source);
  assertArguments(
    'formView',
    { source: 'from composeBundle().plan', data: 'object', options: 'object' },
    { source: plan, data, options },
  );
  const { locale, form, known = {}, sources = {} } = options;
  assertArguments(
    'formView',
    { locale: 'text', form: 'text?', known: 'object', sources: 'object' },
    { locale, form, known, sources },
  );
  const { content, slots, arrangement, before } = prepared(plan, form);
  const words = wordsIn(locale);
  const situation = situationOf(plan, { data, known, sources, isLater: form !== undefined });
  const demanded = demandedIn(content, situation);
  const sections = sectionsOf({ plan, slots, situation, demanded, words, before });
  const { schema, rjsf } = schemasOf(words.title(plan.title, plan.id), sections);
  return {
    schema,
    ui: uiOf(sections, arrangement, words),
    rjsf: rjsfOf(rjsf, sections),
    data: situation.data,
  };
}

function planIn(source: Composition | Plan): Plan {
  return isObject(source) && 'plan' in source ? (source as Composition).plan : (source as Plan);
}

interface Prepared {
  content: FormContent;
  slots: Slot[];
  arrangement: Arrangement;
  before: DrawnBefore;
}

const preparations = new WeakMap<Plan, Map<string | undefined, Prepared>>();

/** What is the same for every view of a form. */
function prepared(plan: Plan, form: string | undefined): Prepared {
  let ofPlan = preparations.get(plan);
  if (ofPlan === undefined) preparations.set(plan, (ofPlan = new Map<string | undefined, Prepared>()));
  let found = ofPlan.get(form);
  if (found === undefined) {
    const content = contentOf(plan, form);
    const isRepeated = (role: string) => isObject(plan.roles[role]) && plan.roles[role].many !== undefined;
    found = {
      content,
      slots: slotsOf(content, isRepeated),
      arrangement: arrangementOf(content),
      before: new Map(),
    };
    ofPlan.set(form, found);
  }
  return found;
}

function contentOf(plan: Plan, form: string | undefined): FormContent {
  if (form === undefined) {
    if (plan.form.content !== undefined) return plan.form.content;
    throw new UsageError(tell('usage/form-view:content', { plan: plan.id }));
  }
  const step = plan.steps.find(({ id }) => id === form);
  if (step?.content !== undefined) return step.content;
  const steps = plan.steps.filter(({ content }) => content !== undefined).map(({ id }) => id);
  throw new UsageError(
    tell('usage/form-view', { plan: plan.id, form }),
    steps.length === 0
      ? tell('usage/form-view:none')
      : tell('usage/form-view:steps', { names: literals(steps) }),
  );
}
