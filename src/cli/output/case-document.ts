import { omitUndefined } from '../../base/index.js';
import { messageInLanguage } from '../../languages/index.js';
import type { Language, Message } from '../../messages/index.js';
import type { CommandIo } from '../io.js';
import type { CaseEvent, CaseView, LogEntry, Transition } from '../../runtime/index.js';

/** A case, and its log, as a document that speaks the language that was asked for. */
export function caseDocument(
  view: CaseView,
  log: readonly LogEntry[] | undefined,
  { documentLanguage: language }: CommandIo,
): { formatVersion: 2; case: CaseView; log?: LogEntry[] } {
  const entries = log === undefined ? {} : { log: logInLanguage(log, language) };
  return { formatVersion: 2, case: viewInLanguage(view, language), ...entries };
}

/** A case with what it says of its steps in a language. */
function viewInLanguage(view: CaseView, language: Language): CaseView {
  return {
    ...view,
    steps: view.steps.map((step) => ({ ...step, ...becauseIn(step, language) })),
    needs: view.needs.map((need) => ({ ...need, ...becauseIn(need, language) })),
  };
}

/** A log with what it says of steps in a language. */
function logInLanguage(log: readonly LogEntry[], language: Language): LogEntry[] {
  return log.map((entry) => ({
    ...entry,
    event: eventIn(entry.event, language),
    transitions: entry.transitions.map((one): Transition =>
      one.type === 'step' ? { ...one, ...becauseIn(one, language) } : one,
    ),
  }));
}

function eventIn(event: CaseEvent, language: Language): CaseEvent {
  if (!('error' in event) || event.error === undefined) return event;
  return { ...event, error: messageInLanguage(event.error, language) };
}

function becauseIn({ because }: { because?: Message }, language: Language): { because?: Message } {
  return omitUndefined({ because: because && messageInLanguage(because, language) });
}
