import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import type { FormatTable } from '../formats/index.js';
import { KEYWORDS } from '../keywords/registry.js';

/** What stands for a regular expression in compiled code. */
export interface Expression {
  test(text: string): boolean;
}

/** Ajv with the formats of a table and keywords that are exact. */
export function createAjv(
  formats: FormatTable,
  expressionOf: (pattern: string) => Expression,
  options: Options = {},
): Ajv2020 {
  const regExp = (pattern: string): Expression & { exec?: unknown; toString(): string } => ({
    test: (text) => expressionOf(pattern).test(text),
    // Ajv keeps what it runs by its text, so every pattern needs a text of its own.
    toString: () => `expression of ${pattern}`,
  });
  const ajv = new Ajv2020({
    strict: false,
    // Without it, arrays shorter than prefixItems skip contains and uniqueItems in ajv 8.20.
    allErrors: true,
    ownProperties: true,
    logger: false,
    code: { regExp: Object.assign(regExp, { code: 'new RegExp' }) },
    ...options,
  });
  for (const { name, ajv: testOf } of KEYWORDS) {
    if (typeof testOf !== 'function') continue;
    ajv.removeKeyword(name).addKeyword({ keyword: name, compile: testOf, errors: false });
  }
  for (const name of formats.names) {
    ajv.addFormat(name, {
      type: 'string',
      validate: (text: string) => formats.validate(name, text) === true,
    });
  }
  return ajv;
}
