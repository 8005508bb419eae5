/** What a change means for somebody who relied on the old version. */
export type Grade = 'breaking' | 'compatible' | 'unknown';

/** One entry of the closed list of changes. */
export interface ChangeKindEntry {
  /** What it is about, for the reference. */
  about: 'catalogue' | 'form' | 'outcome' | 'plan' | 'terms' | 'running cases';
  /** The grades that it can have. */
  grades: readonly Grade[];
  /** What a compatible one adds to the version: something new, or nothing that anybody can ask for. */
  level: 'addition' | 'detail';
  /** What has changed, and why it has this grade: one sentence or two. */
  means: string;
}

const breaking = ['breaking'] as const;
const compatible = ['compatible'] as const;
const proven = ['breaking', 'unknown'] as const;
const widened = ['compatible', 'unknown'] as const;

/**
 * Every kind of change that `diff` tells apart, a closed list. Breaking: somebody who relied on the old version (an
 * applicant with valid answers, a host with its handlers, an authority, a case under way) is refused or worse off.
 */
export const changeKinds = {
  'bundle-added': entry('catalogue', compatible, 'A bundle is new.'),
  'bundle-removed': entry('catalogue', breaking, 'A bundle is gone: whoever applies for it finds nothing.'),
  'bundle-renamed': entry(
    'catalogue',
    breaking,
    'A bundle has another id. What else it says is compared: the id is how hosts and other bundles name it.',
  ),
  'block-added': entry('catalogue', compatible, 'A block is new.'),
  'block-removed': entry('catalogue', breaking, 'A block is gone, and with it whatever used it.'),
  'block-renamed': entry(
    'catalogue',
    breaking,
    'A block has another id. What else it says is compared: the id is how bundles and handlers name it.',
  ),
  'document-added': entry(
    'catalogue',
    compatible,
    'A subject, material, authority, registry or calendar is new.',
  ),
  'document-removed': entry(
    'catalogue',
    breaking,
    'A subject, material, authority, registry or calendar is gone: another catalogue may refer to it.',
  ),
  'document-changed': entry(
    'catalogue',
    ['unknown'],
    'A document says something else that none of the other kinds speaks of.',
  ),
  'element-added': entry('catalogue', compatible, 'A subject has a new element.'),
  'element-removed': entry('catalogue', breaking, 'A subject has lost an element.'),
  'element-narrowed': entry(
    'catalogue',
    proven,
    'An element takes fewer values: the counterexample was one and is none any more.',
  ),
  'element-widened': entry('catalogue', widened, 'An element takes more values.'),
  'default-changed': entry(
    'catalogue',
    compatible,
    'Another value is suggested to applicants, or none: what they may answer is the same.',
  ),
  'registry-narrowed': entry('catalogue', breaking, 'A registry no longer gives a fact or a material.'),
  'registry-widened': entry('catalogue', compatible, 'A registry gives one more fact or material.'),
  'registry-keys-changed': entry(
    'catalogue',
    breaking,
    'A registry is asked with other keys: its handler is given something else.',
  ),
  'derivation-changed': entry(
    'catalogue',
    ['unknown'],
    'A derivation computes otherwise: what it comes to for an applicant is not compared.',
  ),
  'calendar-changed': entry(
    'catalogue',
    ['breaking', 'compatible', 'unknown'],
    'Other days are working days, or days begin and end otherwise: with fewer working days limits end later.',
  ),
  'text-changed': detail(
    'catalogue',
    'A title, description, label, source or other explanation reads otherwise.',
  ),

  'field-asked': entry(
    'form',
    ['breaking', 'compatible', 'unknown'],
    'A field is asked where it was not. Breaking where the form cannot be sent without it.',
  ),
  'field-not-asked': entry('form', widened, 'A field is no longer asked, at least in some situations.'),
  'field-required': entry('form', proven, 'A field that could be left blank has to be filled in.'),
  'field-optional': entry('form', widened, 'A field that had to be filled in may be left blank.'),
  'field-narrowed': entry(
    'form',
    proven,
    'Answers that were valid are not any more: the counterexample is one.',
  ),
  'field-widened': entry('form', widened, 'A field takes answers that it did not take.'),
  'field-shown': entry(
    'form',
    proven,
    'The host has to fetch a field for the form, because a condition rests on it: answers without it are incomplete.',
  ),
  'material-asked': entry(
    'form',
    ['breaking', 'compatible', 'unknown'],
    'A material is asked for where it was not. Breaking where the form cannot be sent without it.',
  ),
  'material-not-asked': entry(
    'form',
    widened,
    'A material is no longer asked for, at least in some situations.',
  ),
  'material-required': entry('form', proven, 'A material that could be left out has to be given.'),
  'material-optional': entry('form', widened, 'A material that had to be given may be left out.'),
  'material-narrowed': entry('form', proven, 'A material may be given in fewer ways.'),
  'material-widened': entry('form', widened, 'A material may be given in more ways.'),
  'material-form-changed': entry(
    'form',
    ['breaking', 'compatible'],
    'An original, a copy or another number of copies is wanted. Breaking where it is more, or something else.',
  ),
  'alternatives-asked': entry(
    'form',
    proven,
    'One of several alternatives has to be given where none was asked.',
  ),
  'alternatives-not-asked': entry('form', compatible, 'Alternatives of which one had to be given are gone.'),
  'alternatives-narrowed': entry('form', proven, 'What was enough as an alternative is not any more.'),
  'alternatives-widened': entry('form', widened, 'Something else is enough as an alternative.'),
  'asked-earlier': entry(
    'form',
    proven,
    'What was asked after a step had ended is asked before: the first form cannot be sent without it.',
  ),
  'asked-later': entry(
    'form',
    compatible,
    'What was asked in the first form is asked after a step has ended.',
  ),
  'role-added': entry(
    'form',
    ['breaking', 'compatible'],
    'A role is new. Breaking for a block: whoever uses it has to say who takes the role.',
  ),
  'role-removed': entry('form', breaking, 'A role is gone: whoever names it is refused.'),
  'role-retyped': entry('form', breaking, 'A role is of another subject: its fields are other fields.'),
  'role-repeats': entry(
    'form',
    breaking,
    'A role repeats or no longer does: its answers have another shape.',
  ),
  'role-count-narrowed': entry('form', breaking, 'Fewer, or more at least, may take a repeated role.'),
  'role-count-widened': entry(
    'form',
    compatible,
    'A repeated role may be taken by numbers that it could not.',
  ),
  'applicant-changed': entry('form', breaking, 'Another role applies.'),

  'output-added': entry('outcome', compatible, 'Something is yielded that was not.'),
  'output-removed': entry(
    'outcome',
    proven,
    'Something is no longer yielded, at least in some situations: whoever took it finds nothing.',
  ),
  'output-narrowed': entry(
    'outcome',
    proven,
    'What is yielded takes fewer values: a handler that answers with the counterexample is refused.',
  ),
  'output-widened': entry('outcome', widened, 'What is yielded takes values that it did not.'),
  'result-added': entry(
    'outcome',
    widened,
    'A payment, a service, goods or a standing comes of a block where it did not.',
  ),
  'result-removed': entry(
    'outcome',
    proven,
    'A payment, a service, goods or a standing no longer comes of a block, at least in some situations.',
  ),
  'result-ways-changed': entry(
    'outcome',
    ['breaking', 'compatible'],
    'A result reaches the applicant in other ways. Breaking where one that was stated is gone.',
  ),
  'codes-added': entry('outcome', compatible, 'A code list of an authority has further codes.'),
  'codes-changed': entry(
    'outcome',
    breaking,
    'A code list of an authority says another code, or none: its handler is given something else.',
  ),
  'situation-not-served': entry(
    'outcome',
    breaking,
    'A situation had a path and has none: the counterexample is an applicant in it.',
  ),
  'situation-served': entry('outcome', compatible, 'A situation had no path and has one.'),

  'step-added': entry('plan', breaking, 'A step is new: a host without a handler for it stops there.'),
  'step-removed': entry('plan', breaking, 'A step is gone, and what it did for the applicant.'),
  'step-renamed': entry(
    'plan',
    breaking,
    'A step has another name, because its block has: answers that leave it out, and hosts, name it.',
  ),
  'step-replaced': entry('plan', breaking, 'A step of the same name does something else.'),
  'step-narrowed': entry(
    'plan',
    proven,
    'A step no longer takes place in some situation: the counterexample is an applicant in it.',
  ),
  'step-widened': entry('plan', widened, 'A step takes place in situations in which it did not.'),
  'step-repeats': entry('plan', breaking, 'A step is done for each of a repeated role, or no longer is.'),
  'choice-added': entry('plan', compatible, 'The applicant may leave a step out.'),
  'choice-removed': entry('plan', breaking, 'The applicant may no longer leave a step out.'),
  'prerequisite-added': entry(
    'plan',
    breaking,
    'A block needs another one: a bundle without that one cannot use it.',
  ),
  'prerequisite-removed': entry('plan', compatible, 'A block no longer needs another one.'),
  'order-added': entry(
    'plan',
    compatible,
    'A step waits for another one. What that costs in time is told apart.',
  ),
  'order-removed': entry('plan', compatible, 'A step no longer waits for another one.'),
  'stages-changed': detail('plan', 'Other steps run at the same time.'),
  'rejection-stops-more': entry('plan', breaking, 'A rejection of the block stops more than it did.'),
  'rejection-stops-less': entry('plan', compatible, 'A rejection of the block stops less than it did.'),
  'compensation-added': entry(
    'plan',
    breaking,
    'The block has to be undone by its handler where a case fails.',
  ),
  'compensation-removed': entry('plan', compatible, 'The block is no longer undone where a case fails.'),
  'origin-changed': detail('plan', 'A field or material that is not asked comes from somewhere else.'),

  'time-longer': entry(
    'terms',
    proven,
    'A limit or promise is longer than it was or is given up, at least in some situations.',
  ),
  'time-shorter': entry(
    'terms',
    widened,
    'A limit or promise is shorter than it was or is new, at least in some situations.',
  ),
  'time-changed': entry(
    'terms',
    ['unknown'],
    'A limit counts in another unit: which one is longer depends on the days it falls on.',
  ),
  'apply-sooner': entry(
    'terms',
    proven,
    'Applicants have less time to apply, or a limit where there was none.',
  ),
  'apply-later': entry('terms', widened, 'Applicants have more time to apply, or no limit any more.'),
  'path-longer': entry('terms', proven, 'The longest chain of steps takes more working days.'),
  'path-shorter': entry('terms', widened, 'The longest chain of steps takes fewer working days.'),
  'fee-raised': entry('terms', breaking, 'The block costs more.'),
  'fee-lowered': entry('terms', compatible, 'The block costs less.'),
  'fee-changed': entry('terms', breaking, 'The fee is in another currency, or for each of something else.'),
  'eligibility-narrowed': entry(
    'terms',
    proven,
    'Somebody who could apply no longer can: the counterexample is such an applicant.',
  ),
  'eligibility-widened': entry('terms', widened, 'Somebody can apply who could not.'),
  'authority-changed': entry(
    'terms',
    breaking,
    'Another authority decides: the case goes to another office.',
  ),
  'basis-changed': detail('terms', 'The legal basis is stated otherwise.'),
  'channels-added': entry('terms', widened, 'There is a further way to apply, at least in some situations.'),
  'channels-removed': entry('terms', proven, 'A way to apply is gone, at least in some situations.'),
  'place-changed': entry(
    'terms',
    proven,
    'Another authority collects, accepts, decides or issues, or another field tells where: the case goes to another office.',
  ),
  'transfer-added': entry(
    'terms',
    proven,
    'An application or a result is passed on where it was not: a host without a handler for it stops there.',
  ),
  'transfer-removed': entry(
    'terms',
    ['breaking', 'compatible', 'unknown'],
    'An application or a result is no longer passed on. Compatible between the accepting and the deciding place.',
  ),
  'transfer-changed': entry(
    'terms',
    ['breaking', 'compatible', 'unknown'],
    'An application or a result is passed on by other means. Compatible between the accepting and the deciding place.',
  ),
  'alone-changed': detail('terms', 'What the block costs outside any bundle is stated otherwise.'),

  'cases-continue': detail(
    'running cases',
    'The plan is another one; a case under way may continue on the one that it has pinned: every handler still takes what it is given there, and answers what is taken.',
  ),
  'cases-stop': entry(
    'running cases',
    proven,
    'A case under way cannot continue on its pinned plan with the handlers of the new version: a step has gone, or a payload is refused, of which the counterexample is one.',
  ),
} as const satisfies Record<string, ChangeKindEntry>;

/** One of the closed list of changes. */
export type ChangeKind = keyof typeof changeKinds;

function entry(about: ChangeKindEntry['about'], grades: readonly Grade[], means: string): ChangeKindEntry {
  return { about, grades, level: 'addition', means };
}

/** A change that nobody can rely on and nobody is refused by. */
function detail(about: ChangeKindEntry['about'], means: string): ChangeKindEntry {
  return { about, grades: compatible, level: 'detail', means };
}
