import { setValueAt, tokensOf } from '../../src/base/index.js';
import type { JsonObject, JsonValue } from '../../src/base/index.js';
import type { Plan, PlanStep } from '../../src/model/index.js';
import { createSheet } from '../../src/plan/index.js';
import { createManualClock, createMemoryStore, createRunner } from '../../src/runtime/index.js';
import type { CaseView, LogEntry, ManualClock, Receipt, Runner } from '../../src/runtime/index.js';
import { handlersOf } from './authorities.js';
import type { Notes } from './authorities.js';
import type { Answer, Expectation } from './judge/expectation.js';
import type { JudgeContext } from './judge/knowledge.js';
import { itemsOf, keyOfItem, placeName, trueValue } from './judge/world.js';
import type { Place } from './judge/world.js';
import { pathOfPlace, placesAt, stepOf } from './places.js';

/** What happened to a case. */
export interface Played {
  receipt: Receipt;
  view: CaseView | undefined;
  /** What is still owed when everything that was owed has been delivered. */
  owedAfterAll: number;
  history: LogEntry[];
  /** What each authority was handed, by key of step; again for each round. */
  handed: ReadonlyMap<string, JsonObject[]>;
  /** What each registry was given as keys, by key of step. */
  lookedUp: ReadonlyMap<string, JsonObject>;
  /** Places that the applicant was asked for and should not have been. */
  wrongly: string[];
}

/** What the applicant does besides answering honestly. */
export interface Manner {
  /** Changes the answers before they are sent. */
  answers?: (answers: JsonObject) => JsonObject;
  /** Answers of later forms. */
  later?: (answers: JsonObject, step: string) => JsonObject;
  /** The case is opened as a draft, somebody consents, and it is handed in. */
  isDraft?: true;
  /** Every authority takes all the time that its limit leaves. */
  isPunctual?: true;
  /** What happens once all steps have ended, before what is owed is delivered. */
  after?: (runner: Runner, clock: ManualClock) => Promise<void>;
}

/** Plays a world on the embedded runner, with an applicant who answers what is asked, from what is true. */
export async function play(
  plan: Plan,
  context: JudgeContext,
  expectation: Expectation,
  manner: Manner = {},
): Promise<Played> {
  const notes: Notes = {
    handed: new Map(),
    lookedUp: new Map(),
    ...(manner.isPunctual === true ? { later: new Map() } : {}),
  };
  const { handed, lookedUp } = notes;
  const clock = createManualClock(context.world.start);
  const handlers = handlersOf(plan, context, expectation, notes);
  const runner = await createRunner({ store: createMemoryStore(), clock, handlers });
  const applicant = new Applicant(plan, context, expectation, runner, manner, lookedUp);
  try {
    const receipt = await applicant.start();
    if (receipt.accepted) {
      await applicant.goOn();
      while (await answerNext(runner, clock, notes)) await applicant.goOn();
    }
    const view = receipt.accepted ? await runner.case('case') : undefined;
    await manner.after?.(runner, clock);
    for (const { step, at } of view?.open ?? [])
      await runner.deliver('case', step, at, {
        way: 'upload',
        files: [{ id: 'at last', type: 'image/png', size: 5 }],
      });
    const owedAfterAll = (await runner.case('case'))?.open.length ?? 0;
    const history = receipt.accepted ? await runner.history('case') : [];
    return { receipt, view, owedAfterAll, history, handed, lookedUp, wrongly: applicant.wrongly };
  } finally {
    await runner.stop();
  }
}

/** The authority whose limit ends first gives its answer in the last moment; tells whether there is one. */
async function answerNext(runner: Runner, clock: ManualClock, { later }: Notes): Promise<boolean> {
  if (later === undefined || later.size === 0) return false;
  const view = (await runner.case('case'))!;
  const due = view.steps
    .filter(({ key, status }) => status === 'pending' && later.has(key))
    .map(({ key, since, due }) => ({ key, at: due === undefined ? since : oneMomentBefore(due) }))
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const [first] = due;
  if (first === undefined) return false;
  if (Date.parse(first.at) > Date.parse(clock.now())) clock.advanceTo(first.at);
  const { token, answer } = later.get(first.key)!;
  later.delete(first.key);
  await runner.complete(token, answer);
  return true;
}

function oneMomentBefore(at: string): string {
  return new Date(Date.parse(at) - 1).toISOString();
}

/** Answers what is asked, from what is true, and notes what should not have been asked. */
class Applicant {
  readonly wrongly: string[] = [];
  private readonly given = new Set<string>();

  constructor(
    private readonly plan: Plan,
    private readonly context: JudgeContext,
    private readonly expectation: Expectation,
    private readonly runner: Runner,
    private readonly manner: Manner,
    private readonly lookedUp: Played['lookedUp'],
  ) {}

  async start(): Promise<Receipt> {
    const known = this.known();
    const answers = this.emptyLists();
    for (const answer of this.expectation.first.values()) this.put(answers, answer);
    this.choose(answers, this.certain(this.expectation.firstChoices));
    this.answerQuestions(answers, known);
    const consents = [...new Set(this.plan.steps.flatMap(({ consent }) => consent ?? []))];
    if (this.manner.isDraft === true) {
      const opened = await this.runner.open(this.plan, { known, id: 'case' });
      if (!opened.accepted) return opened;
      this.noteUnconsented();
      for (const role of consents) await this.runner.consent('case', { role, decision: 'given' });
      await this.runner.idle();
    }
    for (let rounds = 1; ; rounds++) {
      const sent = this.manner.answers?.(structuredClone(answers)) ?? answers;
      const receipt =
        this.manner.isDraft === true
          ? await this.runner.submit('case', { answers: sent })
          : await this.runner.start(this.plan, { answers: sent, known, consents, id: 'case' });
      if (receipt.accepted || receipt.refusal.code !== 'answers-refused') return receipt;
      const lacking = (receipt.refusal.issues ?? []).flatMap(({ at, missing }) =>
        missing === undefined ? [] : [[...tokensOf(at), missing]],
      );
      if (rounds === 100 || !this.answerAll(answers, lacking)) return receipt;
    }
  }

  /** Nobody has consented yet. */
  private noteUnconsented(): void {
    for (const { id, consent } of this.plan.steps) {
      const isLookedUp = [...this.lookedUp.keys()].some((key) => key === id || key.startsWith(`${id}[`));
      if (consent !== undefined && isLookedUp) this.wrongly.push(`${id} is looked up without consent`);
    }
  }

  /** Of what conditions test, the form asks some: the runner tells of the others that nobody asked them. */
  private answerQuestions(answers: JsonObject, known: JsonObject): void {
    const open = [...this.expectation.questions.values()].filter(
      ({ place }) => !this.given.has(placeName(place)),
    );
    const all = structuredClone(answers);
    for (const { place, value } of open) setValueAt(all, pathOfPlace(place), value);
    // Whether it is asked may rest on a choice that the applicant has not been asked for yet.
    const { choices } = this.context.world;
    for (const name of this.context.flat.choices) setValueAt(all, ['choices', name], choices[name] ?? true);
    const { notTaken } = createSheet(
      this.plan,
      { answers: all, known },
      { today: this.context.world.start.slice(0, 10) },
    );
    const unasked = new Set(notTaken);
    for (const answer of open) {
      if (!unasked.has(`/${pathOfPlace(answer.place).map(escaped).join('/')}`)) this.put(answers, answer);
    }
  }

  /** Answers until nobody asks anything any more. */
  async goOn(): Promise<void> {
    for (let rounds = 0; rounds < 100; rounds++) {
      await this.runner.idle();
      const view = (await this.runner.case('case'))!;
      if (!(await this.answerOne(view))) return;
    }
    this.wrongly.push('asked without end');
  }

  private async answerOne(view: CaseView): Promise<boolean> {
    for (const { step } of view.asks) if (await this.fill(step, view)) return true;
    for (const { step, needs, returned, because } of view.needs) {
      const values: Record<string, JsonValue> = {};
      for (const { at } of needs) {
        const isAgain = because?.code !== 'because.missing' && because?.code !== 'because.input';
        const value = this.answerTo(this.placeIn(view, at), isAgain);
        if (value !== undefined) values[at] = value;
      }
      if (Object.keys(values).length === 0) continue;
      const receipt = await this.runner.supplement('case', step, values, returned);
      if (receipt.accepted) return true;
      this.wrongly.push(`supplement of ${step} refused: ${JSON.stringify(receipt)}`);
    }
    return false;
  }

  private async fill(step: string, view: CaseView): Promise<boolean> {
    const answers: JsonObject = {};
    for (const { place, value } of this.expectation.asked.values()) {
      if (this.given.has(placeName(place)) || !isAskedBy(stepOf(this.plan, step), place)) continue;
      setValueAt(answers, this.pathIn(step, this.placed(view, place)), value);
    }
    this.choose(answers, this.certain(this.expectation.choices));
    for (;;) {
      const sent = this.manner.later?.(structuredClone(answers), step) ?? answers;
      const receipt = await this.runner.fill('case', step, sent);
      if (receipt.accepted) return true;
      const lacking = (receipt.refusal.issues ?? []).flatMap(({ at, missing }) =>
        missing === undefined ? [] : [[...tokensOf(at), missing]],
      );
      if (!this.answerAll(answers, lacking)) {
        this.wrongly.push(`later form ${step} refused: ${JSON.stringify(receipt.refusal)}`);
        return false;
      }
    }
  }

  /** Choices that rest on no other choice. */
  private certain(choices: ReadonlySet<string>): string[] {
    const nested = this.context.flat.uses.flatMap(({ when }) =>
      when.flatMap((clauses) => {
        const names = clauses.flatMap((clause) => (clause.kind === 'choice' ? [clause.name] : []));
        return names.length > 1 ? names : [];
      }),
    );
    return [...choices].filter((name) => !nested.includes(name));
  }

  private choose(answers: JsonObject, choices: Iterable<string>): void {
    for (const name of choices) {
      if (this.given.has(`choice ${name}`)) continue;
      this.given.add(`choice ${name}`);
      setValueAt(answers, ['choices', name], this.context.world.choices[name] ?? true);
    }
  }

  /** The place that a pointer into the data of the case means: items stand there in the order in which they were told. */
  private placeIn(view: CaseView, at: string): Place {
    const [place] = placesAt(this.context.world, at);
    const { role, item } = place!;
    if (item === undefined) return place!;
    const keys = itemsOf(this.context.world, role).map((_, index) =>
      keyOfItem(this.context.world, role, index),
    );
    const found = keys.indexOf(keysIn(view, role)[item] ?? '');
    return found < 0 ? place! : { ...place!, item: found };
  }

  /** The other way round. */
  private placed(view: CaseView, place: Place): Place {
    if (place.item === undefined) return place;
    const found = keysIn(view, place.role).indexOf(keyOfItem(this.context.world, place.role, place.item));
    return found < 0 ? place : { ...place, item: found };
  }

  /** A later form for one item speaks of the item alone. */
  private pathIn(step: string, place: Place): string[] {
    const { each } = stepOf(this.plan, step) ?? {};
    const path = pathOfPlace(place);
    return each === `/${place.role}` ? [path[0]!, ...path.slice(2)] : path;
  }

  /** Adds what a form says is missing, if it may be asked; tells whether that helps. */
  private answerAll(answers: JsonObject, lacking: readonly string[][]): boolean {
    let helped = false;
    for (const path of lacking) {
      const [role = '', name = ''] = path;
      if (path.length === 1) {
        if (!Object.hasOwn(answers, role)) helped = setValueAt(answers, [role], {}) || helped;
      } else if (role === 'choices') {
        if (this.expectation.choices.has(name) && !this.given.has(`choice ${name}`)) {
          this.choose(answers, [name]);
          helped = true;
        } else this.wrongly.push(`the choice of ${name} is asked, though nothing rests on it`);
      } else if (path.at(-1) === 'materials') helped = setValueAt(answers, path, {}) || helped;
      else {
        const [place] = placesAt(this.context.world, `/${path.map(escaped).join('/')}`);
        const value = this.answerTo(place!, false);
        if (value !== undefined) helped = setValueAt(answers, path, value) || helped;
      }
    }
    return helped;
  }

  /** What the applicant says of a place, or nothing where nobody may ask. */
  private answerTo(place: Place, isAgain: boolean): JsonValue | undefined {
    const name = placeName(place);
    const asked = this.expectation.asked.get(name);
    if (this.given.has(name) && !isAgain) {
      this.wrongly.push(`${name} is asked again`);
      return undefined;
    }
    this.given.add(name);
    if (asked !== undefined) return asked.value;
    const said = this.expectation.saidOf(place);
    if (said.from === 'asked' && said.value !== undefined) return said.value;
    this.wrongly.push(`${name} is asked, though it comes from: ${said.from} ${said.by ?? ''}`);
    return undefined;
  }

  private put(answers: JsonObject, { place, value }: Answer): void {
    this.given.add(placeName(place));
    setValueAt(answers, pathOfPlace(place), value);
  }

  /** The items that there are, and nothing said of them yet. */
  private emptyLists(): JsonObject {
    const answers: JsonObject = {};
    for (const [role, held] of Object.entries(this.context.world.values)) {
      if (Array.isArray(held))
        answers[role] = held.map((_, index) => ({ $key: keyOfItem(this.context.world, role, index) }));
    }
    return answers;
  }

  private known(): JsonObject {
    const { world, flat } = this.context;
    const known: JsonObject = {};
    for (const { name, many } of flat.roles.values()) {
      const held = many ? itemsOf(world, name) : [world.values[name] as JsonObject];
      const told = held.map((holder, item) => ({
        ...(many ? { $key: keyOfItem(world, name, item) } : {}),
        ...Object.fromEntries(
          Object.keys(holder)
            .filter((element) => flat.known.has([name, element].join('.')))
            .map((element) => [
              element,
              trueValue(world, { role: name, ...(many ? { item } : {}), name: element, kind: 'field' })!,
            ]),
        ),
      }));
      if (told.some((one) => Object.keys(one).some((key) => key !== '$key')))
        known[name] = many ? told : told[0]!;
    }
    return known;
  }
}

function keysIn(view: CaseView, role: string): string[] {
  const held = view.data[role];
  return Array.isArray(held) ? held.map((item, index) => String((item as JsonObject)['$key'] ?? index)) : [];
}

function isAskedBy(step: PlanStep | undefined, place: Place): boolean {
  const path = pathOfPlace(place);
  if (place.item !== undefined) path[1] = '*';
  const at = `/${path.map(escaped).join('/')}`;
  return Object.values(step?.out ?? {}).some((out) => out.at === at || out.at.replace('/*', '') === at);
}

function escaped(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
