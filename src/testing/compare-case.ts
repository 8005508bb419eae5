import { canonicalJson, deepEqual, own, pointer } from '../base/index.js';
import type { JsonValue } from '../base/index.js';
import type { Entry, LoadedCatalogue } from '../catalogue/index.js';
import type { Diagnostic, Location } from '../diagnostics/index.js';
import { bareMessage, listOf, literal, meantBy } from '../messages/index.js';
import type { ListArg, LiteralArg, Message } from '../messages/index.js';
import type { Case, Expectation } from '../model/index.js';
import { asSaid } from './as-said.js';
import { tell } from './messages.js';
import type { Observation } from './observe-case.js';

/** One way in which what comes out is not what a case expects. */
export interface Difference extends Message {
  /** The part of the expectation: `steps`, `figures`. */
  part: string;
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
  const add = (part: string, message: Message, ...tokens: (string | number)[]) =>
    found.push({
      part,
      ...message,
      at: catalogue.locate({ file, pointer: pointer('expect', part, ...tokens) }),
    });
  compareSets(expect, observed, add);
  compareAbsent(expect, observed, add);
  if (expect.stages !== undefined) compareStages(expect.stages, observed.stages, add);
  if (expect.questions !== undefined) {
    const questions = asSaid(expect.questions, observed.questions);
    if (!deepEqual(expect.questions, questions))
      add('questions', tell('differs.questions', { names: named(questions) }));
  }
  for (const part of ['eligible', 'valid'] as const) compareTruth(part, expect, observed, add);
  for (const [step, payload] of Object.entries(expect.payloads ?? {})) {
    const given = own(observed.payloads, step);
    if (given === undefined) add('payloads', tell('differs.no-payload', { step }), step);
    else compareValues(payload, given, [step], add);
  }
  for (const [name, value] of Object.entries(expect.figures ?? {})) {
    const counted = own(observed.figures, name);
    if (counted === undefined) {
      const meant = meantBy(name, Object.keys(observed.figures));
      const said =
        meant === undefined
          ? tell('differs.no-figure', { name })
          : tell('differs.no-figure-meant', { name, meant });
      add('figures', said, name);
    } else if (counted !== value)
      add('figures', tell('differs.value', { name, actual: counted, wanted: value }), name);
  }
  compareDiagnostics(catalogue, { document, file }, observed, found);
  return found;
}

type Add = (part: string, message: Message, ...tokens: (string | number)[]) => void;

function compareSets(expect: Expectation, observed: Observation, add: Add): void {
  const missing = { steps: 'no-step', asked: 'not-asked', materials: 'not-given' } as const;
  for (const part of ['steps', 'asked', 'materials'] as const) {
    const wanted = expect[part];
    if (wanted === undefined) continue;
    const found = asSaid(wanted, observed[part]);
    for (const [index, name] of wanted.entries()) {
      if (!found.includes(name)) add(part, tell(`differs.${missing[part]}`, { name }), index);
    }
    // Steps are told in full; of fields and materials a case may name the ones that matter to it.
    if (part !== 'steps') continue;
    for (const name of found) if (!wanted.includes(name)) add(part, tell('differs.step', { name }));
  }
}

function compareAbsent(expect: Expectation, observed: Observation, add: Add): void {
  for (const [index, field] of (expect.notAsked ?? []).entries()) {
    if (asSaid([field], observed.asked).includes(field))
      add('notAsked', tell('differs.asked', { name: field }), index);
  }
  for (const [index, material] of (expect.notMaterials ?? []).entries()) {
    if (asSaid([material], observed.materials).includes(material))
      add('notMaterials', tell('differs.given', { name: material }), index);
  }
}

function compareStages(wanted: readonly string[][], stages: readonly string[][], add: Add): void {
  for (let index = 0; index < Math.max(wanted.length, stages.length); index++) {
    const here = [...(wanted[index] ?? [])].sort();
    const there = asSaid(here, stages[index] ?? []).sort();
    if (deepEqual(here, there)) continue;
    const said =
      there.length === 0
        ? tell('differs.no-stage', { number: index + 1 })
        : tell('differs.stage', { number: index + 1, names: named(there) });
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
  if (observed[part] === undefined) {
    const reason = tell(part === 'eligible' ? 'differs.open-facts' : 'differs.open-answers');
    add(part, tell('differs.open', { reason }));
  } else if (part === 'eligible') {
    add(part, tell(observed.eligible === true ? 'differs.may-apply' : 'differs.may-not-apply'));
  } else if (observed.valid === true) add(part, tell('differs.valid'));
  else if (observed.issues.length === 0) add(part, tell('differs.invalid'));
  else add(part, tell('differs.invalid-because', { issues: listOf(observed.issues, 'semicolon') }));
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
      tell('differs.value', {
        name: tokens.join('/'),
        actual: literal(canonicalJson(given)),
        wanted: literal(canonicalJson(wanted)),
      }),
      ...tokens,
    );
    return;
  }
  const other = given as Record<string, JsonValue>;
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(other)])) {
    const here = own(wanted, key);
    const there = own(other, key);
    if (there === undefined)
      add('payloads', tell('differs.no-value', { name: [...tokens, key].join('/') }), ...tokens, key);
    else if (here === undefined)
      add(
        'payloads',
        tell('differs.more-value', {
          name: [...tokens, key].join('/'),
          actual: literal(canonicalJson(there)),
        }),
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
  const add = (message: Message, at: string) =>
    found.push({ part: 'diagnostics', ...message, at: catalogue.locate({ file, pointer: at }) });
  if (wanted === undefined) {
    for (const finding of diagnostics)
      if (finding.severity === 'error') add(tell('differs.finding', argsOf(finding)), '/bundle');
    return;
  }
  const codes = new Set(diagnostics.map(({ code }) => code));
  for (const [index, code] of wanted.entries())
    if (!codes.has(code))
      add(tell('differs.no-finding', { code: literal(code) }), pointer('expect', 'diagnostics', index));
  for (const finding of diagnostics)
    if (!wanted.includes(finding.code))
      add(tell('differs.more-finding', argsOf(finding)), '/expect/diagnostics');
}

function argsOf(finding: Diagnostic): { code: LiteralArg; finding: Message } {
  return { code: literal(finding.code), finding: bareMessage(finding) };
}

function named(names: readonly string[]): ListArg | Message {
  return names.length === 0 ? tell('differs.none') : listOf(names, 'comma');
}
