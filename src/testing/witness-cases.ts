import { assertArguments } from '../messages/index.js';
import { isObject } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import type { LoadedCatalogue } from '../catalogue/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { Case } from '../model/index.js';
import { observeCase } from './observe-case.js';
import { yamlOf, yamlOnOneLine, yamlScalar } from './yaml-of.js';

/** The witness of a finding as a golden case. */
export interface WitnessCase {
  document: Case;
  /** The case as YAML, with the finding as a comment. */
  text: string;
}

/**
 * The applicants whom findings lead into what is wrong, as cases that expect just that: they pass as long as the fault
 * is there. Once it is mended they fail, and pass again when the expectation is taken out.
 * @param findings what was found in the catalogue; those without a witness, and those saved already, are left out
 */
export function witnessCases(catalogue: LoadedCatalogue, findings: readonly Diagnostic[]): WitnessCase[] {
  assertArguments(
    'witnessCases',
    { catalogue: 'from loadCatalogue', findings: 'list' },
    { catalogue, findings },
  );
  const taken = new Map<string, number>();
  return findings.flatMap(({ code, message, witness }) => {
    if (!isCase(witness)) return [];
    const name = `${code.slice(code.indexOf('/') + 1)}-${witness.bundle}`;
    const place = (taken.get(name) ?? 0) + 1;
    taken.set(name, place);
    const id = place === 1 ? name : `${name}-${place}`;
    if (catalogue.cases.has(id)) return [];
    const bare: Case = { ...witness, kind: 'case', id };
    const { diagnostics } = observeCase(catalogue, { document: bare, file: '' });
    const codes = [...new Set(diagnostics.map((finding) => finding.code))].sort();
    const document: Case = { ...bare, expect: { diagnostics: codes } };
    return [{ document, text: textOf(document, message) }];
  });
}

function isCase(
  witness: JsonValue | undefined,
): witness is JsonObject & Pick<Case, 'bundle' | 'facts' | 'choices'> {
  return isObject(witness) && witness['kind'] === 'case' && typeof witness['bundle'] === 'string';
}

function textOf({ kind, id, bundle, facts = {}, choices, expect }: Case, message: string): string {
  const entry = (key: string, value: JsonValue) => `${key}:${yamlOf(value, '  ')}\n`;
  const lines = Object.entries(facts).map(
    ([field, value]) => `\n  ${yamlScalar(field)}: ${yamlOnOneLine(value)}`,
  );
  return [
    `# ${message.replace(/\s+/g, ' ')}\n`,
    entry('kind', kind),
    entry('id', id),
    entry('bundle', bundle),
    lines.length === 0 ? 'facts: {}\n' : `facts:${lines.join('')}\n`,
    choices === undefined ? '' : entry('choices', choices),
    entry('expect', expect as JsonObject),
  ].join('');
}
