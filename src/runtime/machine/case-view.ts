import { omitUndefined } from '../../base/index.js';
import type { JsonObject, JsonSchema } from '../../base/index.js';
import type { Message } from '../../messages/index.js';
import type { Plan, PlanStep, Text, UnmetDemand } from '../../model/index.js';
import { instantIn, msOf } from '../../time/index.js';
import type { Instant } from '../../time/index.js';
import { assertRecord } from './arguments.js';
import { createSheet, project } from '../../plan/index.js';
import { consentKeyOf, consentTo } from './consent.js';
import type {
  CaseDraft,
  CaseState,
  CaseStatus,
  ConsentDecision,
  Dispute,
  Need,
  OpenItem,
  StepStatus,
} from './state.js';

/** One step of a case, for people and hosts. */
export interface StepView {
  /** The step key. */
  key: string;
  step: string;
  kind: PlanStep['kind'];
  title?: Text;
  authority?: string;
  item?: string;
  status: StepStatus;
  since: Instant;
  attempt: number;
  round: number;
  because?: Message;
  /** Of a look-up: what it answered and nobody takes, by name. */
  dropped?: string[];
  /** The first moment at which the limit is passed. */
  due?: Instant;
  /** The last day for which the holidays are known, where `due` lies beyond it: it may move. */
  knownUntil?: string;
  paused?: boolean;
  near?: boolean;
  overdue?: boolean;
  retryAt?: Instant;
}

/** Somebody whose consent look-ups of the case need. */
export interface ConsentView {
  /** As in the events: a role, or an item as in `child[anna]`. */
  of: string;
  /** `open`: nothing was said yet, and nothing is looked up. */
  decision: ConsentDecision | 'open';
  /** The registries that it is about. */
  registries: string[];
}

/** A case that is not handed in yet. */
export interface DraftView extends Omit<CaseDraft, 'submitted' | 'keepMs'> {
  /** Steps of look-ups that could not say what they should: the applicant is asked instead. */
  failed: string[];
  /** Steps that the applicant turns out not to be eligible for, in the words of their authors. */
  ineligible: UnmetDemand[];
}

/** Where a case stands. */
export interface CaseView {
  id: string;
  plan: { id: string; hash: string };
  status: CaseStatus;
  startedAt?: Instant;
  endedAt?: Instant;
  /** Number of events so far. */
  seq: number;
  steps: StepView[];
  /** Forms that wait for the applicant. */
  asks: { step: string; form: JsonSchema }[];
  /** What the applicant is to supply. `returned`: the return that a supplement answers. */
  needs: { step: string; round: number; returned: number; because?: Message; needs: Need[] }[];
  /** The demands of the bundle that are not met, where the case is refused or stopped for them. */
  unmet?: UnmetDemand[];
  /** Materials that may follow. */
  open: OpenItem[];
  /** Before it is handed in. */
  draft?: DraftView;
  /** Whose consent its look-ups need. */
  consents: ConsentView[];
  /** What is known, shaped like the form; of a draft, with the answers that count so far: what its form is drawn from. */
  data: JsonObject;
  /** What the applicant says is wrong of it. */
  disputes: readonly Dispute[];
  /** Who says each element, material, choice and item of it, by place. */
  sources: CaseState['sources'];
}

/** The view of a case from its state. */
export function viewOf(plan: Plan, record: { id: string; seq: number; state: CaseState }): CaseView {
  assertRecord('viewOf', plan, record);
  const { id, seq, state } = record;
  const order = new Map(plan.steps.map((step, index) => [step.id, index]));
  const keys = Object.keys(state.steps).sort((a, b) => {
    const [left, right] = [state.steps[a]!, state.steps[b]!];
    return order.get(left.step)! - order.get(right.step)! || (left.index ?? 0) - (right.index ?? 0);
  });
  const running = state.status === 'running';
  const steps = keys.map((key) => stepView(plan, state, key));
  return {
    id,
    plan: { id: plan.id, hash: plan.hash },
    status: state.status,
    ...omitUndefined({ startedAt: state.startedAt, endedAt: state.endedAt }),
    seq,
    steps,
    asks: keys
      .filter((key) => running && state.steps[key]!.status === 'asking')
      .map((key) => ({
        step: key,
        form: plan.steps.find((step) => step.id === state.steps[key]!.step)?.form ?? true,
      })),
    needs: keys
      .filter((key) => running && state.steps[key]!.status === 'returned')
      .map((key) => {
        const { round, returns: returned = 0, because, needs = [] } = state.steps[key]!;
        const open = needs.filter((need) => !need.given);
        return { step: key, round, returned, ...omitUndefined({ because }), needs: open };
      }),
    ...omitUndefined({ unmet: state.unmet }),
    open: state.open,
    ...omitUndefined({ draft: draftView(plan, state) }),
    consents: consentViews(plan, state),
    data: sheetOf(plan, state),
    disputes: state.disputes ?? [],
    sources: state.sources,
  };
}

/** What the form of a draft shows: what is known and looked up, and the answers that count. */
function sheetOf(plan: Plan, { data, draft }: CaseState): JsonObject {
  return draft === undefined ? data : createSheet(plan, { known: data, answers: draft.answers }).data;
}

function draftView(plan: Plan, state: CaseState): DraftView | undefined {
  if (state.draft === undefined) return undefined;
  const { submitted: _submitted, keepMs: _keepMs, ...shown } = state.draft;
  const failed = Object.keys(state.steps).filter((key) => state.steps[key]!.status === 'unavailable');
  const { unmet = [] } = project(plan, sheetOf(plan, state));
  return { ...shown, failed, ineligible: unmet.filter(({ step }) => step !== undefined) };
}

function consentViews(plan: Plan, state: CaseState): ConsentView[] {
  const views = new Map<string, ConsentView>();
  for (const step of plan.steps) {
    if (step.consent === undefined || step.registry === undefined) continue;
    for (const one of Object.values(state.steps)) {
      if (one.step !== step.id || one.status === 'skipped') continue;
      const of = consentKeyOf(step, one)!;
      const decision = consentTo(state, step, one) ?? 'open';
      const { registries } = views.get(of) ?? { registries: [] };
      views.set(of, { of, decision, registries: [...new Set([...registries, step.registry])] });
    }
  }
  return [...views.values()];
}

function stepView(plan: Plan, state: CaseState, key: string): StepView {
  const step = state.steps[key]!;
  const planned = plan.steps.find(({ id }) => id === step.step)!;
  return {
    key,
    step: step.step,
    kind: planned.kind,
    ...omitUndefined({
      title: planned.title,
      authority: planned.authority,
      item: step.item ?? planned.item?.key,
    }),
    status: step.status,
    since: step.since,
    attempt: step.attempt,
    round: step.round,
    ...omitUndefined({ because: step.because, dropped: step.dropped, due: step.clock?.due }),
    ...beyondCalendar(plan, step.clock?.due),
    ...(step.clock?.paused === undefined ? {} : { paused: true }),
    ...(step.clock?.warned === undefined ? {} : { near: true }),
    ...(step.clock?.breached === undefined ? {} : { overdue: true }),
    ...omitUndefined({ retryAt: step.retryAt }),
  };
}

/** A day that is counted without its holidays is told as such. */
function beyondCalendar({ calendar }: Plan, due: Instant | undefined): Pick<StepView, 'knownUntil'> {
  const until = calendar?.until;
  if (due === undefined || until === undefined) return {};
  // The limit is passed at the first moment of the next day.
  const lastDay = instantIn(calendar, msOf(due) - 1).slice(0, 10);
  return lastDay <= until ? {} : { knownUntil: until };
}
