import { isObject, own } from '../base/index.js';
import type { JsonValue } from '../base/index.js';
import { renderIn } from '../languages/index.js';
import type { Message } from '../messages/index.js';
import { choicesRole, isFieldOf } from '../model/index.js';
import type { Change, ChangeKind, Predicate } from '../model/index.js';
import { channelText } from './text/words/channel-text.js';
import { conditionText } from './text/words/condition-text.js';
import { printable } from './text/layout/printable.js';
import type { View } from './text/view.js';

type SayAny = (key: string, args?: Record<string, string | number>) => string;

/** A change in one sentence, in the applicant's or the author's words. */
export function changeSentence(change: Change, view: View): string {
  // Every kind has a message; the table of kinds and that of messages are compared by a test.
  const say = view.say as SayAny;
  const { before, after } = change;
  const held = conditionOf(after);
  const condition = held === undefined ? '' : conditionText(held, view.say);
  return say(keyFor(change), {
    what: subjectText(change, view),
    before: valueText(before, change, view),
    after: valueText(after, change, view),
    when: held === undefined ? '' : view.say('diff.if', { condition }),
    condition,
  });
}

const lessKinds: ReadonlySet<ChangeKind> = new Set([
  'field-not-asked',
  'material-not-asked',
  'output-removed',
  'result-removed',
]);

/** The condition that a version states, or under which a value is another one. */
function conditionOf(value: JsonValue | undefined): Exclude<Predicate, boolean> | undefined {
  if (isCondition(value)) return value;
  const when = isObject(value) ? own(value, 'when') : undefined;
  return isCondition(when) ? when : undefined;
}

/** Some kinds read otherwise where a condition is left, or where it is a choice that is asked. */
function keyFor({ kind, after, subject }: Change): string {
  if (kind === 'cases-stop') return `diff.${kind}.${typeof after === 'string' ? after : 'input'}`;
  if (kind === 'field-asked' && subject.field !== undefined && isFieldOf(choicesRole, subject.field))
    return `diff.${kind}.choice`;
  if (kind.startsWith('time-') && subject.step !== undefined) return `diff.${kind}.step`;
  return lessKinds.has(kind) && isCondition(after) ? `diff.${kind}.only` : `diff.${kind}`;
}

function isCondition(value: JsonValue | undefined): value is Exclude<Predicate, boolean> & JsonValue {
  return value !== undefined && typeof value !== 'boolean' && isPredicate(value);
}

/** What the change is about: what people call it, and its name. */
export function subjectText({ kind, subject }: Change, view: View): string {
  // A result has no name but what people call it.
  if (kind.startsWith('result-')) return printable(view.title(subject.title, ''));
  const { field, material, step, role, document, block, bundle, title } = subject;
  const name = field ?? material ?? role ?? step ?? document ?? block ?? bundle ?? '';
  const called = printable(view.title(title, ''));
  return called === '' || called === name ? `"${printable(name)}"` : `${called} (${printable(name)})`;
}

const conditionKinds = new Set([
  'step-narrowed',
  'step-widened',
  'eligibility-narrowed',
  'eligibility-widened',
]);

/** What a version says, short enough to be read. */
function valueText(value: JsonValue | undefined, { kind }: Change, view: View): string {
  if (value === undefined || value === null) return '–';
  if (Array.isArray(value) && value.length === 0) return '–';
  if (kind.startsWith('situation-')) return findingText(value, view);
  if (conditionKinds.has(kind) && (typeof value === 'boolean' || isPredicate(value)))
    return conditionText(value, view.say);
  if (kind.startsWith('alternatives-') && Array.isArray(value))
    return value
      .map((group) => (Array.isArray(group) ? group.map((one) => plain(one)).join(' + ') : plain(group)))
      .join(' | ');
  if (kind === 'origin-changed' && Array.isArray(value)) return originsText(value);
  if (kind === 'authority-changed' && typeof value === 'string') return printable(view.authority(value));
  const ways = kind.startsWith('channels-')
    ? 'channel'
    : kind === 'result-ways-changed'
      ? 'results'
      : undefined;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.map((one) => (ways === undefined ? plain(one) : wayText(ways, one, view))).join(', ');
  if (isObject(value)) return objectText(value, view);
  return plain(value);
}

function objectText(value: Readonly<Record<string, JsonValue>>, view: View): string {
  const { act, channels } = value;
  if (typeof act === 'string') return actText(act, value, view);
  if (Array.isArray(channels)) return channels.map((one) => wayText('channel', one, view)).join(', ');
  if (typeof value['within'] === 'string')
    return view.say('diff.within', { within: plain(value['within']), day: plain(value['after'] ?? null) });
  const { amount, currency, per } = value;
  if (typeof amount === 'number' && typeof currency === 'string')
    return printable(`${amount} ${currency}${typeof per === 'string' ? ` / ${per}` : ''}`);
  if (typeof value['workingDays'] === 'number') return `${value['workingDays']}wd`;
  if (typeof value['copies'] === 'number' && typeof value['form'] === 'string')
    return printable(`${value['form']} × ${value['copies']}`);
  if (typeof value['min'] === 'number' && typeof value['max'] === 'number')
    return `${value['min']}–${value['max']}`;
  const limits = Object.entries(value).filter(([, limit]) => typeof limit === 'string');
  const names = ['statutory', 'promised', 'target', 'collect', 'accept', 'issue'];
  if (limits.length > 0 && limits.every(([name]) => names.includes(name)))
    return limits
      .map(([name, limit]) => `${(view.say as SayAny)(`diff.limit.${name}`)} ${plain(limit)}`)
      .join(', ');
  const block = own(value, 'block');
  if (typeof block === 'string') return printable(block);
  return printable(JSON.stringify(value));
}

/** A way to apply, or to get something, as people call it; a host may have ways of its own. */
function wayText(table: 'channel' | 'results', way: JsonValue, view: View): string {
  if (table === 'channel') return channelText(plain(way), view.say);
  return (view.say as SayAny)(`results.${plain(way)}`);
}

/** Who does an act and where, or how things are passed on after it. */
function actText(act: string, { place, transfer }: Readonly<Record<string, JsonValue>>, view: View): string {
  const say = view.say as SayAny;
  if (isObject(transfer)) {
    const way = say(`transfer.${plain(transfer['by'] ?? 'electronic')}`);
    const time =
      transfer['time'] === undefined ? '' : say('diff.transfer.time', { time: plain(transfer['time']) });
    return say(`diff.transfer.${act}`, { way: `${way}${time}` });
  }
  const { authority, at } = isObject(place) ? place : {};
  const who = [
    ...(typeof authority === 'string'
      ? [say('places.by', { who: printable(view.authority(authority)) })]
      : []),
    ...(typeof at === 'string' ? [say('places.at', { field: printable(at) })] : []),
  ];
  return say('diff.act', {
    act: say(`places.${act}`),
    who: who.length === 0 ? say('diff.act.itself') : who.join(say('diff.act.and')),
  });
}

/** A finding of the proofs that the change carries, in the language of the text. */
function findingText(value: JsonValue, { language, say }: View): string {
  return isObject(value)
    ? printable(renderIn(value as unknown as Message, language))
    : (say as SayAny)('diff.noStep');
}

function originsText(origins: readonly JsonValue[]): string {
  const names = origins.map((one) =>
    isObject(one) ? plain(one['step'] ?? one['kind'] ?? null) : plain(one),
  );
  return names.length === 0 ? '–' : [...new Set(names)].join(', ');
}

function plain(value: JsonValue): string {
  return printable(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Whatever the change carries as a condition has one of these shapes. */
function isPredicate(value: JsonValue): value is Exclude<Predicate, boolean> & JsonValue {
  if (!isObject(value)) return false;
  return (
    ['field', 'all', 'any', 'some', 'every'].some((key) => Object.hasOwn(value, key)) &&
    !Object.hasOwn(value, 'type')
  );
}
