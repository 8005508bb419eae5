import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { literal, UsageError } from '../../messages/index.js';
import { tell } from '../messages.js';
import { baselineText, loadBaseline, nextBaseline } from '../../check/index.js';
import type { LoadedBaseline } from '../../check/index.js';
import { isPackedFile } from '../../node/index.js';
import type { CheckedFolder, CheckRequest } from './check-request.js';
import type { CommandIo } from '../io.js';
import { today } from '../command/today.js';
import { writeFiles } from '../output/write-file.js';

/** The baseline that is looked for beside `catalogue.yaml`; the reader of catalogues passes files of this name by. */
const usualName = 'onething.baseline.yaml';

function pathOf({ folder, baseline }: CheckRequest, io: CommandIo): string {
  if (typeof baseline === 'string') return resolve(io.cwd, baseline);
  return join(isPackedFile(folder) ? dirname(folder) : folder, usualName);
}

/** The name of the baseline as findings give names: relative to the catalogue. */
function nameOf(path: string, folder: string): string {
  return relative(folder, path).split('\\').join('/');
}

/**
 * Reads the baseline of a catalogue.
 * @returns undefined where there is none, and none was named
 * @throws UsageError `usage/baseline` where one was named and is not there
 */
export function readBaseline(request: CheckRequest, io: CommandIo): LoadedBaseline | undefined {
  if (request.baseline === false) return undefined;
  const path = pathOf(request, io);
  if (request.baseline === undefined && !existsSync(path)) return undefined;
  try {
    return loadBaseline(nameOf(path, request.folder), readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const reason = code === 'ENOENT' ? tell('file.missing') : literal(code);
    throw new UsageError(
      tell('usage/baseline', { path: request.baseline ?? usualName, reason }),
      tell('usage/baseline:write'),
    );
  }
}

/** Writes the baseline that accepts the warnings of a catalogue, and says what is new in it. */
export function updateBaseline(checked: CheckedFolder, io: CommandIo): string {
  const { request, all, baseline } = checked;
  const path = pathOf(request, io);
  const before = baseline?.entries ?? [];
  const next = nextBaseline(all, before, io.say('check.baselineReason', { day: today(io) }));
  const shown = relative(io.cwd, path).split('\\').join('/');
  writeFiles(new Map([[shown, baselineText(next, path)]]), io);
  const known = new Set(before.map(({ code, file, pointer }) => JSON.stringify([code, file, pointer])));
  const fresh = next.filter(({ code, file, pointer }) => !known.has(JSON.stringify([code, file, pointer])));
  return io.say('check.baselineWritten', { count: next.length, fresh: fresh.length, file: shown });
}
