import { isObject } from '../../base/index.js';
import { UsageError } from '../../messages/index.js';
import { isInstant } from '../machine/instant.js';

/** What a caller may hand over; with `?`, or nothing. */
export type ArgumentKind =
  'text' | 'text?' | 'object' | 'object?' | 'function?' | 'count?' | 'milliseconds?' | 'instant';

/**
 * Refuses what a caller hands over in the wrong shape, before anything happens.
 * @param call the function that is called
 * @param kinds what each argument has to be, by its name
 * @throws UsageError `usage/argument`
 */
export function assertArguments(
  call: string,
  kinds: Readonly<Record<string, ArgumentKind>>,
  given: Readonly<Record<string, unknown>>,
): void {
  for (const [name, kind] of Object.entries(kinds)) {
    const value = given[name];
    if (kind.endsWith('?') && value === undefined) continue;
    if (!fits(value, kind)) throw new UsageError('usage/argument', messageFor(kind, name, call));
  }
}

function fits(value: unknown, kind: ArgumentKind): boolean {
  switch (kind) {
    case 'text':
    case 'text?':
      return typeof value === 'string';
    case 'object':
    case 'object?':
      return isObject(value);
    case 'function?':
      return typeof value === 'function';
    case 'count?':
      return Number.isSafeInteger(value) && (value as number) >= 1;
    case 'milliseconds?':
      return Number.isFinite(value) && (value as number) >= 0;
    case 'instant':
      return isInstant(value);
  }
}

function messageFor(kind: ArgumentKind, name: string, call: string): string {
  switch (kind) {
    case 'text':
    case 'text?':
      return `"${name}" of "${call}" must be a text.`;
    case 'object':
    case 'object?':
      return `"${name}" of "${call}" must be an object.`;
    case 'function?':
      return `"${name}" of "${call}" must be a function.`;
    case 'count?':
      return `"${name}" of "${call}" must be a whole number from 1 on.`;
    case 'milliseconds?':
      return `"${name}" of "${call}" must be a number of milliseconds from 0 on.`;
    case 'instant':
      return `"${name}" of "${call}" must be a moment such as "2026-09-30T09:00:00.000+08:00".`;
  }
}
