import { isObject, keyOfValue, omitUndefined, own, tokensOf } from '../../base/index.js';
import type { JsonSchema, JsonValue } from '../../base/index.js';
import type { LoadedCatalogue } from '../../catalogue/index.js';
import { sayIn } from '../../languages/index.js';
import type { Say } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';
import {
  itemParts,
  choicesRole,
  fieldKey,
  fieldParts,
  isFieldKey,
  isMaterialKey,
  listedAnswers,
  materialParts,
  parseDuration,
  textIn,
  useChosenBy,
} from '../../model/index.js';
import type {
  Basis,
  Composition,
  Duration,
  Element,
  FormField,
  PlanStep,
  Predicate,
  Text,
} from '../../model/index.js';
import { createGround, fieldsOf, not, satisfiable } from '../../predicate/index.js';
import type { Ground } from '../../predicate/index.js';
import { chineseDay, chineseStatement, withoutVerb } from './chinese.js';
import { conditionWords } from './condition-words.js';
import type { GuideBasis } from './guide.js';
import { isAnsweredByAll } from './plain-condition.js';
import { stepTitles } from './step-titles.js';

/** What a composition and its catalogue call things, in one locale. */
export class Words {
  readonly say: Say;
  readonly #fields: ReadonlyMap<string, FormField>;
  readonly #steps: ReadonlyMap<string, PlanStep>;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #ground: Ground;

  constructor(
    readonly catalogue: LoadedCatalogue,
    readonly composition: Composition,
    readonly locale: string,
  ) {
    this.say = sayIn(languageOf(locale));
    this.#fields = new Map(composition.form.fields.map((field) => [field.field, field]));
    this.#steps = new Map(composition.plan.steps.map((step) => [step.id, step]));
    this.#titles = stepTitles(
      composition.plan.steps.filter(({ kind }) => kind === 'block'),
      {
        title: (step) => this.#titleOf(step),
        role: (name) => this.role(name),
        authority: (id) => this.authority(id),
        fieldAt: (pointer) => this.field(fieldAt(pointer)),
        value: (field, value) => this.value(field, value),
        aside: (text, aside) => this.say('words.aside', { text, aside }),
      },
    );
    this.#ground = createGround(
      (field) => this.#fields.get(field)?.schema ?? this.#elementOf(field)?.schema ?? true,
      (role) => own(composition.plan.roles, role)?.many,
    );
  }

  /** Whether some applicant may meet all of these; a doubt counts as yes. */
  isPossible(...predicates: readonly (Predicate | undefined)[]): boolean {
    const given = predicates.filter((predicate) => predicate !== undefined);
    return satisfiable(given, this.#ground).verdict !== 'no';
  }

  /** Whether whoever meets the one meets the other. */
  isImplied(given: Predicate, predicate: Predicate): boolean {
    return !this.isPossible(given, not(predicate));
  }

  /** Whether every applicant meets it: all of its questions are answered by everybody, and no answer fails it. */
  isCertain(predicate: Predicate): boolean {
    const isAnswered = [...fieldsOf(predicate)].every((name) => {
      const field = this.#fields.get(name);
      return field !== undefined && isAnsweredByAll(field);
    });
    return isAnswered && !this.isPossible(not(predicate));
  }

  /** A text in the locale of the guide; white space within it is layout of the document. */
  text(text: Text | undefined): string | undefined {
    const found = textIn(text, this.locale)?.replaceAll(/\s+/g, ' ').trim();
    return found === '' ? undefined : found;
  }

  authority(id: string): string {
    return this.text(this.catalogue.authorities.get(id)?.document.title) ?? id;
  }

  /** A role, or one item of a role, which is told by its key. */
  role(of: string): string {
    const { name, key } = itemParts(of);
    const role = own(this.composition.plan.roles, name);
    const subject = role === undefined ? undefined : this.catalogue.subjects.get(role.type)?.document.title;
    const title = this.text(role?.title) ?? this.text(subject) ?? name;
    return key === undefined ? title : this.say('words.aside', { text: title, aside: key });
  }

  /** How many of a role there are at least. */
  least(name: string): number {
    const role = own(this.composition.plan.roles, name);
    return role?.when === undefined ? (role?.many?.min ?? 0) : 0;
  }

  formField(field: string): FormField | undefined {
    return this.#fields.get(field);
  }

  element(field: string): string {
    const found = this.#fields.get(field);
    return this.text(found?.title) ?? this.text(this.#elementOf(field)?.title) ?? found?.element ?? field;
  }

  /** What the subject says of a field, also of one that the facts have settled. */
  #elementOf(field: string): Element | undefined {
    const { role, element } = fieldParts(field);
    const type = own(this.composition.plan.roles, itemParts(role).name)?.type;
    const subject = type === undefined ? undefined : this.catalogue.subjects.get(type)?.document;
    return subject === undefined ? undefined : own(subject.elements, element);
  }

  /**
   * A field with its role in front: several people have a name.
   * @param of the role that is spoken of, which is not named again
   */
  field(field: string, of?: string): string {
    const { role } = fieldParts(field);
    const name = this.element(field);
    const about = this.role(role);
    // A title that begins with whom it is about need not say it twice: "Child: Child's name".
    if (!isFieldKey(field) || role === choicesRole || role === of || beginsWith(name, about)) return name;
    return this.say('words.fieldOf', { role: about, field: name });
  }

  /** A field without its role, where no other field is called so. */
  fieldAlone(field: string): string {
    const name = this.element(field);
    const isAlone = [...this.#fields.keys()].every(
      (other) => other === field || this.element(other) !== name,
    );
    return isAlone ? name : this.field(field);
  }

  /** A field as a question: a choice asks whether its matter is wanted. */
  question(field: string): string {
    const use = useChosenBy(field);
    if (use === undefined) return this.field(field);
    // A title that ends with what the question asks need not say it twice: 是否办理…办理.
    return this.say('guide.questionOf', { matter: withoutVerb(this.choice(use)) });
  }

  /** A yes-or-no question with its answer as a statement, in the languages that have a way of saying so. */
  statement(field: string, isSo: boolean, of?: string): string | undefined {
    if (languageOf(this.locale) !== 'zh') return undefined;
    const { role } = fieldParts(field);
    return chineseStatement(this.element(field), role === of ? '' : this.role(role), isSo);
  }

  /** The day that a place in the data of a case holds, as the begin of a time. */
  dayAt(pointer: string): string {
    const field = fieldAt(pointer);
    const day = languageOf(this.locale) === 'zh' ? chineseDay(this.fieldAlone(field)) : undefined;
    return day ?? this.quoted(this.field(field));
  }

  /**
   * A line, and when it holds, where it does not always.
   * @param given what holds wherever the line stands, and need not be said again
   */
  ifSo(text: string, when: Predicate | undefined, given?: Predicate): string {
    if (when === undefined || (given !== undefined && this.isImplied(given, when))) return text;
    const condition = conditionWords(when, this);
    return condition === undefined ? text : this.say('guide.ifSo', { text, condition });
  }

  quoted(text: string): string {
    return this.say('words.quoted', { text });
  }

  /** A kind of paper, whosever it is. */
  material(id: string): string {
    return this.text(this.catalogue.materials.get(id)?.document.title) ?? id;
  }

  /** A paper with its holder, who is named once. */
  materialOf(id: string, of: string): string {
    const [material, role] = [this.material(id), this.role(of)];
    return beginsWith(material, role) ? material : this.say('guide.materialOf', { material, role });
  }

  /** `lease of owner` as people call it. */
  materialKey(key: string): string {
    if (!isMaterialKey(key)) return key;
    const { material, role } = materialParts(key);
    return this.materialOf(material, role);
  }

  /** A matter by its title; one that stands twice in the plan with what tells the two apart. */
  step(id: string): string {
    return this.#titles.get(id) ?? this.matter(id);
  }

  /** A matter by its title alone, whomever it is done for. */
  matter(id: string): string {
    const step = this.#steps.get(id);
    return step === undefined ? id : this.#titleOf(step);
  }

  #titleOf({ id, title, block }: PlanStep): string {
    const document = block === undefined ? undefined : this.catalogue.blocks.get(block)?.document;
    return this.text(title) ?? this.text(document?.title) ?? id;
  }

  /** The field at a place in the data of a case, as people call it. */
  fieldAt(pointer: string): string {
    return this.field(fieldAt(pointer));
  }

  /** What a step of kind registry asks. */
  registry(step: string): string {
    const id = this.#steps.get(step)?.registry;
    const title = id === undefined ? undefined : this.catalogue.registries.get(id)?.document.title;
    return this.text(title) ?? id ?? step;
  }

  /** A use that the applicant may leave out. */
  choice(use: string): string {
    const { blocks, bundles } = this.catalogue;
    const document = blocks.get(use)?.document ?? bundles.get(use)?.document;
    const named = this.text(this.#fields.get(`choices.${use}`)?.title) ?? this.text(document?.title);
    return named ?? this.step(use);
  }

  /** A value as the applicant sees it: by its label, yes or no, or as it is. */
  value(field: string, value: JsonValue): string {
    const labels = this.#fields.get(field)?.labels ?? this.#elementOf(field)?.labels;
    const label = labels === undefined ? undefined : this.text(own(labels, keyOfValue(value)));
    if (label !== undefined) return label;
    if (typeof value === 'boolean') return this.say(value ? 'words.yes' : 'words.no');
    if (value === null) return this.say('words.none');
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  /** The values that a question leaves to choose from; undefined where it takes any text or number. */
  values(field: string, schema: JsonSchema): string[] | undefined {
    if (!isObject(schema)) return undefined;
    const values = listedAnswers(schema);
    if (values !== undefined) return values.map((value) => this.value(field, value));
    if (own(schema, 'type') !== 'array') return undefined;
    return this.values(field, own(schema, 'items') as JsonSchema);
  }

  duration(duration: Duration): string {
    const { count, unit } = parseDuration(duration);
    return count === 0 ? this.say('guide.duration.now') : this.say(`guide.duration.${unit}`, { count });
  }

  workingDays(days: number): string {
    const count = Math.ceil(days * 100) / 100;
    return count === 0 ? this.say('guide.duration.now') : this.say('guide.duration.wd', { count });
  }

  money(amount: number, currency: string): string {
    return currency === 'CNY'
      ? this.say('guide.cny', { amount })
      : this.say('guide.money', { amount, currency });
  }

  /** A list in one sentence: a, b and c. */
  list(items: readonly string[]): string {
    return this.#joined(items, 'words.listPair');
  }

  /** Alternatives in one sentence: a, b or c. */
  either(items: readonly string[]): string {
    return this.#joined(items, 'words.eitherPair');
  }

  #joined(items: readonly string[], pair: 'words.listPair' | 'words.eitherPair'): string {
    const last = items.at(-1);
    if (last === undefined || items.length === 1) return last ?? '';
    return this.say(pair, { first: items.slice(0, -1).join(this.say('words.listSeparator')), last });
  }

  basis(basis: readonly Basis[] | undefined): GuideBasis[] {
    return (basis ?? []).map(({ title, article, uri }) => {
      const law = this.text(title) ?? '';
      const named = law.startsWith('《') ? law.replace(/^《(.*)》$/, '$1') : law;
      const text =
        article === undefined
          ? this.say('guide.basisLaw', { law: named })
          : this.say('guide.basisArticle', { law: named, article });
      return { text, ...omitUndefined({ uri }) };
    });
  }
}

/** Whether a title begins with a word, and not with a longer one: "Child's name" with "Child", "Childhood" not. */
function beginsWith(title: string, word: string): boolean {
  return (
    title.startsWith(word) && !/^\p{Script=Latin}{2}/u.test(`${word.at(-1) ?? ''}${title[word.length] ?? ''}`)
  );
}

/** A pointer into the data of a case as the name of a field: its role and its element, whichever item is meant. */
function fieldAt(pointer: string): string {
  const tokens = tokensOf(pointer);
  return fieldKey(tokens[0] ?? '', tokens.at(-1) ?? '');
}

/** The language of the labels: Chinese for every variety of it, English for everybody else. */
export function languageOf(locale: string): Language {
  return /^zh(?:-|$)/i.test(locale) ? 'zh' : 'en';
}
