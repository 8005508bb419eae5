import { own } from '../base/index.js';
import type { JsonValue } from '../base/index.js';
import type { Placeholders } from './code.js';
import { codes } from './codes/index.js';
import type { Code } from './codes/index.js';
import type { Diagnostic, DiagnosticArgs, Location, Related, SourceRef } from './diagnostic.js';

type HelpOf<C extends Code> = (typeof codes)[C] extends { help: infer H extends string } ? H : '';

/** The arguments that the message and the help of a code need. */
export type ArgsOf<C extends Code> = Record<
  Placeholders<(typeof codes)[C]['message']> | Placeholders<HelpOf<C>>,
  string | number
>;

/** What a diagnostic may carry besides its message. */
export interface DiagnosticDetails {
  related?: readonly { at: SourceRef; message: string }[];
  /** Replaces the help of the catalogue of codes, where a better one is known. */
  help?: string;
  witness?: JsonValue;
}

/**
 * A diagnostic of the catalogue of codes.
 * @param code which
 * @param args what the message needs
 * @param at where; a range is added when the documents are at hand
 */
export function createDiagnostic<C extends Code>(
  code: C,
  args: ArgsOf<C>,
  at: SourceRef,
  details: DiagnosticDetails = {},
): Diagnostic {
  const entry = codes[code];
  const values: DiagnosticArgs = args;
  const help = details.help ?? ('help' in entry ? fill(entry.help, values) : undefined);
  return {
    code,
    severity: entry.severity,
    message: fill(entry.message, values),
    args: values,
    at: located(at),
    related: (details.related ?? []).map(({ at: place, message }): Related => ({
      at: located(place),
      message,
    })),
    ...(help === undefined ? {} : { help }),
    ...(details.witness === undefined ? {} : { witness: details.witness }),
  };
}

/** Puts the arguments into a message. */
export function fill(template: string, args: DiagnosticArgs): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => String(own(args, name) ?? whole));
}

function located(at: SourceRef): Location {
  return { ...at, on: at.on ?? 'value' };
}
