import type { Check } from './site.js';

/** The length of a text in code points (validation, section 6.3.1; RFC 8259). */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0xdc00 && next <= 0xdfff) {
        length--;
        at++;
      }
    }
  }
  return length;
}

/** `minLength` (validation, section 6.3.2). */
export const checkMinLength: Check = (value, instance) =>
  typeof instance !== 'string' || typeof value !== 'number' || lengthOf(instance) >= value;

/** `maxLength` (validation, section 6.3.1). */
export const checkMaxLength: Check = (value, instance) =>
  typeof instance !== 'string' || typeof value !== 'number' || lengthOf(instance) <= value;
