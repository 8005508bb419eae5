import { omitUndefined, own, pointer } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import type { Entry } from '../../catalogue/index.js';
import { fieldKey } from '../../model/index.js';
import type { Element, Subject } from '../../model/index.js';
import { includes } from '../../schema/index.js';
import { isSame } from '../comparison.js';
import type { Collect, FoundChange } from '../comparison.js';
import { annotationChanges } from '../form/diff-annotations.js';
import { reasonOf } from '../form/diff-entry.js';

/** The elements of a subject. */
export function diffSubject(before: Entry<Subject>, after: Entry<Subject>, add: Collect): void {
  const [old, now] = [before.document.elements, after.document.elements];
  for (const name of [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()) {
    const [from, to] = [own(old, name), own(now, name)];
    const at = pointer('elements', name);
    const title = (to ?? from)!.title;
    const found = {
      subject: {
        document: `subject ${after.document.id}`,
        field: fieldKey(after.document.id, name),
        ...omitUndefined({ title }),
      },
      ...(from === undefined ? {} : { old: { file: before.file, pointer: at } }),
      ...(to === undefined ? {} : { new: { file: after.file, pointer: at } }),
    };
    if (from === undefined) add({ ...found, kind: 'element-added', grade: 'compatible' });
    else if (to === undefined) add({ ...found, kind: 'element-removed', grade: 'breaking' });
    else {
      diffElement(from, to, found, add);
      const texts = (one: Element) => [one.title, one.description, one.labels, one.message, one.same];
      if (!isSame(texts(from), texts(to)))
        add({ ...found, ...wordsOf(from, to), kind: 'text-changed', grade: 'compatible' });
    }
  }
}

function wordsOf(from: Element, to: Element): Pick<FoundChange, 'before' | 'after'> {
  return isSame(from.title, to.title) ? {} : { before: from.title ?? null, after: to.title ?? null };
}

function diffElement(
  from: Element,
  to: Element,
  found: Omit<FoundChange, 'kind' | 'grade'>,
  add: Collect,
): void {
  if (isSame(from.schema, to.schema)) return;
  const words: { before: JsonValue; after: JsonValue } = { before: from.schema, after: to.schema };
  const forth = includes(to.schema, from.schema);
  if (forth.verdict === 'no') {
    const counterexample = { kind: 'value', value: forth.instance } as const;
    add({ ...found, ...words, kind: 'element-narrowed', grade: 'breaking', counterexample });
  } else if (forth.verdict === 'unknown')
    add({
      ...found,
      ...words,
      kind: 'element-narrowed',
      grade: 'unknown',
      because: reasonOf(forth.stoppedBy),
    });
  const back = includes(from.schema, to.schema);
  const takeTheSame = forth.verdict === 'yes' && back.verdict === 'yes';
  for (const change of annotationChanges(from.schema, to.schema, takeTheSame)) add({ ...found, ...change });
  if (back.verdict === 'no') add({ ...found, ...words, kind: 'element-widened', grade: 'compatible' });
  else if (back.verdict === 'unknown')
    add({ ...found, ...words, kind: 'element-widened', grade: 'unknown', because: reasonOf(back.stoppedBy) });
}
