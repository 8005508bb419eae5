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

/** Who receives what, on which legal basis (data minimisation). */
export interface Matrix {
  formatVersion: 1;
  locale: string;
  bundle: string;
  title: string;
  /** By name, then by step. */
  rows: MatrixRow[];
  /** One warning for each block whose authority receives something without a legal basis. */
  diagnostics: Diagnostic[];
}
