import { parseEvents, YAMLException } from 'js-yaml';
import type { Event } from 'js-yaml';
import { createDiagnostic } from '../diagnostics/index.js';
import { tooDeep } from './json-events.js';
import { documentLimits } from './limits.js';
import { Unreadable } from './problem.js';

/**
 * The events of a YAML 1.2 text, with offsets.
 * @throws Unreadable where the text is not YAML
 */
export function yamlEvents(text: string): Event[] {
  try {
    return parseEvents(text, { maxDepth: documentLimits.depth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const start = error.mark?.position ?? 0;
    if (error.reason.startsWith('nesting exceeded')) return tooDeep(start);
    throw new Unreadable({
      spot: { start, end: start + 1, pointer: '', on: 'value' },
      create: (at) => createDiagnostic('documents/syntax', { format: 'YAML', reason: error.reason }, at),
    });
  }
}
