import { actNames } from '../../../model/index.js';
import type { PlanAct, PlanStep, Transfer } from '../../../model/index.js';
import { tokensOf } from '../../../base/index.js';
import { ifText } from '../words/condition-text.js';
import { hanging } from '../layout/grouped-lines.js';
import type { View } from '../view.js';

/** Where something goes, and how. */
export function transferText({ to, by }: Transfer, view: View): string {
  return `${view.say(`transfer.to-${to}`)}${view.say('plan.separator')}${view.say(`transfer.${by}`)}`;
}

/** What a transfer passes on, to whom, how, and whether its time is part of the limit. */
export function transferLines({ transfer }: PlanStep, view: View): string[] {
  if (transfer === undefined) return [];
  const { of: step, from } = transfer;
  const what = view.say(from === 'issue' ? 'transfer.result' : 'transfer.application', { step });
  const counted = view.say(from === 'accept' ? 'transfer.within' : 'transfer.beside', { step });
  const way = transferText(transfer, view);
  return hanging(view.say('transfer.what', { what, way, counted }), 2, view);
}

/** Who collects, accepts, decides and issues, act by act, headed by the way in which that is called. */
export function placesLines({ places, deadline }: PlanStep, view: View): string[] {
  if (places === undefined) return [];
  const since = deadline?.since ?? [];
  const modes = [
    ...(places.collect === undefined ? [] : [view.say('places.collected')]),
    ...(since.length > 0 || isShared(places) ? [view.say('places.joint')] : []),
  ];
  const mode = modes.length === 0 ? view.say('places.online') : modes.join(view.say('plan.separator'));
  return [
    `  ${mode}`,
    ...actNames.flatMap((name) =>
      (places[name] ?? []).flatMap((act) =>
        hanging(`${view.say(`places.${name}`)} ${actText(act, view)}`, 4, view),
      ),
    ),
    ...(since.length === 0 ? [] : hanging(view.say('places.limit', { step: since.join(', ') }), 4, view)),
  ];
}

/** One place accepts and another decides. */
function isShared({ accept, decide }: NonNullable<PlanStep['places']>): boolean {
  const key = ({ authority, at }: PlanAct) => `${authority ?? ''} ${at ?? ''}`;
  const others = new Set((decide ?? []).filter(({ at }) => at !== undefined).map(key));
  return others.size > 0 && (accept ?? []).some((act) => !others.has(key(act)));
}

function actText({ authority, at, when }: PlanAct, view: View): string {
  const parts = [
    authority === undefined ? '' : view.say('places.by', { who: view.authority(authority) }),
    at === undefined ? '' : view.say('places.at', { field: fieldOf(at) }),
    ifText(when, view.say),
  ];
  return parts.filter((part) => part !== '').join(view.say('plan.separator'));
}

function fieldOf(at: string): string {
  return tokensOf(at)
    .filter((token) => token !== '*')
    .join('.');
}
