import { omitUndefined } from '../../base/index.js';
import type { JsonObject, JsonSchema } from '../../base/index.js';
import type { Message } from '../../messages/index.js';
import type { Plan, PlanStep, Text, UnmetDemand } from '../../model/index.js';
import type { Instant } from '../../time/index.js';
import { assertRecord } from './arguments.js';
import type { CaseState, CaseStatus, Dispute, Need, OpenItem, StepStatus } from './state.js';

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
  paused?: boolean;
  near?: boolean;
  overdue?: boolean;
  retryAt?: Instant;
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
  /** What is known, shaped like the form. */
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
    data: state.data,
    disputes: state.disputes ?? [],
    sources: state.sources,
  };
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
    ...(step.clock?.paused === undefined ? {} : { paused: true }),
    ...(step.clock?.warned === undefined ? {} : { near: true }),
    ...(step.clock?.breached === undefined ? {} : { overdue: true }),
    ...omitUndefined({ retryAt: step.retryAt }),
  };
}
