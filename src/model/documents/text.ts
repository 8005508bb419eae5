import { z } from 'zod';

/** A text, or the same text per locale (BCP 47). */
export type Text = string | Record<string, string>;

/** Ids and names: any Unicode letters, digits, `-` and `_`, beginning with a letter, a digit or `_`. */
export const namePattern = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;

/** `role.element`: the identity by which inputs are deduplicated. */
export const fieldPattern = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*\.[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;

export const textSchema = z
  .union([z.string().min(1), z.record(z.string().min(1), z.string().min(1))])
  .meta({ id: 'text', description: 'A text, or a map from locale to text: { en: Name, zh: 姓名 }.' });

export const nameSchema = z
  .string()
  .regex(namePattern)
  .max(200)
  .meta({ id: 'name', description: 'A name: Unicode letters, digits, "-" and "_".' });

export const fieldKeySchema = z
  .string()
  .regex(fieldPattern)
  .max(400)
  .meta({ id: 'field', description: 'A field: an element of a role, as in "child.name".' });

/** The text in the first locale asked for that it has; else in English; else in whatever it has first. */
export function textIn(text: Text | undefined, ...locales: readonly string[]): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  for (const locale of [...locales, 'en']) if (Object.hasOwn(text, locale)) return text[locale];
  return Object.values(text)[0];
}
