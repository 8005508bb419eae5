import { isObject, pointer } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import type { CaseEvent } from './event.js';

/** What an applicant says in an event. */
export function saidIn(event: CaseEvent): JsonValue | undefined {
  switch (event.type) {
    case 'started':
    case 'opened':
    case 'saved':
    case 'submitted':
    case 'filled':
      return event.answers;
    case 'supplemented':
      return event.values;
    case 'delivered':
      return event.value;
    default:
      return undefined;
  }
}

/** `data:`, a media type or none, parameters, and a comma (RFC 2397). */
const dataUrl = /^data:(?:[\w.+-]+\/[\w.+-]+)?(?:;[^,;]*)*,/i;
/** A name or an id of a file is shorter than this. */
const longestName = 1_000;

/**
 * Where an answer holds a file itself: a data URL, or a name of a file that is too long for one. Files stay with the host,
 * and the case refers to them.
 */
export function fileContentIn(said: JsonValue): string | undefined {
  const open: { at: string[]; value: JsonValue; isFile: boolean }[] = [
    { at: [], value: said, isFile: false },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at, value, isFile } = next;
    if (typeof value === 'string') {
      if (dataUrl.test(value) || (isFile && value.length > longestName)) return pointer(...at);
    } else if (Array.isArray(value)) {
      value.forEach((one, index) => open.push({ at: [...at, String(index)], value: one, isFile }));
    } else if (isObject(value)) {
      for (const [key, one] of Object.entries(value)) {
        const isOfUpload = key === 'files' && value['way'] === 'upload';
        open.push({ at: [...at, key], value: one, isFile: isFile || isOfUpload });
      }
    }
  }
  return undefined;
}
