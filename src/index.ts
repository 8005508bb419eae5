/**
 * Single public-service matters composed into one form, one set of materials and one execution plan.
 * Everything here runs in a browser: no file system, no clock, no network.
 */
export { loadCatalogue, loadPacked, packCatalogue } from './catalogue/index.js';
export type { Entry, ImportResolver, LoadedCatalogue, LoadOptions, SourceFile } from './catalogue/index.js';
export { composeBundle, explain, project, resolveSituation, schedule } from './plan/index.js';
export type {
  BundleOptions,
  Explanation,
  Projection,
  Projections,
  OpenQuestion,
  Resolution,
  Schedule,
  ScheduledStep,
} from './plan/index.js';
export { checkCatalogue } from './check/index.js';
export type { CatalogueFindings } from './check/index.js';
export { formView } from './view/index.js';
export type { FormView, ViewOptions } from './view/index.js';
export { diffBundles, diffCatalogues } from './diff/index.js';
export { publishedSchema } from './model/index.js';
export type {
  Authority,
  Block,
  Bundle,
  Calendar,
  Case,
  Catalogue,
  CatalogueDiff,
  Composition,
  Document,
  FormField,
  FormMaterial,
  Material,
  PackedCatalogue,
  Plan,
  PlanStep,
  Predicate,
  Question,
  Registry,
  Report,
  Subject,
  Text,
} from './model/index.js';
export type { Diagnostic, Location } from './diagnostics/index.js';
export { InvariantError } from './base/index.js';
export { UnavailableError, UsageError } from './messages/index.js';
export type { Arg, Args, Message } from './messages/index.js';
export { render } from './languages/index.js';
export type { JsonObject, JsonSchema, JsonValue } from './base/index.js';
