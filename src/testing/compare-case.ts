import { canonicalJson, deepEqual, own, pointer, suggest } from '../base/index.js';
import type { JsonValue } from '../base/index.js';
import type { Entry, LoadedCatalogue } from '../catalogue/index.js';
import type { Location } from '../diagnostics/index.js';
import type { Case, Expectation } from '../model/index.js';
import { asSaid } from './as-said.js';
import type { Observation } from './observe-case.js';

/** One way in which what comes out is not what a case expects. */
export interface Difference {
  /** The part of the expectation: `steps`, `figures`. */
  part: string;
  /** One fact, as a sentence. */
  message: string;
  /** Where the case expects otherwise. */
  at: Location;
}

/** Compares what comes out with what a case expects. A case that expects no findings expects no errors. */
export function compareCase(
  catalogue: LoadedCatalogue,
  { document, file }: Entry<Case>,
  observed: Observation,
): Difference[] {
  const expect = document.expect ?? {};
  const found: Difference[] = [];
  const add = (part: string, message: string, ...tokens: (string | number)[]) =>
    found.push({
      part,
      message,
      at: catalogue.locate({ file, pointer: pointer('expect', part, ...tokens) }),
    });
  compareSets(expect, observed, add);
  compareAbsent(expect, observed, add);
  if (expect.stages !== undefined) compareStages(expect.stages, observed.stages, add);
  if (expect.questions !== undefined) {
    const questions = asSaid(expect.questions, observed.questions);
    if (!deepEqual(expect.questions, questions))
      add('questions', `The open questions are ${named(questions)}, in this order.`);
  }
  for (const part of ['eligible', 'valid'] as const) compareTruth(part, expect, observed, add);
  for (const [step, payload] of Object.entries(expect.payloads ?? {})) {
    const given = own(observed.payloads, step);
    if (given === undefined)
      add('payloads', `"${step}" is not among the steps that are given anything.`, step);
    else compareValues(payload, given, [step], add);
  }
  for (const [name, value] of Object.entries(expect.figures ?? {})) {
    const counted = own(observed.figures, name);
    if (counted === undefined) {
      const names = suggest(name, Object.keys(observed.figures));
      add(
        'figures',
        `There is no figure "${name}".${names.length > 0 ? ` Did you mean ${names.join(', ')}?` : ''}`,
        name,
      );
    } else if (counted !== value) add('figures', `"${name}" is ${counted}, not ${value}.`, name);
  }
  compareDiagnostics(catalogue, { document, file }, observed, found);
  return found;
}

type Add = (part: string, message: string, ...tokens: (string | number)[]) => void;

function compareSets(expect: Expectation, observed: Observation, add: Add): void {
  const words = { steps: 'a step of the plan', asked: 'asked', materials: 'given by the applicant' };
  for (const part of ['steps', 'asked', 'materials'] as const) {
    const wanted = expect[part];
    if (wanted === undefined) continue;
    const found = asSaid(wanted, observed[part]);
    for (const [index, name] of wanted.entries()) {
      if (!found.includes(name)) add(part, `"${name}" is not ${words[part]}.`, index);
    }
    // Steps are told in full; of fields and materials a case may name the ones that matter to it.
    if (part !== 'steps') continue;
    for (const name of found) if (!wanted.includes(name)) add(part, `"${name}" is a step as well.`);
  }
}

function compareAbsent(expect: Expectation, observed: Observation, add: Add): void {
  for (const [index, field] of (expect.notAsked ?? []).entries()) {
    if (asSaid([field], observed.asked).includes(field)) add('notAsked', `"${field}" is asked.`, index);
  }
  for (const [index, material] of (expect.notMaterials ?? []).entries()) {
    if (asSaid([material], observed.materials).includes(material))
      add('notMaterials', `"${material}" is given by the applicant.`, index);
  }
}

function compareStages(wanted: readonly string[][], stages: readonly string[][], add: Add): void {
  for (let index = 0; index < Math.max(wanted.length, stages.length); index++) {
    const here = [...(wanted[index] ?? [])].sort();
    const there = asSaid(here, stages[index] ?? []).sort();
    if (deepEqual(here, there)) continue;
    const said =
      there.length === 0 ? `There is no stage ${index + 1}.` : `Stage ${index + 1} is ${named(there)}.`;
    if (index < wanted.length) add('stages', said, index);
    else add('stages', said);
  }
}

function compareTruth(
  part: 'eligible' | 'valid',
  expect: Expectation,
  observed: Observation,
  add: Add,
): void {
  const wanted = expect[part];
  if (wanted === undefined || wanted === observed[part]) return;
  const words = {
    eligible: ['The applicant may apply', 'The applicant may not apply'],
    valid: ['The answers are valid', 'The answers are not valid'],
  }[part];
  if (observed[part] === undefined) {
    const why =
      part === 'eligible' ? 'it rests on facts that the case does not give' : 'the case has no answers';
    add(part, `Whether it is so is open: ${why}.`);
    return;
  }
  const issues = part === 'valid' && observed.issues.length > 0 ? `: ${observed.issues.join('; ')}` : '';
  add(part, `${observed[part] ? words[0] : words[1]}${issues}.`);
}

/** The places at which two values differ, the deepest ones. */
function compareValues(wanted: JsonValue, given: JsonValue, tokens: (string | number)[], add: Add): void {
  if (deepEqual(wanted, given)) return;
  const isPair = (a: JsonValue, b: JsonValue): a is Record<string, JsonValue> =>
    typeof a === 'object' &&
    a !== null &&
    typeof b === 'object' &&
    b !== null &&
    Array.isArray(a) === Array.isArray(b);
  if (!isPair(wanted, given)) {
    add(
      'payloads',
      `"${tokens.join('/')}" is ${canonicalJson(given)}, not ${canonicalJson(wanted)}.`,
      ...tokens,
    );
    return;
  }
  const other = given as Record<string, JsonValue>;
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(other)])) {
    const here = own(wanted, key);
    const there = own(other, key);
    if (there === undefined) add('payloads', `"${[...tokens, key].join('/')}" is not given.`, ...tokens, key);
    else if (here === undefined)
      add(
        'payloads',
        `"${[...tokens, key].join('/')}" is ${canonicalJson(there)}, which is not expected.`,
        ...tokens,
      );
    else compareValues(here, there, [...tokens, key], add);
  }
}

function compareDiagnostics(
  catalogue: LoadedCatalogue,
  { document, file }: Entry<Case>,
  { diagnostics }: Observation,
  found: Difference[],
): void {
  const wanted = document.expect?.diagnostics;
  const add = (message: string, at: string) =>
    found.push({ part: 'diagnostics', message, at: catalogue.locate({ file, pointer: at }) });
  if (wanted === undefined) {
    for (const { severity, code, message } of diagnostics)
      if (severity === 'error') add(`The case leads to ${code}: ${message}`, '/bundle');
    return;
  }
  const codes = new Set(diagnostics.map(({ code }) => code));
  for (const [index, code] of wanted.entries())
    if (!codes.has(code)) add(`There is no finding ${code}.`, pointer('expect', 'diagnostics', index));
  for (const { code, message } of diagnostics)
    if (!wanted.includes(code)) add(`There is ${code} as well: ${message}`, '/expect/diagnostics');
}

function named(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');
}
