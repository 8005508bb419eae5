import { cloneJson, omitUndefined } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { calendarOf, planCalendar } from '../../catalogue/index.js';
import type { Entry, LoadedCatalogue } from '../../catalogue/index.js';
import type { Calendar, DocumentBase, Registry, Subject } from '../../model/index.js';
import { isSame } from '../comparison.js';
import type { Collect } from '../comparison.js';
import { calendarIdOf, gradeOfDays } from './diff-calendar.js';
import { diffRegistry } from './diff-registries.js';
import { diffSubject } from './diff-subjects.js';
import { tell } from '../messages.js';

type Compare = (before: Entry<never>, after: Entry<never>, add: Collect) => void;

/** What one kind of document says in keys that are compared elsewhere, or have no meaning beyond their words. */
interface DictionaryKind {
  name: string;
  entries: (catalogue: LoadedCatalogue) => ReadonlyMap<string, Entry<DocumentBase>>;
  compare: Compare;
  /** Compared by `compare`, or by what they come to in the blocks that use them. */
  told: readonly string[];
}

const texts = ['$schema', 'title', 'description', 'same', 'source', 'specification', 'electronic', 'code'];

const nothing: Compare = () => undefined;

const dictionary: readonly DictionaryKind[] = [
  {
    name: 'subject',
    entries: ({ subjects }) => subjects,
    compare: (before: Entry<Subject>, after: Entry<Subject>, add) => diffSubject(before, after, add),
    told: ['elements'],
  },
  { name: 'material', entries: ({ materials }) => materials, compare: nothing, told: ['accept'] },
  { name: 'authority', entries: ({ authorities }) => authorities, compare: nothing, told: [] },
  {
    name: 'registry',
    entries: ({ registries }) => registries,
    compare: (before: Entry<Registry>, after: Entry<Registry>, add) => diffRegistry(before, after, add),
    told: ['given', 'gives', 'local', 'options', 'subject', 'authority'],
  },
  {
    name: 'calendar',
    entries: ({ calendars }) => calendars,
    compare: (before: Entry<Calendar>, after: Entry<Calendar>, add) => diffCalendar(before, after, add),
    told: ['weekend', 'holidays', 'workdays', 'timezone', 'until', 'hours'],
  },
];

/** The documents that blocks and bundles refer to: subjects, materials, authorities, registries, calendars. */
export function diffDocuments(before: LoadedCatalogue, after: LoadedCatalogue, add: Collect): void {
  for (const kind of dictionary) {
    const [old, now] = [kind.entries(before), kind.entries(after)];
    for (const id of [...new Set([...old.keys(), ...now.keys()])].sort()) {
      const [from, to] = [old.get(id), now.get(id)];
      const title = (to ?? from)!.document.title;
      const document = `${kind.name} ${id}`;
      const collect: Collect = (change) =>
        add({ ...change, subject: { document, ...omitUndefined({ title }), ...change.subject } });
      const places = {
        ...(from === undefined ? {} : { old: { file: from.file, pointer: '' } }),
        ...(to === undefined ? {} : { new: { file: to.file, pointer: '' } }),
      };
      if (from === undefined) collect({ ...places, kind: 'document-added', grade: 'compatible' });
      else if (to === undefined) collect({ ...places, kind: 'document-removed', grade: 'breaking' });
      else if (!isSame(from.document, to.document)) {
        kind.compare(from as Entry<never>, to as Entry<never>, collect);
        diffWords(from, to, kind.told, collect);
      }
    }
  }
  const [was, is] = [calendarIdOf(before), calendarIdOf(after)];
  if (was !== is)
    add({
      kind: 'calendar-changed',
      ...gradeOfDays(calendarOf(before), calendarOf(after)),
      before: was,
      after: is,
      ...manifestPlaces(before, after, '/calendar'),
    });
}

/** Where the manifests say something. */
export function manifestPlaces(before: LoadedCatalogue, after: LoadedCatalogue, pointer: string) {
  return {
    ...(before.manifest === undefined ? {} : { old: { file: before.manifest.file, pointer } }),
    ...(after.manifest === undefined ? {} : { new: { file: after.manifest.file, pointer } }),
  };
}

/** Titles and explanations, and whatever is said in keys that nothing else compares. */
export function diffWords(
  from: Entry<DocumentBase>,
  to: Entry<DocumentBase>,
  told: readonly string[],
  add: Collect,
): void {
  const places = { old: { file: from.file, pointer: '' }, new: { file: to.file, pointer: '' } };
  const words = (one: DocumentBase) => texts.map((key) => asJson(one)[key] ?? null);
  if (!isSame(words(from.document), words(to.document))) {
    const isTitle = !isSame(from.document.title, to.document.title);
    const titles = { before: from.document.title ?? null, after: to.document.title ?? null };
    add({ ...places, ...(isTitle ? titles : {}), kind: 'text-changed', grade: 'compatible' });
  }
  const rest = (one: DocumentBase) => without(asJson(one), [...texts, ...told]);
  const [was, is] = [rest(from.document), rest(to.document)];
  if (!isSame(was, is)) {
    const because = tell('ungraded.other-content');
    add({ ...places, kind: 'document-changed', grade: 'unknown', before: was, after: is, because });
  }
}

function diffCalendar(before: Entry<Calendar>, after: Entry<Calendar>, add: Collect): void {
  const [from, to] = [planCalendar(before.document), planCalendar(after.document)];
  if (isSame(from, to)) return;
  const places = { old: { file: before.file, pointer: '' }, new: { file: after.file, pointer: '' } };
  add({ ...places, kind: 'calendar-changed', ...gradeOfDays(from, to) });
}

/** A document is JSON by its shape; its interface does not say so. */
export function asJson(document: DocumentBase): JsonObject {
  return document as unknown as JsonObject;
}

/** A copy without some of its keys. */
export function without(object: JsonObject, keys: readonly string[]): JsonObject {
  const copy = cloneJson(object);
  for (const key of keys) delete copy[key];
  return copy;
}
