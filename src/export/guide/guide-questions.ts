import { isObject, omitUndefined, own } from '../../base/index.js';
import { isMaterialKey } from '../../model/index.js';
import type { FormField, FormMaterial } from '../../model/index.js';
import { conditionWords } from './condition-words.js';
import type { GuideQuestion } from './guide.js';
import type { Words } from './words.js';

/** The questions whose answers decide what takes place, and what each of them decides. */
export function questionsOf(words: Words): GuideQuestion[] {
  const given = givenBy(words);
  return words.composition.form.questions
    .filter(({ when }) => words.isPossible(when))
    .map(({ field, schema, decides, when }) => {
      const answers = words.values(field, schema);
      const condition = conditionWords(when, words);
      return {
        question: words.question(field),
        ...omitUndefined({ answers }),
        isMultiple: isObject(schema) && own(schema, 'type') === 'array',
        ...omitUndefined({ when: condition }),
        decides: decidesOf(words, decides, given),
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

type Kind = 'steps' | 'materials' | 'rules' | 'limits' | 'places' | 'fields';

/** Steps by id, what belongs to them as `step: input`, said by kind and each once. */
function decidesOf(words: Words, decides: readonly string[], given: ReadonlySet<string>): string[] {
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
    } else if (steps.has(step)) add('steps', words.step(step));
  }
  const { say } = words;
  const list = (kind: Kind) => words.list([...found.get(kind)!]);
  // It may decide only what a registry is asked, or what one matter passes on to another.
  if (found.size === 0 && !decides.includes('eligibility')) return [say('guide.decidesFetched')];
  return [
    ...(decides.includes('eligibility') ? [say('guide.decidesApplying')] : []),
    ...(found.has('steps') ? [say('guide.decidesSteps', { list: list('steps') })] : []),
    ...(found.has('materials') ? [say('guide.decidesMaterials', { list: list('materials') })] : []),
    ...(found.has('rules') ? [say('guide.decidesEligibility', { list: list('rules') })] : []),
    ...(found.has('limits') ? [say('guide.decidesLimits', { list: list('limits') })] : []),
    ...(found.has('places') ? [say('guide.decidesPlaces', { list: list('places') })] : []),
    ...(found.has('fields') ? [say('guide.decidesFields', { count: found.get('fields')!.size })] : []),
  ];
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
