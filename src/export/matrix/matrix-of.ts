import { assertArguments } from '../../messages/index.js';
import { appendTo, byKey, isObject, omitUndefined, own, resolvePointer } from '../../base/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { createDiagnostic, sortDiagnostics } from '../../diagnostics/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import { fieldKey, materialKey, roleOfKey } from '../../model/index.js';
import type {
  Composition,
  Contribution,
  FormField,
  FormMaterial,
  Plan,
  PlanStep,
  Predicate,
  Registry,
} from '../../model/index.js';
import { all } from '../../predicate/index.js';
import { conditionWords } from '../guide/condition-words.js';
import { localeOf } from '../guide/locale.js';
import { Words } from '../guide/words.js';
import type { Matrix, MatrixLookUp, MatrixRow } from './matrix.js';
import type { Arg } from '../../messages/index.js';
import { listOf, literal } from '../../messages/index.js';

/** How many names of inputs a finding gives before it only counts. */
const shownInputs = 6;

/**
 * Which authority receives which field and material of a composed bundle, for which matter, and on which legal basis.
 * @param catalogue the catalogue that the composition was made of
 * @throws UsageError `usage/locale` where the locale is no language tag
 */
export function matrixOf(
  catalogue: LoadedCatalogue,
  composition: Composition,
  options: { locale?: string } = {},
): Matrix {
  assertArguments(
    'matrixOf',
    { catalogue: 'from loadCatalogue', composition: 'from composeBundle', options: 'object' },
    { catalogue, composition, options },
  );
  const locale = localeOf(options.locale, catalogue);
  const words = new Words(catalogue, composition, locale);
  const { fields, materials } = composition.form;
  const rows = [
    ...fields.flatMap((field) => rowsOf('field', field.field, words.field(field.field), field, words)),
    ...materials.flatMap((one) =>
      rowsOf('material', one.material, words.materialOf(one.id, one.role), one, words),
    ),
  ];
  const contributions = [...fields, ...materials].flatMap((one) => one.contributions);
  return {
    formatVersion: 1,
    locale,
    bundle: composition.bundle,
    title: words.text(composition.title) ?? composition.bundle,
    rows: rows.sort(byKey(({ kind, name, step, place }) => `${kind} ${name} ${step} ${place}`)),
    lookUps: lookUpsOf(catalogue, composition, words),
    diagnostics: withoutBasis(catalogue, contributions),
  };
}

/** What each registry is asked, and what it is not asked. */
function lookUpsOf(catalogue: LoadedCatalogue, { plan }: Composition, words: Words): MatrixLookUp[] {
  return plan.steps.flatMap(({ id, registry, local, title, authority, in: keys, out }) => {
    if (registry === undefined || local !== undefined) return [];
    const asked = Object.keys(out);
    const given = Object.keys(keys);
    return [
      {
        step: id,
        registry,
        title: words.text(title) ?? registry,
        ...omitUndefined({ authority }),
        given,
        asked,
        notAsked: answersOf(catalogue.registries.get(registry)?.document, [...given, ...asked]).filter(
          (name) => !asked.includes(name),
        ),
      },
    ];
  });
}

/** Everything that a registry can answer, in terms of the bundle's roles. */
function answersOf(registry: Registry | undefined, keys: readonly string[]): string[] {
  const role = keys[0] === undefined ? '' : roleOfKey(keys[0]);
  return (registry?.gives ?? []).map((given) => {
    if (typeof given !== 'string') return materialKey(given.material, given.of ?? role);
    return registry!.subject === undefined ? given : fieldKey(role, given);
  });
}

function rowsOf(
  kind: MatrixRow['kind'],
  name: string,
  title: string,
  { contributions, origins }: FormField | FormMaterial,
  words: Words,
): MatrixRow[] {
  const sources = [...new Set(origins.map((origin) => words.say(`matrix.source.${origin.kind}`)))];
  const receivers = contributions.flatMap((contribution): Receiver[] => [
    contribution,
    ...onTheWay(name, contribution, words),
  ]);
  return receivers.map(({ step, authority, when, optional, basis, at }): MatrixRow => {
    const condition = conditionWords(when, words);
    return {
      kind,
      name,
      title,
      ...(authority === undefined ? {} : { authority, authorityTitle: words.authority(authority) }),
      step,
      matter: words.step(step),
      isRequired: !optional,
      ...omitUndefined({ condition }),
      sources,
      basis: words.basis(basis).map(({ text }) => text),
      place: at.range === undefined ? at.file : `${at.file}:${at.range.start.line}`,
    };
  });
}

type Receiver = Pick<Contribution, 'step' | 'authority' | 'when' | 'optional' | 'basis' | 'at'>;

/** Other authorities through whose hands it goes: those that collect, accept, decide or check for the one of the block. */
function onTheWay(name: string, contribution: Contribution, { composition }: Words): Receiver[] {
  const { step, authority: receiving, when: taken = true } = contribution;
  const receiver = (id: string, authority: string, when: Predicate = true): Receiver => {
    const both = all(taken, when);
    const { when: _, ...rest } = contribution;
    return { ...rest, step: id, authority, ...(both === true ? {} : { when: both }) };
  };
  return stepsAbout(composition.plan, step).flatMap(
    ({ id, transfer, check, authority, places, when, in: carried }) => {
      if (id === step) {
        return (places?.decide ?? []).flatMap((act) =>
          act.authority === undefined || act.authority === receiving
            ? []
            : [receiver(id, act.authority, act.when)],
        );
      }
      const isCarried =
        transfer?.of === step &&
        transfer.to !== 'applicant' &&
        Object.values(carried).some(({ of }) => of === name);
      // Whoever checks a commitment is given what the matter was given.
      const isPassed = isCarried || check?.of === step;
      return !isPassed || authority === undefined || authority === receiving
        ? []
        : [receiver(id, authority, when)];
    },
  );
}

const stepsByMatter = new WeakMap<Plan, Map<string, PlanStep[]>>();

/** The step of a matter, and the transfers and checks of it, in the order of the plan. */
function stepsAbout(plan: Plan, matter: string): readonly PlanStep[] {
  let byMatter = stepsByMatter.get(plan);
  if (byMatter === undefined) {
    byMatter = new Map();
    for (const step of plan.steps)
      for (const of of new Set([step.id, step.transfer?.of, step.check?.of]))
        if (of !== undefined) appendTo(byMatter, of, step);
    stepsByMatter.set(plan, byMatter);
  }
  return byMatter.get(matter) ?? [];
}

/** One root cause, one finding: a block that names no basis names none for all of its inputs. */
function withoutBasis(catalogue: LoadedCatalogue, contributions: readonly Contribution[]): Diagnostic[] {
  const byBlock = new Map<string, { first: Contribution; inputs: Set<string> }>();
  for (const contribution of contributions) {
    if (contribution.basis.length > 0 || contribution.authority === undefined) continue;
    const found = byBlock.get(contribution.block) ?? { first: contribution, inputs: new Set() };
    found.inputs.add(inputName(catalogue, contribution));
    byBlock.set(contribution.block, found);
  }
  const found = [...byBlock].map(([block, { first, inputs }]) => {
    const names: (string | Arg)[] = [...inputs].sort();
    const shown = names.length > shownInputs + 1 ? [...names.slice(0, shownInputs), literal('…')] : names;
    const count = names.length;
    const args = { authority: first.authority!, block, count, inputs: listOf(shown, 'comma') };
    return createDiagnostic('export/no-basis', args, { file: first.at.file, pointer: '/inputs', on: 'key' });
  });
  return sortDiagnostics(found.map((one) => catalogue.withRange(one)));
}

/** The input as the block itself names it. */
function inputName(catalogue: LoadedCatalogue, { block, at }: Contribution): string {
  const document = catalogue.blocks.get(block)?.document;
  const input = document === undefined ? undefined : resolvePointer(document, at.pointer);
  if (!isObject(input)) return at.pointer;
  const [field, material, of] = ['field', 'material', 'of'].map((key) => own(input, key));
  if (typeof field === 'string') return field;
  return typeof material === 'string' && typeof of === 'string' ? materialKey(material, of) : at.pointer;
}
