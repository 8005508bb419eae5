import { groupBy, isObject, omitUndefined, own, pointer, resolvePointer } from '../base/index.js';
import type { JsonValue } from '../base/index.js';
import { checkPublished } from '../catalogue/index.js';
import { createDiagnostic } from '../diagnostics/index.js';
import type { Diagnostic, Location } from '../diagnostics/index.js';
import { parseDocument } from '../documents/index.js';
import { literal } from '../messages/index.js';
import { tell } from './messages.js';
import type { Acceptance } from '../model/index.js';
import { bareMessage } from '../messages/index.js';

/** An entry of a baseline, and where it stands. */
export interface BaselineEntry extends Acceptance {
  at: Location;
}

/** A baseline as read. */
export interface LoadedBaseline {
  /** The name of the file that findings about it give. */
  file: string;
  text: string | undefined;
  entries: BaselineEntry[];
  /** What is wrong with the file itself. */
  diagnostics: Diagnostic[];
}

/**
 * Reads a baseline: the findings that are accepted. Sound entries count also where others are broken.
 * @param file the name that findings about it give
 * @param text YAML, or JSON where the name ends in `.json`
 */
export function loadBaseline(file: string, text: string | Uint8Array): LoadedBaseline {
  const { value, diagnostics, locate, text: whole } = parseDocument(file, text);
  if (value === undefined) return { file, text: whole, entries: [], diagnostics };
  const place = (way: string): Location => {
    const range = locate(way, 'value');
    return { file, pointer: way, on: 'value', ...omitUndefined({ range }) };
  };
  const issues = checkPublished('baseline', value);
  const found = issues.map((issue) =>
    createDiagnostic('check/baseline-malformed', { reason: bareMessage(issue) }, place(issue.pointer)),
  );
  const broken = new Set(issues.map(({ pointer: way }) => /^\/accepted\/\d+/.exec(way)?.[0]));
  const accepted = isObject(value) ? own(value, 'accepted') : undefined;
  const entries = (Array.isArray(accepted) ? accepted : []).flatMap((_, index) => {
    const way = pointer('accepted', index);
    return broken.has(way) ? [] : [{ ...acceptanceAt(value, way), at: place(way) }];
  });
  return { file, text: whole, entries, diagnostics: [...diagnostics, ...found] };
}

/** The entry, which its schema has found sound. */
function acceptanceAt(value: JsonValue, way: string): Acceptance {
  return resolvePointer(value, way) as Acceptance;
}

/** What a baseline leaves of findings. */
export interface Judgement {
  /** What is not accepted, and what is wrong with the baseline. */
  diagnostics: Diagnostic[];
  /** What is accepted. */
  accepted: Diagnostic[];
}

/**
 * Takes the accepted findings out. Errors cannot be accepted. A finding whose acceptance has ended counts again, and says
 * so. An entry that no finding matches is a finding of its own.
 * @param today the day on which this is asked (ISO 8601)
 */
export function acceptFindings(
  diagnostics: readonly Diagnostic[],
  baseline: LoadedBaseline,
  today: string,
): Judgement {
  const byPlace = groupBy(baseline.entries, ({ code, file, pointer }) => keyOf(code, file, pointer));
  const used = new Set<BaselineEntry>();
  const judgement: Judgement = { diagnostics: [...baseline.diagnostics], accepted: [] };
  for (const diagnostic of diagnostics) {
    const entries = byPlace.get(keyOf(diagnostic.code, diagnostic.at.file, diagnostic.at.pointer)) ?? [];
    for (const entry of entries) used.add(entry);
    const standing = entries.find(({ until }) => until === undefined || until >= today);
    const ended = entries[0];
    if (diagnostic.severity === 'error' || ended === undefined) judgement.diagnostics.push(diagnostic);
    else if (standing !== undefined) judgement.accepted.push(diagnostic);
    else judgement.diagnostics.push(returned(diagnostic, ended));
    if (diagnostic.severity === 'error' && ended !== undefined) {
      judgement.diagnostics.push(
        createDiagnostic('check/error-accepted', { code: diagnostic.code }, ended.at, {
          related: [{ at: diagnostic.at, ...bareMessage(diagnostic) }],
        }),
      );
    }
  }
  for (const entry of baseline.entries) {
    if (used.has(entry)) continue;
    const { code, file, at } = entry;
    judgement.diagnostics.push(createDiagnostic('check/acceptance-unused', { code, file }, at));
  }
  return judgement;
}

/** A finding whose acceptance has ended. */
function returned(diagnostic: Diagnostic, { at, until }: BaselineEntry): Diagnostic {
  const ended = tell('check.ended', { day: literal(String(until)) });
  return { ...diagnostic, related: [...diagnostic.related, { at, ...ended }] };
}

/**
 * The baseline that accepts the warnings of today. Entries that still match keep their reason and their end; those that
 * match nothing go; an entry that has ended is not renewed.
 * @param reason of the entries that are new
 */
export function nextBaseline(
  diagnostics: readonly Diagnostic[],
  before: readonly Acceptance[],
  reason: string,
): Acceptance[] {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  const found = new Set(
    diagnostics
      .filter(({ severity }) => severity !== 'error')
      .map(({ code, at }) => keyOf(code, at.file, at.pointer)),
  );
  const kept = before.filter(({ code, file, pointer: way }) => found.has(keyOf(code, file, way)));
  const known = new Set(kept.map(({ code, file, pointer: way }) => keyOf(code, file, way)));
  const next = kept.map(({ code, file, pointer: way, reason: why, until }) => ({
    code,
    file,
    pointer: way,
    reason: why,
    ...omitUndefined({ until }),
  }));
  for (const { code, at } of warnings) {
    const key = keyOf(code, at.file, at.pointer);
    if (known.has(key)) continue;
    known.add(key);
    next.push({ code, file: at.file, pointer: at.pointer, reason });
  }
  return next;
}

function keyOf(code: string, file: string, way: string): string {
  return JSON.stringify([code, file, way]);
}
