import { canonicalJson, own } from '../../base/index.js';
import type { FormField, FormMaterial, Origin } from '../../model/index.js';
import { conditionWords } from './condition-words.js';
import { formOrder } from './form-order.js';
import type { GuideInformation, GuideUnneeded } from './guide.js';
import type { Words } from './words.js';

interface Asked {
  field: FormField;
  origin: Origin;
}

/** What is asked, role by role; what rests on the end of a step stands apart. */
export function informationOf(words: Words): GuideInformation[] {
  const { form, plan } = words.composition;
  const order = formOrder(form.ui);
  const roles = Object.keys(plan.roles);
  const positionOf = ({ at, role }: FormField) => order.get(at) ?? order.size + roles.indexOf(role);
  const asked = form.fields
    .flatMap((field) =>
      field.origins.filter(({ kind }) => kind === 'asked').map((origin): Asked => ({ field, origin })),
    )
    .sort((a, b) => positionOf(a.field) - positionOf(b.field));
  const groups = new Map<string, Asked[]>();
  for (const one of asked) {
    // What the applicant wants stands among the questions that decide the situation.
    if (one.field.role === 'choices') continue;
    const key = `${one.origin.step ?? ''}\u0000${one.field.role}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .sort((a, b) => Number(a[0]!.origin.step !== undefined) - Number(b[0]!.origin.step !== undefined))
    .map((group) => aboutRole(group, words));
}

function aboutRole(group: readonly Asked[], words: Words): GuideInformation {
  const { role } = group[0]!.field;
  const { step } = group[0]!.origin;
  const many = own(words.composition.plan.roles, role)?.many;
  const after = step === undefined ? undefined : beforeAsking(step, words);
  const byCondition = new Map<string, Asked[]>();
  for (const one of group) {
    const key = one.origin.when === undefined ? '' : canonicalJson(one.origin.when);
    byCondition.set(key, [...(byCondition.get(key) ?? []), one]);
  }
  return {
    about: words.role(role),
    ...(many === undefined ? {} : { repeated: words.say('guide.repeated', many) }),
    ...(after === undefined ? {} : { after }),
    groups: [...byCondition.values()]
      .sort((a, b) => Number(a[0]!.origin.when !== undefined) - Number(b[0]!.origin.when !== undefined))
      .map((same) => {
        const when = conditionWords(same[0]!.origin.when, words);
        return {
          ...(when === undefined ? {} : { when }),
          fields: same.map(({ field }) => ({
            field: words.element(field.field),
            isOptional: !field.required,
          })),
        };
      }),
  };
}

/** The steps whose end a later form waits for. */
function beforeAsking(ask: string, words: Words): string {
  const step = words.composition.plan.steps.find(({ id }) => id === ask);
  return words.list((step?.after ?? []).map(({ step: id }) => words.step(id)));
}

/** What the matters take and nobody has to give, and why. */
export function unneededOf(words: Words): GuideUnneeded {
  const { fields, materials } = words.composition.form;
  const reasons = new Map<string, string[]>();
  for (const field of fields) {
    if (field.asked || field.role === 'choices') continue;
    const why = whyNot(field, words);
    const name = words.field(field.field);
    reasons.set(why, [...(reasons.get(why) ?? []), name]);
  }
  return {
    materials: materials
      .filter(({ asked }) => !asked)
      .map((material) => ({
        material: words.material(material.id, material.role),
        why: whyNot(material, words),
      })),
    information: [...reasons].map(([why, names]) => ({ why, fields: names })),
  };
}

function whyNot({ origins }: FormField | FormMaterial, words: Words): string {
  const reasons = origins.map((origin) => originWords(origin, words));
  return [...new Set(reasons)].join(words.say('words.sentenceSeparator'));
}

function originWords({ kind, step = '' }: Origin, words: Words): string {
  const { say } = words;
  switch (kind) {
    case 'known':
      return say('guide.fromKnown');
    case 'produced':
      return say('guide.fromStep', { matter: words.step(step) });
    case 'registry':
      return say('guide.fromRegistry', { registry: words.registry(step) });
    case 'derived':
      return say('guide.fromDerived', { registry: words.registry(step) });
    case 'generated':
      return say('guide.fromGenerated');
    case 'asked':
      return say('guide.onlyIf', { condition: say('words.never') });
  }
}
