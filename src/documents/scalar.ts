/** What a plain scalar of YAML stands for, and what a reader may not expect of it. */
export interface PlainScalar {
  value: null | boolean | number | string;
  /** The number is not what was written: a leading zero is lost, or digits that a double cannot hold. */
  changed?: boolean;
  /** Infinity or not-a-number: JSON has no such value. */
  outsideJson?: boolean;
}

const decimal = /^[-+]?[0-9]+$/;
const octal = /^0o[0-7]+$/;
const hexadecimal = /^0x[0-9a-fA-F]+$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const special = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

const words = new Map<string, PlainScalar>([
  ['', { value: null }],
  ['~', { value: null }],
  ['null', { value: null }],
  ['Null', { value: null }],
  ['NULL', { value: null }],
  ['true', { value: true }],
  ['True', { value: true }],
  ['TRUE', { value: true }],
  ['false', { value: false }],
  ['False', { value: false }],
  ['FALSE', { value: false }],
]);

/** The characters that a plain scalar other than a text may begin with. */
const mayMean = /^[~nNtTfF0-9+.-]/;

/** Resolves a plain scalar by the core schema (YAML 1.2.2, section 10.3.2). */
export function resolvePlain(text: string): PlainScalar {
  if (text !== '' && !mayMean.test(text)) return { value: text };
  const word = text.length <= 5 ? words.get(text) : undefined;
  if (word !== undefined) return word;
  if (decimal.test(text)) return integer(text);
  if (octal.test(text)) return radix(text, 8);
  if (hexadecimal.test(text)) return radix(text, 16);
  if (float.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? { value } : { value: text, outsideJson: true };
  }
  if (special.test(text)) return { value: text, outsideJson: true };
  return { value: text };
}

/** The value that a plain scalar stands for, as JSON; a text where it is no other. */
export function resolvePlainText(text: string): null | boolean | number | string {
  const { value, outsideJson } = resolvePlain(text);
  return outsideJson === true ? text : value;
}

function integer(text: string): PlainScalar {
  const value = Number(text);
  if (!Number.isFinite(value)) return { value: text, outsideJson: true };
  const lost = !Number.isSafeInteger(value) && BigInt(value) !== BigInt(text.replace(/^\+/, ''));
  return lost || /^[-+]?0[0-9]/.test(text) ? { value, changed: true } : { value: value === 0 ? 0 : value };
}

function radix(text: string, base: 8 | 16): PlainScalar {
  const value = Number.parseInt(text.slice(2), base);
  if (!Number.isFinite(value)) return { value: text, outsideJson: true };
  return Number.isSafeInteger(value) ? { value } : { value, changed: true };
}
