/** The plan as one JSON document, and what a host asks of it: project, resolve, why. */
export { composeBundle, composedBundle, compositionOf } from './compose-bundle.js';
export type { BundleOptions } from './compose-bundle.js';
export { contentHash } from '../model/index.js';
export { normalizeFacts } from './facts.js';
export { mergeData, project } from './project.js';
export { isEvery, isMaterialName, itemKey, pathOf, placesOf, roleOfEach } from './place.js';
export type { Item } from './place.js';
export { givenTo } from './step-given.js';
export type { Knowledge, StepGiven } from './step-given.js';
export type { Judgement, Reading } from './reading.js';
export { withEmptyLists } from './empty-lists.js';
export type { Projection, Projections } from './project.js';
export { resolveSituation } from './resolve.js';
export type { Resolution } from './resolve.js';
export { explain } from './why.js';
export type { Explanation } from './why.js';
export { deriveFacts } from './derive-facts.js';
export type { DeriveOptions } from './derive-facts.js';
