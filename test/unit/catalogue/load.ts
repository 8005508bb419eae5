import { loadCatalogue } from '../../../src/catalogue/index.js';
import type { LoadedCatalogue, LoadOptions } from '../../../src/catalogue/index.js';

/** Documents that most tests need: a person with a name, a marital status and a birth date. */
export const person = `kind: subject
id: person
elements:
  name: { schema: { type: string, minLength: 1, maxLength: 100 } }
  maritalStatus: { schema: { enum: [single, married] }, labels: { single: 未婚, married: 已婚 } }
  birthDate: { schema: { type: string, format: date } }
`;

/** Loads documents by path; texts without a path of their own are numbered. */
export function load(
  files: Readonly<Record<string, string | Uint8Array>>,
  options?: LoadOptions,
): LoadedCatalogue {
  return loadCatalogue(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    options,
  );
}

/** The findings as lines: code, place, and what it is about. */
export function findings(catalogue: LoadedCatalogue): string[] {
  return catalogue.diagnostics.map(({ code, at }) => {
    const start = at.range?.start;
    return `${code} ${at.file}:${start?.line ?? '?'}:${start?.column ?? '?'}`;
  });
}

/** The findings of one document beside the person. */
export function findingsOf(text: string, options?: LoadOptions): string[] {
  return findings(load({ 'a.yaml': text, 'person.yaml': person }, options));
}
