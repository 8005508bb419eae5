import type { Diagnostic } from '../../diagnostics/index.js';

/** One field or material that one matter takes, for its authority. */
export interface MatrixRow {
  kind: 'field' | 'material';
  /** In terms of the bundle's roles: "child.name", "lease of owner". */
  name: string;
  title: string;
  /** The id of who decides; absent where the block names nobody. */
  authority?: string;
  authorityTitle?: string;
  step: string;
  matter: string;
  isRequired: boolean;
  /** Absent where the matter always takes it. */
  condition?: string;
  /** Where it comes from, as the plan has it: asked, registry, produced, … */
  sources: string[];
  /** Empty where neither the block nor the input names one. */
  basis: string[];
  /** `file:line` of the input. */
  place: string;
}

/** What one look-up is asked. */
export interface MatrixLookUp {
  step: string;
  registry: string;
  title: string;
  /** The id of who keeps it; absent where the registry names nobody. */
  authority?: string;
  /** The keys that it is given, in terms of the bundle's roles. */
  given: string[];
  /** What this plan can take of it: nothing else is looked up. */
  asked: string[];
  /** What it could answer besides. */
  notAsked: string[];
}

/** Who receives what, on which legal basis (data minimisation). */
export interface Matrix {
  formatVersion: 1;
  locale: string;
  bundle: string;
  title: string;
  /** By name, then by step. */
  rows: MatrixRow[];
  /** In the order of the plan. */
  lookUps: MatrixLookUp[];
  /** One warning for each block whose authority receives something without a legal basis. */
  diagnostics: Diagnostic[];
}
