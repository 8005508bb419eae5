import { groupBy, omitUndefined, own } from '../../base/index.js';
import { itemParts } from '../../model/index.js';
import type { FormField, Origin } from '../../model/index.js';
import { conditionWords } from './condition-words.js';
import type { GuideInformation } from './guide.js';
import type { Words } from './words.js';

interface Asked {
  field: FormField;
  origin: Origin;
}

/** What is asked, role by role; what rests on the end of a step stands apart. */
export function informationOf(words: Words): GuideInformation[] {
  const { form, plan } = words.composition;
  const order = new Map(plan.form.content?.places.map(({ at }, index) => [at, index]));
  const roles = Object.keys(plan.roles);
  const positionOf = ({ at, role }: FormField) =>
    order.get(at) ?? order.size + roles.indexOf(itemParts(role).name);
  const asked = form.fields
    .flatMap((field) =>
      field.origins
        .filter(({ kind, when }) => kind === 'asked' && words.isPossible(when))
        .map((origin): Asked => ({ field, origin })),
    )
    .sort((a, b) => positionOf(a.field) - positionOf(b.field));
  // What the applicant wants stands among the questions that decide the situation.
  const groups = groupBy(asked, ({ field: { role }, origin: { step = '' } }) =>
    role === 'choices' ? undefined : `${step}\u0000${role}`,
  );
  return [...groups.values()]
    .sort((a, b) => Number(a[0]!.origin.step !== undefined) - Number(b[0]!.origin.step !== undefined))
    .map((group) => aboutRole(group, words));
}

function aboutRole(group: readonly Asked[], words: Words): GuideInformation {
  const { role } = group[0]!.field;
  const { step } = group[0]!.origin;
  const many = own(words.composition.plan.roles, role)?.many;
  const after = step === undefined ? undefined : beforeAsking(step, words);
  // Conditions that people would be told in the same words are one.
  const byCondition = groupBy(group, ({ origin }) => conditionWords(origin.when, words) ?? '');
  return {
    about: words.role(role),
    ...(many === undefined ? {} : { repeated: words.say('guide.repeated', many) }),
    ...omitUndefined({ after }),
    groups: [...byCondition]
      .sort(([a], [b]) => Number(a !== '') - Number(b !== ''))
      .map(([when, same]) => ({
        ...(when === '' ? {} : { when }),
        fields: same.map(({ field }) => ({
          field: words.element(field.field),
          isOptional: !field.required,
        })),
      })),
  };
}

/** When a later form is asked: after which matters, as far as it waits for any. */
function beforeAsking(ask: string, words: Words): string {
  const { steps } = words.composition.plan;
  const isMatter = (id: string): boolean => steps.some((step) => step.id === id && step.kind === 'block');
  const matters = (steps.find(({ id }) => id === ask)?.after ?? []).filter(({ step }) => isMatter(step));
  if (matters.length === 0) return words.say('guide.askedAfterwards');
  return words.say('guide.askedLater', { matter: words.list(matters.map(({ step }) => words.step(step))) });
}
