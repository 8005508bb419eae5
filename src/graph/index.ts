/** Steps and what must end before what. Order, stages, cycles, cuts, critical path. Knows nothing of documents. */
export type { Edge } from './edge.js';
export type { StepGraph, CycleOptions, CycleFinding, CutOptions } from './step-graph.js';
export type { Order } from './order.js';
export type { Cut, Cuts } from './cuts.js';
export type { CriticalPath } from './critical-path.js';
export type { StepGraphOptions } from './create-step-graph.js';
export { createStepGraph } from './create-step-graph.js';
export type { Detour } from './detours.js';
export { createHeap } from './heap.js';
export type { Heap } from './heap.js';
