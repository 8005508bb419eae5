import { fromEntries, omitUndefined, pointer } from '../base/index.js';
import { ofItem } from '../compose/index.js';
import type { BoundAct, BoundUse, ComposedBundle, UseTransfer } from '../compose/index.js';
import { languageOf, sayer } from '../messages/index.js';
import type { Language } from '../messages/index.js';
import { actNames } from '../model/index.js';
import { workingDaysOf } from '../time/index.js';
import type {
  Dependency,
  InputBinding,
  PlanAct,
  PlanStep,
  Predicate,
  Text,
  Transfer,
} from '../model/index.js';
import { all, any, keyOf } from '../predicate/index.js';
import { alternativesOf, inputBindings, outputBindings, pointerFor, whenOf } from './bindings.js';
import type { NeedIndex } from './bindings.js';
import { planMessages } from './messages.js';
import { inputSchema, outputSchema } from './step-schema.js';

/** Something that gets from one place to another: the application to the next place, the result to the applicant. */
export function transferStep(
  composed: ComposedBundle,
  index: NeedIndex,
  { use, act, transfer, when }: UseTransfer,
  after: Dependency[],
): PlanStep {
  const authority = act.authority ?? (act.act === 'collect' ? undefined : use.block.authority);
  return {
    id: transfer.step,
    kind: 'transfer',
    title: titleOf(composed, use.block.title, transfer.to),
    ...omitUndefined({ authority }),
    ...(use.each === undefined ? {} : { each: pointer(use.each) }),
    ...whenOf(use.each === undefined ? when : ofItem(when, use.each)),
    after,
    ...(transfer.time === undefined
      ? {}
      : { deadline: { promised: transfer.time, workingDays: workingDaysOf(transfer.time) } }),
    transfer: { of: use.name, from: transfer.from, to: transfer.to, by: transfer.by },
    ...carried(composed, index, use, transfer.from),
    out: {},
    output: { type: 'object', properties: {}, additionalProperties: false },
    onReject: 'stop-dependants',
  };
}

/** The matter, and where it goes: otherwise several steps of a case are called the same. */
function titleOf({ catalogue }: ComposedBundle, title: Text | undefined, to: Transfer['to']): Text {
  const first = languageOf(catalogue.locales[0] ?? 'en');
  const goal = (language: Language) => sayer(planMessages, language)(`transfer.to-${to}`);
  const named = (text: string, language: Language) =>
    sayer(planMessages, language)('transfer.titled', { matter: text, to: goal(language) });
  if (title === undefined) return goal(first);
  if (typeof title === 'string') return named(title, first);
  return fromEntries(
    Object.entries(title).map(([locale, text]) => [locale, named(text, languageOf(locale))]),
  );
}

/** What it carries: what the applicant hands in, the whole application, or what the step yields. */
function carried(
  composed: ComposedBundle,
  index: NeedIndex,
  use: BoundUse,
  from: Transfer['from'],
): Pick<PlanStep, 'in' | 'alternatives' | 'input'> {
  if (from === 'issue') return { in: results(composed, use), input: outputSchema(composed, use) };
  const whole = inputBindings(composed, index, use);
  if (from === 'accept')
    return { in: whole, ...alternativesOf(use, whole), input: inputSchema(composed, use) };
  const handed = handedIn(whole, use.guard);
  return { in: handed, ...alternativesOf(use, handed), input: inputSchema(composed, use, handed) };
}

/** What the applicant gives of all that a step takes, and what is known of the applicant. */
function handedIn(
  whole: Readonly<Record<string, InputBinding>>,
  guard: Predicate,
): Record<string, InputBinding> {
  return fromEntries(
    Object.entries(whole).flatMap(([name, binding]): [string, InputBinding][] => {
      const sources = binding.sources.filter(
        ({ from }) => from === 'form' || from === 'ask' || from === 'known',
      );
      if (sources.length === 0) return [];
      const { when: _, ...rest } = binding;
      const when = all(binding.when ?? true, any(...sources.map((source) => source.when ?? true)));
      const always = keyOf(when) === keyOf(guard);
      return [[name, { ...rest, ...(always ? {} : whenOf(when)), sources }]];
    }),
  );
}

function results(composed: ComposedBundle, use: BoundUse): Record<string, InputBinding> {
  return fromEntries(
    Object.entries(outputBindings(composed, use)).map(([name, output]): [string, InputBinding] => [
      name,
      { ...output, required: false, sources: [{ from: 'step', step: use.name }] },
    ]),
  );
}

/** Who does what, in terms of the data of the case. Whoever decides is the authority of the block unless told. */
export function placesOfStep(composed: ComposedBundle, use: BoundUse): Pick<PlanStep, 'places'> {
  const acts = use.acts.filter(({ when }) => when !== false);
  if (acts.length === 0) return {};
  const places: NonNullable<PlanStep['places']> = {};
  for (const name of actNames) {
    const own = acts.filter(({ act }) => act === name);
    if (own.length > 0) places[name] = own.map((act) => planAct(composed, use, act));
  }
  if (places.decide !== undefined) return { places };
  const { authority } = use.block;
  // Who accepts decides as well, unless it is passed on to somebody else.
  if (places.accept !== undefined && acceptedBy(use) === undefined) places.decide = places.accept;
  else if (authority !== undefined) places.decide = [{ authority }];
  return { places };
}

function planAct(composed: ComposedBundle, use: BoundUse, { act, authority, at, when }: BoundAct): PlanAct {
  const who = authority ?? (act === 'collect' ? undefined : use.block.authority);
  return {
    ...whenOf(when),
    ...omitUndefined({ authority: who }),
    ...(at === undefined ? {} : { at: pointerFor(composed, use, 'field', at.role, at.name) }),
  };
}

/** The transfers from whose begin the limit of a step counts: another place has accepted. */
export function acceptedBy(use: BoundUse): string[] | undefined {
  const steps = use.acts.flatMap(({ act, transfer, when }) =>
    act === 'accept' && transfer !== undefined && when !== false ? [transfer.step] : [],
  );
  return steps.length === 0 ? undefined : steps;
}
