import { omitUndefined, own } from '../base/index.js';
import type { JsonValue } from '../base/index.js';
import type { Placeholders } from './code.js';
import { codes } from './codes/index.js';
import type { Code } from './codes/index.js';
import type { Diagnostic, DiagnosticArgs, Fix, Location, Related, SourceRef } from './diagnostic.js';

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
  /** What may stand in its place, best first: the only one is a fix. */
  meant?: readonly string[];
  /** Edits that mend it, where it takes more than one replacement in its place. */
  fixes?: readonly { title: string; edits: readonly { at: SourceRef; value: string }[] }[];
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
  const fixes = fixesOf(at, details);
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
    ...omitUndefined({ help, witness: details.witness }),
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

function fixesOf(at: SourceRef, { meant = [], fixes = [] }: DiagnosticDetails): Fix[] {
  const [only] = meant;
  const own =
    only === undefined || meant.length > 1
      ? []
      : [{ title: `Write "${only}".`, edits: [{ at, value: only }] }];
  return [...own, ...fixes].map(({ title, edits }) => ({
    title,
    edits: edits.map(({ at: place, value }) => ({ at: located(place), value })),
  }));
}

/** Puts the arguments into a message. */
export function fill(template: string, args: DiagnosticArgs): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => String(own(args, name) ?? whole));
}

function located(at: SourceRef): Location {
  return { ...at, on: at.on ?? 'value' };
}
