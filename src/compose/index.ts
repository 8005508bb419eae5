/** Floor 4: from the blocks of a bundle to one form, one set of materials and one order, station by station. */
export { composeModel } from './compose-model.js';
export type { ComposedBundle, ComposeOptions } from './compose-model.js';
export type {
  BoundBundle,
  BoundCondition,
  BoundOneOf,
  BoundOutput,
  BoundRole,
  BoundUse,
  ChoiceDemand,
  Demand,
  LeafDemand,
} from './bound.js';
export { leavesOf } from './bound.js';
export { decisionSpace, decisionsOf } from './decisions.js';
export type { Decision, DecisionSpace } from './decisions.js';
export { mainFormAsks } from './divide-forms.js';
export type { FormPart } from './divide-forms.js';
export type { Need } from './needs.js';
export type { Source } from './origin.js';
export type { StepEdge, Wait } from './waits.js';
export { transfersOf } from './acts.js';
export type { BoundAct, BoundTransfer, UseTransfer } from './acts.js';
export { dependenciesByStep, stepDays } from './order.js';
export { FormDraft } from './draft.js';
export { entriesOf, formSchema } from './form.js';
export type { Entry as FormEntry } from './form.js';
export { dataPointer } from './fields.js';
export { elementSchemaOf, narrowingOf, waysOf } from './element.js';
export { channelsOf, longestLimit, timesOf } from './variants.js';
export { tripsByPlace } from './trips.js';
export type { Trip } from './trips.js';
export { longestChain } from './longest-chain.js';
export type { LongestChain } from './longest-chain.js';
export { possibleIn } from './possible.js';
export type { Cut } from './cut-edges.js';
export { caseFacts } from './witness-case.js';
export { witnessCase } from './witness-case.js';
export { choicesRole } from './select.js';
