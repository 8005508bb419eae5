import type { JsonObject } from '../../base/index.js';
import type { DocumentBase } from './common.js';

/** What a golden case expects. Each part that is left out is not looked at. */
export interface Expectation {
  steps?: string[];
  stages?: string[][];
  asked?: string[];
  notAsked?: string[];
  materials?: string[];
  notMaterials?: string[];
  questions?: string[];
  eligible?: boolean;
  valid?: boolean;
  payloads?: Record<string, JsonObject>;
  figures?: Record<string, number>;
  diagnostics?: string[];
}

/** A golden case: one applicant's facts and answers, and what must come out. */
export interface Case extends DocumentBase {
  kind: 'case';
  bundle: string;
  facts?: JsonObject;
  choices?: Record<string, boolean>;
  answers?: JsonObject;
  expect?: Expectation;
}
