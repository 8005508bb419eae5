import { isObject, omitUndefined, own } from '../../base/index.js';
import { fieldParts, isMaterialKey, listedAnswers } from '../../model/index.js';
import type { FormField, FormMaterial, PlanStep, Predicate, Question } from '../../model/index.js';
import { conditionWords } from './condition-words.js';
import { alternativesAmong } from './guide-alternatives.js';
import type { GuideQuestion } from './guide.js';
import type { Words } from './words.js';

/** The questions whose answers decide what takes place, and what each of them decides. */
export function questionsOf(words: Words): GuideQuestion[] {
  const given = givenBy(words);
  return words.composition.form.questions
    .filter(({ when }) => words.isPossible(when))
    .map((question) => {
      const { field, schema, when } = question;
      const answers = words.values(field, schema);
      const condition = conditionWords(when, words);
      return {
        question: words.question(field),
        ...omitUndefined({ answers }),
        isMultiple: isObject(schema) && own(schema, 'type') === 'array',
        ...omitUndefined({ when: condition }),
        decides: decidesOf(words, question, given),
      };
    });
}

/** What the applicant gives in some situation: that anything else is needed is nothing to tell. */
function givenBy(words: Words): ReadonlySet<string> {
  const { fields, materials } = words.composition.form;
  const isGiven = ({ askedWhen }: FormField | FormMaterial) => words.isPossible(askedWhen);
  return new Set([
    ...fields.filter(isGiven).map(({ field }) => field),
    ...materials.filter(isGiven).map(({ material }) => material),
  ]);
}

type Kind = 'materials' | 'rules' | 'limits' | 'places' | 'fields';

/** Steps by id, what belongs to them as `step: input`, said by kind and each once. */
function decidesOf(words: Words, { field, schema, decides }: Question, given: ReadonlySet<string>): string[] {
  const answersTo = (listedAnswers(schema) ?? []).map((value): Predicate => ({
    field,
    schema: { const: value },
  }));
  const steps = new Set(words.composition.plan.steps.map(({ id }) => id));
  const found = new Map<Kind, Set<string>>();
  const add = (kind: Kind, name: string) => found.set(kind, (found.get(kind) ?? new Set()).add(name));
  for (const one of decides) {
    const [step = '', input] = one.split(': ', 2);
    // Whether a matter takes place decides all that belongs to it.
    if (input !== undefined && decides.includes(step) && steps.has(step)) continue;
    if (input !== undefined) {
      const kind = kindOf(input, given);
      if (kind === 'materials') add(kind, words.materialKey(input));
      else if (kind === 'fields') add(kind, input);
      else if (kind !== undefined) add(kind, words.step(step));
    }
  }
  const { say } = words;
  const list = (kind: Kind) => words.list([...found.get(kind)!]);
  const matters = words.composition.plan.steps.filter(
    ({ id, kind }) => kind === 'block' && decides.includes(id),
  );
  // It may decide only what a registry is asked, or what one matter passes on to another.
  if (found.size === 0 && matters.length === 0 && !decides.includes('eligibility'))
    return [say('guide.decidesFetched')];
  return [
    ...(decides.includes('eligibility') ? [say('guide.decidesApplying')] : []),
    ...mattersDecided(matters, answersTo, words),
    ...(found.has('materials') ? [say('guide.decidesMaterials', { list: list('materials') })] : []),
    ...(found.has('rules') ? [say('guide.decidesEligibility', { list: list('rules') })] : []),
    ...(found.has('limits') ? [say('guide.decidesLimits', { list: list('limits') })] : []),
    ...(found.has('places') ? [say('guide.decidesPlaces', { list: list('places') })] : []),
    ...(found.has('fields')
      ? [say('guide.decidesFields', { list: someOf([...found.get('fields')!], words) })]
      : []),
  ];
}

/** Which of several takes place, where each answer leaves one at most; else whether they do. */
function mattersDecided(matters: readonly PlanStep[], answers: readonly Predicate[], words: Words): string[] {
  const separator = words.say('guide.alternativeSeparator');
  const groups = alternativesAmong(matters, words);
  const isChosen = (group: readonly PlanStep[]): boolean =>
    group.length > 1 &&
    answers.every((answer) => group.filter(({ when }) => words.isPossible(answer, when)).length < 2);
  const named = (group: readonly PlanStep[]): string => group.map(({ id }) => words.step(id)).join(separator);
  const others = groups.filter((group) => !isChosen(group)).map(named);
  return [
    ...groups.filter(isChosen).map((group) => words.say('guide.decidesWhich', { list: named(group) })),
    ...(others.length === 0 ? [] : [words.say('guide.decidesSteps', { list: words.list(others) })]),
  ];
}

/** So many names tell what a question is about. */
const namesShown = 4;

function someOf(fields: readonly string[], words: Words): string {
  const roles = new Set(fields.map((field) => fieldParts(field).role));
  // Several of one role name it once.
  const isOfOne =
    roles.size === 1 && fields.some((field) => words.fieldAlone(field) !== words.element(field));
  const [role] = roles;
  const names = [
    ...new Set(fields.map((field) => (isOfOne ? words.element(field) : words.fieldAlone(field)))),
  ];
  const list = listed(names, words);
  return isOfOne ? words.say('words.fieldOf', { role: words.role(role!), field: list }) : list;
}

function listed(names: readonly string[], words: Words): string {
  if (names.length <= namesShown) return words.list(names);
  const list = names.slice(0, namesShown - 1).join(words.say('words.listSeparator'));
  return words.say('guide.andMore', {
    list,
    count: words.locale.startsWith('zh') ? names.length : names.length - namesShown + 1,
  });
}

function kindOf(input: string, given: ReadonlySet<string>): Kind | undefined {
  switch (input) {
    case 'eligibility':
      return 'rules';
    case 'pause':
    case 'variant':
      return 'limits';
    case 'collect':
    case 'accept':
    case 'decide':
    case 'issue':
      return 'places';
    default:
      if (!given.has(input)) return undefined;
      return isMaterialKey(input) ? 'materials' : 'fields';
  }
}
