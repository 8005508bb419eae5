/** From the blocks of a bundle to one form, one set of materials and one order, station by station. */
export { composeModel } from './compose-model.js';
export type { ComposedBundle, ComposeOptions } from './compose-model.js';
export type {
  BoundBundle,
  BoundCondition,
  BoundItem,
  BoundOneOf,
  BoundOutput,
  BoundRole,
  BoundUse,
  ChoiceDemand,
  Demand,
  LeafDemand,
} from './bind/bound.js';
export { leavesOf } from './bind/bound.js';
export { conditionsOf, mapConditions, partRules } from './bind/conditions.js';
export type { PartRule, UseCondition, UsePart } from './bind/conditions.js';
export { decisionSpace, decisionsOf } from './bind/decisions.js';
export type { Decision, DecisionSpace } from './bind/decisions.js';
export { mainFormAsks } from './ask/divide-forms.js';
export type { FormPart } from './ask/divide-forms.js';
export type { Need } from './ask/needs.js';
export type { Source } from './origin/source.js';
export { lookUpGuard } from './order/value-waits.js';
export type { StepEdge, Wait } from './order/wait.js';
export { transfersOf } from './bind/acts.js';
export { checksOf } from './bind/checks-of.js';
export type { UseCheck } from './bind/checks-of.js';
export type { BoundAct, BoundTransfer } from './bind/bound-act.js';
export type { UseTransfer } from './bind/acts.js';

export { chainTime, dependenciesByStep, promisedChain, stepTimes } from './order/order.js';
export { FormDraft } from './form/draft.js';
export { entriesOf, formSchema } from './form/form.js';
export type { Entry as FormEntry } from './form/form.js';
export { dataPointer } from './tell/fields.js';
export { ofItem, seenWithin } from './bind/scope.js';
export { elementSchemaOf, fold, narrowingOf, waysOf } from './bind/element.js';
export { channelsOf, longestLimit, timesOf } from './bind/variants.js';
export { figureItems } from './tell/figure-items.js';
export type { FigureItem } from './tell/figure-items.js';
export { chainsWithout, longestChain } from './order/longest-chain.js';
export type { ChainTime, LongestChain } from './order/longest-chain.js';
export { possibleIn } from './bind/possible.js';
export type { Cut } from './order/cut-edges.js';
export { caseFacts } from './tell/witness-case.js';
export { witnessCase } from './tell/witness-case.js';
export { conflictSets, sayContributors } from './checks/conflict-sets.js';
export { usedHere } from './tell/used-here.js';
export type { ConflictSet, Statement } from './checks/conflict-sets.js';
