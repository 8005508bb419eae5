import { pointer, scatter, setValueAt } from '../../src/base/index.js';
import type { JsonObject } from '../../src/base/index.js';
import type { Plan } from '../../src/model/index.js';
import { composeBundle, createSheet, leavesOf } from '../../src/plan/index.js';
import { dayFaults } from './days.js';
import { expectationOf } from './judge/expectation.js';
import type { Expectation } from './judge/expectation.js';
import { outputPlaces, placesOf } from './judge/knowledge.js';
import type { JudgeContext } from './judge/knowledge.js';
import { instancesOf } from './judge/knowledge.js';
import { itemsOf, keyOfItem, placeName, trueValue } from './judge/world.js';
import type { Place, World } from './judge/world.js';
import { faultsOf } from './laws.js';
import type { Fault } from './laws.js';
import { pathOfPlace, placesAt } from './places.js';
import { play } from './play.js';
import type { Played } from './play.js';
import type { Stage } from './stage.js';

/** Is this composed in? */
export type IsFact = (place: Place, world: World) => boolean;

/** So much of what can be known beforehand, chosen by the world. */
export function shareOfFacts(share: number): IsFact {
  return (place, world) => scatter(`${JSON.stringify(world.values)} ${placeName(place)}`) < share;
}

/**
 * Law 5: composing with facts is composing without and fixing them. The same world is played on the plan that knows some
 * of it beforehand: each authority is handed the same, each step ends alike and on the same day, and the form asks the rest.
 * @param isFact whether something that can be known beforehand is composed in
 */
export async function factFaults(
  stage: Stage,
  { bundle, world, isFact }: { bundle: string; world: World; isFact: IsFact },
  without: Played,
): Promise<Fault[]> {
  const open = stage.context(bundle, world);
  const places = beforehand(open).filter((place) => isFact(place, world));
  const plan = composeBundle(stage.catalogue, bundle, { facts: factsOf(world, places) }).plan;
  const composedIn = new Set(places.map(placeName));
  const context = stage.context(bundle, { ...world, composedIn });
  const expectation = expectationOf(context);
  const played = await play(plan, context, expectation, { isPunctual: true });
  const faults = [
    ...faultsOf(expectation, played),
    ...formFaults(stage.plan(bundle), plan, open, { places, expectation, later: filledLater(open, without) }),
  ];
  if (played.receipt.accepted && expectation.unmet.length === 0)
    faults.push(...dayFaults(plan, world.start, played), ...differentDays(without, played));
  const known = [...composedIn].join(', ') || 'nothing';
  return faults.map(({ what }) => ({ law: 5, what: `with ${known} composed in: ${what}` }));
}

/** What can be known before anything is asked: no step yields it, and its role takes part in every situation. */
export function beforehand({ documents, flat, world }: JudgeContext): Place[] {
  const yielded = new Set(
    flat.uses.flatMap((use) =>
      (use.block.outputs ?? []).flatMap((output) =>
        instancesOf(world, use).flatMap((instance) => outputPlaces(world, instance, output).map(placeName)),
      ),
    ),
  );
  return [...flat.roles.values()]
    .filter(({ guards }) => guards.length === 0)
    .flatMap((ref) =>
      Object.keys(documents.subject.get(ref.type)!.elements).flatMap((element) =>
        placesOf(world, ref, element, 'field', { each: undefined, item: undefined }),
      ),
    )
    .filter((place) => !yielded.has(placeName(place)) && trueValue(world, place) !== undefined);
}

export function factsOf(world: World, places: readonly Place[]): JsonObject {
  const facts: JsonObject = {};
  for (const place of places) {
    if (place.item !== undefined && facts[place.role] === undefined)
      facts[place.role] = itemsOf(world, place.role).map((_, item) => ({
        $key: keyOfItem(world, place.role, item),
      }));
    setValueAt(facts, pathOfPlace(place), trueValue(world, place)!);
  }
  return facts;
}

/** Of what the applicant would be asked anyway, facts leave the rest of the form as it is. */
function formFaults(
  open: Plan,
  fixed: Plan,
  context: JudgeContext,
  fixing: { places: readonly Place[]; expectation: Expectation; later: ReadonlySet<string> },
): Fault[] {
  const expectation = expectationOf(context);
  const { places } = fixing;
  // What a look-up would tell later decides more when it is known at once.
  if (!places.every((place) => ['sign-in', 'asked'].includes(expectation.saidOf(place).from))) return [];
  // A key that is known spares more questions than its own.
  const isLeft = (place: Place) => fixing.expectation.saidOf(place).from === 'asked';
  const left = askedIn(open, context, expectation).filter(isLeft).map(placeName);
  const asked = askedIn(fixed, context, expectation).map(placeName);
  // What conditions alone rest on is asked as far as it matters, in an order that facts change.
  const isSure = (name: string) =>
    !expectation.questions.has(name) && !places.some((place) => placeName(place) === name);
  const [more, fewer] = [
    // What facts settle may be asked at once, and not in a later form.
    asked.filter((name) => isSure(name) && !left.includes(name) && !fixing.later.has(name)),
    left.filter((name) => isSure(name) && !asked.includes(name)),
  ];
  return [
    ...more.map((name): Fault => ({ law: 5, what: `${name} is asked, and not without the facts` })),
    ...fewer.map((name): Fault => ({ law: 5, what: `${name} is not asked any more` })),
  ];
}

/** What later forms have asked. */
function filledLater({ world }: JudgeContext, { history }: Played): Set<string> {
  const answers = history.flatMap(({ event }) => (event.type === 'filled' ? [event.answers] : []));
  const names = answers.flatMap((answer) =>
    leavesOf(answer).flatMap(({ path }) => placesAt(world, pointer(...path)).map(placeName)),
  );
  return new Set(names);
}

/** What the form takes of an applicant who says everything. */
function askedIn(plan: Plan, context: JudgeContext, expectation: Expectation): Place[] {
  const { world, flat, documents } = context;
  const answers: JsonObject = {};
  for (const name of flat.choices) setValueAt(answers, ['choices', name], world.choices[name] ?? true);
  for (const [role, held] of Object.entries(world.values))
    if (Array.isArray(held)) answers[role] = held.map((_, item) => ({ $key: keyOfItem(world, role, item) }));
  const places = [...flat.roles.values()].flatMap((ref) =>
    Object.keys(documents.subject.get(ref.type)!.elements).flatMap((element) =>
      placesOf(world, ref, element, 'field', { each: undefined, item: undefined }),
    ),
  );
  const known: JsonObject = {};
  for (const place of places) {
    const value = trueValue(world, place);
    const isKnown = expectation.saidOf(place).from === 'sign-in';
    if (value !== undefined) setValueAt(isKnown ? known : answers, pathOfPlace(place), value);
  }
  const { notTaken } = createSheet(plan, { answers, known }, { today: world.start.slice(0, 10) });
  const refused = new Set(notTaken);
  return places
    .filter((place) => trueValue(world, place) !== undefined)
    .filter((place) => expectation.saidOf(place).from !== 'sign-in')
    .filter((place) => !refused.has(`/${pathOfPlace(place).map(escaped).join('/')}`));
}

function escaped(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Blocks end at the same moment. */
function differentDays(without: Played, fixed: Played): Fault[] {
  const endsOf = ({ view }: Played) =>
    new Map(
      (view?.steps ?? [])
        .filter(({ kind, status }) => kind === 'block' && status === 'approved')
        .map(({ key, since }) => [key, since]),
    );
  const [before, after] = [endsOf(without), endsOf(fixed)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => ({
      law: 5,
      what: `${key} ends at ${after.get(key) ?? 'no time'}, and without the facts at ${before.get(key) ?? 'no time'}`,
    }));
}
