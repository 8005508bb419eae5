import { parseEvents, YAMLException } from 'js-yaml';
import type { Event } from 'js-yaml';
import { createDiagnostic, writeAs } from '../diagnostics/index.js';
import { findRepair } from './line-repairs.js';
import { tooDeep } from './json-events.js';
import { documentLimits } from './limits.js';
import { Unreadable } from './problem.js';
import { literal } from '../messages/index.js';
import { tellRepair } from './messages.js';
import { yamlReason } from './yaml-reason.js';

/**
 * Js-yaml takes a tab between the tokens of a flow collection for indentation, though YAML allows it there (1.2.2,
 * section 6.2). A space in its place changes no offset, and values are read from the text itself.
 */
function parse(text: string): Event[] {
  const options = { maxDepth: documentLimits.depth };
  try {
    return parseEvents(text, options);
  } catch (error) {
    const isTab =
      error instanceof YAMLException && error.reason === 'deficient indentation' && text.includes('\t');
    if (!isTab) throw error;
    return parseEvents(withoutInnerTabs(text), options);
  }
}

/** The text with a space for each tab that does not indent. */
function withoutInnerTabs(text: string): string {
  const lines = text.split(/(?<=[\r\n])/);
  return lines
    .map((line) => {
      const indent = line.length - line.trimStart().length;
      return line.slice(0, indent) + line.slice(indent).replaceAll('\t', ' ');
    })
    .join('');
}

/**
 * The events of a YAML 1.2 text, with offsets.
 * @throws Unreadable where the text is not YAML
 */
export function yamlEvents(text: string): Event[] {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const start = error.mark?.position ?? 0;
    if (error.reason.startsWith('nesting exceeded')) return tooDeep(start);
    const repair = findRepair(text, start, failsAt);
    const at = repair?.at ?? start;
    const reason = repair === undefined ? yamlReason(error.reason) : tellRepair(repair.reason);
    const help = writeAs(repair?.line);
    throw new Unreadable({
      spot: { start: at, end: at + 1, pointer: '', on: 'value' },
      create: (place) =>
        createDiagnostic('documents/syntax', { format: literal('YAML'), reason }, place, help),
    });
  }
}

/** Where reading a text stops; undefined where it does not. */
function failsAt(text: string): number | undefined {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    return error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
  }
}
