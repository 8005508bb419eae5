import { fromEntries, omitUndefined } from '../base/index.js';
import type { JsonValue } from '../base/index.js';
import { messageOf } from '../messages/index.js';
import type { Args, ArgsFor, Message, MessageEntry, Slots } from '../messages/index.js';
import type { CodeEntry } from './code.js';
import { codes } from './codes/index.js';
import type { Code } from './codes/index.js';
import type { Diagnostic, Fix, Location, Related, SourceRef } from './diagnostic.js';
import { helpOf, tell } from './messages.js';

type HelpOf<C extends Code> = (typeof codes)[C] extends { help: infer H extends string } ? H : '';

/** The arguments that the message and the help of a code need. */
export type ArgsOf<C extends Code> = ArgsFor<Slots<(typeof codes)[C]['message']> | Slots<HelpOf<C>>>;

/** What a diagnostic may carry besides its message. */
export interface DiagnosticDetails {
  related?: readonly (Message & { at: SourceRef })[];
  /** Replaces the help of the catalogue of codes, where a better one is known. */
  help?: Message;
  witness?: JsonValue;
  /** What may stand in its place, best first: the only one is a fix. */
  meant?: readonly string[];
  /** Edits that mend it, where it takes more than one replacement in its place. */
  fixes?: readonly { title: Message; edits: readonly { at: SourceRef; value: string }[] }[];
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
  const entry: CodeEntry = codes[code];
  const fixes = fixesOf(at, details);
  const help = helpIn(code, entry, args, details);
  return {
    code,
    severity: entry.severity,
    message: messageOf(code, { en: entry.message, zh: entry.zh }, args).message,
    args,
    at: located(at),
    related: (details.related ?? []).map(({ at: place, ...said }): Related => ({
      at: located(place),
      ...said,
    })),
    ...omitUndefined({ help, witness: details.witness }),
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

function helpIn(code: Code, entry: CodeEntry, args: Args, { help }: DiagnosticDetails): Message | undefined {
  if (help !== undefined) return help;
  const usual = helpOf(entry);
  return usual === undefined ? undefined : messageOf(`${code}:help`, usual, argsIn(usual, args));
}

/** The arguments that an entry names. */
function argsIn({ en }: MessageEntry, args: Args): Args {
  const text = typeof en === 'string' ? en : en.other;
  return fromEntries(Object.entries(args).filter(([name]) => text.includes(`{${name}}`)));
}

function fixesOf(at: SourceRef, { meant = [], fixes = [] }: DiagnosticDetails): Fix[] {
  const [only] = meant;
  const own =
    only === undefined || meant.length > 1
      ? []
      : [{ title: tell('fix.write', { text: only }), edits: [{ at, value: only }] }];
  return [...own, ...fixes].map(({ title, edits }) => ({
    title,
    edits: edits.map(({ at: place, value }) => ({ at: located(place), value })),
  }));
}

function located(at: SourceRef): Location {
  return { ...at, on: at.on ?? 'value' };
}
